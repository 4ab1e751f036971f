"""Check the timespans of Linked Places: ISO 8601 days, months or years, in order."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from placemap.output.checks.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    Moment = tuple[int, ...]

_DATE = re.compile(r"(-?[0-9]{4,6})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# The ways to say when something starts or ends, the earliest moment first.
_WAYS = ("earliest", "in", "latest")
_CURE = "write 1992, 1992-05 or 1992-05-09, as ISO 8601 has it"


def check_when(when: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    """Yield what is wrong with a ``when``, which may be missing (None)."""
    if when is None:
        return
    spans = when.get("timespans") if isinstance(when, dict) else None
    if not isinstance(spans, list) or not spans:
        yield Problem(where, "when: it holds no timespans", _CURE)
        return
    for span in spans:
        if isinstance(span, dict) and isinstance(span.get("start"), dict):
            yield from _check_span(span, where)
        else:
            yield Problem(where, "when: a timespan has no start", _CURE)


def _check_span(span: dict[str, Any], where: str) -> Iterator[Problem]:
    ends: dict[str, list[Moment]] = {"start": [], "end": []}
    for name, moments in ends.items():
        told = span.get(name) or {}
        for way in _WAYS if isinstance(told, dict) else ():
            if way not in told:
                continue
            moment = read_moment(told[way])
            if moment is None:
                what = f"when: {told[way]!r:.40} is no date of ISO 8601"
                yield Problem(where, what, _CURE)
            else:
                moments.append(moment)
        if name in span and not moments:
            what = f"when: the {name} says none of {', '.join(_WAYS)}"
            yield Problem(where, what, _CURE)
    if ends["start"] and ends["end"] and _is_after(ends["start"][0], ends["end"][-1]):
        yield Problem(where, "when: it ends before it starts", "swap the two dates")


def read_moment(text: object) -> Moment | None:
    """Return year, month and day as far as a date says them, None where it is none.

    Examples
    --------
    >>> read_moment("1992-05"), read_moment("-0044"), read_moment("1992-13")
    ((1992, 5), (-44,), None)
    """
    found = _DATE.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return None
    year, *rest = (int(part) for part in found.groups() if part)
    month, day = [*rest, 1, 1][:2]
    # The calendar of a leap year of which Python knows does for years it does not.
    known = year if 1 <= year <= 9999 else 2000
    try:
        date(known, month, day)
    except ValueError:
        return None
    return (year, *rest)


def _is_after(start: Moment, end: Moment) -> bool:
    """Tell whether one moment is after another, as far as both say."""
    said = min(len(start), len(end))
    return start[:said] > end[:said]
