"""The calendar as a reader uses it: from a publication day, back or ahead."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

    Days = tuple[date, date]
    View = Literal["back", "open", "ahead"]

SHIFTS = {"this": 0, "last": -1, "next": 1}
# A date without a year that comes soon after publication is announced, not last
# year's, unless the text looks back.
_SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Clock:
    """The publication day, and where the text looks from it.

    "back" and "ahead" say that what is told has been or will be; "open" that it may
    be either, as with a noun.
    """

    published: date | None
    view: View = "open"

    @property
    def looks_ahead(self) -> bool:
        """Whether what is told is still to come."""
        return self.view == "ahead"

    def year_of(self, month: int, day: int) -> int | None:
        """Return the year of a month and day given without one."""
        if self.published is None:
            return None
        year = self.published.year
        if self.looks_ahead:
            today = self.published.month, self.published.day
            return year if (month, day) >= today else year + 1
        limit = self.published + (_SOON if self.view == "open" else timedelta(0))
        same = safe_day(year, month, day)
        return year if same is None or same <= limit else year - 1

    def year_of_month(self, month: int) -> int | None:
        """Return the year of a month given without one."""
        return self.year_of(month, 31 if self.looks_ahead else 1)


def safe_day(year: int, month: int, day: int) -> date | None:
    """Return a day, None where the calendar has none such."""
    last = calendar.monthrange(year, month)[1]
    return date(year, month, day) if 1 <= day <= last else None


def month_days(year: int, month: int) -> Days:
    """Return the first and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def part_of(days: Days, part: str | None) -> Days:
    """Return the early, middle or late third of a stretch of days."""
    if not part:
        return days
    part = part.lower()
    first, last = days
    third = (last - first) // 3
    if part == "early" or part.endswith(("beginning of", "start of")):
        return first, first + third
    if part == "late" or part.endswith("end of"):
        return last - third, last
    return first + third, last - third
