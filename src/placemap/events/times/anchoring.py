"""Expressions that count from a day told before: "the next day", "a week earlier".

The day is the last one that the sentence names before them, else the text. What
goes back from a day that was never told counts from publication, as a reader takes
it; what goes on from one stays open.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from placemap.core import Span
from placemap.events.numerals import parse_number
from placemap.events.times.cues import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from placemap.events.times.clock import Days

# How far back in the text the day may have been told, in characters.
REACH = 500
_COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|several|a few|"
    r"a couple of|some)"
)
_PART = r"(?:day|night|morning|afternoon|evening)"
# "A week before the vote" counts from the vote, whose day is not known.
_NOT_OF = r"(?!\s+(?:the|a|an|his|her|its|their|that|this|\d|(?-i:[A-Z]))\b)"
_RELATIVE = re.compile(
    rf"\b(?:(?:{_COUNT}\s+)?(?P<unit>minute|hour|day|week|fortnight)s?\s+"
    rf"(?P<way>later|earlier|before)\b{_NOT_OF}"
    rf"|(?<!over )(?<!within )(?<!in )(?:the\s+)?(?P<next>next|following)\s+{_PART}\b"
    r"(?!\s+or\b)"
    rf"|the\s+(?P<past>previous)\s+{_PART}\b"
    rf"|the\s+{_PART}\s+(?P<before>before|earlier)\b{_NOT_OF}"
    rf"|(?:that|the)\s+(?P<same>same)\s+{_PART}\b"
    rf"|(?P<that>that)\s+{_PART}\b)",
    re.IGNORECASE,
)
# Without these it cannot match (`cues.py`).
_CUES = frozenset(("way", "part"))
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_SLACK = 3  # of a count of weeks, in days
_SEVERAL = {"several": (3, 6), "a few": (2, 5), "some": (2, 5), "a couple of": (2, 3)}
# "The day before" a day that was not told: yesterday, or one day more.
_BEFORE = (-2, -1)


class Relative(NamedTuple):
    """An expression and how many days it lies from the day told before, as a range."""

    span: Span
    low: int
    high: int
    is_back: bool

    def days(self, anchor: date | None, published: date | None) -> Days | None:
        """Return its days, None where nothing tells what it counts from."""
        if anchor is not None:
            low = self.high if (self.low, self.high) == _BEFORE else self.low
            return anchor + timedelta(days=low), anchor + timedelta(days=self.high)
        if not self.is_back or published is None:
            return None
        first = published + timedelta(days=self.low)
        return first, published + timedelta(days=self.high)


def find_relative(text: str, span: Span) -> Iterator[Relative]:
    """Yield what counts from another day in a part of `text`, in order.

    Examples
    --------
    >>> text = "A week later, and the day before."
    >>> [(r.span.of(text), r.low, r.high) for r in find_relative(text, Span(0, 33))]
    [('A week later', 4, 10), ('the day before', -2, -1)]
    """
    if not find_cues(span.of(text)) >= _CUES:
        return
    for match in _RELATIVE.finditer(text, span.start, span.end):
        reach = _reach_of(match)
        if reach is not None:
            low, high = reach
            yield Relative(Span(match.start(), match.end()), low, high, low < 0)


def _reach_of(match: re.Match[str]) -> tuple[int, int] | None:
    if match["same"] or match["that"]:
        return 0, 0
    if match["next"]:
        return 1, 1
    if match["past"] or match["before"]:
        return _BEFORE
    return _counted(match)


def _counted(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the reach of "two weeks later"; "days later" is two days to six."""
    unit, is_later = match["unit"].lower(), match["way"].lower() == "later"
    if unit in ("hour", "minute"):
        return (0, 1) if is_later else (-1, 0)
    count = (match["count"] or "several").lower()
    number = parse_number(count)
    low, high = _SEVERAL.get(count) or (number or 0, number or 0)
    if not high or (not match["count"] and unit != "day"):
        return None
    slack = 0 if unit == "day" else _SLACK
    low, high = low * _DAYS_OF[unit] - slack, high * _DAYS_OF[unit] + slack
    return (low, high) if is_later else (-high, -low)
