"""A place phrase: the toponyms of one place or one list, and what governs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from placemap.events.places.words import LOCATIVE, ON_KINDS, ON_NOUNS

if TYPE_CHECKING:
    from placemap.core import Place, Toponym

Tail = Literal["", "possessive", "noun"]

# Radii in metres from which an area without a division code ranks as a province, and
# as more than a country.
_REGION_M, _MACRO_M = 30_000, 300_000
_SETTLEMENTS = frozenset("city town village port capital resort suburb".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePhrase:
    """Toponyms of one place or one list of places, and what governs them.

    Attributes
    ----------
    heads
        The places named: one, or several in a list, in text order.
    context
        The coarser places given along with them.
    first, last
        The half-open range of words from the first toponym to the last.
    governor
        The preposition or directional word that governs it, empty for none.
    governor_at
        The index of that word, or of the first word of the noun phrase.
    tail
        What follows: a possessive 's, a noun the phrase only modifies, or nothing.
    after
        The lemma of the word that follows, past a possessive; empty at the end.
    is_near
        Whether the place is only near: "outskirts of X", "40 km north of X".
    is_added
        Whether it continues a list of places: "in X and in Y".
    is_road
        Whether it is both ends of a way: "on the road from X to Y".
    is_border
        Whether it is both sides of a border: "the X-Y border".
    """

    heads: tuple[Toponym, ...]
    context: tuple[Toponym, ...]
    first: int
    last: int
    governor: str
    governor_at: int
    is_near: bool
    tail: Tail
    after: str
    is_added: bool = False
    is_road: bool = False
    is_border: bool = False

    @property
    def is_locative(self) -> bool:
        """Whether it stands in a phrase that says where: "in X", "on X island"."""
        if self.governor in ("on", "aboard"):
            place = self.heads[0].place
            return self.after in ON_NOUNS or bool(
                place and place.kind.startswith(ON_KINDS)
            )
        return self.governor in LOCATIVE

    @property
    def is_epithet(self) -> bool:
        """Whether it only describes a town: "the Red Sea city"."""
        place = self.heads[-1].place
        is_town = place is None or place.feature_class == "P"
        return self.tail == "noun" and self.after in _SETTLEMENTS and not is_town

    @property
    def rank_is_local(self) -> bool:
        """Whether its first head is smaller than a first-level division."""
        return rank(self.heads[0].place) < 4

    @property
    def rank_is_fine(self) -> bool:
        """Whether its first head is no larger than a first-level division."""
        return rank(self.heads[0].place) < 5


def rank(place: Place | None) -> int:
    """Return how coarse a place is: 0 a spot, 1 a settlement, ... 6 a macro-region."""
    if place is None:
        return 1
    kind = place.kind
    if place.is_country:
        return 5
    if kind.startswith("A."):
        return {"A.ADM1": 4, "A.ADM1H": 4, "A.ADM2": 3, "A.ADM2H": 3}.get(kind, 2)
    if kind.startswith("P."):
        return 0 if kind == "P.PPLX" else 1
    if place.radius_m > _MACRO_M:
        return 6
    if place.radius_m > _REGION_M:
        return 4
    return 3 if kind.startswith(("L.", "H.")) else 0
