"""What days a time expression means: one pattern and one reader for each kind.

Everything relative counts from the publication date; without one it stays
relative and has no days.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from placemap.events.times import absolute, relative

if TYPE_CHECKING:
    from collections.abc import Callable

    from placemap.events.times.clock import Clock, Days

    Reader = Callable[[re.Match[str], Clock], Days | None]

_LONG = [calendar.month_name[number] for number in range(1, 13)]
# Case matters here: "may 5" and "march 12 km" are not dates.
_MONTH = (
    rf"(?P<month>(?-i:{'|'.join((*_LONG, *map(str.upper, _LONG)))}"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?))"
)
# Beside a day the short forms need no stop: "5 Mar", "7 JUL".
_SHORT = [calendar.month_abbr[number] for number in range(1, 13)]
_MONTH_OF_DAY = (
    rf"(?:{_MONTH}|(?P<short>(?-i:{'|'.join((*_SHORT, *map(str.upper, _SHORT)))})))"
    r"(?!\w)"
)
_DAY = r"(?P<day>[0-3]?\d)(?:[snr][td]|th)?"
_DAY2 = r"(?P<day2>[0-3]?\d)(?:[snr][td]|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
# The year of a day or month, or which one it is from publication.
_OF_YEAR = rf"(?:,?\s+{_YEAR}\b|,?\s+(?:of\s+)?(?P<which_year>last|this|next)\s+year\b)"
_SHARE = (
    r"(?:the\s+)?(?P<share>(?:first|second|third|fourth|last|final)\s+(?:week|half|"
    r"quarter)\s+of|beginning\s+of|start\s+of|middle\s+of|end\s+of)\s+"
)
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:(?P<part>early|late|mid|the beginning of|the end of|the start of)[ -])?"
_SMALL = (
    r"(?P<count>\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-?"
    r"(?:one|two|three|four|five|six|seven|eight|nine)?|an?|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of)"
)
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade|centurie|century)s?"
_SMALL_OR_FEW = _SMALL.replace("several|", "several|few|")
_UNIT_OR_HOUR = _UNIT.replace("day|", "hour|day|")
_CLOCK = r"(?:[ ,]+(?:early |late )?(?P<clock>morning|afternoon|evening|night|noon))?"


# Tried in order at each place; an earlier pattern wins over a later one it overlaps.
_PATTERNS: tuple[tuple[str, Reader], ...] = (
    (rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", absolute.iso),
    (
        rf"(?P<one>[0-3]?\d)(?P<mark>[/.])(?P<two>[0-3]?\d)(?P=mark){_YEAR}\b",
        absolute.by_figures,
    ),
    (
        rf"{_DAY}\s+{_MONTH_OF_DAY}\s+(?P<two>\d\d)\b(?=\W*(?:--|[-–—(\[]|$))",
        absolute.on_short_day,
    ),
    (
        (
            rf"(?:(?:between|from)\s+)?{_DAY}\s*(?:-|–|to|and)\s*{_DAY2}\s+"
            rf"{_MONTH_OF_DAY}{_OF_YEAR}?\b"
        ),
        absolute.on_day,
    ),
    (
        (
            rf"(?:(?:between|from)\s+)?{_MONTH}\s+{_DAY}\s*(?:-|–|to|and)\s*{_DAY2}\b"
            rf"(?:,?\s+{_YEAR}\b)?"
        ),
        absolute.on_day,
    ),
    (rf"(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH_OF_DAY}{_OF_YEAR}?", absolute.on_day),
    (rf"{_MONTH}\s+{_DAY}\b(?!:|\s*(?:km|kilomet|miles)){_OF_YEAR}?", absolute.on_day),
    (
        (
            rf"(?:from\s+|between\s+)?{_MONTH}\s*(?:to|and|until|through|-|–)\s*"
            rf"(?P<month2>(?-i:{'|'.join(_LONG)})){_OF_YEAR}"
        ),
        absolute.in_months,
    ),
    (
        (
            rf"(?:from|between|in|during)\s+{_MONTH}\s*(?:to|and|until|through|-|–)\s*"
            rf"(?P<month2>(?-i:{'|'.join(_LONG)}))\b"
        ),
        absolute.in_months,
    ),
    (rf"{_SHARE}{_MONTH}{_OF_YEAR}?(?![\w'’])", absolute.in_month),
    (rf"{_PART}{_MONTH}{_OF_YEAR}", absolute.in_month),
    (
        (
            rf"(?:in|since|during|until|by|from|of|last|this|next|through)\s+{_PART}"
            rf"{_MONTH}(?P<year>)(?![\w'’])"
        ),
        absolute.in_month,
    ),
    (rf"(?:early|late|mid)[ -]{_MONTH}(?P<year>)(?P<part>)\b", absolute.in_month),
    (rf"{_PART}(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)s\b", absolute.in_decade),
    (rf"(?:the\s+)?{_YEAR}\s*[-–]\s*(?P<year2>\d{{2}}(?:\d\d)?)\b", absolute.years),
    (
        rf"(?:between|from)\s+{_YEAR}\s+(?:and|to)\s+(?P<year2>\d{{4}})\b",
        absolute.years,
    ),
    (
        (
            rf"(?:the\s+|last\s+|this\s+)?{_SEASON}(?:\s+of)?{_OF_YEAR}"
        ),
        absolute.in_season,
    ),
    (rf"(?:last|this)\s+{_SEASON}\b", absolute.in_season),
    (rf"{_SHARE}{_YEAR}\b", absolute.in_year),
    (rf"{_PART}{_YEAR}\b(?![-–,.]?\d)", absolute.in_year),
    (
        (
            r"(?P<near>the day before yesterday|the day after tomorrow|today|tonight"
            r"|yesterday|tomorrow|overnight|last night|this morning|this afternoon"
            r"|this evening|the day before|the previous day|on the eve of|hours ago"
            r"|hours earlier"
            r"|the (?:past|last) 24 hours|recent (?:days|hours|weeks|months))\b"
        ),
        relative.near_day,
    ),
    (r"(?:the|last|this|past)\s+weekend\b", relative.weekend),
    (rf"(?P<which>last|this|next)?\s*\b{_WEEKDAY}\b{_CLOCK}", relative.weekday),
    (rf"{_SMALL}\s+{_UNIT}\s+(?:ago|earlier|before)\b", relative.ago),
    (rf"{_SMALL}\s+{_UNIT}\s+after\b", relative.lag),
    (
        (
            rf"(?:in|over|during|for|within)\s+the\s+(?:last|past|previous)\s+"
            rf"(?:{_SMALL_OR_FEW}\s+)?{_UNIT_OR_HOUR}\b"
        ),
        relative.last_few,
    ),
    (
        (
            rf"(?:(?P<rel>earlier|later|late|early)\s+|{_SHARE})?"
            r"\b(?P<which>this|last|next)\s+(?P<unit>week|month|year)\b"
        ),
        relative.period,
    ),
    (r"on\s+the\s+(?P<day>[0-3]?\d)(?:[snr][td]|th)\b", relative.the_nth),
)  # fmt: skip
PATTERNS = tuple(
    (re.compile(rf"\b{pattern}" if pattern[0] != "(" else rf"(?<!\w){pattern}",
                re.IGNORECASE), read)
    for pattern, read in _PATTERNS
)  # fmt: skip
