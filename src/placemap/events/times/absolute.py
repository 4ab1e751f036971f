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
from placemap.events.times.stretches import last_season, season_days, share_of

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
    """Return the days of "the summer of 2022" and "last spring"."""
    year = _year_of(match, clock)
    if year is None:
        is_over = match.group().lower().startswith("last")
        return last_season(match["season"], clock, is_over=is_over)
    return season_days(match["season"], year)


def by_figures(match: re.Match[str], _clock: Clock) -> Days | None:
    """Return the day of "18/09/2023"; the year where day and month may be either."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    is_plain = match["mark"] == "."  # with stops, the day comes first
    readings = [(two, one)] if is_plain else [(two, one), (one, two)]
    months = range(1, 13)
    days = {safe_day(year, month, day) for month, day in readings if month in months}
    days.discard(None)
    if len(days) != 1:
        return (date(year, 1, 1), date(year, 12, 31)) if days else None
    day = days.pop()
    return (day, day) if day else None


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
