"""Whether the rows of layers fit the schema, and refer to rows that are there."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.output.checks.problems import Problem
from placemap.output.checks.shapes import check_shape
from placemap.output.checks.values import check_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from placemap.output.columns import Column
    from placemap.output.schema import Layer

_EXPORT = "export the file again with this version of placemap"
_MOST_LISTED = 10
# What every row of these has a key of its own for.
_KEYED = ("events", "mentions", "aliases", "acled", "ucdp")


class Cells(NamedTuple):
    """A row as a file has it, with its geometry and how to find it.

    `fault` says why the geometry cannot be read, where it cannot.
    """

    values: Mapping[str, Any]
    shape: BaseGeometry | None
    where: str
    fault: str = ""


class Keys:
    """The values that rows refer to each other by, gathered layer by layer."""

    def __init__(self) -> None:
        self._there: dict[str, set[str]] = {}
        self._wanted: dict[tuple[str, str, str], dict[str, str]] = {}

    def note(self, layer: Layer, cells: Cells) -> None:
        """Take the keys of a row, and what it refers to."""
        # The parts of a layer, such as events_point, count as the layer.
        table = layer.name.partition("_")[0]
        for column in layer.columns:
            found = _texts(cells.values.get(column.name), column)
            if column.name in ("id", "event_id"):
                self._there.setdefault(f"{table}.{column.name}", set()).update(found)
            if column.refers_to:
                wanted = (layer.name, column.name, column.refers_to)
                for value in found:
                    self._wanted.setdefault(wanted, {}).setdefault(value, cells.where)

    def problems(self) -> Iterator[Problem]:
        """Yield the references that lead nowhere, for targets the file should hold."""
        tables = {key.partition(".")[0] for key, there in self._there.items() if there}
        for (_, column, target), values in self._wanted.items():
            if target.partition(".")[0] not in tables:
                continue
            there = self._there.get(target, set())
            for value, where in values.items():
                if value not in there:
                    yield Problem(
                        where,
                        f"{column}: there is no {value!r} in {target}",
                        "keep the rows that others refer to, or " + _EXPORT,
                    )


def _texts(value: object, column: Column) -> list[str]:
    """Return the text in a cell, or those in its list, without empty ones."""
    if column.kind == "json" and isinstance(value, str):
        with suppress(ValueError, RecursionError):  # told already, as no JSON
            value = json.loads(value)
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if one and isinstance(one, str)]


class Table:
    """A layer whose rows are looked at one by one.

    Parameters
    ----------
    keys
        Takes the keys of the rows.
    in_degrees
        Whether coordinates are to be longitudes and latitudes, and nobody else looks.
    """

    def __init__(self, layer: Layer, keys: Keys, *, in_degrees: bool = False) -> None:
        self._layer = layer
        self._keys = keys
        self._in_degrees = in_degrees
        self._seen: set[str] = set()

    def check(self, cells: Cells) -> Iterator[Problem]:
        """Yield what is wrong with the next row."""
        for column in self._layer.columns:
            yield from check_value(cells.values.get(column.name), column, cells.where)
        if cells.fault:
            yield Problem(cells.where, cells.fault, _EXPORT)
        kind = self._layer.geometry_type
        yield from check_shape(
            cells.shape, kind, cells.where, in_degrees=self._in_degrees
        )
        yield from check_order(cells, "start_date", "end_date")
        yield from self._check_key(cells)
        self._keys.note(self._layer, cells)

    def _check_key(self, cells: Cells) -> Iterator[Problem]:
        layer = self._layer
        key = cells.values.get(layer.key)
        if not key and layer.name.startswith(_KEYED):
            yield Problem(cells.where, f"{layer.key} is empty", _EXPORT)
        if not isinstance(key, str):  # what it is instead is told already
            return
        # An event at several points has a row for each in events_point, with one id.
        if key in self._seen and layer.name != "events_point":
            yield Problem(
                cells.where,
                f"{layer.key} {key!r} is there twice",
                "remove the copy; ids tell rows apart",
            )
        self._seen.add(key)


def check_order(cells: Cells, start: str, end: str) -> Iterator[Problem]:
    """Yield a problem where the day in column `end` is before that in `start`."""
    first, last = (str(cells.values.get(name) or "") for name in (start, end))
    if first and last and last < first:
        yield Problem(
            cells.where, f"it ends on {last}, before it starts", "swap the two dates"
        )


def check_columns(
    columns: Iterable[Column], found: Iterable[str], where: str
) -> Iterator[Problem]:
    """Yield a problem where some of the columns are not among those found."""
    there = set(found)
    missing = [column.name for column in columns if column.name not in there]
    if missing:
        more = len(missing) - _MOST_LISTED
        told = ", ".join(missing[:_MOST_LISTED])
        told += f" and {more} more" if more > 0 else ""
        yield Problem(where, f"columns are missing: {told}", _EXPORT)


def check_layer(
    layer: Layer,
    names: Iterable[str],
    rows: Iterable[Cells],
    keys: Keys,
    *,
    in_degrees: bool = False,
) -> Iterator[Problem]:
    """Yield what is wrong with a layer that has columns `names`; note its keys.

    `in_degrees` is as in `Table`.
    """
    yield from check_columns(layer.columns, names, layer.name)
    table = Table(layer, keys, in_degrees=in_degrees)
    for cells in rows:
        yield from table.check(cells)
