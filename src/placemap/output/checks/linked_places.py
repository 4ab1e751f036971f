"""Check the Linked Places Format: sourced, dated names of places, in GeoJSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from placemap.output.checks.geojson import read_collection
from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.rfc7946 import check_rfc7946
from placemap.output.checks.shapes import check_shape, read_shape
from placemap.output.checks.timespans import check_when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CLASSES = set("AHLPRST")
_CERTAINTIES = {"certain", "less-certain", "uncertain"}
_COUNTRY = re.compile("[A-Z]{2}")
# A scheme and no blanks: enough to tell an IRI from a bare name.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def check_linked_places(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with places in the Linked Places Format.

    Raises
    ------
    ValueError
        If the file is no FeatureCollection.
    """
    collection = read_collection(path)
    for name in ("@context", "attribution"):
        if collection.get(name) is None:
            yield Problem(str(path), f"{name} is missing", AGAIN)
    seen: set[str] = set()
    for number, feature in enumerate(collection["features"], 1):
        where = f"feature {number}"
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            yield Problem(where, "it is no Feature", AGAIN)
            continue
        yield from _check_id(feature.get("@id"), seen, where)
        yield from _check_properties(feature.get("properties"), where)
        yield from _check_names(feature.get("names"), where)
        yield from _check_types(feature.get("types"), where)
        yield from check_when(feature.get("when"), where)
        yield from _check_geometry(feature.get("geometry"), where)


def _check_id(own_id: object, seen: set[str], where: str) -> Iterator[Problem]:
    if not _fits(_IRI, own_id):
        yield Problem(where, f"@id: {own_id!r:.60} is no IRI", AGAIN)
    elif str(own_id) in seen:
        cure = "remove the copy; ids tell places apart"
        yield Problem(where, f"@id {own_id!r} is there twice", cure)
    seen.add(str(own_id))


def _check_properties(properties: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    if not isinstance(properties, dict):
        yield Problem(where, "the properties are no object", AGAIN)
        return
    if not _is_told(properties.get("title")):
        yield Problem(where, "properties: the title is missing", AGAIN)
    for code in _list(properties.get("ccodes")):
        if not _fits(_COUNTRY, code):
            what = f"ccodes: {code!r:.40} is no code of a country"
            yield Problem(where, what, "use two capitals, as in ISO 3166-1")
    for code in _list(properties.get("fclasses")):
        if code not in tuple(_CLASSES):
            what = f"fclasses: {code!r:.40} is no class of the format"
            yield Problem(where, what, f"use one of {', '.join(sorted(_CLASSES))}")


def _check_names(names: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    if not isinstance(names, list) or not names:
        yield Problem(where, "names: the format wants one at least", AGAIN)
        return
    for number, name in enumerate(names, 1):
        at = f"{where}, name {number}"
        if not isinstance(name, dict) or not _is_told(name.get("toponym")):
            yield Problem(at, "the toponym is missing", AGAIN)
            continue
        if "lang" in name and not _fits(_LANGUAGE, name["lang"]):
            what = f"lang: {name['lang']!r:.40} is no BCP 47 tag"
            yield Problem(at, what, AGAIN)
        yield from _check_citations(name.get("citations"), at)
        yield from check_when(name.get("when"), at)
    if not any(_list(name.get("citations")) for name in _objects(names)):
        yield Problem(where, "names: none of them says who attests it", AGAIN)


def _check_citations(citations: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    for citation in _list(citations):
        if not isinstance(citation, dict) or not _is_told(citation.get("label")):
            yield Problem(where, "citations: a label is missing", AGAIN)


def _check_types(types: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    for one in _list(types):
        if not isinstance(one, dict) or not _fits(_IRI, one.get("identifier")):
            yield Problem(where, "types: an identifier is missing or no IRI", AGAIN)


def _check_geometry(geometry: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    from shapely.geometry import shape

    faults = list(check_rfc7946(geometry, where))
    yield from faults
    if geometry is None or faults:
        return
    made, _ = read_shape(shape, geometry)
    yield from check_shape(made, "Geometry", where, in_degrees=False)
    if geometry.get("certainty", "certain") not in tuple(_CERTAINTIES):
        known = ", ".join(sorted(_CERTAINTIES))
        what = f"certainty: {geometry['certainty']!r:.40} is no code of it"
        yield Problem(where, what, f"use one of {known}")


def _fits(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and bool(pattern.fullmatch(value))


def _is_told(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _list(value: object) -> list[Any]:
    """Return a list as it is; None as none, and all else as the one thing in it."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _objects(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    return (value for value in values if isinstance(value, dict))
