"""Find the names spelled most like one that no place bears: the last resort.

A name that is spelled alike may be of quite another place, so what is found here is
always shown as similar, never as found.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from placemap.gazetteer.compiled.ranking import prominence
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.core import Candidate

# One slip in a name of up to five letters, two in longer ones, three from fourteen
# on: with more, half the short names of the world are "similar".
_LETTERS_PER_SLIP, _MOST_SLIPS = 5, 3
_SHORTEST = 3
# Below every spelling that agrees at least after folding, which has 0.9.
_BEST = 0.85


class Spelled(Protocol):
    """A gazetteer whose names can be gone through."""

    def keys(self) -> Iterator[str]:
        """Yield every name, folded."""

    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places `name` might mean."""


class Similar(NamedTuple):
    """A candidate whose name `spelled`, folded, is only similar to the one asked."""

    spelled: str
    candidate: Candidate


def most_slips(key: str) -> int:
    """Return how many slips of the pen a folded name is allowed.

    Examples
    --------
    >>> [most_slips(key) for key in ("of", "paris", "khankendi", "nagorno karabakh")]
    [0, 1, 2, 3]
    """
    if len(key) < _SHORTEST:
        return 0
    return min(1 + (len(key) - 1) // _LETTERS_PER_SLIP, _MOST_SLIPS)


def find_similar(gazetteer: Spelled, name: str, *, limit: int = 10) -> list[Similar]:
    """Return the places whose names are spelled most like `name`.

    A slip is a letter left out, added, exchanged, or swapped with its neighbour. Names
    with the fewest slips come first, of these the best known places. A score is below
    that of any name that agrees, the lower the more slips there are.

    Every name in the gazetteer is compared: one to two seconds with the shipped one.

    Examples
    --------
    >>> from placemap.gazetteer import open_gazetteer
    >>> found = find_similar(open_gazetteer(), "Stepanakrt")
    >>> found[0].spelled, found[0].candidate.place.id
    ('stepanakert', 'geonames:146970')
    """
    wanted = fold(name)
    names = [
        (slips, key[0] != wanted[0], key, gazetteer.candidates(key, limit=limit))
        for key, slips in _names_like(gazetteer, wanted)
    ]
    # The first letter is the one that is hardly ever wrong.
    names = sorted(
        (name for name in names if name[-1]),
        key=lambda n: (n[0], n[1], -prominence(n[3][0].place), n[2]),
    )
    found: dict[str, Similar] = {}
    for slips, _, key, candidates in names[:limit]:
        score = round(_BEST * (1 - slips / len(wanted)), 3)
        for candidate in candidates:
            similar = Similar(key, replace(candidate, score=score))
            found.setdefault(candidate.place.id, similar)
    return list(found.values())[:limit]


def _names_like(gazetteer: Spelled, wanted: str) -> list[tuple[str, int]]:
    """Return the folded names that differ from `wanted` by the slips it is allowed."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = most_slips(wanted)
    if not most:
        return []
    found = process.extract_iter(
        wanted, gazetteer.keys(), scorer=OSA.distance, score_cutoff=most
    )
    return [(key, int(slips)) for key, slips, _ in found if slips]
