"""Datelines: where a report, or one item of it, was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from placemap.core import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETS = r"(?:\([^)\n]{2,30}\)[^\S\n]*)?"
_DAY = r"(?:,[^\S\n]*(?:\w+\.? \d{1,2}|\d{1,2} \w+\.?)(?:,? \d{2}(?:\d{2})?)?[^\S\n]*)?"
_REGION = r"(?:,[^\S\n]*[A-ZÀ-Þ][\w.'’ ]{1,30})?"
_REST = rf"{_REGION})[^\S\n]*{_BRACKETS}{_DAY}{_BRACKETS}"
_DASH = r"(?:--|[-–—])\s"
_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_LINK = r"(?:d[aeou]s?|del|e[ln]|l[aeo]s?|of)"
_NAME = rf"{_WORD}(?: (?:{_WORD}|{_LINK})){{0,4}}"
# At the very start any name will do, elsewhere only one in capitals.
_FIRST = re.compile(rf"\s*(?P<place>{_NAME}{_REST}{_DASH}")
_LATER = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=[.!?]”\s))(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’/ -]{{2,40}}{_REST}"
    rf"(?:{_DASH}|:\s)",
    re.MULTILINE,
)
# A headline on the same line as what follows ends by here, in characters.
_HEADLINE = 300


class Line(NamedTuple):
    """A dateline: the span of its place, and where what is reported begins."""

    place: Span
    end: int


def find_datelines(text: str) -> list[Line]:
    r"""Return what looks like datelines in a text, in order.

    Besides the first line there may be one after the headline, and one for each item
    of a round-up. Whether its name is that of a place is for the caller to see.

    Examples
    --------
    >>> text = "Rain.\n\nLIMA, Peru - Rivers rose."
    >>> [line.place.of(text).strip() for line in find_datelines(text)]
    ['LIMA, Peru']
    """
    return list(_find(text))


def _find(text: str) -> Iterator[Line]:
    first = _FIRST.match(text)
    if first:
        yield Line(Span(*first.span("place")), first.end())
    if text.isupper():
        return  # capitals tell nothing there
    for found in _LATER.finditer(text, first.end() if first else 0):
        start = found.start("place")
        if start < _HEADLINE or text[start - 1] == "\n":
            yield Line(Span(*found.span("place")), found.end())
