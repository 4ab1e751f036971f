"""Check that every name in curated tables leads to the place it stands for.

Whoever asks for either name of a pair should get the same place first: by the name
alone or, where places of several countries bear it, by the name and the country of
the place (``--country``). A name that two places of one country share belongs to the
one meant most; the other's says which it is: "James River (Dakotas)".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from placemap.gazetteer.search import narrow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.core import Candidate, Place
    from placemap.gazetteer.curated.tables import Curated

Hint = Literal["name", "country"]
HINTS: tuple[Hint, ...] = ("name", "country")
_ALL = 100_000


class _Gazetteer(Protocol):
    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places a name might mean."""

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry, or None."""


class Outcome(NamedTuple):
    """What looking one row's name up gave.

    `hint` is the least that leads to the place, None when nothing does; `instead` is
    the place that comes first in its country then, None when there is no such place.
    """

    table: str
    line: int
    place: str
    text: str
    hint: Hint | None
    instead: Place | None = None

    def __str__(self) -> str:
        found = (
            f"leads to {self.instead.id} ({self.instead.name}, {self.instead.kind})"
            if self.instead
            else "is not found"
        )
        return f"{self.table} line {self.line}: {self.text!r} of {self.place} {found}"


def check_pairs(curated: Curated, gazetteer: _Gazetteer) -> Iterator[Outcome]:
    """Yield what looking up each name in `curated` gives, in the order of the tables.

    Parameters
    ----------
    gazetteer
        Where to look; it should hold the tables.
    """
    for table, line, place_id, text in _rows(curated):
        place = gazetteer.place(place_id)
        if place is None:
            yield Outcome(table, line, place_id, text, None)
            continue
        found = gazetteer.candidates(text, limit=_ALL)
        local = narrow(found, countries=[place.country] if place.country else [])
        hint = _least_hint(place, found, local)
        yield Outcome(
            table, line, place_id, text, hint, None if hint else _first(local)
        )


def _rows(curated: Curated) -> Iterator[tuple[str, int, str, str]]:
    for place in curated.places:
        if place.name:
            yield "places.csv", place.line, place.id, place.name
    for name in curated.names:
        yield "names.csv", name.line, name.place, name.text


def _least_hint(place: Place, *choices: Sequence[Candidate]) -> Hint | None:
    """Return the least hint with which `place` comes first, or None."""
    for hint, left in zip(HINTS, choices, strict=True):
        first = _first(left)
        if first is not None and first.id == place.id:
            return hint
    return None


def _first(candidates: Sequence[Candidate]) -> Place | None:
    return candidates[0].place if candidates else None
