"""Days of expressions that count from publication: "on Tuesday", "two weeks ago".

Without a publication day they stay relative and have no days.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from placemap.events.numerals import parse_number
from placemap.events.times.clock import (
    SHIFTS,
    Clock,
    month_days,
    part_of,
    safe_day,
)
from placemap.events.times.stretches import last_weekend, share_of

if TYPE_CHECKING:
    from placemap.events.times.clock import Days

_WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}


def weekday(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the last such day up to publication, or the next one."""
    if clock.published is None:
        return None
    target = _WEEKDAYS[match["weekday"].lower()]
    if match["week"]:
        week = _period_days(clock.published, "week", SHIFTS[match["week"].lower()])
        day = week[0] + timedelta(days=target)
        return day, day
    which = (match["which"] or "").lower()
    if which in ("next", "coming") or (clock.looks_ahead and which != "last"):
        ahead = (target - clock.published.weekday()) % 7 or 7
        day = clock.published + timedelta(days=ahead)
    elif which == "this" and clock.view == "open":
        # "The fair this Saturday" is to come, or today.
        ahead = (target - clock.published.weekday()) % 7
        day = clock.published + timedelta(days=ahead)
    else:
        back = (clock.published.weekday() - target) % 7
        day = clock.published - timedelta(days=back or (7 if which == "last" else 0))
    return day, day


_NEAR_DAYS = {
    "today": (0, 0), "tonight": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1),
    "overnight": (-1, 0), "last night": (-1, -1), "this morning": (0, 0),
    "this afternoon": (0, 0), "this evening": (0, 0),
    "the day before yesterday": (-2, -2), "the day after tomorrow": (2, 2),
    "on the eve of": (-1, 0), "hours ago": (-1, 0), "the past 24 hours": (-1, 0),
    "the last 24 hours": (-1, 0), "recent days": (-7, 0),
    "recent hours": (-1, 0), "recent weeks": (-28, 0), "recent months": (-180, 0),
}  # fmt: skip


def near_day(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the days of "today", "overnight", "recent weeks"."""
    if clock.published is None:
        return None
    low, high = _NEAR_DAYS[re.sub(r"\s+", " ", match["near"].lower())]
    return clock.published + timedelta(low), clock.published + timedelta(high)


def weekend(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the last weekend, or the next one."""
    is_next = match.group().lower().startswith(("next", "coming"))
    days = last_weekend(clock)
    if days is None or not (is_next or clock.looks_ahead):
        return days
    return days[0] + timedelta(weeks=1), days[1] + timedelta(weeks=1)


def ago(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the days of "two weeks ago"; the coarser the unit, the wider."""
    number = parse_number(match["count"])
    if clock.published is None or number is None or _is_open(match):
        return None
    unit = match["unit"].lower()
    if unit in _DAYS_OF:
        day = clock.published - timedelta(days=number * _DAYS_OF[unit])
        slack = timedelta(days=0 if unit == "day" else 3)
        return day - slack, day + slack
    if unit == "month":
        months = clock.published.year * 12 + clock.published.month - 1 - number
        return month_days(months // 12, months % 12 + 1)
    length = _YEARS_OF[unit]
    year, spread = clock.published.year - number * length, length // 5
    if year - spread < 1:
        return None
    return date(year - spread, 1, 1), date(year + spread, 12, 31)


def years_ago(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the days of "three years ago this week" and "a year to the day after"."""
    number = parse_number(match["count"])
    if clock.published is None or number is None or clock.published.year <= number:
        return None
    now = (match.groupdict().get("now") or "").lower().split()
    if len(now) == 1:
        day = clock.published + timedelta(days=_NEAR_DAYS[now[0]][0])
        first = last = day
    elif now:
        first, last = _period_days(clock.published, now[1], SHIFTS[now[0]])
    else:  # the later event may be yesterday's
        first, last = clock.published - timedelta(days=1), clock.published
    return _years_before(first, number), _years_before(last, number)


def _years_before(day: date, number: int) -> date:
    year = day.year - number
    return safe_day(year, day.month, day.day) or date(year, 2, 28)


_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_YEARS_OF = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


# "two days before the vote" counts from the vote, whose day is not known.
_OF_ANOTHER = re.compile(r"before (?:the|a|an|his|her|its|their|that|this) ")


def _is_open(match: re.Match[str]) -> bool:
    """Tell a stretch that counts from another event, and half a century."""
    start = match.start() + match.group().rfind(" ") + 1
    rest = match.string[start : match.end() + 8].lower()
    is_half = match.string[: match.start()].lower().endswith("half ")
    return is_half or _OF_ANOTHER.match(rest) is not None


def lag(match: re.Match[str], clock: Clock) -> Days | None:
    """Return when what follows "twenty years after" was, counted from publication."""
    days = ago(match, clock)
    if days is None or match["unit"].lower() != "day":
        return days
    return days[0] - timedelta(days=1), days[1]  # the later event may be yesterday's


def last_few(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the days of "in the past two weeks"."""
    number = parse_number(match["count"] or "one")
    if clock.published is None or number is None:
        return None
    if (match["count"] or "").lower() in ("few", "several", "a few"):
        number = _SEVERAL
    unit = match["unit"].lower()
    days = -(-number // 24) if unit == "hour" else _LENGTHS[unit] * number
    return clock.published - timedelta(days=min(days, 36500)), clock.published


_SEVERAL = 5
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365,
            "decade": 3652, "century": 36500, "centurie": 36500}  # fmt: skip


def period(match: re.Match[str], clock: Clock) -> Days | None:
    """Return "this week", "earlier this month", "last year", "next month"."""
    if clock.published is None:
        return None
    shift = SHIFTS[match["which"].lower()]
    first, last = _period_days(clock.published, match["unit"].lower(), shift)
    if match["share"]:
        return share_of((first, last), match["share"])
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


def the_nth(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the day of "on the 19th", of this month or the last."""
    if clock.published is None:
        return None
    published, number = clock.published, int(match["day"])
    months = published.year * 12 + published.month - 1
    # This month's, or the last one's where this month's is still to come.
    for back in (0, 1):
        year, month = divmod(months - back, 12)
        day = safe_day(year, month + 1, number)
        if day and (day <= published or clock.looks_ahead):
            return day, day
    return None
