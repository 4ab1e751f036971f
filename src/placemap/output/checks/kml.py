"""Check KML: folders by type, times, geometries, and that balloons are harmless."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from placemap.output.checks.markup import Element, read_elements
from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.rfc7946 import check_rfc7946
from placemap.output.checks.shapes import read_shape
from placemap.output.checks.tables import Cells, Keys, Table, check_order
from placemap.output.checks.values import check_value
from placemap.output.columns import Column
from placemap.output.schema import EVENTS
from placemap.output.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_SIMPLE = ("Point", "LineString", "Polygon")
_SHAPES = (*_SIMPLE, "MultiGeometry")
# What the balloons of ours are laid out with.
_TAGS = {"p", "br"}
_SPAN = tuple(Column(name, "date", "") for name in ("begin", "end"))
_POSITION = (2, 3)  # the third is the height, which Earth adds


def check_kml(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a KML file of events.

    Raises
    ------
    ValueError
        If it is no KML, or XML of the dangerous kind.
    """
    styles: set[str] = set()
    table = Table(EVENTS, Keys())
    found = read_elements(
        path, ("Style", "Placemark"), root="kml", namespace=_NAMESPACE
    )
    for element in found:
        if element.name == "Style":
            styles.add("#" + element.attributes.get("id", ""))
            continue
        where = f"Placemark {element.attributes.get('id', '')!r}, line {element.line}"
        values = _values(element)
        yield from _check_placemark(element, styles, where)
        yield from _check_folder(element, values, where)
        yield from _check_time_span(element, values, where)
        yield from _check_balloon(element.text_of("description"), where)
        geometry, fault = _geometry(element)
        yield from check_rfc7946(geometry, where)
        yield from table.check(_cells(values, geometry, where, fault))


def _values(placemark: Element) -> dict[str, Any]:
    data = placemark.first("ExtendedData")
    cells = {
        one.attributes.get("name", ""): one.text_of("value")
        for one in (data.children if data else ())
    }
    return {"id": placemark.attributes.get("id"), **cells}


def _check_placemark(
    placemark: Element, styles: set[str], where: str
) -> Iterator[Problem]:
    if not placemark.text_of("name"):
        yield Problem(where, "it has no name", AGAIN)
    style = placemark.text_of("styleUrl")
    if style and style not in styles:
        yield Problem(where, f"there is no style {style!r:.60}", AGAIN)


def _check_folder(
    placemark: Element, values: dict[str, Any], where: str
) -> Iterator[Problem]:
    folder = placemark.parent
    if folder is None or folder.name != "Folder":
        yield Problem(where, "it lies in no folder", AGAIN)
    elif folder.text_of("name") != symbol(values.get("type") or "OTHER").label:
        told = f"{values.get('type')!r:.40} in {folder.text_of('name')!r:.40}"
        yield Problem(where, f"it lies in the folder of another type: {told}", AGAIN)


def _check_time_span(
    placemark: Element, values: dict[str, Any], where: str
) -> Iterator[Problem]:
    span = placemark.first("TimeSpan")
    told = {
        column.name: (span.text_of(column.name) if span else None) or None
        for column in _SPAN
    }
    for column in _SPAN:
        yield from check_value(told[column.name], column, f"{where}, TimeSpan")
    yield from check_order(Cells(told, None, f"{where}, TimeSpan"), "begin", "end")
    days = {"begin": values.get("start_date"), "end": values.get("end_date")}
    if told != days:
        yield Problem(where, "its time span is not that of its dates", AGAIN)


class _Balloon(HTMLParser):
    """Notes the first tag that a balloon of ours has not."""

    def __init__(self) -> None:
        super().__init__()
        self.stranger = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS or attrs:
            self.stranger = self.stranger or f"<{tag}>"

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - whatever it says
        self.stranger = self.stranger or "a comment"


def _check_balloon(description: str, where: str) -> Iterator[Problem]:
    balloon = _Balloon()
    balloon.feed(description)
    balloon.close()
    stranger = balloon.stranger or ("$[" if "$[" in description else "")
    if stranger:
        what = f"the balloon holds {stranger:.40}, which Earth would act upon"
        yield Problem(where, what, "escape the text in it, or export the file again")


def _geometry(element: Element) -> tuple[dict[str, Any] | None, str]:
    """Return the geometry of an element as GeoJSON's, and why it cannot be read."""
    shape = next((one for one in element.children if one.name in _SHAPES), None)
    if shape is None:
        return None, ""
    try:
        return _read(shape), ""
    except (ValueError, AttributeError) as error:
        return None, f"the geometry cannot be read: {str(error)[:80]}"


def _read(shape: Element) -> dict[str, Any]:
    if shape.name == "MultiGeometry":
        members = [_read(one) for one in shape.children if one.name in _SHAPES]
        return {"type": "GeometryCollection", "geometries": members}
    if shape.name == "Polygon":
        outer = shape.first("outerBoundaryIs")
        inner = [one for one in shape.children if one.name == "innerBoundaryIs"]
        if outer is None:
            raise ValueError("a Polygon has no outerBoundaryIs")
        rings = [_path(_ring(one)) for one in (outer, *inner)]
        return {"type": "Polygon", "coordinates": rings}
    path = _path(shape)
    if shape.name == "Point" and len(path) != 1:
        raise ValueError("a Point has not one position")
    return {
        "type": shape.name,
        "coordinates": path[0] if shape.name == "Point" else path,
    }


def _ring(boundary: Element) -> Element:
    ring = boundary.first("LinearRing")
    if ring is None:
        raise ValueError("a boundary has no LinearRing")
    return ring


def _path(element: Element) -> list[list[float]]:
    positions = []
    for text in element.text_of("coordinates").split():
        numbers = [float(number) for number in text.split(",")]
        if len(numbers) not in _POSITION:
            raise ValueError(f"{text!r:.40} is no position")
        positions.append(numbers[:2])
    return positions


def _cells(
    values: dict[str, Any], geometry: dict[str, Any] | None, where: str, fault: str
) -> Cells:
    from shapely.geometry import shape

    made, _ = read_shape(shape, geometry) if geometry else (None, "")
    return Cells(values, made, where, fault)
