"""How far places of one group reach, summed up point by point.

A sum of unit vectors is all that is kept of a group, so that a pass over millions
of towns tells the extent of every division, also of one across the antimeridian.
"""

from __future__ import annotations

import math

from placemap.sphere import distance_m

_EARTH_RADIUS_M = 6_371_008.8
# A disc whose points are spread evenly reaches this far beyond their mean distance.
_DISC = math.sqrt(2)


class Extents:
    """The spread of the points of each group.

    Examples
    --------
    >>> extents = Extents()
    >>> for lon_deg in (179.0, -179.0):
    ...     extents.add("a", lon_deg, 0.0)
    >>> round(extents.radius_m("a", 180.0, 0.0) / 1000)
    157
    """

    def __init__(self, sums: dict[str, list[float]] | None = None) -> None:
        self.sums = sums or {}

    def add(self, group: str, lon_deg: float, lat_deg: float) -> None:
        """Count a point in."""
        lon, lat = math.radians(lon_deg), math.radians(lat_deg)
        across = math.cos(lat)
        total = self.sums.get(group)
        if total is None:
            total = self.sums[group] = [0.0, 0.0, 0.0, 0.0]
        total[0] += 1
        total[1] += across * math.cos(lon)
        total[2] += across * math.sin(lon)
        total[3] += math.sin(lat)

    def radius_m(self, group: str, lon_deg: float, lat_deg: float) -> float:
        """Return the radius around a point in which a group lies; 0 when unknown.

        The group is taken for a disc, as wide as its points are spread, and as far
        off as their middle is from the point.
        """
        count, *total = self.sums.get(group, (0.0, 0.0, 0.0, 0.0))
        if not count:
            return 0.0
        x, y, z = (value / count for value in total)
        length = math.sqrt(x * x + y * y + z * z)
        if length == 0:
            return 0.0
        spread_m = _EARTH_RADIUS_M * math.sqrt(max(0.0, 1 - length * length))
        lon, lat = math.atan2(y, x), math.asin(max(-1.0, min(1.0, z / length)))
        off_m = distance_m(lon_deg, lat_deg, math.degrees(lon), math.degrees(lat))
        return _DISC * spread_m + off_m
