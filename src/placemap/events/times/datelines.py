"""The day in a dateline, from which a report without a date of its own is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.events.places.datelines import find_datelines
from placemap.events.times.dates import find_dates

if TYPE_CHECKING:
    from datetime import date


def dateline_day(text: str) -> date | None:
    """Return the day of the first dateline that states one with its year, or None.

    Examples
    --------
    >>> dateline_day("LIMA, 4 May 2025 - Police arrested two men on Friday.")
    datetime.date(2025, 5, 4)
    """
    for line in find_datelines(text):
        span = Span(line.place.end, line.end)
        for found in find_dates(text, span, published=None):
            if found.is_day:
                return found.first
    return None
