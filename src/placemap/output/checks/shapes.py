"""Whether geometries are valid, of the right type, and written as RFC 7946 asks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from placemap.output.checks.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

_AGAIN = "export the file again; placemap writes it right"
_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
_LEAST = {"LineString": 2, "Polygon": 4}
# Neighbours further apart than this run the wrong way round the Earth; a whole
# parallel, from edge to edge, is meant.
_HALF_ROUND_DEG = 180


def check_shape(
    shape: BaseGeometry | None, geometry_type: str, where: str
) -> Iterator[Problem]:
    """Yield what is wrong with the geometry of a row of a layer of `geometry_type`."""
    from shapely import is_valid_reason

    if shape is None:
        return
    # GeoJSON needs no many for one; databases take one among the many.
    allowed = {geometry_type, geometry_type.removeprefix("Multi")}
    if geometry_type != "Geometry" and shape.geom_type not in allowed:
        yield Problem(
            where,
            f"a {shape.geom_type} in a layer of {geometry_type or 'no geometry'}",
            "move it to the layer of its type",
        )
    if not shape.is_valid:
        yield Problem(
            where,
            f"the geometry is not valid: {is_valid_reason(shape)}",
            "mend it, such as with QGIS' 'Fix geometries'",
        )


def check_rfc7946(geometry: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    """Yield where a GeoJSON geometry, or null, strays from RFC 7946."""
    if geometry is None:
        return
    if not isinstance(geometry, dict) or "type" not in geometry:
        yield Problem(where, "the geometry is neither an object nor null", _AGAIN)
    elif geometry["type"] == "GeometryCollection":
        for member in geometry.get("geometries", ()):
            yield from check_rfc7946(member, where)
    elif geometry["type"] not in _DEPTHS:
        yield Problem(where, f"{geometry['type']!r} is no type of geometry", _AGAIN)
    else:
        yield from _check_coordinates(geometry, where)


def _check_coordinates(geometry: dict[str, Any], where: str) -> Iterator[Problem]:
    kind = geometry["type"]
    nested: Any = geometry.get("coordinates")
    try:
        paths = list(_paths(nested, _DEPTHS[kind]))
        fault = next(filter(None, (_fault(path, kind) for path in paths)), "")
    except (TypeError, ValueError, IndexError):
        fault = "the coordinates are not nested as the type wants them"
    if not fault and kind.endswith("Polygon"):
        polygons = [nested] if kind == "Polygon" else nested
        if any(not _turns_right(rings) for rings in polygons):
            fault = "a ring turns the wrong way (exterior counter-clockwise)"
    if fault:
        yield Problem(where, fault, _AGAIN)


def _paths(nested: Any, depth: int) -> Iterator[Sequence[Sequence[float]]]:  # noqa: ANN401 - any JSON
    """Yield the lists of positions; a single position is a list of one."""
    if depth == 0:
        yield [nested]
    elif depth == 1:
        yield nested
    else:
        for inner in nested:
            yield from _paths(inner, depth - 1)


def _fault(path: Sequence[Sequence[float]], kind: str) -> str:
    family = kind.removeprefix("Multi")
    if any(len(position) != 2 for position in path):
        return "a position has not two numbers"
    if not all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in path):
        return "a position is no longitude and latitude in degrees"
    if len(path) < _LEAST.get(family, 0):
        return f"a {family} has too few positions"
    if family == "Polygon" and list(path[0]) != list(path[-1]):
        return "a ring is not closed"
    if family != "Point" and _crosses(path):
        return "the geometry crosses the antimeridian uncut"
    return ""


def _crosses(path: Sequence[Sequence[float]]) -> bool:
    return any(
        _HALF_ROUND_DEG < abs(after[0] - before[0]) < 2 * _HALF_ROUND_DEG
        and abs(before[0]) != _HALF_ROUND_DEG
        and abs(after[0]) != _HALF_ROUND_DEG
        for before, after in pairwise(path)
    )


def _turns_right(rings: Sequence[Sequence[Sequence[float]]]) -> bool:
    shell, *holes = (_doubled_area(ring) for ring in rings)
    return shell >= 0 and all(hole <= 0 for hole in holes)


def _doubled_area(ring: Sequence[Sequence[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
