"""A layer as GeoJSON, strictly by RFC 7946."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from placemap.output.atomic import replacing
from placemap.output.encoding import run_record
from placemap.output.evidence import source_feature
from placemap.output.geometry import Extent
from placemap.output.jsontext import dumps
from placemap.output.layers import features_of
from placemap.output.schema import SOURCES, layer_called
from placemap.output.spool import spool_beside
from placemap.output.table import filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.schema import Layer
    from placemap.output.spool import Spool
    from placemap.output.table import Feature, Row

FORMAT = "placemap-events/1"


def write_geojson(
    parsed: Iterable[ParsedDocument],
    path: Path,
    *,
    run: Run,
    layer: str = "events",
    texts: bool = True,
) -> None:
    """Write a layer of `parsed` to `path` as a FeatureCollection.

    A feature is a row of the layer, such as one event at one place; its geometry is
    null where the place is unknown. Beside the features stand ``placemap`` (what
    made the file), ``attribution``, ``documents``, ``bbox`` and, where `texts`
    asks for it, ``report``: the results whole, texts of the documents included,
    from which `read_report` reads the file. One feature a line.

    Raises
    ------
    OutputError
        If the file cannot be written.
    ValueError
        If there is no such layer.
    """
    chosen = layer_called(layer)
    with (
        replacing(path) as temporary,
        spool_beside(temporary, is_wanted=texts) as spool,
        temporary.open("wb") as file,
    ):
        for line in _lines(parsed, chosen, run, spool):
            file.write(line.encode())


def feature_record(feature: Feature) -> dict[str, Any]:
    """Return a row as a Feature, its id where RFC 7946 wants it."""
    properties = _plain(feature.row)
    return {
        "type": "Feature",
        "id": properties.pop("id"),
        "geometry": feature.geometry,
        "properties": properties,
    }


def _lines(
    parsed: Iterable[ParsedDocument], layer: Layer, run: Run, spool: Spool
) -> Iterator[str]:
    made_by = {"format": FORMAT, "layer": layer.name, **run_record(run)}
    attribution = made_by.pop("attribution")
    yield '{"type":"FeatureCollection",\n'
    yield f'"placemap":{dumps(made_by)},\n"attribution":{dumps(attribution)},\n'
    documents: list[Row] = []
    extent = Extent()
    yield '"features":['
    features = features_of(_noted(spool.kept(parsed), documents), layer, run)
    yield from _listed(dumps(feature_record(extent.over(one))) for one in features)
    yield f',\n"documents":{dumps(documents)}'
    if box := extent.box():
        yield f',\n"bbox":{dumps(box)}'
    if spool.is_wanted:
        yield ',\n"report":['
        yield from _listed(spool.lines())
    yield "}\n"


def _noted(
    parsed: Iterable[ParsedDocument], documents: list[Row]
) -> Iterator[ParsedDocument]:
    for item in parsed:
        documents += (
            _plain(row) for row, _ in filled([source_feature(item)], SOURCES.columns)
        )
        yield item


def _listed(items: Iterable[str]) -> Iterator[str]:
    separator = "\n"
    for item in items:
        yield separator + item
        separator = ",\n"
    yield "\n]"


def _plain(row: Row) -> Row:
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in row.items()
    }
