"""A layer as GeoParquet 1.1, for analysis in columns."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from placemap.errors import MissingExtraError, OutputError
from placemap.output.atomic import replacing
from placemap.output.encoding import run_record
from placemap.output.geometry import Extent
from placemap.output.grid import WGS84, Grid, shapes_in
from placemap.output.jsontext import dumps
from placemap.output.layers import features_of
from placemap.output.schema import layer_called
from placemap.output.spool import spool_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.columns import Column
    from placemap.output.spool import Spool

REPORT_KEY = b"placemap_report_"
# Readers refuse values of 100 MB in the footer; the report goes there in portions.
_PORTION = 8_000_000
_ROWS = 50_000  # in a group that can be skipped by its box


def write_parquet(
    parsed: Iterable[ParsedDocument],
    path: Path,
    *,
    run: Run,
    layer: str = "events",
    crs: str | None = None,
    texts: bool = True,
) -> None:
    """Write a layer to `path`, with a box for each row that readers may skip by.

    The footer says what made the file and, where `texts` asks for it, holds the
    results whole, packed, from which `read_report` reads the file.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    OutputError
        If the file cannot be written, or not in `crs`.
    ValueError
        If there is no such layer.
    """
    arrow = load_arrow()
    import pyarrow.parquet as pq

    grid = Grid(layer_called(layer))
    extent = Extent()
    with (
        replacing(path) as temporary,
        spool_beside(temporary, is_wanted=texts) as spool,
    ):
        for feature in features_of(spool.kept(parsed), grid.layer, run):
            grid.add(extent.over(feature))
        table = _table(arrow, grid, crs, extent)
        made_by = {"placemap": dumps({"layer": layer, **run_record(run)})}
        table = table.replace_schema_metadata(
            {**(table.schema.metadata or {}), **made_by, **_portions(spool)}
        )
        pq.write_table(table, temporary, compression="zstd", row_group_size=_ROWS)


def load_arrow() -> Any:  # noqa: ANN401 - pyarrow is optional
    """Return pyarrow.

    Raises
    ------
    MissingExtraError
        If it is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError(
            "GeoParquet needs pyarrow: pip install 'placemap[parquet]'"
        ) from error
    return pa


def read_lines(path: Path) -> list[bytes] | None:
    """Return the lines of the report in a file, or None where there are none.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    OutputError
        If the file cannot be read.
    """
    arrow = load_arrow()
    import pyarrow.parquet as pq

    try:
        metadata = pq.read_metadata(path).metadata or {}
        keys = sorted(key for key in metadata if key.startswith(REPORT_KEY))
        if not keys:
            return None
        packed = b64decode(b"".join(metadata[key] for key in keys))
        return list(filter(None, zlib.decompress(packed).split(b"\n")))
    except (arrow.ArrowException, OSError, ValueError, zlib.error) as error:
        raise OutputError(f"cannot read {path}: {error}") from error


def read_rows(path: Path) -> tuple[str, list[str], list[dict[str, Any]]]:
    """Return the layer a file of ours holds, its columns, and its rows.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    OutputError
        If the file cannot be read or is not one of ours.
    """
    arrow = load_arrow()
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(path)
        made_by = json.loads((table.schema.metadata or {})[b"placemap"])
    except (arrow.ArrowException, OSError, KeyError, ValueError) as error:
        raise OutputError(f"cannot read {path} as one of placemap: {error}") from error
    return made_by["layer"], table.column_names, table.to_pylist()


def _table(arrow: Any, grid: Grid, crs: str | None, extent: Extent) -> Any:  # noqa: ANN401 - pyarrow is optional
    fields = [_field(arrow, column) for column in grid.layer.columns]
    arrays = [
        arrow.array(values, type=field.type)
        for values, field in zip(grid.cells, fields, strict=True)
    ]
    if not grid.layer.geometry_type:
        return arrow.table(arrays, schema=arrow.schema(fields))
    shapes = shapes_in(grid.shapes, crs)
    boxes, kinds = _boxes(arrow, shapes)
    fields += [
        arrow.field("geometry", arrow.binary()),
        arrow.field("bbox", boxes.type),
    ]
    arrays += [arrow.array(shapes, type=arrow.binary()), boxes]
    box = extent.box() if crs is None else None
    metadata = {"geo": dumps(_geo(kinds, crs, box))}
    return arrow.table(arrays, schema=arrow.schema(fields, metadata=metadata))


def _field(arrow: Any, column: Column) -> Any:  # noqa: ANN401 - as above
    types = {
        "text": arrow.string(),
        "json": arrow.string(),
        "int": arrow.int64(),
        "float": arrow.float64(),
        "bool": arrow.bool_(),
        "date": arrow.date32(),
        "datetime": arrow.timestamp("ms", tz="UTC"),
    }
    about = {"title": column.title, "description": column.meaning, "unit": column.unit}
    return arrow.field(
        column.name,
        types[column.kind],
        metadata={key: value for key, value in about.items() if value},
    )


def _boxes(arrow: Any, shapes: Any) -> tuple[Any, list[str]]:  # noqa: ANN401 - as above
    """Return the box of each shape, and the types of geometry there are."""
    import numpy as np
    from shapely import bounds, from_wkb

    geometries = from_wkb(shapes)
    edges = bounds(geometries)
    missing = np.isnan(edges[:, 0])
    boxes = arrow.StructArray.from_arrays(
        [arrow.array(edges[:, at]) for at in range(4)],
        names=["xmin", "ymin", "xmax", "ymax"],
        mask=arrow.array(missing),
    )
    return boxes, sorted({one.geom_type for one in geometries if one is not None})


def _geo(kinds: list[str], crs: str | None, box: list[float] | None) -> dict[str, Any]:
    """Return the ``geo`` metadata of GeoParquet 1.1."""
    covering = {edge: ["bbox", edge] for edge in ("xmin", "ymin", "xmax", "ymax")}
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": kinds,
        "crs": _projjson(crs or WGS84),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {"bbox": covering},
    }
    if box:
        column["bbox"] = box
    return {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": column},
    }


def _projjson(crs: str) -> dict[str, Any]:
    from pyproj import CRS

    made: dict[str, Any] = CRS(crs).to_json_dict()
    return made


def _portions(spool: Spool) -> Mapping[bytes, bytes]:
    """Return the report, packed and in portions, by keys that sort as they follow."""
    if not spool.is_wanted:
        return {}
    packer = zlib.compressobj()
    packed = bytearray()
    for line in spool.lines():
        packed += packer.compress(line.encode() + b"\n")
    text = b64encode(bytes(packed + packer.flush()))
    starts = range(0, len(text), _PORTION)
    return {
        b"%s%05d" % (REPORT_KEY, number): text[start : start + _PORTION]
        for number, start in enumerate(starts)
    }
