"""Countries' shapes from world-atlas (Natural Earth, de facto boundaries)."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Ring = list[tuple[float, float]]
_DECIMALS = 3  # about 100 m; the 1:50m data are not better than that


def read_shapes(path: Path) -> dict[str, dict[str, Any]]:
    """Return GeoJSON geometries by ISO 3166-1 numeric code (three digits).

    `path` is a world-atlas TopoJSON file of countries. Features without a code,
    such as Kosovo in Natural Earth, come under their name.
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = _decode_arcs(topology)
    shapes: dict[str, dict[str, Any]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        key = country.get("id") or country["properties"]["name"]
        polygons = list(_polygons(country, arcs))
        if polygons:
            merged = shapes.get(key, {"coordinates": []})["coordinates"] + polygons
            shapes[key] = {"type": "MultiPolygon", "coordinates": merged}
    return shapes


def bounding_box(shape: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Return west, south, east, north; west exceeds east across the antimeridian.

    A country on both sides of it (Fiji, Russia, the USA, New Zealand) would
    otherwise span the whole world.
    """
    points = [p for polygon in shape["coordinates"] for p in polygon[0]]
    lons = [lon for lon, _ in points]
    lats = [lat for _, lat in points]
    west, east = min(lons), max(lons)
    if east - west > 180:
        west = min(lon for lon in lons if lon > 0)
        east = max(lon for lon in lons if lon < 0)
        gap_closes = all(not east < lon < west for lon in lons)
        if not gap_closes or west - east < 30:
            west, east = min(lons), max(lons)
    return west, min(lats), east, max(lats)


def _decode_arcs(topology: Mapping[str, Any]) -> list[Ring]:
    scale_x, scale_y = topology["transform"]["scale"]
    move_x, move_y = topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            lon, lat = x * scale_x + move_x, y * scale_y + move_y
            points.append((round(lon, _DECIMALS), round(lat, _DECIMALS)))
        decoded.append(points)
    return decoded


def _polygons(country: Mapping[str, Any], arcs: list[Ring]) -> Iterator[list[Ring]]:
    if country.get("type") is None:
        return
    multi = country["type"] == "MultiPolygon"
    for polygon in country["arcs"] if multi else [country["arcs"]]:
        rings = [_join(indices, arcs) for indices in polygon]
        if len(rings[0]) >= 4:
            yield [_wound(ring, exterior=i == 0) for i, ring in enumerate(rings)]


def _join(indices: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return [p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1]]


def _wound(ring: Ring, *, exterior: bool) -> Ring:
    """Return the ring counter-clockwise outside, clockwise inside (RFC 7946)."""
    doubled = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))
    is_clockwise = doubled > 0
    return ring[::-1] if is_clockwise == exterior else ring
