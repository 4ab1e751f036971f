"""Whether a geometry is written as RFC 7946 asks of GeoJSON."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from placemap.output.checks.problems import AGAIN, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Path = Sequence[Sequence[float]]

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


def check_rfc7946(geometry: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    """Yield where a GeoJSON geometry, or null, strays from RFC 7946."""
    if geometry is None:
        return
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(kind, str):
        yield Problem(where, "the geometry is neither an object nor null", AGAIN)
    elif kind == "GeometryCollection":
        members = geometry.get("geometries")
        if not isinstance(members, list):
            yield Problem(where, "a GeometryCollection has no list of them", AGAIN)
            return
        for member in members:
            yield from check_rfc7946(member, where)
    elif kind not in _DEPTHS:
        yield Problem(where, f"{kind!r:.40} is no type of geometry", AGAIN)
    elif fault := _fault_of(kind, geometry.get("coordinates")):
        yield Problem(where, fault, AGAIN)


def check_bbox(bbox: Any, where: str) -> Iterator[Problem]:  # noqa: ANN401 - any JSON
    """Yield what is wrong with a bbox, which may be missing (None).

    The west may be greater than the east: then it spans the antimeridian.
    """
    if bbox is None:
        return
    try:
        west, south, east, north = bbox
        is_right = max(abs(west), abs(east)) <= 180 and -90 <= south <= north <= 90
    except (TypeError, ValueError):
        is_right = False
    if not is_right:
        what = "the bbox is not west, south, east and north in degrees"
        yield Problem(where, what, AGAIN)


def _fault_of(kind: str, nested: Any) -> str:  # noqa: ANN401 - any JSON
    """Return the first fault of some coordinates, or ''."""
    try:
        paths = list(_paths(nested, _DEPTHS[kind]))
        fault = next(filter(None, (_fault(path, kind) for path in paths)), "")
        if not fault and kind.endswith("Polygon"):
            polygons = [nested] if kind == "Polygon" else nested
            if not all(_turns_right(rings) for rings in polygons):
                fault = "a ring turns the wrong way (exterior counter-clockwise)"
    except (TypeError, ValueError, IndexError, KeyError):
        return "the coordinates are not nested as the type wants them"
    return fault


def _paths(nested: Any, depth: int) -> Iterator[Path]:  # noqa: ANN401 - any JSON
    """Yield the lists of positions; a single position is a list of one."""
    if depth == 0:
        yield [nested]
    elif depth == 1:
        yield nested
    else:
        for inner in nested:
            yield from _paths(inner, depth - 1)


def _fault(path: Path, kind: str) -> str:
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


def _crosses(path: Path) -> bool:
    return any(
        _HALF_ROUND_DEG < abs(after[0] - before[0]) < 2 * _HALF_ROUND_DEG
        and abs(before[0]) != _HALF_ROUND_DEG
        and abs(after[0]) != _HALF_ROUND_DEG
        for before, after in pairwise(path)
    )


def _turns_right(rings: Sequence[Path]) -> bool:
    shell, *holes = (_doubled_area(ring) for ring in rings)
    return shell >= 0 and all(hole <= 0 for hole in holes)


def _doubled_area(ring: Path) -> float:
    """Return twice the area, positive counter-clockwise, seen from the first corner.

    From far away, what is small would drown in the rounding of large products.
    """
    west, south = ring[0]
    return sum(
        (a[0] - west) * (b[1] - south) - (b[0] - west) * (a[1] - south)
        for a, b in pairwise(ring)
    )
