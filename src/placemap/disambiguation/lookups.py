"""Under which names a mention is looked up, besides its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.core import Candidate
    from placemap.protocols import Gazetteer

Match = Literal["whole", "expanded", "part"]

# What a lookup returns unless asked for more; a name with that many may have more.
_USUAL, _MANY = 10, 60
_WRITTEN_OUT = {
    "mt": "Mount",
    "ft": "Fort",
    "st": "Saint",
    "co": "County",
    "twp": "Township",
    "n": "North",
    "s": "South",
    "e": "East",
    "w": "West",
}
_ABBREVIATION = re.compile(
    rf"\b({'|'.join(_WRITTEN_OUT)})(?:\.|(?= )|$)", re.IGNORECASE
)
_WORD = re.compile(r"\w[\w'’.-]*")
# Words that are places of their own somewhere, and say nothing as part of a name.
_EMPTY_WORDS = frozenset(
    "the of and north south east west northern southern eastern western central upper "
    "lower new old great big city county district street road park lake river mount "
    "university college school church hospital court house institute center centre "
    "international national royal saint st san santa".split()
)
_LONGEST_PART = 4
_MOST_WORDS = 10


class Option(NamedTuple):
    """A candidate, and whether the whole name led to it."""

    candidate: Candidate
    match: Match


def find_options(
    gazetteer: Gazetteer, name: str, found: Sequence[Candidate]
) -> tuple[Option, ...]:
    """Return the places a mention may mean, best match first, each place once.

    `found` are those that the gazetteer has for the name as written. Added are the
    rest of a long list, those of the name written out ("Mt. Airy", "Clarke" for
    Clarke County) and, where there is none at all, those of the longest known part
    of the name ("Manila Cathedral").
    """
    if len(found) >= _USUAL:
        found = gazetteer.candidates(name, limit=_MANY)
    options = {one.place.id: Option(one, "whole") for one in found}
    for other in _written_out(name):
        for one in gazetteer.candidates(other, limit=_MANY):
            options.setdefault(one.place.id, Option(one, "expanded"))
    if not options:
        return tuple(Option(one, "part") for one in _known_part(gazetteer, name))
    return tuple(options.values())[:_MANY]


def _written_out(name: str) -> Iterator[str]:
    full = _ABBREVIATION.sub(lambda match: _WRITTEN_OUT[match[1].lower()], name)
    if full != name:
        yield full
    words = name.split()
    if len(words) <= 2 and words[-1:] != ["County"] and name[:1].isupper():
        yield f"{full} County"


def _known_part(gazetteer: Gazetteer, name: str) -> Sequence[Candidate]:
    """Return what the longest known part of a name may mean, the first of equals."""
    words = list(_WORD.finditer(name))[:_MOST_WORDS]
    for count in range(min(len(words) - 1, _LONGEST_PART), 0, -1):
        for first in range(len(words) - count + 1):
            part = words[first : first + count]
            if all(word.group().lower() in _EMPTY_WORDS for word in part):
                continue
            if not (part[0].group()[0].isupper() and part[-1].group()[0].isupper()):
                continue
            found = gazetteer.candidates(name[part[0].start() : part[-1].end()])
            if found:
                return found
    return ()
