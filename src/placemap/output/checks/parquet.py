"""Check GeoParquet: the layer it says it holds, and what it says of the geometry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from placemap.output.arrow import load_arrow
from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.reports import check_report
from placemap.output.checks.shapes import read_shape
from placemap.output.checks.tables import Cells, Keys, Table, check_columns
from placemap.output.schema import layer_called

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_ROWS = 10_000  # read at a time


def check_parquet(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a layer written as GeoParquet.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    ValueError
        If the file is no Parquet, or not one of placemap.
    """
    arrow = load_arrow()
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            yield from _check_file(file)
    except (arrow.ArrowException, OSError) as error:
        raise ValueError(str(error)) from error
    yield from check_report(path)


def _check_file(file: Any) -> Iterator[Problem]:  # noqa: ANN401 - pyarrow is optional
    metadata = file.schema_arrow.metadata or {}
    made_by = _object(metadata.get(b"placemap"))
    if not made_by:
        yield Problem("metadata", "it does not say that placemap made it", AGAIN)
    layer = layer_called(made_by.get("layer", "events"))
    geo = _object(metadata.get(b"geo"))
    if layer.geometry_type:
        yield from _check_geo(geo)
    yield from check_columns(layer.columns, file.schema_arrow.names, layer.name)
    table = Table(layer, Keys(), in_degrees=_is_in_degrees(geo))
    number = 0
    for batch in file.iter_batches(_ROWS):
        for row in batch.to_pylist():
            number += 1
            yield from table.check(_cells(row, number))


def _object(text: bytes | None) -> dict[str, Any]:
    """Return the object that some metadata holds, an empty one for all else."""
    try:
        found = json.loads(text or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _column(geo: Mapping[str, Any]) -> dict[str, Any]:
    columns = geo.get("columns")
    column = columns.get("geometry") if isinstance(columns, dict) else None
    return column if isinstance(column, dict) else {}


def _check_geo(geo: Mapping[str, Any]) -> Iterator[Problem]:
    is_right = (
        str(geo.get("version", "")).startswith("1.")
        and geo.get("primary_column") == "geometry"
        and _column(geo).get("encoding") == "WKB"
    )
    if not is_right:
        what = "it is no GeoParquet: 'geo' lacks the version, column or encoding"
        yield Problem("metadata", what, AGAIN)


def _is_in_degrees(geo: Mapping[str, Any]) -> bool:
    crs = _column(geo).get("crs")
    return not isinstance(crs, dict) or crs.get("type") == "GeographicCRS"


def _cells(row: dict[str, Any], number: int) -> Cells:
    from shapely import from_wkb

    shape, fault = read_shape(from_wkb, row.pop("geometry", None))
    return Cells(row, shape, f"row {number}", fault)
