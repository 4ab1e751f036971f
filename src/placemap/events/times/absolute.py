"""Days of expressions that name a date, a month, a season or a year.

Days and months without a year mean the last such up to publication, or the next one
where the text looks ahead.
"""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from placemap.events.times.clock import (
    SHIFTS,
    Clock,
    month_days,
    part_of,
    safe_day,
)
from placemap.events.times.stretches import (
    last_season,
    next_season,
    season_days,
    share_of,
)

if TYPE_CHECKING:
    import re

    from placemap.events.times.clock import Days

_MONTHS = {
    name: number
    for number in range(1, 13)
    for name in (
        calendar.month_name[number].lower(),
        calendar.month_abbr[number].lower(),
    )
} | {"sept": 9}


def _month_of(match: re.Match[str]) -> int:
    groups = match.groupdict()
    name = groups["month"] or groups["short"]
    return _MONTHS[name.lower().rstrip(".")]


def _year_of(match: re.Match[str], clock: Clock) -> int | None:
    """Return the year an expression states outright, None where it states none."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("which_year") and clock.published:
        return clock.published.year + SHIFTS[groups["which_year"].lower()]
    return None


def on_day(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the day, or days of one month, of "5 May 2023" and "3 to 5 May"."""
    month, day = _month_of(match), int(match["day"])
    year = _year_of(match, clock) or clock.year_of(month, day)
    first = safe_day(year, month, day) if year else None
    if first is None or year is None:
        return None
    groups = match.groupdict()
    last = safe_day(year, month, int(groups["day2"])) if groups.get("day2") else first
    return (first, last) if last and last >= first else None


def on_short_day(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the day of "7 JUL 89": the latest such year up to publication."""
    if clock.published is None:
        return None
    latest = clock.published.year
    year = latest - (latest - int(match["two"])) % 100
    day = safe_day(year, _month_of(match), int(match["day"]))
    return (day, day) if day else None


def in_month(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the days of a month or of a part of it: "mid-April", "late May"."""
    month = _month_of(match)
    year = _year_of(match, clock) or clock.year_of_month(month)
    if not year:
        return None
    days = month_days(year, month)
    groups = match.groupdict()
    if groups.get("share"):
        return share_of(days, groups["share"])
    return part_of(days, groups.get("part"))


def in_months(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the days of "from January to March 2021"."""
    last = _MONTHS[match["month2"].lower().rstrip(".")]
    year = _year_of(match, clock) or clock.year_of_month(last)
    if not year:
        return None
    first = _month_of(match)
    return (
        date(year - (first > last), first, 1),
        month_days(year, last)[1],
    )


def in_season(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the days of "the summer of 2022", "last spring" and "in the autumn"."""
    year = _year_of(match, clock)
    if year is None:
        words = match.group().lower().split()
        if words[0] == "next" or clock.looks_ahead:
            return next_season(match["season"], clock)
        is_over = words[0] in ("last", "over")
        return last_season(match["season"], clock, is_over=is_over)
    return season_days(match["season"], year)


def by_figures(match: re.Match[str], _clock: Clock) -> Days | None:
    """Return the day of "18/09/2023"; the year where day and month may be either."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    is_plain = match["mark"] == "."  # with stops, the day comes first
    readings = [(two, one)] if is_plain else [(two, one), (one, two)]
    days = {safe_day(year, month, day) for month, day in readings if month in _TWELVE}
    days.discard(None)
    if len(days) != 1:
        return (date(year, 1, 1), date(year, 12, 31)) if days else None
    day = days.pop()
    return (day, day) if day else None


def by_short_figures(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the day of "on 12/10": of both readings the one nearest to publication."""
    published = clock.published
    if published is None:
        return None
    one, two = int(match["one"]), int(match["two"])
    known = []
    for month, number in ((two, one), (one, two)):
        year = clock.year_of(month, number) if month in _TWELVE else None
        day = safe_day(year, month, number) if year else None
        known += [day] if day else []
    if not known:
        return None
    nearest = min(known, key=lambda day: abs((day - published).days))
    return nearest, nearest


_TWELVE = range(1, 13)


def this_day(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the day of "on this day in 1972"."""
    if clock.published is None:
        return None
    published = clock.published
    day = safe_day(int(match["year"]), published.month, published.day)
    return (day, day) if day else None


def in_century(match: re.Match[str], _clock: Clock) -> Days | None:
    """Return the days of "the late nineteenth century"."""
    name = match["century"].lower()
    number = int(name[:2]) if name[0].isdigit() else _CENTURIES[name]
    days = date(100 * number - 99, 1, 1), date(100 * number, 12, 31)
    first, last = part_of(days, match["part"])
    return date(first.year, 1, 1), date(last.year, 12, 31)


_CENTURIES = {
    name: number
    for number, name in enumerate(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
        "eighteenth nineteenth twentieth twenty-first".split(),
        start=10,
    )
}


def in_year(match: re.Match[str], _clock: Clock) -> Days | None:
    """Return the days of a year or of a part of it."""
    year = int(match["year"])
    days = date(year, 1, 1), date(year, 12, 31)
    groups = match.groupdict()
    if groups.get("share"):
        return share_of(days, groups["share"])
    return part_of(days, groups.get("part"))


def in_decade(match: re.Match[str], _clock: Clock) -> Days | None:
    """Return the years of "the early 1990s"."""
    year = int(match["decade"])
    days = date(year, 1, 1), date(year + 9, 12, 31)
    first, last = part_of(days, match["part"])
    return date(first.year, 1, 1), date(last.year, 12, 31)


def years(match: re.Match[str], _clock: Clock) -> Days | None:
    """Return the years of "2014-16" and "between 2014 and 2016"."""
    first, last = int(match["year"]), match["year2"]
    end = int(last) if len(last) > 2 else first // 100 * 100 + int(last)
    return (date(first, 1, 1), date(end, 12, 31)) if end > first else None


def iso(match: re.Match[str], _clock: Clock) -> Days | None:
    """Return the day of "2023-09-20"."""
    day = safe_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return (day, day) if day else None
