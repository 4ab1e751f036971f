"""Stretches of days with a name of their own: weekends, seasons, parts of months."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from placemap.events.times.clock import month_days, part_of

if TYPE_CHECKING:
    from placemap.events.times.clock import Clock, Days

# The first month of each season as most of the world's news counts them, in the
# northern hemisphere; a text seldom says which one it means.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_SATURDAY = 5
_MONTH = 31


def last_weekend(clock: Clock) -> Days | None:
    """Return the Saturday and Sunday last begun, None without a publication day.

    Examples
    --------
    >>> from placemap.events.times.clock import Clock
    >>> [day.isoformat() for day in last_weekend(Clock(date(2023, 9, 20)))]
    ['2023-09-16', '2023-09-17']
    """
    if clock.published is None:
        return None
    back = (clock.published.weekday() - _SATURDAY) % 7
    saturday = clock.published - timedelta(days=back)
    return saturday, saturday + timedelta(days=1)


def season_days(season: str, year: int) -> Days:
    """Return the days of a season; that of winter ends in the year after.

    Examples
    --------
    >>> [day.isoformat() for day in season_days("winter", 2022)]
    ['2022-12-01', '2023-02-28']
    """
    first = _SEASONS[season.lower()]
    months = year * 12 + first + 1  # the third month, counted from 0
    return date(year, first, 1), month_days(months // 12, months % 12 + 1)[1]


def last_season(season: str, clock: Clock, *, is_over: bool = False) -> Days | None:
    """Return the season of that name last begun, or last over.

    None without a publication day.
    """
    if clock.published is None:
        return None
    days = season_days(season, clock.published.year)
    if days[1 if is_over else 0] >= clock.published:
        days = season_days(season, clock.published.year - 1)
    return days


def next_season(season: str, clock: Clock) -> Days | None:
    """Return the season of that name that ends next; None without a publication day."""
    if clock.published is None:
        return None
    year = clock.published.year
    seasons = (season_days(season, year + step) for step in (-1, 0, 1))
    return next(days for days in seasons if days[1] >= clock.published)


def share_of(days: Days, part: str) -> Days:
    """Return a part of a month or year: "the second week of", "the first half of".

    Examples
    --------
    >>> from placemap.events.times.clock import month_days
    >>> [day.day for day in share_of(month_days(2023, 8), "the second week of")]
    [8, 14]
    """
    words = part.lower().split()
    unit = next((w for w in words if w in ("week", "half", "quarter")), "")
    order = next((_ORDER[w] for w in words if w in _ORDER), 0)
    if not unit:
        return part_of(days, " ".join(words))
    first, last = days
    if unit == "week":
        if order < 0:
            return last - timedelta(days=6), last
        start = first + timedelta(weeks=order)
        return start, start + timedelta(days=6)
    count = 2 if unit == "half" else 4
    place = count - 1 if order < 0 else min(order, count - 1)
    return _share(days, place, count)


def _share(days: Days, place: int, count: int) -> Days:
    """Return one of `count` equal parts, of whole months where a year is parted."""
    first, last = days
    size = (last - first).days + 1
    if size > _MONTH:
        months = 12 // count
        month = 1 + place * months
        return (
            date(first.year, month, 1),
            month_days(first.year, month + months - 1)[1],
        )
    start = first + timedelta(days=size * place // count)
    return start, first + timedelta(days=size * (place + 1) // count - 1)
