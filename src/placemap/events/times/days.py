"""What days a time expression means: one pattern and one reader for each kind.

Everything relative counts from the publication date; without one it stays
relative and has no days. Weekdays and months without a year mean the last such
day or month up to publication, or the next one where the text looks ahead.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from placemap.events.numerals import parse_number
from placemap.events.times.clock import Clock, month_days, part_of, safe_day

if TYPE_CHECKING:
    from collections.abc import Callable

    Days = tuple[date, date]
    Reader = Callable[[re.Match[str], "Clock"], Days | None]

_MONTHS = {
    name: number
    for number in range(1, 13)
    for name in (
        calendar.month_name[number].lower(),
        calendar.month_abbr[number].lower(),
    )
} | {"sept": 9}
_WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_LONG = [calendar.month_name[number] for number in range(1, 13)]
# Case matters here: "may 5" and "march 12 km" are not dates.
_MONTH = (
    rf"(?P<month>(?-i:{'|'.join((*_LONG, *map(str.upper, _LONG)))}"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?))"
)
_DAY = r"(?P<day>[0-3]?\d)(?:[snr][td]|th)?"
_DAY2 = r"(?P<day2>[0-3]?\d)(?:[snr][td]|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:(?P<part>early|late|mid|the beginning of|the end of|the start of)[ -])?"
_SMALL = (
    r"(?P<count>\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-?"
    r"(?:one|two|three|four|five|six|seven|eight|nine)?|an?|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of)"
)
_UNIT = r"(?P<unit>day|week|month|year)s?"
_CLOCK = r"(?:[ ,]+(?:early |late )?(?P<clock>morning|afternoon|evening|night|noon))?"


def _on_day(match: re.Match[str], clock: Clock) -> Days | None:
    month = _MONTHS[match["month"].lower().rstrip(".")]
    day = int(match["day"])
    year = int(match["year"]) if match["year"] else clock.year_of(month, day)
    first = safe_day(year, month, day) if year else None
    if first is None or year is None:
        return None
    groups = match.groupdict()
    last = safe_day(year, month, int(groups["day2"])) if groups.get("day2") else first
    return (first, last) if last and last >= first else None


def _in_month(match: re.Match[str], clock: Clock) -> Days | None:
    month = _MONTHS[match["month"].lower().rstrip(".")]
    year = int(match["year"]) if match["year"] else clock.year_of_month(month)
    return part_of(month_days(year, month), match["part"]) if year else None


def _in_year(match: re.Match[str], _clock: Clock) -> Days | None:
    year = int(match["year"])
    return part_of((date(year, 1, 1), date(year, 12, 31)), match["part"])


def _in_decade(match: re.Match[str], _clock: Clock) -> Days | None:
    year = int(match["decade"])
    days = date(year, 1, 1), date(year + 9, 12, 31)
    first, last = part_of(days, match["part"])
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _years(match: re.Match[str], _clock: Clock) -> Days | None:
    first, last = int(match["year"]), match["year2"]
    end = int(last) if len(last) > 2 else first // 100 * 100 + int(last)
    return (date(first, 1, 1), date(end, 12, 31)) if end > first else None


def _iso(match: re.Match[str], _clock: Clock) -> Days | None:
    day = safe_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return (day, day) if day else None


def _weekday(match: re.Match[str], clock: Clock) -> Days | None:
    if clock.published is None:
        return None
    target = _WEEKDAYS[match["weekday"].lower()]
    which = (match["which"] or "").lower()
    if which == "next" or (clock.looks_ahead and which != "last"):
        ahead = (target - clock.published.weekday()) % 7 or 7
        day = clock.published + timedelta(days=ahead)
    else:
        back = (clock.published.weekday() - target) % 7
        day = clock.published - timedelta(days=back or (7 if which == "last" else 0))
    return day, day


_NEAR_DAYS = {
    "today": (0, 0), "tonight": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1),
    "overnight": (-1, 0), "last night": (-1, -1), "this morning": (0, 0),
    "this afternoon": (0, 0), "this evening": (0, 0), "the day before": (-2, -1),
    "the previous day": (-2, -1), "the day before yesterday": (-2, -2),
    "the day after tomorrow": (2, 2), "on the eve of": (-1, 0), "hours ago": (-1, 0),
    "hours earlier": (-1, 0), "the past 24 hours": (-1, 0),
    "the last 24 hours": (-1, 0), "recent days": (-7, 0),
    "recent hours": (-1, 0), "the weekend": (-7, 0),
}  # fmt: skip


def _near_day(match: re.Match[str], clock: Clock) -> Days | None:
    if clock.published is None:
        return None
    low, high = _NEAR_DAYS[re.sub(r"\s+", " ", match["near"].lower())]
    return clock.published + timedelta(low), clock.published + timedelta(high)


def _ago(match: re.Match[str], clock: Clock) -> Days | None:
    number = parse_number(match["count"])
    if clock.published is None or number is None or _OF_ANOTHER.match(_rest(match)):
        return None
    unit = match["unit"].lower()
    if unit in ("day", "week"):
        day = clock.published - timedelta(days=number * (7 if unit == "week" else 1))
        slack = timedelta(days=3 if unit == "week" else 0)
        return day - slack, day + slack
    if unit == "month":
        months = clock.published.year * 12 + clock.published.month - 1 - number
        return month_days(months // 12, months % 12 + 1)
    year = clock.published.year - number
    return (date(year, 1, 1), date(year, 12, 31)) if year > 0 else None


# "two days before the vote" counts from the vote, whose day is not known.
_OF_ANOTHER = re.compile(r"before (?:the|a|an|his|her|its|their|that|this) ")


def _rest(match: re.Match[str]) -> str:
    """Return the last word of a match and a little of what follows it."""
    start = match.start() + match.group().rfind(" ") + 1
    return match.string[start : match.end() + 8].lower()


def _lag(match: re.Match[str], clock: Clock) -> Days | None:
    """Return when what follows "twenty years after" was, counted from publication."""
    days = _ago(match, clock)
    if days is None or match["unit"].lower() != "day":
        return days
    return days[0] - timedelta(days=1), days[1]  # the later event may be yesterday's


def _last_few(match: re.Match[str], clock: Clock) -> Days | None:
    number = parse_number(match["count"] or "one")
    if clock.published is None or number is None:
        return None
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[
        match["unit"].lower()
    ] * number
    return clock.published - timedelta(days=min(days, 36500)), clock.published


def _period(match: re.Match[str], clock: Clock) -> Days | None:
    """Return "this week", "earlier this month", "last year", "next month"."""
    if clock.published is None:
        return None
    shift = {"this": 0, "last": -1, "next": 1}[match["which"].lower()]
    first, last = _period_days(clock.published, match["unit"].lower(), shift)
    if (match["rel"] or "").lower() == "earlier":
        return first, max(first, min(last, clock.published))
    if (match["rel"] or "").lower() == "later":
        return min(last, clock.published), last
    if match["rel"]:
        return part_of((first, last), match["rel"].lower())
    return first, last


def _period_days(published: date, unit: str, shift: int) -> Days:
    if unit == "week":
        monday = (
            published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        )
        return monday, monday + timedelta(days=6)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return month_days(months // 12, months % 12 + 1)
    year = published.year + shift
    return date(year, 1, 1), date(year, 12, 31)


def _the_nth(match: re.Match[str], clock: Clock) -> Days | None:
    if clock.published is None:
        return None
    day = safe_day(clock.published.year, clock.published.month, int(match["day"]))
    return (day, day) if day and day <= clock.published else None


# Tried in order at each place; an earlier pattern wins over a later one it overlaps.
_PATTERNS: tuple[tuple[str, Reader], ...] = (
    (rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", _iso),
    (
        (
            rf"(?:(?:between|from)\s+)?{_DAY}\s*(?:-|–|to|and)\s*{_DAY2}\s+{_MONTH}"
            rf"(?:,?\s+{_YEAR})?\b"
        ),
        _on_day,
    ),
    (
        (
            rf"(?:(?:between|from)\s+)?{_MONTH}\s+{_DAY}\s*(?:-|–|to|and)\s*{_DAY2}\b"
            rf"(?:,?\s+{_YEAR}\b)?"
        ),
        _on_day,
    ),
    (rf"(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH}\b(?:,?\s+{_YEAR}\b)?", _on_day),
    (rf"{_MONTH}\s+{_DAY}\b(?!:)(?:,?\s+{_YEAR}\b)?", _on_day),
    (rf"{_PART}{_MONTH}(?:,?\s+{_YEAR})\b", _in_month),
    (
        (
            rf"(?:in|since|during|until|by|from|of|last|this|next|through)\s+{_PART}"
            rf"{_MONTH}(?P<year>)(?![\w'’])"
        ),
        _in_month,
    ),
    (rf"(?:early|late|mid)[ -]{_MONTH}(?P<year>)(?P<part>)\b", _in_month),
    (rf"{_PART}(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)s\b", _in_decade),
    (rf"(?:the\s+)?{_YEAR}\s*[-–]\s*(?P<year2>\d{{2}}(?:\d\d)?)\b", _years),
    (rf"(?:between|from)\s+{_YEAR}\s+(?:and|to)\s+(?P<year2>\d{{4}})\b", _years),
    (rf"{_PART}{_YEAR}\b(?![-–,.]?\d)", _in_year),
    (
        (
            r"(?P<near>the day before yesterday|the day after tomorrow|today|tonight"
            r"|yesterday|tomorrow|overnight|last night|this morning|this afternoon"
            r"|this evening|the day before|the previous day|on the eve of|hours ago"
            r"|hours earlier"
            r"|the (?:past|last) 24 hours|recent days|recent hours|the weekend)\b"
        ),
        _near_day,
    ),
    (rf"(?P<which>last|this|next)?\s*\b{_WEEKDAY}\b{_CLOCK}", _weekday),
    (rf"{_SMALL}\s+{_UNIT}\s+(?:ago|earlier|before)\b", _ago),
    (rf"{_SMALL}\s+{_UNIT}\s+after\b", _lag),
    (
        (
            rf"(?:in|over|during|for|within)\s+the\s+(?:last|past|previous)\s+"
            rf"(?:{_SMALL}\s+)?{_UNIT}\b"
        ),
        _last_few,
    ),
    (
        (
            r"(?:(?P<rel>earlier|later|late|early)\s+)?\b(?P<which>this|last|next)\s+"
            r"(?P<unit>week|month|year)\b"
        ),
        _period,
    ),
    (r"on\s+the\s+(?P<day>[0-3]?\d)(?:[snr][td]|th)\b", _the_nth),
)  # fmt: skip
PATTERNS = tuple(
    (re.compile(rf"\b{pattern}" if pattern[0] != "(" else rf"(?<!\w){pattern}",
                re.IGNORECASE), read)
    for pattern, read in _PATTERNS
)  # fmt: skip
