"""Days with a name of their own: fixed feasts, those of Easter, and Islamic ones.

What differs from country to country, such as an independence day, is left out. Islamic
feasts follow the tabular calendar, a day more or less than what is seen of the moon,
so they are given with a day on either side.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from placemap.events.times.clock import SHIFTS

if TYPE_CHECKING:
    import re

    from placemap.events.times.clock import Clock, Days

_FIXED = {
    "new year's day": (1, 1), "epiphany": (1, 6), "orthodox christmas": (1, 7),
    "valentine's day": (2, 14), "international women's day": (3, 8),
    "st patrick's day": (3, 17), "may day": (5, 1), "bastille day": (7, 14),
    "assumption day": (8, 15), "halloween": (10, 31), "all saints' day": (11, 1),
    "all souls' day": (11, 2), "bonfire night": (11, 5), "armistice day": (11, 11),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "st stephen's day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
# Days after Easter Sunday.
_MOVABLE = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7,
    "maundy thursday": -3, "good friday": -2, "holy saturday": -1, "easter sunday": 0,
    "easter monday": 1, "easter tuesday": 2, "ascension day": 39, "whit sunday": 49,
    "pentecost sunday": 49, "whit monday": 50, "pentecost monday": 50,
    "corpus christi": 60,
}  # fmt: skip
# Month and day of the Islamic calendar, and how many days are meant.
_ISLAMIC = {
    "ashura": (1, 10, 1), "ramadan": (9, 1, 30), "eid al-fitr": (10, 1, 1),
    "eid al-adha": (12, 10, 1),
}  # fmt: skip
# Names that alone may mean more than a day need a word of time before them.
_STRETCHES = ("christmas", "easter", "the new year", "new year", "ramadan", "eid")
_DAYS_ALONE = tuple(
    name for name in (*_FIXED, *_MOVABLE, *_ISLAMIC) if name not in _STRETCHES
)


def _spelled(names: tuple[str, ...]) -> str:
    long_first = sorted(names, key=len, reverse=True)
    options = "|".join(long_first).replace("'", "['’]").replace(" ", r"\s+")
    return options.replace("al-", r"(?:al|ul)[- ]")


# "Ahead of Christmas Day" and "after Easter" are other days.
_NOT_THE_DAY = r"(?<!before )(?<!after )(?<!ahead of )(?<!for )(?<!until )"
FEAST = (
    rf"{_NOT_THE_DAY}(?P<feast>{_spelled(_DAYS_ALONE)})\b"
    rf"|(?:at|over|during|in|since|this|last)\s+(?P<time>{_spelled(_STRETCHES)})\b"
    r"(?!['’]|\s+(?:day|eve|\w+day|island|market|tree|dinner|lights|carols?)\b)"
)
HINT = (
    "christmas|boxing|easter|eid|ramadan|pentecost|corpus|new year|ashura|hallow|epiph"
)


def feast(match: re.Match[str], clock: Clock) -> Days | None:
    """Return the days of a feast: the last one begun, or the next if it is to come.

    None without a year and without a publication day.
    """
    name = _plain_name(match["feast"] or match["time"])
    groups = match.groupdict()
    if groups["year"]:
        return next(iter(_feasts_of(name, int(groups["year"]))), None)
    if clock.published is None:
        return None
    if groups["which_year"]:
        year = clock.published.year + SHIFTS[groups["which_year"].lower()]
        return next(iter(_feasts_of(name, year)), None)
    year = clock.published.year
    near = [d for y in range(year - 1, year + 2) for d in _feasts_of(name, y)]
    if clock.looks_ahead:
        return next((d for d in sorted(near) if d[1] >= clock.published), None)
    return max((d for d in near if d[0] <= clock.published), default=None)


def _plain_name(name: str) -> str:
    plain = " ".join(name.lower().replace("’", "'").split()).removeprefix("the ")
    return plain.replace("al ", "al-").replace("ul-", "al-").replace("ul ", "al-")


def _feasts_of(name: str, year: int) -> list[Days]:
    """Return when a feast was in a year; an Islamic one may come twice, or never."""
    if name in _FIXED:
        day = date(year, *_FIXED[name])
        return [(day, day)]
    if name in _MOVABLE:
        day = easter(year) + timedelta(days=_MOVABLE[name])
        return [(day, day)]
    if name == "christmas":
        return [(date(year, 12, 24), date(year, 12, 26))]
    if name == "new year":
        return [(date(year - 1, 12, 31), date(year, 1, 1))]
    if name == "easter":
        return [(easter(year) - timedelta(days=2), easter(year) + timedelta(days=1))]
    names = ("eid al-fitr", "eid al-adha") if name == "eid" else (name,)
    return sorted(days for one in names for days in _islamic_of(one, year))


def _islamic_of(name: str, year: int) -> list[Days]:
    month, number, length = _ISLAMIC[name]
    around = (year - 622) * 33 // 32
    starts = [islamic_day(y, month, number) for y in range(around - 1, around + 3)]
    slack = timedelta(days=1)
    return [
        (start - slack, start + timedelta(days=length))
        for start in starts
        if start.year == year
    ]


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches, by the Gregorian rule.

    Examples
    --------
    >>> easter(2024).isoformat(), easter(2023).isoformat()
    ('2024-03-31', '2023-04-09')
    """
    golden = year % 19
    century = year // 100
    lunar = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = lunar - (lunar // 28) * (1 - (29 // (lunar + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def islamic_day(year: int, month: int, day: int) -> date:
    """Return a day of the tabular Islamic calendar.

    Examples
    --------
    >>> islamic_day(1445, 10, 1).isoformat()
    '2024-04-10'
    """
    months = -(-59 * (month - 1) // 2)  # months of 30 and 29 days by turns
    leaps = (3 + 11 * year) // 30
    return date.fromordinal(day + months + (year - 1) * 354 + leaps + 227_014)
