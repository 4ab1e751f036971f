"""GeoJSON geometries as RFC 7946 wants them.

Two dimensions, at most six decimals (0.1 m), exterior rings counter-clockwise, and
nothing across the antimeridian: what crosses it is cut into parts on either side.
A step of more than 180 degrees between neighbouring positions is read as the short
way round, across the antimeridian; one of exactly 360 as a whole parallel.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from placemap.output.table import Feature

Geometry = dict[str, Any]
Position = tuple[float, float]
Path = list[Position]

DECIMALS = 6


def rfc7946(geometry: Mapping[str, Any] | None) -> Geometry | None:
    """Return `geometry` made to fit RFC 7946, or None where nothing is left of it.

    A position that is no place on Earth (not finite, or beyond a pole) cannot be
    drawn, and neither can a geometry that has one: the answer is None.

    Examples
    --------
    >>> rfc7946({"type": "Point", "coordinates": [181, 12.34567891]})
    {'type': 'Point', 'coordinates': [-179.0, 12.345679]}
    >>> across = {"type": "LineString", "coordinates": [[170, 0], [-170, 10]]}
    >>> rfc7946(across)["coordinates"]
    [[[170.0, 0.0], [180.0, 5.0]], [[-180.0, 5.0], [-170.0, 10.0]]]
    """
    if geometry is None:
        return None
    if geometry["type"] == "GeometryCollection":
        members = [rfc7946(member) for member in geometry["geometries"]]
        kept = [member for member in members if member]
        return {"type": "GeometryCollection", "geometries": kept} if kept else None
    try:
        if geometry["type"] == "Point":  # as most are
            point = _make_point(geometry["coordinates"])
            return {"type": "Point", "coordinates": point[0]} if point else None
        family = geometry["type"].removeprefix("Multi")
        made = [piece for part in _parts(geometry) for piece in _MAKERS[family](part)]
    except _NowhereError:
        return None
    return _assembled(family, made, multi=geometry["type"].startswith("Multi"))


def by_family(geometry: Geometry) -> dict[str, Geometry]:
    """Return the parts of `geometry` by family: Point, LineString and Polygon.

    Examples
    --------
    >>> by_family({"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]})
    {'Point': {'type': 'MultiPoint', 'coordinates': [[1, 2], [3, 4]]}}
    """
    found: dict[str, list[Any]] = {}
    for member in _members(geometry):
        family = member["type"].removeprefix("Multi")
        found.setdefault(family, []).extend(_parts(member))
    merged = {f: _assembled(f, parts, multi=False) for f, parts in found.items()}
    return {family: made for family, made in merged.items() if made}


def bounds(geometries: Iterable[Geometry]) -> list[float] | None:
    """Return west, south, east, north of all, or None where there are none.

    West exceeds east where the smallest box crosses the antimeridian.

    Examples
    --------
    >>> fiji = {"type": "MultiPoint", "coordinates": [[177, -20], [-178, -16]]}
    >>> bounds([fiji])
    [177, -20, -178, -16]
    """
    extent = Extent()
    for geometry in geometries:
        extent.add(geometry)
    return extent.box()


class Extent:
    """The box around geometries that come one after the other."""

    def __init__(self) -> None:
        # A set, for many events share a place.
        self._spans: set[tuple[float, float]] = set()
        self._south = math.inf
        self._north = -math.inf

    def add(self, geometry: Geometry) -> None:
        """Take `geometry` into the box."""
        for member in _members(geometry):
            for part in _parts(member):
                positions = list(_positions(part))
                longitudes = [position[0] for position in positions]
                latitudes = [position[1] for position in positions]
                self._spans.add((min(longitudes), max(longitudes)))
                self._south = min(self._south, *latitudes)
                self._north = max(self._north, *latitudes)

    def over(self, feature: Feature) -> Feature:
        """Take the geometry of `feature`, if any, into the box; return the feature."""
        if feature.geometry is not None:
            self.add(feature.geometry)
        return feature

    def box(self) -> list[float] | None:
        """Return west, south, east, north, or None where there was no geometry."""
        if not self._spans:
            return None
        west, east = _smallest_arc(list(self._spans))
        return [west, self._south, east, self._north]


class _NowhereError(Exception):
    """A position is no place on Earth."""


def _assembled(family: str, parts: list[Any], *, multi: bool) -> Geometry | None:
    if not parts:
        return None
    if multi or len(parts) > 1:
        return {"type": f"Multi{family}", "coordinates": parts}
    return {"type": family, "coordinates": parts[0]}


def _members(geometry: Geometry) -> Iterator[Geometry]:
    if geometry["type"] != "GeometryCollection":
        yield geometry
    else:
        for member in geometry["geometries"]:
            yield from _members(member)


def _parts(geometry: Mapping[str, Any]) -> list[Any]:
    nested: list[Any] = geometry["coordinates"]
    return nested if geometry["type"].startswith("Multi") else [nested]


def _positions(nested: Sequence[Any]) -> Iterator[Sequence[float]]:
    if nested and isinstance(nested[0], int | float):
        yield nested
    else:
        for inner in nested:
            yield from _positions(inner)


def _smallest_arc(spans: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the arc of the parallel that leaves out the widest empty gap."""
    merged: list[tuple[float, float]] = []
    for west, east in sorted(spans):
        if merged and west <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(east, merged[-1][1]))
        else:
            merged.append((west, east))
    outside = merged[0][0] + 360 - merged[-1][1]
    gaps = [
        (after[0] - before[1], i) for i, (before, after) in enumerate(pairwise(merged))
    ]
    widest, at = max(gaps, default=(0.0, 0))
    if widest > outside:
        return merged[at + 1][0], merged[at][1]
    return merged[0][0], merged[-1][1]


def _make_point(position: Sequence[float]) -> list[list[float]]:
    if not position:
        return []
    lon, lat = _checked(position)
    if not -180 <= lon <= 180:
        lon = (lon + 180) % 360 - 180
    return _rounded([(lon, lat)])


def _make_line(positions: Sequence[Sequence[float]]) -> list[list[list[float]]]:
    path = _unwrapped(positions)
    if len(path) < 2:
        return []
    if _fits(path):
        return [_rounded(path)]
    from shapely.geometry import LineString

    pieces = _cut(LineString(path), "LineString")
    return [_rounded(piece.coords) for piece in pieces]


def _make_polygon(rings: Sequence[Sequence[Sequence[float]]]) -> list[Any]:
    paths = [_closed(_unwrapped(ring)) for ring in rings if len(ring) >= 3]
    if not paths or len(rings[0]) < 3:
        return []
    paths = [paths[0], *(_beside(hole, paths[0]) for hole in paths[1:])]
    if all(map(_fits, paths)):
        return _oriented(paths)
    from shapely import make_valid
    from shapely.geometry import Polygon

    whole = make_valid(Polygon(paths[0], paths[1:]))
    return [
        polygon
        for piece in _cut(whole, "Polygon")
        for polygon in _oriented(
            [list(ring.coords) for ring in (piece.exterior, *piece.interiors)]
        )
    ]


_MAKERS: dict[str, Callable[[Any], list[Any]]] = {
    "Point": _make_point,
    "LineString": _make_line,
    "Polygon": _make_polygon,
}


def _checked(position: Sequence[float]) -> Position:
    lon, lat = float(position[0]), float(position[1])
    # Once around past the antimeridian is a way to write it, further is an error.
    if not (abs(lon) <= 540 and abs(lat) <= 90):
        raise _NowhereError
    return lon, lat


def _unwrapped(positions: Sequence[Sequence[float]]) -> Path:
    """Return the positions with longitudes that run on past 180 instead of jumping."""
    checked = [_checked(position) for position in positions]
    longitudes = [lon for lon, _ in checked]
    if max(longitudes, default=0.0) - min(longitudes, default=0.0) <= 180:
        return checked
    path: Path = []
    turn = 0.0
    for lon, lat in checked:
        if path:
            step = lon + turn - path[-1][0]
            if abs(step) > 180 and abs(step) != 360:
                turn -= 360 * round(step / 360)
        path.append((lon + turn, lat))
    return path


def _closed(ring: Path) -> Path:
    """Return `ring` closed; one that runs round the Earth is closed over its pole."""
    first, last = ring[0], ring[-1]
    if first == last:
        return ring
    if first[1] == last[1] and math.isclose(abs(last[0] - first[0]), 360):
        pole = math.copysign(90, math.fsum(lat for _, lat in ring))
        ring = [*ring, (last[0], pole), (first[0], pole)]
    return [*ring, first]


def _beside(hole: Path, shell: Path) -> Path:
    """Return `hole` turned by whole circles to where it lies in `shell`."""
    turn = 360 * round((_middle(shell) - _middle(hole)) / 360)
    return [(lon + turn, lat) for lon, lat in hole]


def _middle(path: Path) -> float:
    longitudes = [lon for lon, _ in path]
    return (min(longitudes) + max(longitudes)) / 2


def _fits(path: Path) -> bool:
    longitudes = [lon for lon, _ in path]
    return min(longitudes) >= -180 and max(longitudes) <= 180


def _cut(geometry: BaseGeometry, family: str) -> list[Any]:
    """Return the pieces of `geometry` in each turn of the Earth, brought back home."""
    from shapely import get_parts, union_all
    from shapely.affinity import translate
    from shapely.geometry import box

    west, _, east, _ = geometry.bounds
    first, last = (math.floor((lon + 180) / 360) for lon in (west, east))
    pieces = []
    for turn in range(first, last + 1):
        window = box(-180 + 360 * turn, -90, 180 + 360 * turn, 90)
        inside = translate(geometry.intersection(window), xoff=-360 * turn)
        pieces += [part for part in get_parts(inside) if _is_whole(part, family)]
    # Round a pole, the piece from one turn may share an edge with that of the next.
    return list(get_parts(union_all(pieces))) if family == "Polygon" else pieces


def _is_whole(part: BaseGeometry, family: str) -> bool:
    return part.geom_type == family and not part.is_empty


def _oriented(rings: Sequence[Path]) -> list[list[list[list[float]]]]:
    """Return the polygon, or nothing where rounding leaves no area of it."""
    shell, *holes = (_rounded(ring) for ring in rings)
    if not _doubled_area(shell):
        return []
    turned = [_turned(hole, sign=-1) for hole in holes if _doubled_area(hole)]
    return [[_turned(shell, sign=1), *turned]]


def _turned(ring: list[list[float]], *, sign: int) -> list[list[float]]:
    return ring if _doubled_area(ring) * sign >= 0 else ring[::-1]


def _doubled_area(ring: list[list[float]]) -> float:
    """Return twice the area, positive counter-clockwise, seen from the first corner.

    From far away, what is small would drown in the rounding of large products.
    """
    west, south = ring[0]
    return math.fsum(
        [
            (x0 - west) * (y1 - south) - (x1 - west) * (y0 - south)
            for (x0, y0), (x1, y1) in pairwise(ring)
        ]
    )


def _rounded(path: Iterable[Sequence[float]]) -> list[list[float]]:
    # Adding zero turns the minus zero that rounding may leave into zero.
    return [
        [round(lon, DECIMALS) + 0.0, round(lat, DECIMALS) + 0.0] for lon, lat in path
    ]
