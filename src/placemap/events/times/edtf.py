"""Days written as EDTF level 1 text, and how precise they are."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def to_edtf(first: date | None, last: date | None, *, is_open: bool = False) -> str:
    """Return the days from `first` to `last` as EDTF level 1 text.

    Whole months, years and decades are written as such; an open end is ``..``.

    Examples
    --------
    >>> from datetime import date
    >>> to_edtf(date(2020, 1, 1), date(2020, 12, 31))
    '2020'
    >>> to_edtf(date(2022, 12, 1), None, is_open=True)
    '2022-12/..'
    >>> to_edtf(date(1990, 1, 1), date(1999, 12, 31)), to_edtf(None, None)
    ('199X', '')
    """
    if first is None:
        return ""
    if last is None:
        return f"{_short(first)}/.." if is_open else ""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _edtf_years(first.year, last.year)
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        months = first.isoformat()[:7], last.isoformat()[:7]
        return months[0] if months[0] == months[1] else "/".join(months)
    return f"{first.isoformat()}/{last.isoformat()}"


def _short(first: date) -> str:
    if (first.month, first.day) == (1, 1):
        return f"{first.year:04}"
    return first.isoformat()[:7] if first.day == 1 else first.isoformat()


def _edtf_years(first: int, last: int) -> str:
    if first == last:
        return f"{first:04}"
    if last - first == 9 and first % 10 == 0:
        return f"{first // 10:03}X"
    return f"{first:04}/{last:04}"


def date_precision(first: date | None, last: date | None) -> int | None:
    """Return the UCDP precision code of a stretch of days, None for none.

    1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer or open.

    Examples
    --------
    >>> from datetime import date
    >>> date_precision(date(2023, 9, 19), date(2023, 9, 19))
    1
    """
    if first is None:
        return None
    if last is None:
        return 5
    days = (last - first).days + 1
    for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)):
        if days <= most:
            return code
    return 5
