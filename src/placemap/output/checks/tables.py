"""Whether the rows of layers fit the schema, and refer to rows that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.output.checks.problems import Problem
from placemap.output.checks.shapes import check_shape
from placemap.output.checks.values import check_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from shapely.geometry.base import BaseGeometry

    from placemap.output.schema import Layer

_EXPORT = "export the file again with this version of placemap"


class Cells(NamedTuple):
    """A row as a file has it, with its geometry and how to find it."""

    values: Mapping[str, Any]
    shape: BaseGeometry | None
    where: str


class Keys:
    """The values that rows refer to each other by, gathered layer by layer."""

    def __init__(self) -> None:
        self._there: dict[str, set[object]] = {}
        self._wanted: dict[tuple[str, str, str], dict[object, str]] = {}

    def note(self, layer: Layer, cells: Cells) -> None:
        """Take the keys of a row, and what it refers to."""
        # The parts of a layer, such as events_point, count as the layer.
        table = layer.name.partition("_")[0]
        for column in layer.columns:
            value = cells.values.get(column.name)
            if value in (None, ""):
                continue
            if column.name in ("id", "event_id"):
                self._there.setdefault(f"{table}.{column.name}", set()).add(value)
            if column.refers_to and column.kind == "text":
                wanted = (layer.name, column.name, column.refers_to)
                self._wanted.setdefault(wanted, {}).setdefault(value, cells.where)

    def problems(self) -> Iterator[Problem]:
        """Yield the references that lead nowhere, for targets the file should hold."""
        tables = {key.partition(".")[0] for key in self._there}
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


def check_layer(
    layer: Layer, names: Iterable[str], rows: Iterable[Cells], keys: Keys
) -> Iterator[Problem]:
    """Yield what is wrong with a layer that has columns `names`; note its keys."""
    found = set(names)
    missing = [column.name for column in layer.columns if column.name not in found]
    if missing:
        yield Problem(layer.name, f"columns are missing: {', '.join(missing)}", _EXPORT)
    seen: set[object] = set()
    for cells in rows:
        for column in layer.columns:
            yield from check_value(cells.values.get(column.name), column, cells.where)
        yield from check_shape(cells.shape, layer.geometry_type, cells.where)
        yield from _check_dates(cells)
        yield from _check_key(layer, cells, seen)
        keys.note(layer, cells)


def _check_dates(cells: Cells) -> Iterator[Problem]:
    start, end = (
        str(cells.values.get(name) or "") for name in ("start_date", "end_date")
    )
    if start and end and end < start:
        yield Problem(
            cells.where, f"it ends on {end}, before it starts", "swap the two dates"
        )


def _check_key(layer: Layer, cells: Cells, seen: set[object]) -> Iterator[Problem]:
    key = cells.values.get(layer.key)
    if not key and layer.name.startswith(("events", "mentions", "aliases")):
        yield Problem(cells.where, f"{layer.key} is empty", _EXPORT)
    # An event at several points has a row for each in events_point, with one id.
    if key in seen and layer.name != "events_point":
        yield Problem(
            cells.where,
            f"{layer.key} {key!r} is there twice",
            "remove the copy; ids tell rows apart",
        )
    seen.add(key)
