"""What days a time expression means: one pattern and one reader for each kind.

Everything relative counts from the publication date; without one it stays
relative and has no days.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.events.times import absolute, eras, holidays, relative
from placemap.events.times.cues import find_cues

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
_LONG_UNIT = r"(?P<unit>month|year|decade|centurie|century)s?"
_SMALL_OR_FEW = _SMALL.replace("several|", "several|few|")
_UNIT_OR_HOUR = _UNIT.replace("day|", "hour|day|")
_CLOCK = r"(?:[ ,]+(?:early |late )?(?P<clock>morning|afternoon|evening|night|noon))?"


_NOW = r"(?:on\s+)?(?P<now>today|yesterday|tomorrow|(?:this|last)\s+(?:week|month))\b"
# Seasons without a year, in lower case: a town may be called Spring.
_BARE_SEASON = (
    r"(?:in|over|during|since|until|by|throughout)\s+(?:the\s+)?(?:early\s+|late\s+)?"
    r"(?-i:(?P<season>spring|summer|autumn|winter))\b"
    r"(?!\s+(?:of|school|term|semester|camp|olympics|games)\b|[-'’])"
)
_ORDINALS = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|"
    "eighteenth|nineteenth|twentieth|twenty-first"
)
# Tried in order at each place; an earlier pattern wins over a later one it overlaps.
# Each names the cues (`cues.py`) without which it cannot match.
_PATTERNS: tuple[tuple[str, Reader, str], ...] = (
    (rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", absolute.iso, "year"),
    (
        rf"(?P<one>[0-3]?\d)(?P<mark>[/.])(?P<two>[0-3]?\d)(?P=mark){_YEAR}\b",
        absolute.by_figures,
        "year",
    ),
    (
        r"on\s+(?!9/11)(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)\b(?![/.,]?\d|%)",
        absolute.by_short_figures,
        "figures",
    ),
    (rf"{_SMALL}\s+years?\s+ago\s+{_NOW}", relative.years_ago, "ago"),
    (
        rf"{_SMALL}\s+years?\s+to\s+the\s+day\s+after\b",
        relative.years_ago,
        "after unit",
    ),
    (rf"this\s+day\s+in\s+{_YEAR}\b", absolute.this_day, "year"),
    (eras.ERA, eras.era, "era"),
    (rf"(?:{holidays.FEAST}){_OF_YEAR}?", holidays.feast, "feast"),
    (
        rf"{_DAY}\s+{_MONTH_OF_DAY}\s+(?P<two>\d\d)\b(?=\W*(?:--|[-–—(\[]|$))",
        absolute.on_short_day,
        "digit month",
    ),
    (
        (
            rf"(?:(?:between|from)\s+)?{_DAY}\s*(?:-|–|to|and)\s*{_DAY2}\s+"
            rf"{_MONTH_OF_DAY}{_OF_YEAR}?\b"
        ),
        absolute.on_day,
        "digit month",
    ),
    (
        (
            rf"(?:(?:between|from)\s+)?{_MONTH}\s+{_DAY}\s*(?:-|–|to|and)\s*{_DAY2}\b"
            rf"(?:,?\s+{_YEAR}\b)?"
        ),
        absolute.on_day,
        "digit month",
    ),
    (
        rf"(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH_OF_DAY}{_OF_YEAR}?",
        absolute.on_day,
        "digit month",
    ),
    (
        rf"{_MONTH}\s+{_DAY}\b(?!:\d|\s*(?:km|kilomet|miles)){_OF_YEAR}?",
        absolute.on_day,
        "digit month",
    ),
    (
        (
            rf"(?:from\s+|between\s+)?{_MONTH}\s*(?:to|and|until|through|-|–)\s*"
            rf"(?P<month2>(?-i:{'|'.join(_LONG)})){_OF_YEAR}"
        ),
        absolute.in_months,
        "month",
    ),
    (
        (
            rf"(?:from|between|in|during)\s+{_MONTH}\s*(?:to|and|until|through|-|–)\s*"
            rf"(?P<month2>(?-i:{'|'.join(_LONG)}))\b"
        ),
        absolute.in_months,
        "month",
    ),
    (rf"{_SHARE}{_MONTH}{_OF_YEAR}?(?![\w'’])", absolute.in_month, "month"),
    (rf"{_PART}{_MONTH}{_OF_YEAR}", absolute.in_month, "month"),
    (
        (
            r"(?:in|since|during|until|by|from|of|last|this|next|through"
            rf"|(?:no|not)\s+(?:earlier|sooner|later)\s+than)\s+{_PART}"
            rf"{_MONTH}(?P<year>)(?![\w'’])"
        ),
        absolute.in_month,
        "month",
    ),
    (
        rf"(?:early|late|mid)[ -]{_MONTH}(?P<year>)(?P<part>)\b",
        absolute.in_month,
        "month",
    ),
    (rf"{_PART}(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)s\b", absolute.in_decade, "year"),
    (
        rf"(?:the\s+)?{_YEAR}\s*[-–]\s*(?P<year2>\d{{2}}(?:\d\d)?)\b",
        absolute.years,
        "year",
    ),
    (
        rf"(?:between|from)\s+{_YEAR}\s+(?:and|to)\s+(?P<year2>\d{{4}})\b",
        absolute.years,
        "year",
    ),
    (
        (
            rf"(?:the\s+|last\s+|this\s+)?{_SEASON}(?:\s+of)?{_OF_YEAR}"
        ),
        absolute.in_season,
        "season",
    ),
    (rf"(?:last|this|next)\s+{_SEASON}\b", absolute.in_season, "which season"),
    (_BARE_SEASON, absolute.in_season, "season"),
    (
        rf"{_PART}(?:the\s+)?(?P<century>\d\d(?:st|nd|rd|th)|{_ORDINALS})[ -]century\b",
        absolute.in_century,
        "century",
    ),
    (rf"{_SHARE}{_YEAR}\b", absolute.in_year, "year"),
    (
        # "2000 volunteers" is how many.
        rf"{_PART}{_YEAR}\b(?![-–,.]?\d|(?<=000)\s+[a-z]{{3,}}s\b)",
        absolute.in_year,
        "year",
    ),
    (
        (
            r"(?P<near>the day before yesterday|the day after tomorrow|today|tonight"
            r"|yesterday|tomorrow|overnight|last night|this morning|this afternoon"
            r"|this evening|on the eve of|hours ago"
            r"|the (?:past|last) 24 hours|recent (?:days|hours|weeks|months))\b"
        ),
        relative.near_day,
        "near",
    ),
    (r"(?:the|last|this|past|next|coming)\s+weekend\b", relative.weekend, "weekend"),
    (
        (
            rf"(?P<which>last|this|next|coming)?\s*\b{_WEEKDAY}\b{_CLOCK}"
            r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?"
        ),
        relative.weekday,
        "weekday",
    ),
    (rf"{_SMALL}\s+{_UNIT}\s+ago\b", relative.ago, "ago"),
    (
        rf"{_SMALL}\s+{_LONG_UNIT}\s+(?:earlier|before)\b",
        relative.ago,
        "earlier unit",
    ),
    (rf"{_SMALL}\s+{_UNIT}\s+after\b", relative.lag, "after unit"),
    (
        (
            rf"(?:in|over|during|for|within)\s+the\s+(?:last|past|previous)\s+"
            rf"(?:{_SMALL_OR_FEW}\s+)?{_UNIT_OR_HOUR}\b"
        ),
        relative.last_few,
        "past unit",
    ),
    (
        (
            rf"(?:(?P<rel>earlier|later|late|early)\s+|{_SHARE})?"
            r"\b(?P<which>this|last|next)\s+(?P<unit>week|month|year)\b"
        ),
        relative.period,
        "which period",
    ),
    (
        (
            r"(?:on|since|(?:night|morning|afternoon|evening|hours)\s+of)\s+the\s+"
            r"(?P<day>[0-3]?\d)(?:[snr][td]|th)\b(?!\s+(?:century|floor|day|of|lap|"
            r"anniversary|birthday|minute|hole|brigade|division|regiment)\b|-)"
        ),
        relative.the_nth,
        "ordinal",
    ),
)  # fmt: skip


def patterns_for(text: str) -> list[tuple[re.Pattern[str], Reader]]:
    """Return the patterns that may match in a stretch of text, with their readers."""
    return _patterns_with(find_cues(text))


@lru_cache(maxsize=1 << 10)
def _patterns_with(cues: frozenset[str]) -> list[tuple[re.Pattern[str], Reader]]:
    return [(pattern, read) for pattern, read, needs in _COMPILED if needs <= cues]


_COMPILED = tuple(
    (re.compile(rf"\b{pattern}" if pattern[0] != "(" else rf"(?<!\w){pattern}",
                re.IGNORECASE), read, frozenset(needs.split()))
    for pattern, read, needs in _PATTERNS
)  # fmt: skip
