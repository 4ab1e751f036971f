"""Check a GeoPackage: its layers, what they hold, and how they hang together."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.reports import check_report
from placemap.output.checks.shapes import read_shape
from placemap.output.checks.tables import Cells, Keys, check_layer
from placemap.output.geopackage import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from placemap.output.schema import Layer

_APPLICATION_ID = int.from_bytes(b"GPKG", "big")
_DEGREES = 4326
# Bits 1 to 3 of the flags say which envelope follows the header of eight bytes.
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def check_geopackage(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a GeoPackage."""
    keys = Keys()
    with closing(
        sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    ) as db:
        yield from _check_file(db, path)
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        registered = _registered(db)
        for layer in LAYERS:
            if layer.name not in tables:
                yield Problem(layer.name, "the layer is missing", AGAIN)
                continue
            if layer.name not in registered:
                what = "GIS programs do not see the layer: gpkg_contents lacks it"
                yield Problem(layer.name, what, AGAIN)
            yield from _check_table(db, layer, keys, registered.get(layer.name))
    yield from keys.problems()
    yield from check_report(path)


def _check_file(db: sqlite3.Connection, path: Path) -> Iterator[Problem]:
    ((application,),) = db.execute("PRAGMA application_id").fetchall()
    if application != _APPLICATION_ID:
        yield Problem(str(path), "it does not say that it is a GeoPackage", AGAIN)
    ((pages,), (size,)) = (
        db.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )
    if path.stat().st_size < pages * size:
        yield Problem(str(path), "the end of the file is missing", AGAIN)
    for (told,) in db.execute("PRAGMA quick_check(1)"):
        if told != "ok":
            yield Problem(str(path), f"the database is damaged: {told:.120}", AGAIN)


def _registered(db: sqlite3.Connection) -> dict[str, int | None]:
    """Return the layers that programs see, with the number of their CRS or None."""
    return dict(
        db.execute(
            "SELECT c.table_name, g.srs_id FROM gpkg_contents AS c"
            " LEFT JOIN gpkg_geometry_columns AS g USING (table_name)"
        ).fetchall()
    )


def _check_table(
    db: sqlite3.Connection, layer: Layer, keys: Keys, srs: int | None
) -> Iterator[Problem]:
    found = db.execute(f'SELECT * FROM "{layer.name}"')  # noqa: S608 - our names
    names = [column[0] for column in found.description]
    rows = (_cells(layer, names, row) for row in found)
    yield from check_layer(layer, names, rows, keys, in_degrees=srs == _DEGREES)


def _cells(layer: Layer, names: list[str], row: tuple[Any, ...]) -> Cells:
    values = dict(zip(names, row, strict=True))
    blob = values.pop("geom", None)
    for column in layer.columns:
        if column.kind == "bool" and values.get(column.name) in (0, 1):
            values[column.name] = bool(values[column.name])
    shape, fault = read_shape(_from_blob, blob)
    return Cells(values, shape, f"{layer.name}, fid {values.get('fid')}", fault)


def _from_blob(blob: bytes | None) -> BaseGeometry | None:
    from shapely import from_wkb

    if blob is None:
        return None
    if blob[:2] != b"GP":
        raise ValueError("it does not begin as one of a GeoPackage")
    return from_wkb(blob[8 + _ENVELOPE_BYTES[(blob[3] >> 1) & 7] :])
