"""Check GeoJSON: a collection, lines of Features, or a text sequence (RFC 8142)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.reports import check_report
from placemap.output.checks.rfc7946 import check_bbox, check_rfc7946
from placemap.output.checks.shapes import read_shape
from placemap.output.checks.tables import Cells, Keys, check_layer
from placemap.output.checks.tabular import layer_of
from placemap.output.schema import EVENTS, layer_called

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from placemap.output.schema import Layer

    Features = list[tuple[int, Any]]

_SEPARATOR = b"\x1e"


def read_json(text: bytes) -> Any:  # noqa: ANN401 - any JSON
    """Return what strict JSON holds, without NaN and infinities.

    Raises
    ------
    ValueError
        If it is none.
    """
    return json.loads(text.decode("utf-8"), parse_constant=_refuse)


def _refuse(constant: str) -> object:
    raise ValueError(f"JSON has no {constant}")


def read_collection(path: Path) -> dict[str, Any]:
    """Return a FeatureCollection whose features are in a list.

    Raises
    ------
    ValueError
        If the file is none.
    """
    collection = read_json(path.read_bytes())
    is_collection = (
        isinstance(collection, dict)
        and collection.get("type") == "FeatureCollection"
        and isinstance(collection.get("features"), list)
    )
    if not is_collection:
        raise ValueError("it is no FeatureCollection")
    return dict(collection)


def check_geojson(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a collection of Features."""
    collection = read_collection(path)
    if "crs" in collection:
        what = "RFC 7946 has no crs: GeoJSON is always WGS 84"
        yield Problem("crs", what, "remove the member")
    yield from check_bbox(collection.get("bbox"), "bbox")
    made_by = collection.get("placemap")
    if not isinstance(made_by, dict):
        what = "it does not say what made it and whose data it rests on"
        yield Problem("placemap", what, AGAIN)
        made_by = {}
    layer = layer_called(made_by.get("layer", "events"))
    keys = Keys()
    yield from _check_features(layer, list(enumerate(collection["features"], 1)), keys)
    # The layer of the sources lists the documents itself.
    keys = Keys() if layer.name == "sources" else keys
    yield from _check_documents(collection.get("documents", []), keys)
    yield from keys.problems()
    if "report" in collection:
        yield from check_report(path)


def _check_documents(documents: Any, keys: Keys) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    if not isinstance(documents, list) or not all(
        isinstance(row, dict) for row in documents
    ):
        yield Problem("documents", "it is no list of objects", AGAIN)
        return
    sources = layer_called("sources")
    names = [column.name for column in sources.columns]
    rows = (
        Cells(row, None, f"documents, number {number}")
        for number, row in enumerate(documents, 1)
    )
    yield from check_layer(sources, names, rows, keys)


def check_lines(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with Features that are a line each."""
    yield from _check_lines(path, lead=b"")


def check_sequence(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a text sequence by RFC 8142."""
    yield from _check_lines(path, lead=_SEPARATOR)


def _check_lines(path: Path, *, lead: bytes) -> Iterator[Problem]:
    features: Features = []
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            where = f"line {number}"
            if line.startswith(_SEPARATOR) != bool(lead):
                begin = "have to" if lead else "must not"
                what = f"lines {begin} begin with the record separator (RFC 8142)"
                cure = "the suffix is .geojsons with it, .geojsonl without it"
                yield Problem(where, what, cure)
            try:
                features.append((number, read_json(line.removeprefix(_SEPARATOR))))
            except ValueError as error:
                yield Problem(where, f"it is not JSON: {error!s:.100}", AGAIN)
    layer = layer_of(_names(features)) or EVENTS
    yield from _check_features(layer, features, Keys())


def _names(features: Features) -> set[str]:
    """Return the properties there are."""
    return {
        name
        for _, one in features
        if isinstance(one, dict) and isinstance(one.get("properties"), dict)
        for name in (*one["properties"], "id")
    }


def _check_features(layer: Layer, features: Features, keys: Keys) -> Iterator[Problem]:
    sound = []
    for number, feature in features:
        fault = _fault(feature)
        if fault:
            yield Problem(f"feature {number}", fault, AGAIN)
        else:
            sound.append((number, feature))
            yield from check_rfc7946(feature["geometry"], f"feature {number}")
            yield from check_bbox(feature.get("bbox"), f"feature {number}")
    names = _names(sound) if sound else {column.name for column in layer.columns}
    yield from check_layer(layer, names, (_cells(*one) for one in sound), keys)


def _fault(feature: Any) -> str:  # noqa: ANN401 - any JSON
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return "it is no Feature"
    if "geometry" not in feature or "properties" not in feature:
        return "a Feature has to have geometry and properties, if only null"
    if not isinstance(feature["properties"], dict | None):
        return "the properties are no object"
    if not isinstance(feature.get("id", ""), str | int | float):
        return "the id is neither a text nor a number"
    return ""


def _cells(number: int, feature: dict[str, Any]) -> Cells:
    from shapely.geometry import shape

    geometry = feature["geometry"]
    # What cannot be read is told already, as a breach of RFC 7946.
    made, _ = read_shape(shape, geometry) if geometry else (None, "")
    values = {"id": feature.get("id"), **(feature["properties"] or {})}
    return Cells(values, made, f"feature {number}")
