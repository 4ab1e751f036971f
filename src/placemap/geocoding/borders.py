"""The border that two areas share, as the line it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.core import Location
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_AREAS = ("Polygon", "MultiPolygon")
_METHOD = "border that the two places share"


def shared_border(one: Location | None, other: Location | None) -> Location | None:
    """Return the line along which two areas meet, None where they do not.

    Their outlines have to come from one source, for they must have the points between
    them in common. Longitude and latitude are those of a point of the line near its
    middle, and the uncertainty reaches from there to its farthest end.

    Examples
    --------
    >>> def square(west):
    ...     ring = [[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]
    ...     shape = {"type": "Polygon", "coordinates": [ring]}
    ...     about = {"lon_deg": west + 0.5, "lat_deg": 0.5, "uncertainty_m": 8e4}
    ...     return Location(method="gazetteer shape", geometry=shape, **about)
    >>> shared_border(square(0), square(1)).geometry["coordinates"]
    [[1.0, 0.0], [1.0, 1.0]]
    >>> shared_border(square(0), square(5)) is None
    True
    """
    if one is None or other is None:
        return None
    shapes = one.geometry, other.geometry
    if any(outline["type"] not in _AREAS for outline in shapes):
        return None
    from shapely.geometry import mapping, shape
    from shapely.ops import linemerge

    first, second = (shape(dict(outline)).boundary for outline in shapes)
    shared = first.intersection(second)
    lines = [part for part in _parts(shared) if _is_line(part)]
    if not lines:
        return None
    merged = linemerge(lines)
    geometry = _listed(mapping(merged))
    middle = merged.interpolate(0.5, normalized=True)
    points = list(_points(geometry))
    return Location(
        lon_deg=middle.x,
        lat_deg=middle.y,
        uncertainty_m=max(distance_m(middle.x, middle.y, *point) for point in points),
        method=_METHOD,
        geometry=geometry,
    )


def _is_line(part: Any) -> bool:  # noqa: ANN401 - shapely has no types
    return part.geom_type == "LineString" and not part.is_empty


def _parts(geometry: Any) -> Any:  # noqa: ANN401 - shapely has no types
    return getattr(geometry, "geoms", [geometry])


def _listed(geometry: Mapping[str, Any]) -> dict[str, Any]:
    """Return a geometry with lists for tuples, as JSON has them."""

    def listed(value: Any) -> Any:  # noqa: ANN401 - coordinates nest at any depth
        return [listed(one) for one in value] if isinstance(value, tuple) else value

    return {"type": geometry["type"], "coordinates": listed(geometry["coordinates"])}


def _points(geometry: Mapping[str, Any]) -> Iterator[list[float]]:
    is_one = geometry["type"] == "LineString"
    for line in [geometry["coordinates"]] if is_one else geometry["coordinates"]:
        yield from line
