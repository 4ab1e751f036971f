"""Write the layers, and add what GeoPackage and QGIS want to know about them.

One layer for each type of geometry, for GIS programs split mixed ones; tables
without geometry for what could not be located and for the evidence. All layers
are always there, so that nobody looks in vain for one that happened to be empty.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from placemap.output import schema
from placemap.output.atomic import replacing
from placemap.output.evidence import (
    alias_features,
    mention_features,
    note_places,
    place_rows,
    run_feature,
    source_feature,
)
from placemap.output.geopackage.descriptions import describe_columns
from placemap.output.geopackage.metadata import add_metadata, dataset_metadata
from placemap.output.geopackage.project import add_project
from placemap.output.geopackage.styles import add_styles
from placemap.output.grid import WGS84
from placemap.output.layers import by_layer
from placemap.output.spool import spool_beside
from placemap.output.table import Feature, event_features
from placemap.output.vector import grid_for, write_grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.arrow import ArrowGrid
    from placemap.output.evidence import UsedPlaces
    from placemap.output.grid import Grid
    from placemap.output.schema import Layer

# Newer versions make GDAL 3.6 and QGIS 3.22, still widely installed, warn.
VERSION = "1.2"
# GeoPackage wants times of change; the same input shall give the same bytes.
CHANGED = "1970-01-01T00:00:00.000Z"

LAYERS = (
    schema.EVENTS_POINT,
    schema.EVENTS_LINE,
    schema.EVENTS_AREA,
    schema.EVENTS_UNLOCATED,
    schema.MENTIONS,
    schema.PLACES,
    schema.ALIASES,
    schema.SOURCES,
    schema.RUN,
    schema.REPORT,
)


def write_geopackage(
    parsed: Iterable[ParsedDocument],
    path: Path,
    *,
    run: Run,
    crs: str | None = None,
    texts: bool = True,
) -> None:
    """Write events, mentions, places, aliases, sources and the run to `path`.

    Lists and objects are JSON text, days are dates, times are in UTC. QGIS finds
    a style for each layer with geometry.

    Parameters
    ----------
    parsed
        The documents.
    path
        The file.
    run
        What made them.
    crs
        The coordinate reference system, such as EPSG:32638; None for WGS 84. The
        columns lon and lat stay as they are.
    texts
        Whether to add the table ``report``, which holds the results whole, texts of
        the documents included, so that `read_report` can read the file.

    Raises
    ------
    OutputError
        If the file cannot be written, or not in `crs`.
    """
    with (
        replacing(path) as temporary,
        spool_beside(temporary, is_wanted=texts) as spool,
        _fixed_date(),
    ):
        grids = {layer.name: grid_for(layer, temporary, crs=crs) for layer in LAYERS}
        _gather(spool.kept(parsed), run, grids)
        for name in list(grids):  # each is let go as soon as it is written
            _write_layer(grids.pop(name), temporary, run, crs)
        with closing(sqlite3.connect(temporary)) as database, database:
            _add_report(database, spool.lines())
            describe_columns(database, LAYERS)
            add_metadata(database, LAYERS, run, changed=CHANGED)
            add_styles(database, LAYERS, changed=CHANGED)
            add_project(database, LAYERS, file_name=path.name, crs=crs or WGS84)


def _gather(
    parsed: Iterable[ParsedDocument], run: Run, grids: Mapping[str, Grid | ArrowGrid]
) -> None:
    places: UsedPlaces = {}

    def fill(name: str, features: Iterable[Feature]) -> None:
        for feature in features:
            grids[name].add(feature)

    for item in parsed:
        for feature in event_features(item, run):
            for name, part in by_layer(feature):
                grids[name].add(part)
        fill("mentions", mention_features(item, run))
        fill("aliases", alias_features(item))
        fill("sources", [source_feature(item)])
        note_places(item, places)
    fill("places", place_rows(places))
    fill("run", [run_feature(run)])


@contextmanager
def _fixed_date() -> Iterator[None]:
    from pyogrio import set_gdal_config_options

    set_gdal_config_options({"OGR_CURRENT_DATE": CHANGED})
    try:
        yield
    finally:
        set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _write_layer(grid: Grid | ArrowGrid, path: Path, run: Run, crs: str | None) -> None:
    is_first = not path.exists()
    write_grid(
        grid,
        path,
        driver="GPKG",
        crs=crs,
        dataset_options={"VERSION": VERSION} if is_first else {},
        layer_options=_options(grid.layer),
        dataset_metadata=dataset_metadata(run) if is_first else {},
    )


def _options(layer: Layer) -> dict[str, str]:
    options = {"IDENTIFIER": layer.name, "DESCRIPTION": layer.title, "FID": "fid"}
    if layer.geometry_type:
        return options | {"GEOMETRY_NAME": "geom"}
    return options | {"ASPATIAL_VARIANT": "GPKG_ATTRIBUTES"}


def _add_report(database: sqlite3.Connection, lines: Iterable[str]) -> None:
    """Put each line of the report beside the id of its document, in order."""
    database.executemany(
        "INSERT INTO report (document_id, record) "
        "VALUES (json_extract(?1, '$.document.id'), ?1)",
        ((line,) for line in lines),
    )
