"""Check a file by its format: what is read from it, and what it must not hold."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from placemap.errors import OutputError
from placemap.output.checks.problems import Problem
from placemap.output.checks.reports import check_report
from placemap.output.checks.shapes import check_rfc7946
from placemap.output.checks.tables import Cells, Keys, check_layer
from placemap.output.geopackage import LAYERS
from placemap.output.schema import SINGLE, layer_called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from placemap.output.schema import Layer

_AGAIN = "export the file again; placemap writes it right"


def validate(path: str | Path) -> Iterator[Problem]:
    """Yield what is wrong with a file that placemap wrote; nothing when all is well.

    Checked are the schema (columns, types, codes, ranges), ids and what refers to them,
    the geometries and, for GeoJSON, RFC 7946; where the file holds the results
    whole, also that they can be read back.

    Raises
    ------
    OutputError
        If the file cannot be opened, or is of a format that cannot be checked.
    """
    target = Path(path)
    suffix = target.suffix.lower()
    if suffix not in _CHECKS:
        known = ", ".join(_CHECKS)
        raise OutputError(f"cannot check {target}: expected a file of {known}")
    if not target.is_file():
        raise OutputError(f"cannot read {target}: there is no such file")
    try:
        yield from _CHECKS[suffix](target)
    except (sqlite3.Error, UnicodeDecodeError, ValueError) as error:
        yield Problem(str(target), f"not a file of its format: {error}", _AGAIN)


def _check_geopackage(path: Path) -> Iterator[Problem]:
    keys = Keys()
    with closing(
        sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    ) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        for layer in LAYERS:
            if layer.name not in tables:
                yield Problem(layer.name, "the layer is missing", _AGAIN)
                continue
            found = db.execute(f'SELECT * FROM "{layer.name}"')  # noqa: S608 - our names
            names = [column[0] for column in found.description]
            rows = (_database_cells(layer, names, row) for row in found)
            yield from check_layer(layer, names, rows, keys)
    yield from keys.problems()
    yield from check_report(path)


def _database_cells(layer: Layer, names: list[str], row: tuple[Any, ...]) -> Cells:
    values = dict(zip(names, row, strict=True))
    blob = values.pop("geom", None)
    for column in layer.columns:
        if column.kind == "bool" and values.get(column.name) in (0, 1):
            values[column.name] = bool(values[column.name])
    where = f"{layer.name}, fid {values.get('fid')}"
    return Cells(values, _from_blob(blob) if blob else None, where)


# Bits 1 to 3 of the flags say which envelope follows the header of eight bytes.
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def _from_blob(blob: bytes) -> BaseGeometry:
    from shapely import from_wkb

    return from_wkb(blob[8 + _ENVELOPE_BYTES[(blob[3] >> 1) & 7] :])


def _check_geojson(path: Path) -> Iterator[Problem]:
    collection = json.loads(path.read_bytes())
    if not isinstance(collection, dict) or "features" not in collection:
        yield Problem(str(path), "it is no FeatureCollection", _AGAIN)
        return
    if "crs" in collection:
        yield Problem(
            "crs", "RFC 7946 has no crs: GeoJSON is always WGS 84", "remove the member"
        )
    made_by = collection.get("placemap") or {}
    layer = layer_called(made_by.get("layer", "events"))
    keys = Keys()
    yield from _check_features(layer, enumerate(collection["features"], 1), keys)
    sources = layer_called("sources")
    documents = [
        Cells(row, None, f"documents, number {number}")
        for number, row in enumerate(collection.get("documents", ()), 1)
    ]
    names = [column.name for column in sources.columns]
    # The layer of the sources lists the documents itself.
    keys = Keys() if layer.name == "sources" else keys
    yield from check_layer(sources, names, documents, keys)
    yield from keys.problems()
    if "report" in collection:
        yield from check_report(path)


def _check_lines(path: Path) -> Iterator[Problem]:
    keys = Keys()
    with path.open("rb") as file:
        features = (
            (number, json.loads(line.lstrip(b"\x1e")))
            for number, line in enumerate(file, 1)
        )
        yield from _check_features(layer_called("events"), features, keys)


def _check_features(
    layer: Layer, features: Iterable[tuple[int, Any]], keys: Keys
) -> Iterator[Problem]:
    listed = list(features)
    for number, feature in listed:
        where = f"feature {number}"
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            yield Problem(where, "it is no Feature", _AGAIN)
            return
        yield from check_rfc7946(feature.get("geometry"), where)
    names = {name for _, one in listed for name in one.get("properties") or ()}
    expected = {column.name for column in layer.columns}
    names |= {"id"} if listed else expected
    rows = (_feature_cells(number, feature) for number, feature in listed)
    yield from check_layer(layer, names, rows, keys)


def _feature_cells(number: int, feature: dict[str, Any]) -> Cells:
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    geometry = feature.get("geometry")
    try:
        made = shape(geometry) if geometry else None
    except (ShapelyError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        made = None  # told already, as a breach of RFC 7946
    values = {"id": feature.get("id"), **(feature.get("properties") or {})}
    return Cells(values, made, f"feature {number}")


def _check_csv(path: Path) -> Iterator[Problem]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        names = list(reader.fieldnames or ())
        layer = _layer_of(names)
        if layer is None:
            yield Problem(str(path), "the heading fits no layer", _AGAIN)
            return
        rows = (_csv_cells(number, row) for number, row in enumerate(reader, 2))
        yield from check_layer(layer, names, rows, Keys())


def _layer_of(names: Iterable[str]) -> Layer | None:
    """Return the layer most of whose columns are there, None where that is not half."""
    found = set(names)

    def share(layer: Layer) -> float:
        return len(found & {c.name for c in layer.columns}) / len(layer.columns)

    best = max(SINGLE, key=share)  # the first of equals: events
    return best if share(best) > 1 / 2 else None


def _csv_cells(number: int, row: dict[str, Any]) -> Cells:
    from shapely import from_wkt

    values = {name: value or None for name, value in row.items()}
    text = values.pop("wkt", None)
    return Cells(values, from_wkt(text) if text else None, f"line {number}")


def _check_parquet(path: Path) -> Iterator[Problem]:
    from shapely import from_wkb

    from placemap.output.parquet import read_rows

    name, names, found = read_rows(path)
    layer = layer_called(name)
    rows = (
        Cells(row, from_wkb(row.pop("geometry", None)), f"row {number}")
        for number, row in enumerate(found, 1)
    )
    yield from check_layer(layer, names, rows, Keys())


_CHECKS: dict[str, Callable[[Path], Iterator[Problem]]] = {
    ".gpkg": _check_geopackage,
    ".geojson": _check_geojson,
    ".geojsonl": _check_lines,
    ".geojsons": _check_lines,
    ".csv": _check_csv,
    ".parquet": _check_parquet,
    ".jsonl": check_report,
}
