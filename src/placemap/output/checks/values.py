"""Whether a cell holds what its column says, in whatever manner a format writes it.

A format without types (CSV) has texts, GeoPackage has JSON as text and truth as 0 and
1, GeoJSON has dates as text: each is taken as its own way of writing the value.
"""

from __future__ import annotations

import json
import math
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from placemap.output.checks.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from placemap.output.columns import Column

_REWRITE = "export the file again, or mend the cell"
_TRUTHS = {"true": True, "false": False, True: True, False: False}


def check_value(value: object, column: Column, where: str) -> Iterator[Problem]:
    """Yield what is wrong with `value` for `column`; nothing is wrong with None."""
    if value is None:
        return
    try:
        read = _READERS[column.kind](value)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        yield Problem(
            where,
            f"{column.name}: expected {column.kind}, found {value!r:.60}",
            _REWRITE,
        )
        return
    if column.codes and column.codes.is_closed and read not in column.codes.meanings:
        known = ", ".join(map(str, column.codes.meanings))
        yield Problem(
            where,
            f"{column.name}: {read!r} is no code of it",
            f"use one of {known}; docs/schema.md says what they mean",
        )
    low, high = column.limits
    if not ((low is None or read >= low) and (high is None or read <= high)):
        most = "" if high is None else f" to {high:g}"
        yield Problem(
            where,
            f"{column.name}: {read} is out of range",
            f"expected {low:g}{most or ' or more'}; degrees are WGS 84, shares 0 to 1",
        )


def _whole(value: Any) -> int:  # noqa: ANN401 - whatever a cell may hold
    if isinstance(value, bool) or (isinstance(value, float) and value % 1):
        raise ValueError(value)
    return int(value)


def _number(value: Any) -> float:  # noqa: ANN401 - as above
    number = float(value)
    if isinstance(value, bool) or not math.isfinite(number):
        raise ValueError(value)
    return number


def _day(value: Any) -> date:  # noqa: ANN401 - as above
    day = value if isinstance(value, date) else date.fromisoformat(value)
    # Python also reads 20230919 and 2023-W38-2, which other programs do not.
    if isinstance(value, str) and value != day.isoformat():
        raise ValueError(value)
    return day


def _moment(value: Any) -> datetime:  # noqa: ANN401 - as above
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment


def _text(value: Any) -> str:  # noqa: ANN401 - as above
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _json(value: Any) -> object:  # noqa: ANN401 - as above
    found = json.loads(value) if isinstance(value, str) else value
    if not isinstance(found, list | dict):
        raise TypeError(value)
    return found


_READERS: dict[str, Callable[[Any], Any]] = {
    "text": _text,
    "json": _json,
    "int": _whole,
    "float": _number,
    "bool": _TRUTHS.__getitem__,
    "date": _day,
    "datetime": _moment,
}
