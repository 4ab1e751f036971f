"""GeoJSON geometries as well-known binary, which files and databases hold."""

from __future__ import annotations

from itertools import chain
from struct import pack
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.output.geometry import Geometry

_CODES = {
    "Point": 1,
    "LineString": 2,
    "Polygon": 3,
    "MultiPoint": 4,
    "MultiLineString": 5,
    "MultiPolygon": 6,
    "GeometryCollection": 7,
}


def to_wkb(geometry: Geometry) -> bytes:
    """Return `geometry` as little-endian well-known binary, in two dimensions.

    Examples
    --------
    >>> to_wkb({"type": "Point", "coordinates": [1.0, 2.0]}).hex()
    '0101000000000000000000f03f0000000000000040'
    """
    kind = geometry["type"]
    if kind == "GeometryCollection":
        return _several(kind, map(to_wkb, geometry["geometries"]))
    return _encoded(kind, geometry["coordinates"])


def promoted(geometry: Geometry) -> Geometry:
    """Return `geometry` as one of several parts, as layers of such want it.

    Examples
    --------
    >>> promoted({"type": "LineString", "coordinates": [[1, 2], [3, 4]]})
    {'type': 'MultiLineString', 'coordinates': [[[1, 2], [3, 4]]]}
    """
    if geometry["type"].startswith(("Multi", "Geometry")):
        return geometry
    return {
        "type": f"Multi{geometry['type']}",
        "coordinates": [geometry["coordinates"]],
    }


def _encoded(kind: str, coordinates: Sequence[Any]) -> bytes:
    if kind == "Point":
        return pack("<BIdd", 1, 1, coordinates[0], coordinates[1])
    if kind == "LineString":
        return pack("<BI", 1, 2) + _path(coordinates)
    if kind == "Polygon":
        rings = b"".join(map(_path, coordinates))
        return pack("<BII", 1, 3, len(coordinates)) + rings
    part = kind.removeprefix("Multi")
    return _several(kind, (_encoded(part, inner) for inner in coordinates))


def _several(kind: str, parts: Iterable[bytes]) -> bytes:
    made = list(parts)
    return pack("<BII", 1, _CODES[kind], len(made)) + b"".join(made)


def _path(positions: Sequence[Sequence[float]]) -> bytes:
    count = len(positions)
    return pack(f"<I{2 * count}d", count, *chain.from_iterable(positions))
