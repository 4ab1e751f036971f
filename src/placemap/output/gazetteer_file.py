"""A gazetteer as a GeoPackage: its places, their names, views and shapes.

Written in portions, so that memory does not grow with the gazetteer.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.output.atomic import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from placemap.core import Place

    Shapes = Callable[[str], Mapping[str, Any] | None]

_PORTION = 50_000
# Newer versions make GDAL 3.6 and QGIS 3.22, still widely installed, warn.
_VERSION = "1.2"
_FIXED_DATE = "1970-01-01T00:00:00.000Z"
_MULTI = {"Polygon": "MultiPolygon", "LineString": "MultiLineString"}


class _Layer(NamedTuple):
    """A layer: its name, its type of geometry ('' for none), columns with types."""

    name: str
    geometry: str
    columns: Mapping[str, str]


_PLACES = _Layer(
    "places",
    "Point",
    {
        "id": "U", "name": "U", "kind": "U", "country": "U", "admin1": "U",
        "admin2": "U", "population": "i8", "radius_m": "f8", "disputed": "?",
    },
)  # fmt: skip
_SHAPE_COLUMNS = {"place": "U", "name": "U", "kind": "U"}
_LINES = _Layer("lines", "MultiLineString", _SHAPE_COLUMNS)
_AREAS = _Layer("areas", "MultiPolygon", _SHAPE_COLUMNS)
_NAMES = _Layer(
    "names",
    "",
    dict.fromkeys(
        ("place", "text", "lang", "kind", "used_by", "from", "to", "source"), "U"
    ),
)
_VIEWS = _Layer(
    "status",
    "",
    dict.fromkeys(("place", "view", "country", "from", "to", "source"), "U"),
)
_ABOUT = _Layer("about", "", {"version": "U", "attribution": "U"})
_Rows = list[tuple[tuple[Any, ...], "Mapping[str, Any] | None"]]


def write_gazetteer_geopackage(
    places: Iterable[Place],
    path: Path,
    *,
    shape: Shapes,
    version: str,
    attribution: Sequence[str],
) -> int:
    """Write whole places to a GeoPackage and return how many there are.

    The layers are ``places`` (points), ``lines`` and ``areas`` (the shapes of those
    that have one), ``names``, ``status`` and ``about``; ``place`` in all of them is
    the id of a place.

    Parameters
    ----------
    shape
        Gives the GeoJSON geometry of a place by its id, or None.
    version, attribution
        Which gazetteer it is, and the sources of its data with their licences.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    from pyogrio import set_gdal_config_options

    count = 0
    with replacing(path) as temporary:
        set_gdal_config_options({"OGR_CURRENT_DATE": _FIXED_DATE})
        try:
            for layer in (_PLACES, _LINES, _AREAS, _NAMES, _VIEWS):
                _write(temporary, layer, [])
            for portion in _portions(places):
                count += len(portion)
                for layer, rows in _sort_out(portion, shape):
                    _write(temporary, layer, rows)
            _write(temporary, _ABOUT, [((version, "; ".join(attribution)), None)])
        finally:
            set_gdal_config_options({"OGR_CURRENT_DATE": None})
    return count


def _portions(places: Iterable[Place]) -> Iterator[list[Place]]:
    left = iter(places)
    while portion := list(islice(left, _PORTION)):
        yield portion


def _sort_out(places: Sequence[Place], shape: Shapes) -> Iterator[tuple[_Layer, _Rows]]:
    yield _PLACES, [(_place_row(place), _point(place)) for place in places]
    drawn = [(place, shape(place.id)) for place in places]
    for layer in (_LINES, _AREAS):
        yield (
            layer,
            [
                ((place.id, place.name, place.kind), geometry)
                for place, geometry in drawn
                if geometry
                and _MULTI.get(geometry["type"], geometry["type"]) == layer.geometry
            ],
        )
    yield (
        _NAMES,
        [
            ((p.id, n.text, n.lang, n.kind, n.used_by, n.start, n.end, n.source), None)
            for p in places
            for n in p.names
        ],
    )
    yield (
        _VIEWS,
        [
            ((p.id, s.view, s.country, s.start, s.end, s.source), None)
            for p in places
            for s in p.statuses
        ],
    )


def _place_row(place: Place) -> tuple[Any, ...]:
    return (
        place.id, place.name, place.kind, place.country, place.admin1, place.admin2,
        place.population, place.radius_m, place.disputed,
    )  # fmt: skip


def _point(place: Place) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [place.lon_deg, place.lat_deg]}


def _write(path: Path, layer: _Layer, rows: _Rows) -> None:
    """Make the layer, or add rows to it."""
    import numpy as np
    from pyogrio.raw import write

    exists = path.exists()
    columns = [
        np.array([row[at] for row, _ in rows], dtype=object if code == "U" else code)
        for at, code in enumerate(layer.columns.values())
    ]
    write(
        str(path),
        _wkb([geometry for _, geometry in rows]) if layer.geometry else None,
        columns,
        list(layer.columns),
        layer=layer.name,
        driver="GPKG",
        geometry_type=layer.geometry or None,
        crs="EPSG:4326" if layer.geometry else None,
        promote_to_multi=layer.geometry.startswith("Multi"),
        append=exists and _has_layer(path, layer.name),
        dataset_options={} if exists else {"VERSION": _VERSION},
        layer_options={} if layer.geometry else {"ASPATIAL_VARIANT": "GPKG_ATTRIBUTES"},
    )


def _has_layer(path: Path, name: str) -> bool:
    from pyogrio import list_layers

    return name in {layer for layer, _ in list_layers(str(path))}


def _wkb(geometries: Sequence[Mapping[str, Any] | None]) -> Any:  # noqa: ANN401 - an array
    import numpy as np
    from shapely import from_geojson, to_wkb

    texts = [json.dumps(geometry) for geometry in geometries]
    return np.asarray(to_wkb(from_geojson(texts)), dtype=object)
