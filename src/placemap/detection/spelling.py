"""From what the gazetteer spells out to spans that can be names at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.detection.vocabulary import BODIES, GENERIC_AFTER, GENERIC_BEFORE
from placemap.text import has_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.detection.reading import Reading
    from placemap.protocols import Gazetteer

# Small words inside names: "Isle of Man", "Rio de Janeiro", "Stratford-upon-Avon".
_SMALL_WORDS = frozenset(
    "of the and de la las los le les del della di da do dos das du des von van der "
    "den am an upon on sur en e y al el ul ad bei im in".split()
)
_PART = re.compile(r"[^\W\d_]+")
_WITH_OWN_POSSESSIVE = re.compile(
    # A set first, what goes before it after: searched twice as fast.
    r"[A-Z](?<!\w[A-Z])(?:(?<=S)(?:t\.? |aint )[A-Z])?[\w-]*(?P<mark>['’])s"
    r"(?:[ -][A-Z]\w+)?"
)
_DOTTED = re.compile(r"[A-Z](?<![\w.][A-Z])(?:\. ?[A-Z])*[a-z]{1,4}\.(?!\w)")


def find_spellings(gazetteer: Gazetteer, reading: Reading) -> list[Span]:
    """Return the spans that may spell a known name, with the capitals of a name.

    Sorted by start, longer ones first. Dotted abbreviations are among them whether
    they are known or not.
    """
    found = {s for s in gazetteer.scan(reading.plain) if has_capitals(s, reading.text)}
    found.update(_possessive_names(gazetteer, reading.text))
    found.update(find_dotted(reading.text))
    return sorted(found, key=lambda span: (span.start, -span.end))


def _possessive_names(gazetteer: Gazetteer, text: str) -> Iterator[Span]:
    """Yield names that hold a possessive themselves: "St. John's", "Land's End"."""
    for match in _WITH_OWN_POSSESSIVE.finditer(text):
        mark = match.start("mark")
        for span in gazetteer.scan(match.group()):
            moved = Span(span.start + match.start(), span.end + match.start())
            # "Canada's" alone is Canada, not some Canadas.
            is_long = moved.end > mark + len("'s") or " " in span.of(match.group())
            if moved.start < mark < moved.end and is_long:
                yield moved


def has_capitals(span: Span, text: str) -> bool:
    """Tell whether a span is written as names are.

    The first word needs a capital, or a small prefix joined to one ("al-Tanf");
    so do the others but for small words. Scripts without capitals pass.

    Examples
    --------
    >>> has_capitals(Span(0, 11), "Isle of Man"), has_capitals(Span(0, 4), "nice")
    (True, False)
    """
    return _is_written_as_name(span.of(text))


# The same few thousand spellings come in text after text.
@lru_cache(maxsize=1 << 13)
def _is_written_as_name(text: str) -> bool:
    words = _PART.findall(text)
    if not words:
        return False
    opens_small = _is_small(words[0])
    if opens_small:
        joined = text[len(words[0])] if len(words) > 1 else ""
        if joined not in {"-", "'", "’"} or not words[1][0].isupper():
            return False
    return opens_small or all(
        not _is_small(word) or word in _SMALL_WORDS for word in words[1:]
    )


def _is_small(word: str) -> bool:
    return word[0].islower() and has_case(word[0])


def find_dotted(text: str) -> Iterator[Span]:
    """Yield the stretches that are written like "Ky.", "W.Va." and "N. Mex."."""
    for match in _DOTTED.finditer(text):
        yield Span(*match.span())


def widen(span: Span, reading: Reading) -> Span:
    """Return the span with the generic noun that belongs to the name.

    "Walker" + "County", "Lake" + "Mary": only where both words have a capital.
    "City" before a body belongs to that: "Dublin" in "Dublin City Council".
    """
    first, last = reading.first_word(span), reading.last_word(span)
    start, end = span.start, span.end
    if _is_name_part(reading, last + 1, GENERIC_AFTER) and reading.joined(last):
        is_body = reading.key(last + 1) in BODIES and _is_name_part(
            reading, last + 2, BODIES
        )
        end = end if is_body else reading.ends[last + 1]
    if _is_name_part(reading, first - 1, GENERIC_BEFORE) and reading.joined(first - 1):
        start = reading.starts[first - 1]
    is_wider = end > span.end or start < span.start
    return Span(start, end) if is_wider else span


def _is_name_part(reading: Reading, index: int, words: frozenset[str]) -> bool:
    return reading.key(index) in words and reading.word(index).istitle()


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """Return spans that do not overlap, preferring long ones, then early ones."""
    chosen: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if span.start not in taken and span.end - 1 not in taken:
            chosen.append(span)
            taken.update(range(span.start, span.end))
    return sorted(chosen)
