"""Events and all that supports them as a GeoPackage that opens right first time.

One layer for each type of geometry, for GIS programs split mixed ones; tables
without geometry for what could not be located and for the evidence. All layers
are always there, so that nobody looks in vain for one that happened to be empty.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.output import columns
from placemap.output.atomic import replacing
from placemap.output.evidence import (
    alias_features,
    mention_features,
    place_features,
    run_feature,
    source_feature,
)
from placemap.output.geometry import by_family
from placemap.output.jsontext import dumps
from placemap.output.qgis import events_style, mentions_style
from placemap.output.table import Feature, event_features, filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

    from placemap.core import ParsedDocument, Run
    from placemap.output.columns import Column

# Newer versions make GDAL 3.6 and QGIS 3.22, still widely installed, warn.
VERSION = "1.2"
# GeoPackage wants times of change; the same input shall give the same bytes.
_CHANGED = "1970-01-01T00:00:00.000Z"
_UTC = 100  # GDAL counts time zones in quarters of an hour from here


class Layer(NamedTuple):
    """A layer to write; `geometry_type` is empty for a table without geometry."""

    name: str
    title: str
    columns: tuple[Column, ...]
    geometry_type: str = ""


LAYERS = (
    Layer("events_point", "Events at a spot or town", columns.EVENTS, "Point"),
    Layer("events_line", "Events along a line", columns.EVENTS, "MultiLineString"),
    Layer("events_area", "Events in an area", columns.EVENTS, "MultiPolygon"),
    Layer("events_unlocated", "Events without a place on the map", columns.EVENTS),
    Layer("mentions", "Places named", columns.MENTIONS, "Point"),
    Layer("places", "Gazetteer entries used", columns.PLACES),
    Layer("aliases", "Statements that two names are one place", columns.ALIASES),
    Layer("sources", "Documents read", columns.SOURCES),
    Layer("run", "What made this file", columns.RUN),
)


def write_geopackage(parsed: Iterable[ParsedDocument], path: Path, *, run: Run) -> None:
    """Write events, mentions, places, aliases, sources and the run to `path`.

    Lists and objects are JSON text, days are dates, times are in UTC. QGIS finds
    a style for each layer with geometry.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    content = _content(list(parsed), run)
    with replacing(path) as temporary:
        with _fixed_date():
            for layer in LAYERS:
                _write_layer(temporary, layer, content[layer.name])
        with closing(sqlite3.connect(temporary)) as database, database:
            _describe_columns(database)
            _add_styles(database)


def _content(parsed: Sequence[ParsedDocument], run: Run) -> dict[str, list[Feature]]:
    content: dict[str, list[Feature]] = {layer.name: [] for layer in LAYERS}
    for item in parsed:
        for feature in event_features(item, run):
            for name, part in _sorted_out(feature):
                content[name].append(part)
        content["mentions"] += mention_features(item, run)
        content["aliases"] += alias_features(item)
        content["sources"].append(source_feature(item))
    content["places"] += place_features(parsed)
    content["run"].append(run_feature(run))
    return content


def _sorted_out(feature: Feature) -> Iterator[tuple[str, Feature]]:
    """Yield the layers an event belongs in; most have one geometry, hence one."""
    if feature.geometry is None:
        yield "events_unlocated", feature
        return
    families = by_family(feature.geometry)
    for family, name in (("LineString", "events_line"), ("Polygon", "events_area")):
        if family in families:
            yield name, feature._replace(geometry=families[family])
    for position in _positions(families.get("Point")):
        point = {"type": "Point", "coordinates": position}
        yield "events_point", feature._replace(geometry=point)


def _positions(points: dict[str, Any] | None) -> list[list[float]]:
    if points is None:
        return []
    is_single = points["type"] == "Point"
    return [points["coordinates"]] if is_single else points["coordinates"]


