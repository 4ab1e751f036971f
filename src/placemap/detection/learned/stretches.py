"""Stretches of text that may be mentions: known spellings, and runs of capitals."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from placemap.core import Span
from placemap.detection.learned.wordkinds import FREQUENT_GIVEN_NAME, kind_of
from placemap.detection.names import UNKNOWN
from placemap.detection.rules.sighting import Sighting
from placemap.detection.spelling import find_spellings, widen
from placemap.detection.vocabulary import (
    BODIES,
    DIRECTIONS,
    GENERIC_AFTER,
    GENERIC_BEFORE,
    SMALL_WORDS,
    STREETS,
    word_list,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from placemap.detection.names import NameFacts
    from placemap.detection.reading import Reading
    from placemap.protocols import Gazetteer

_LONGEST = 5
# How long a name without a generic noun may be: inside a run, at one end of it, and
# where it makes up the run.
_FREE_WORDS = (0, 2, 3)
_SHORTEST = 2
_SMALL_WORDS_IN_A_ROW = 2
_JOINTS = frozenset({" ", "  ", "-", "/", "'s ", "’s ", "' ", "’ "})
# What a longer unknown name ends or begins with; other parts of runs are left alone.
_ENDS = GENERIC_AFTER | STREETS | BODIES | {"road", "roads", "route", "trail", "park"}
_BEGINS = DIRECTIONS | GENERIC_BEFORE | {
    "highway", "route", "interstate", "county", "state", "hwy", "us", "cr", "fm", "sr",
}  # fmt: skip
_SHORTENED_ENDS = frozenset(
    "st ave rd blvd co twp dr mt hwy ln ct pkwy pl sq is".split()
)


class Stretch(NamedTuple):
    """A stretch of text: offsets, words `first` to `last`, and its place in a run.

    `facts` is None where the gazetteer does not know the spelling. `before` and
    `after` count the capitalised words that the run has on either side; `sides` has
    "L" and "R" where there are any. `standing` is what the gazetteer says of the
    spelling, in a few letters.
    """

    start: int
    end: int
    first: int
    last: int
    facts: NameFacts | None
    before: int
    after: int
    sides: str
    text: str
    standing: str


def to_sighting(stretch: Stretch) -> Sighting:
    """Return a stretch as the rules look at it."""
    return Sighting(
        span=Span(stretch.start, stretch.end),
        text=stretch.text,
        first=stretch.first,
        last=stretch.last,
        facts=stretch.facts or UNKNOWN,
    )


def find_stretches(
    gazetteer: Gazetteer,
    reading: Reading,
    facts: Callable[[str], NameFacts | None],
) -> list[Stretch]:
    """Return what may be a mention, by start, longer ones first, without repeats."""
    runs = list(_runs(reading))
    run_of = {index: run for run in runs for index in range(run[0], run[1] + 1)}
    spans = {(span.start, span.end) for span in _spelled(gazetteer, reading, facts)}
    for run in runs:
        spans.update(_parts(reading, *run))
    found = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        first, last = reading.words_of(start, end)
        opening, closing = run_of.get(first, (first, last))
        text = reading.text[start:end]
        known = facts(text)
        standing = UNKNOWN.standing if known is None else known.standing
        before, after = max(0, first - opening), max(0, closing - last)
        sides = ("L" if before else "") + ("R" if after else "")
        found.append(
            Stretch(
                start, end, first, last, known, before, after, sides, text, standing
            )
        )
    return found


def _spelled(
    gazetteer: Gazetteer,
    reading: Reading,
    facts: Callable[[str], NameFacts | None],
) -> Iterator[Span]:
    """Yield known spellings, alone and with the generic noun that follows.

    A full stop belongs to abbreviations only.
    """
    for span in find_spellings(gazetteer, reading):
        if reading.text[span.end - 1] == ".":
            known = facts(span.of(reading.text))
            if known is None or not known.is_abbreviation:
                continue
        yield span
        yield widen(span, reading)


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each run of capitalised words and numbers.

    Nothing but a space, hyphen or possessive parts the words of a run; small words
    may stand between two capitals: "University of the West".
    """
    marked = [word[0].isupper() or word[0].isdigit() for word in reading.words]
    reach = -1
    for first, is_marked in enumerate(marked):
        if is_marked and first > reach:
            reach = first
            while (following := _next_of_run(reading, marked, reach)) > reach:
                reach = following
            yield first, reach


def _next_of_run(reading: Reading, marked: Sequence[bool], index: int) -> int:
    """Return the next word that belongs to the run of a word, or the word itself."""
    closest = min(len(marked), index + 2 + _SMALL_WORDS_IN_A_ROW)
    for following in range(index + 1, closest):
        gap = reading.gaps[following - 1]
        if gap not in _JOINTS and not (gap == ". " and reading.joined(following - 1)):
            return index
        if marked[following]:
            return following
        if reading.keys[following] not in SMALL_WORDS:
            return index
    return index


def _parts(reading: Reading, opening: int, closing: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run that may be names the gazetteer does not know.

    Where capitals say nothing, as in headlines, a generic noun must show a name.
    """
    style = reading.styles[opening]
    is_bare = style == "caps"
    for first in range(opening, closing + 1):
        if not is_bare and _may_be_name(reading.words[first]):
            yield reading.starts[first], reading.ends[first]
        for last in range(first + 1, min(closing, first + _LONGEST) + 1):
            edges = (first == opening) + (last == closing)
            if not _is_likely(reading, first, last, _FREE_WORDS[edges]):
                continue
            if style != "plain" and not _is_generic(reading, first, last):
                continue
            end = reading.ends[last]
            yield reading.starts[first], end
            is_short = reading.keys[last] in _SHORTENED_ENDS
            if is_short and reading.text[end : end + 1] == ".":
                yield reading.starts[first], end + 1


def _is_likely(reading: Reading, first: int, last: int, longest: int) -> bool:
    """Tell whether words of a run may be a name; `longest` of them always may."""
    if reading.words[first][0].islower() or reading.words[last][0].islower():
        return False
    return last - first < longest or _is_generic(reading, first, last)


def _is_generic(reading: Reading, first: int, last: int) -> bool:
    if reading.keys[last] in _ENDS or reading.keys[first] in _BEGINS:
        return True
    return reading.words[last][0].isdigit()


@lru_cache(maxsize=1 << 14)
def _may_be_name(word: str) -> bool:
    """Tell whether one unknown word may be the name of a place, not a person."""
    if len(word) <= _SHORTEST or not word[0].isupper() or word.isupper():
        return False
    kind = kind_of(word)
    if kind.is_ordinary or kind.given < FREQUENT_GIVEN_NAME:
        return False
    return kind.key not in word_list("given_names")
