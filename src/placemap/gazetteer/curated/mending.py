"""Outlines as programs accept them: valid, and cut at the antimeridian."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    Ring = Sequence[Sequence[float]]


def mend(geometry: Mapping[str, Any]) -> BaseGeometry:
    """Return a GeoJSON geometry as a valid shape between -180 and 180 degrees.

    World-atlas draws Russia and Fiji in one piece, with lines that run around the
    world from one side of the antimeridian to the other; and rounded coastlines may
    cross themselves.

    Examples
    --------
    >>> ring = [[179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]]
    >>> mend({"type": "Polygon", "coordinates": [ring]}).area
    2.0
    """
    from shapely import make_valid, union_all
    from shapely.geometry import Polygon, shape

    if not geometry["type"].endswith("Polygon"):
        return shape(dict(geometry))
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    parts = []
    for rings in polygons:
        outer, *holes = map(_unrolled, rings)
        parts.append(_cut(make_valid(Polygon(outer, holes), method="structure")))
    return union_all(parts)


def _unrolled(ring: Ring) -> Ring:
    """Return a ring without jumps, running on beyond 180 degrees.

    One around a pole cannot be unrolled and stays as it is.
    """
    turns = 0.0
    longitudes = [ring[0][0]]
    for (lon, *_), (next_lon, *_) in pairwise(ring):
        if abs(next_lon - lon) > 180:
            turns += 360 if next_lon < lon else -360
        longitudes.append(next_lon + turns)
    if turns:
        return ring
    return [(lon, point[1]) for lon, point in zip(longitudes, ring, strict=True)]


def _cut(area: BaseGeometry) -> BaseGeometry:
    """Bring what lies beyond the antimeridian back to the other side."""
    from shapely import box, union_all
    from shapely.affinity import translate

    west, _, east, _ = area.bounds
    if west >= -180 and east <= 180:
        return area
    world = box(-180, -90, 180, 90)
    moved = (translate(area, xoff=turn) for turn in (-360, 0, 360))
    return union_all([part.intersection(world) for part in moved])
