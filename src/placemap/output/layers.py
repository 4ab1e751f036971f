"""The rows of each layer, out of parsed documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.output.evidence import (
    alias_features,
    mention_features,
    place_features,
    source_feature,
)
from placemap.output.geometry import by_family
from placemap.output.table import Feature, event_features, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from placemap.core import ParsedDocument, Run
    from placemap.output.schema import Layer

# The layers whose rows come from one document at a time.
_MAKERS: dict[str, Callable[[ParsedDocument, Run], Iterable[Feature]]] = {
    "events": event_features,
    "mentions": mention_features,
    "aliases": lambda item, _: alias_features(item),
    "sources": lambda item, _: [source_feature(item)],
}
_BY_FAMILY = {
    "Point": "events_point",
    "LineString": "events_line",
    "Polygon": "events_area",
}


def features_of(
    parsed: Iterable[ParsedDocument], layer: Layer, run: Run
) -> Iterator[Feature]:
    """Yield the rows of `layer` as its columns want them, document by document.

    The label policy is that of `run`. Only ``places`` has to see all documents
    before the first row: it is sorted by id.
    """
    return filled(rows_of(parsed, layer, run), layer.columns)


def rows_of(
    parsed: Iterable[ParsedDocument], layer: Layer, run: Run
) -> Iterator[Feature]:
    """Yield the rows of `layer` as they are made, for a grid to fill and fit."""
    name = layer.name
    if name == "places":
        yield from place_features(parsed)
        return
    for item in parsed:
        if name.startswith("events_"):
            for feature in event_features(item, run):
                yield from (part for at, part in by_layer(feature) if at == name)
        else:
            yield from _MAKERS[name](item, run)


def by_layer(feature: Feature) -> Iterator[tuple[str, Feature]]:
    """Yield the layers an event belongs in, with its part in each.

    Most have one type of geometry, hence one part. Several points are a row each.
    """
    geometry = feature.geometry
    if geometry is None:
        yield "events_unlocated", feature
        return
    if geometry["type"] in _BY_FAMILY:
        yield _BY_FAMILY[geometry["type"]], feature
        return
    families = by_family(geometry)
    for family in ("LineString", "Polygon"):
        if family in families:
            yield _BY_FAMILY[family], feature._replace(geometry=families[family])
    for position in _positions(families.get("Point")):
        point = {"type": "Point", "coordinates": position}
        yield _BY_FAMILY["Point"], feature._replace(geometry=point)


def _positions(points: dict[str, Any] | None) -> list[list[float]]:
    if points is None:
        return []
    is_single = points["type"] == "Point"
    return [points["coordinates"]] if is_single else points["coordinates"]
