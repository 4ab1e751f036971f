"""A layer as GeoParquet 1.1, for analysis in columns."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from placemap.errors import OutputError
from placemap.output.arrow import GEOMETRY, ArrowGrid, load_arrow
from placemap.output.atomic import replacing
from placemap.output.encoding import run_record
from placemap.output.geometry import Extent
from placemap.output.grid import WGS84
from placemap.output.jsontext import dumps
from placemap.output.layers import rows_of
from placemap.output.schema import layer_called
from placemap.output.spool import spool_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.schema import Layer
    from placemap.output.spool import Spool

REPORT_KEY = b"placemap_report_"
# Readers refuse values of 100 MB in the footer; the report goes there in portions.
_PORTION = 8_000_000
_BOX = "bbox"
_EDGES = ("xmin", "ymin", "xmax", "ymax")


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

    chosen = layer_called(layer)
    extent = Extent()
    kinds: set[str] = set()
    with (
        replacing(path) as temporary,
        spool_beside(temporary, is_wanted=texts) as spool,
    ):
        grid = ArrowGrid(chosen, temporary.with_name("rows.arrow"), crs=crs)
        for feature in rows_of(spool.kept(parsed), chosen, run):
            grid.add(extent.over(feature))
            if feature.geometry is not None:
                kinds.add(feature.geometry["type"])
        geo = _geo(_types(chosen, kinds), crs, extent.box() if crs is None else None)
        about = {
            "geo": dumps(geo) if chosen.geometry_type else "",
            "placemap": dumps({"layer": layer, **run_record(run)}),
            **_portions(spool),
        }
        schema = _boxed(arrow, grid).with_metadata(
            {key: text for key, text in about.items() if text}
        )
        with pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
            for table in _row_groups(arrow, grid, schema):
                writer.write_table(table)


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


def _types(layer: Layer, kinds: set[str]) -> list[str]:
    """Return the types of geometry there are, as the layer holds them."""
    is_many = layer.geometry_type.startswith("Multi")
    return sorted({layer.geometry_type} if kinds and is_many else kinds)


def _boxed(arrow: Any, grid: ArrowGrid) -> Any:  # noqa: ANN401 - pyarrow is optional
    """Return the schema of the grid, with boxes where there is geometry."""
    if not grid.layer.geometry_type:
        return grid.schema
    return grid.schema.append(arrow.field(_BOX, _box_type(arrow)))


def _row_groups(arrow: Any, grid: ArrowGrid, schema: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Yield the rows in tables of a row group each, with the box of each row."""
    for batch in grid.batches():
        table = arrow.Table.from_batches([batch])
        if grid.layer.geometry_type:
            table = table.append_column(_BOX, _boxes(arrow, table[GEOMETRY]))
        yield table.cast(schema)


def _box_type(arrow: Any) -> Any:  # noqa: ANN401 - as above
    return arrow.struct([(edge, arrow.float64()) for edge in _EDGES])


def _boxes(arrow: Any, shapes: Any) -> Any:  # noqa: ANN401 - as above
    import numpy as np
    from shapely import bounds, from_wkb

    edges = bounds(from_wkb(shapes.to_numpy(zero_copy_only=False)))
    return arrow.StructArray.from_arrays(
        [arrow.array(edges[:, at]) for at in range(4)],
        fields=list(_box_type(arrow)),
        mask=arrow.array(np.isnan(edges[:, 0])),
    )


def _geo(kinds: list[str], crs: str | None, box: list[float] | None) -> dict[str, Any]:
    """Return the ``geo`` metadata of GeoParquet 1.1."""
    covering = {edge: [_BOX, edge] for edge in _EDGES}
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
        "primary_column": GEOMETRY,
        "columns": {GEOMETRY: column},
    }


def _projjson(crs: str) -> dict[str, Any]:
    from pyproj import CRS

    made: dict[str, Any] = CRS(crs).to_json_dict()
    return made


def _portions(spool: Spool) -> Mapping[str, bytes]:
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
        f"{REPORT_KEY.decode()}{number:05d}": text[start : start + _PORTION]
        for number, start in enumerate(starts)
    }
