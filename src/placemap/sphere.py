"""Distances and circles on the Earth, taken as a sphere."""

from __future__ import annotations

import math
from typing import Any

_EARTH_RADIUS_M = 6_371_008.8
_CORNERS = 48
_DECIMALS = 5


def distance_m(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> float:
    """Return the great-circle distance in metres between two points in degrees."""
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half_dphi = (phi_b - phi_a) / 2
    half_dlon = math.radians(lon_b - lon_a) / 2
    chord = (
        math.sin(half_dphi) ** 2
        + math.cos(phi_a) * math.cos(phi_b) * math.sin(half_dlon) ** 2
    )
    return 2 * _EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(chord)))


def circle(lon_deg: float, lat_deg: float, radius_m: float) -> dict[str, Any]:
    """Return a polygon of 48 corners at `radius_m` metres around a point.

    Corners lie on the sphere; the ring runs counter-clockwise. Near the
    antimeridian longitudes run on beyond 180 degrees, for the writer to cut.

    Examples
    --------
    >>> ring = circle(0.0, 0.0, 111_195)["coordinates"][0]
    >>> [round(x, 1) for x in ring[0]], len(ring)
    ([1.0, 0.0], 49)
    """
    angle = radius_m / _EARTH_RADIUS_M
    lat = math.radians(lat_deg)
    ring = []
    for corner in range(_CORNERS):
        bearing = math.pi / 2 - 2 * math.pi * corner / _CORNERS
        sin_lat = math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(
            angle
        ) * math.cos(bearing)
        lat_to = math.asin(max(-1.0, min(1.0, sin_lat)))
        dlon = math.atan2(
            math.sin(bearing) * math.sin(angle) * math.cos(lat),
            math.cos(angle) - math.sin(lat) * sin_lat,
        )
        point = (lon_deg + math.degrees(dlon), math.degrees(lat_to))
        ring.append([round(x, _DECIMALS) for x in point])
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
