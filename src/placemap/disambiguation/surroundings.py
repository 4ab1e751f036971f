"""Names around the mentions that tell where the text is about, mentions or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.core import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from placemap.core import Candidate
    from placemap.protocols import Gazetteer

    LookUp = Callable[[str], Sequence[Candidate]]

_CAPITALISED = re.compile(
    # A set first, what goes before it after: searched several times as fast.
    r"[A-Z](?<!\w[A-Z])[\w'’-]+"
    r"(?: (?:(?:of|the|and|de|del|la|do|da) ){0,2}[A-Z][\w'’-]+){0,3}"
)
_MOST = 40
# So many different names are context enough for each other.
_ENOUGH = 15
_LEAST_POPULATION = 30_000
_LIMIT = 8
# "In" and "On" are also abbreviations of divisions.
_SHORTEST = 4


def find_beacons(
    text: str, mentions: Sequence[Mention], look_up: LookUp
) -> Iterator[tuple[Mention, Sequence[Candidate]]]:
    """Yield well-known names in `text` that no mention covers, with their places.

    Only whole runs of capitalised words count, and only names that lead to a
    country, a division or a larger town. `look_up` is `well_known` for a gazetteer.
    """
    if len({mention.text for mention in mentions}) >= _ENOUGH:
        return
    covered = iter(mentions)
    current = next(covered, None)
    left = _MOST
    for match in _CAPITALISED.finditer(text):
        while current is not None and current.span.end <= match.start():
            current = next(covered, None)
        if current is not None and current.span.start < match.end():
            continue
        start, end = match.span()
        found = look_up(text[start:end])
        if not found and " " in match.group():
            # "In Laguna" and "The Ohio": the first word may only begin a sentence.
            start = text.index(" ", start) + 1
            found = look_up(text[start:end])
        name = text[start:end]
        # "Police" and "Center" are towns, too, where "police" stands elsewhere.
        if found and f" {name.lower()} " not in text:
            yield Mention(span=Span(start, end), text=name), found
            left -= 1
        if not left:
            return


def well_known(gazetteer: Gazetteer, name: str) -> Sequence[Candidate]:
    """Return what a name may mean, nothing unless a well-known place is among it."""
    if len(name) < _SHORTEST:
        return ()
    # Asked for as many as everybody asks for, which the gazetteer may remember.
    best = gazetteer.candidates(name)[:_LIMIT]
    found = [one for one in best if one.score == 1]
    is_known = any(
        one.place.feature_class == "A" or one.place.population >= _LEAST_POPULATION
        for one in found
    )
    return found if is_known else ()