@contextmanager
def _fixed_date() -> Iterator[None]:
    from pyogrio import set_gdal_config_options

    set_gdal_config_options({"OGR_CURRENT_DATE": _CHANGED})
    try:
        yield
    finally:
        set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _write_layer(path: Path, layer: Layer, content: Iterable[Feature]) -> None:
    from pyogrio.raw import write

    features = list(filled(content, layer.columns))
    cells = [
        _array([feature.row[column.name] for feature in features], column)
        for column in layer.columns
    ]
    times = [column.name for column in layer.columns if column.kind == "datetime"]
    write(
        str(path),
        _wkb(features) if layer.geometry_type else None,
        [values for values, _ in cells],
        [column.name for column in layer.columns],
        field_mask=[unknown for _, unknown in cells],
        layer=layer.name,
        driver="GPKG",
        geometry_type=layer.geometry_type or None,
        crs="EPSG:4326" if layer.geometry_type else None,
        dataset_options={} if path.exists() else {"VERSION": VERSION},
        layer_options=_options(layer),
        gdal_tz_offsets={name: _zones(len(features)) for name in times},
    )


def _options(layer: Layer) -> dict[str, str]:
    options = {"IDENTIFIER": layer.name, "DESCRIPTION": layer.title, "FID": "fid"}
    if layer.geometry_type:
        return options | {"GEOMETRY_NAME": "geom"}
    return options | {"ASPATIAL_VARIANT": "GPKG_ATTRIBUTES"}


def _array(values: list[Any], column: Column) -> tuple[Any, Any]:
    """Return a column's values and, where the type needs it, which are unknown."""
    import numpy as np

    unknown = np.array([value is None for value in values], dtype=bool)
    match column.kind:
        case "text":
            return np.array(values, dtype=object), None
        case "json":
            texts = [None if value is None else dumps(value) for value in values]
            return np.array(texts, dtype=object), None
        case "float":
            return np.array(values, dtype=float), None
        case "date":
            return np.array(values, dtype="datetime64[D]"), None
        case "datetime":
            naive = [value and value.replace(tzinfo=None) for value in values]
            return np.array(naive, dtype="datetime64[ms]"), None
        case "int":
            return np.array([value or 0 for value in values], dtype="int64"), unknown
        case "bool":
            return np.array([bool(value) for value in values]), unknown


def _zones(count: int) -> npt.NDArray[np.int64]:
    import numpy as np

    return np.full(count, _UTC, dtype="int64")


def _wkb(features: Sequence[Feature]) -> npt.NDArray[np.object_]:
    import numpy as np
    from shapely import to_wkb
    from shapely.geometry import shape

    shapes = [shape(f.geometry) if f.geometry else None for f in features]
    return np.asarray(to_wkb(shapes), dtype=np.object_)


_COLUMNS_TABLE = """
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,
  description TEXT, mime_type TEXT, constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name)
)"""
_SCHEMA_EXTENSION = "http://www.geopackage.org/spec121/#extension_schema"


def _describe_columns(database: sqlite3.Connection) -> None:
    """Write what each column means, by the schema extension of GeoPackage."""
    database.execute(_COLUMNS_TABLE)
    database.executemany(
        "INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema', ?, 'read-write')",
        [
            (table, _SCHEMA_EXTENSION)
            for table in ("gpkg_data_columns", "gpkg_data_column_constraints")
        ],
    )
    database.executemany(
        "INSERT INTO gpkg_data_columns (table_name, column_name, description, "
        "mime_type) VALUES (?, ?, ?, ?)",
        [
            (layer.name, name, meaning, "application/json" if kind == "json" else None)
            for layer in LAYERS
            for name, kind, meaning in layer.columns
        ],
    )


_STYLES_TABLE = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
  styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME
)"""


def _add_styles(database: sqlite3.Connection) -> None:
    database.execute(_STYLES_TABLE)
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, "
        "f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, "
        "owner, update_time) VALUES ('', '', ?, 'geom', 'placemap', ?, '', 1, ?, "
        "'placemap', ?)",
        [
            (layer.name, _style(layer), layer.title, _CHANGED)
            for layer in LAYERS
            if layer.geometry_type
        ],
    )
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, "
        "last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', "
        "'How QGIS draws the layers', ?)",
        (_CHANGED,),
    )


def _style(layer: Layer) -> str:
    if layer.name == "mentions":
        return mentions_style()
    return events_style(layer.geometry_type.removeprefix("Multi"))
