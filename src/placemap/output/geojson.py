"""Events as GeoJSON, strictly by RFC 7946."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from placemap.output.atomic import replacing
from placemap.output.columns import EVENTS, SOURCES
from placemap.output.encoding import run_record
from placemap.output.evidence import source_feature
from placemap.output.geometry import bounds
from placemap.output.jsontext import dumps
from placemap.output.table import event_features, filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.geometry import Geometry
    from placemap.output.table import Feature, Row

FORMAT = "placemap-events/1"


def write_geojson(parsed: Iterable[ParsedDocument], path: Path, *, run: Run) -> None:
    """Write the events of `parsed` to `path` as a FeatureCollection.

    A feature is one event at one place; its geometry is null where the place is
    unknown. Beside the features stand ``placemap`` (what made the file),
    ``attribution``, ``documents`` and ``bbox``. One feature a line.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    with replacing(path) as temporary, temporary.open("wb") as file:
        for line in _lines(parsed, run):
            file.write(line.encode())


def _lines(parsed: Iterable[ParsedDocument], run: Run) -> Iterator[str]:
    made_by = {"format": FORMAT, **run_record(run)}
    attribution = made_by.pop("attribution")
    yield '{"type":"FeatureCollection",\n'
    yield f'"placemap":{dumps(made_by)},\n"attribution":{dumps(attribution)},\n'
    yield '"features":['
    documents: list[Row] = []
    geometries: list[Geometry] = []
    separator = "\n"
    for item in parsed:
        documents += (row for row, _ in filled([source_feature(item)], SOURCES))
        for feature in filled(event_features(item, run), EVENTS):
            if feature.geometry is not None:
                geometries.append(feature.geometry)
            yield separator + dumps(_feature(feature))
            separator = ",\n"
    yield f'\n],\n"documents":{dumps([_plain(row) for row in documents])}'
    box = bounds(geometries)
    yield f',\n"bbox":{dumps(box)}}}\n' if box else "}\n"


def _feature(feature: Feature) -> dict[str, Any]:
    properties = _plain(feature.row)
    return {
        "type": "Feature",
        "id": properties.pop("id"),
        "geometry": feature.geometry,
        "properties": properties,
    }


def _plain(row: Row) -> Row:
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in row.items()
    }
