"""How strongly a name suggests a place by itself, whatever the language."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from placemap.core import Candidate, Place
    from placemap.protocols import Gazetteer

# Names for people, and codes, are no names of places in a running text.
_OTHER_KINDS = frozenset({"code", "demonym", "adjective"})
_COUNTRY, _SEAT, _REGION = 3.0, 2.5, 1.5
_SECOND_LEVEL = 0.3
# The name agrees only without its accents and marks.
_UNLIKE = -0.7
_SHORT = 3
_CACHED = 1 << 14


def standings_from(gazetteer: Gazetteer) -> Callable[[str], float | None]:
    """Return a cached function from a name to its standing, None when unknown.

    A standing of 0 is undecided: some -0.8 for a hamlet, 0 for a town of 5,000,
    2 for a city of a million, 3 for a country. Set by reading errors, not fitted.
    """

    @lru_cache(maxsize=_CACHED)
    def standing(name: str) -> float | None:
        found = [
            _standing(candidate)
            for candidate in gazetteer.candidates(name)
            if _is_meant(candidate, name)
        ]
        return max(found, default=None)

    return standing


def _is_meant(candidate: Candidate, name: str) -> bool:
    """Tell whether a candidate goes by the name in a text and not just in a list."""
    if candidate.name_kind in _OTHER_KINDS or not any(map(str.isalpha, name)):
        return False
    is_exact = candidate.score == 1.0
    if candidate.name_kind == "abbreviation":
        # Postal codes of states are English.
        return is_exact and candidate.place.kind != "A.ADM1"
    return is_exact or len(name) > _SHORT


def _standing(candidate: Candidate) -> float:
    unlike = 0.0 if candidate.score == 1.0 else _UNLIKE
    return _known(candidate.place) + unlike


def _known(place: Place) -> float:
    if place.is_country or place.kind == "L.CONT":
        return _COUNTRY
    size = _size(place.population)
    if place.kind in {"A.ADM1", "P.PPLC"}:
        return max(_SEAT, size)
    if place.kind == "A.ADM2":
        return max(_SECOND_LEVEL, size)
    # Seas, areas and disputed towns are in the news, whatever their population.
    is_town = place.feature_class == "P" and not place.disputed
    return size if is_town else max(_REGION, size)


def _size(population: int) -> float:
    """Return -0.8 for a hamlet, 0 at some 5,000, 2.0 for a city of a million."""
    if population <= 0:
        return -0.8
    return max(-0.8, min(2.4, 0.87 * (math.log10(population) - 3.7)))
