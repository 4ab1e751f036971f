"""Check FlatGeobuf: the rows of a layer that have a place, as GDAL reads them."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.shapes import read_shape
from placemap.output.checks.tables import Cells, Keys, Table, check_columns
from placemap.output.checks.tabular import layer_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from placemap.output.columns import Column
    from placemap.output.schema import Layer

# The eight bytes every file begins with; the last is a patch level.
_MAGIC = b"fgb\x03fgb"
_DEGREES = "EPSG:4326"
_ROWS = 10_000  # read at a time


def check_flatgeobuf(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a layer written as FlatGeobuf.

    Raises
    ------
    ValueError
        If GDAL cannot read the file.
    """
    from pyogrio import read_info
    from pyogrio.errors import DataLayerError, DataSourceError

    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise ValueError("it does not begin as FlatGeobuf does")
    try:
        # GDAL warns of what it puts up with.
        with catch_warnings(record=True) as told:
            simplefilter("always")
            info = read_info(path)
            problems = list(_check_file(path, info))
    except (DataLayerError, DataSourceError, IndexError) as error:
        raise ValueError(str(error)) from error
    yield from problems
    for message in sorted({str(one.message) for one in told}):
        yield Problem(str(path), f"GDAL warns: {message:.200}", AGAIN)


def _check_file(path: Path, info: Mapping[str, Any]) -> Iterator[Problem]:
    names = [str(name) for name in info["fields"]]
    layer = layer_of(names)
    if layer is None:
        yield Problem(str(path), "the columns fit no layer", AGAIN)
        return
    yield from check_columns(layer.columns, names, layer.name)
    in_degrees = info["crs"] in (None, _DEGREES)
    table = Table(layer, Keys(), in_degrees=in_degrees)
    count = 0
    for cells in _rows(path, layer):
        count += 1
        if cells.shape is None and not cells.fault:
            what = "a row without a geometry, for which the format has no room"
            yield Problem(cells.where, what, AGAIN)
        yield from table.check(cells)
    if count != max(info["features"], 0):  # of none, GDAL says -1
        what = f"it has {count} rows, where its heading tells of {info['features']}"
        yield Problem(str(path), what, AGAIN)


def _rows(path: Path, layer: Layer) -> Iterator[Cells]:
    from pyogrio.raw import read
    from shapely import from_wkb

    columns = {column.name: column for column in layer.columns}
    start = 0
    while True:
        told, _, shapes, cells = read(path, skip_features=start, max_features=_ROWS)
        for at, blob in enumerate(shapes):
            values = {
                name: _value(column[at], columns[name])
                for name, column in zip(told["fields"], cells, strict=True)
                if name in columns
            }
            shape, fault = read_shape(from_wkb, blob)
            yield Cells(values, shape, f"row {start + at + 1}", fault)
        start += len(shapes)
        if len(shapes) < _ROWS:
            return


def _value(cell: Any, column: Column) -> object:  # noqa: ANN401 - a scalar of numpy or Python
    """Return a cell as the format means it.

    numpy has no null for whole numbers and times; dates come as times at midnight.
    """
    value = cell.item() if hasattr(cell, "item") else cell
    if value is None or value != value:  # NaN
        return None
    if isinstance(value, datetime):
        is_day = column.kind == "date" and value.time() == time.min
        return value.date() if is_day else value.replace(tzinfo=UTC)
    return value
