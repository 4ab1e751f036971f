"""The rules for the shapes of the curated layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.gazetteer.curated.tables import PlaceRow

_TYPES = ("LineString", "MultiLineString", "Polygon", "MultiPolygon")
_SHORTEST_RING = 4
_METRES_A_DEGREE = 111_320.0


def shape_problems(
    features: Mapping[str, Mapping[str, Any]], places: Mapping[str, PlaceRow]
) -> Iterator[str]:
    """Yield what is wrong with the shapes in `features`, which belong to `places`.

    A polygon must be valid and hold the point of its place, a country's at least come
    as near as the country reaches; a line must pass it within the place's radius.
    """
    for place, feature in features.items():
        where = f"shape of {place}:"
        for key in ("source", "note"):
            if not feature["properties"].get(key):
                yield f"{where} the property {key} is missing"
        geometry = feature["geometry"]
        problem = _structure_problem(geometry)
        row = places.get(place)
        if row is None:
            problem = problem or f"place {place!r} is not in places.csv"
        elif not problem:
            problem = _position_problem(geometry, row)
        if problem:
            yield f"{where} {problem}"


def _structure_problem(geometry: Mapping[str, Any]) -> str:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in _TYPES:
        return f"the geometry is a {kind}, expected one of {', '.join(_TYPES)}"
    try:
        parts = _paths(str(kind), coordinates)
        points = [(float(x), float(y)) for part in parts for x, y in part]
    except (TypeError, ValueError):
        return "the coordinates are not pairs of longitude and latitude"
    if any(not (-180 <= x <= 180 and -90 <= y <= 90) for x, y in points):
        return "a coordinate lies outside the world"
    if kind.endswith("Polygon"):
        return next(filter(None, map(_ring_problem, parts)), "")
    return "" if all(len(part) > 1 for part in parts) else "a line has one point only"


def _paths(kind: str, coordinates: Any) -> Sequence[Sequence[Sequence[float]]]:  # noqa: ANN401 - GeoJSON nests to any depth
    """Return the rings or lines of a geometry as a flat list."""
    if kind == "LineString":
        return [coordinates]
    if kind == "MultiPolygon":
        return [ring for polygon in coordinates for ring in polygon]
    return list(coordinates)


def _ring_problem(ring: Sequence[Sequence[float]]) -> str:
    if len(ring) < _SHORTEST_RING:
        return f"a ring has {len(ring)} points, expected at least {_SHORTEST_RING}"
    if list(ring[0]) != list(ring[-1]):
        return "a ring is open: its last point should be its first"
    return ""


def _position_problem(geometry: Mapping[str, Any], row: PlaceRow) -> str:
    import shapely

    if row.lon_deg is None or row.lat_deg is None:
        return ""
    shape = shapely.geometry.shape(dict(geometry))
    point = shapely.Point(row.lon_deg, row.lat_deg)
    if not shape.is_valid:
        return f"the geometry is not valid: {shapely.is_valid_reason(shape)}"
    # Degrees of longitude are shorter than that, so this only errs on the mild side.
    distance_m = shape.distance(point) * _METRES_A_DEGREE
    if geometry["type"].endswith("Polygon"):
        # The point of a country of islands may lie in the sea between them.
        is_country = row.kind.startswith(("A.PCL", "A.TERR"))
        reach_m = (row.radius_m or 0.0) if is_country else 0.0
        is_held = shape.covers(point) or distance_m < reach_m
        return "" if is_held else "the point of the place lies outside"
    if row.radius_m and distance_m > row.radius_m:
        return f"the point of the place lies {distance_m / 1000:.0f} km from the line"
    return ""
