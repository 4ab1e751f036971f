"""The rule that a place lies in its country, by the outlines of Natural Earth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.gazetteer.curated.iso_codes import NUMERIC
from placemap.gazetteer.curated.mending import mend
from placemap.gazetteer.sources.atlas import read_shapes
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from placemap.core import Place
    from placemap.gazetteer.curated.tables import Curated, PlaceRow

    Geometry = Mapping[str, Any]

# Natural Earth draws these without a code of their own: as what they are known to
# hold de facto, or within the country they belong to.
_UNCODED = {
    "XK": ("Kosovo",),
    "CY": ("N. Cyprus", "Cyprus U.N. Buffer Zone", "Akrotiri", "Dhekelia"),
    "SO": ("Somaliland",),
    "CU": ("USNB Guantanamo Bay",),
    "KZ": ("Baikonur",),
    "CC": ("Indian Ocean Ter.",),
    "CX": ("Indian Ocean Ter.",),
}
_DRAWN_WITH = {
    "GF": "FR", "GP": "FR", "MQ": "FR", "RE": "FR", "YT": "FR", "BQ": "NL", "BV": "NO",
    "SJ": "NO", "TK": "NZ", "VA": "IT",
}  # fmt: skip
# Outlines at 1:10 million and points good to a few kilometres, quays and bridges.
_TOLERANCE_M = 20_000.0
# Islets are not drawn: the outer ones of Micronesia lie 510 km from those that are.
_SEA_M = 600_000.0
_AT_SEA = (
    "A.", "H.", "U.", "L.GASF", "L.OILF", "T.ATOL", "T.CAPE", "T.ISL", "T.RK", "T.VLC",
)  # fmt: skip


def read_outlines(path: Path) -> dict[str, Geometry]:
    """Return the outlines in a world-atlas file by two-letter country code."""
    shapes = read_shapes(path)
    return {
        code: {"type": "MultiPolygon", "coordinates": polygons}
        for code in [*NUMERIC, "XK"]
        if (polygons := list(_polygons(code, shapes)))
    }


def _polygons(code: str, shapes: Mapping[str, Geometry]) -> Iterator[object]:
    drawn = _DRAWN_WITH.get(code, code)
    for key in (NUMERIC.get(drawn, ""), *_UNCODED.get(code, ())):
        if key in shapes:
            yield from shapes[key]["coordinates"]


def country_problems(
    curated: Curated,
    outlines: Mapping[str, Geometry],
    known: Callable[[str], Place | None] | None = None,
) -> Iterator[str]:
    """Yield the places whose point lies outside their country.

    A region or river may lie outside by as much as it reaches; an island, a sea or a
    division far out at sea. What is disputed, or lies in what is disputed, may lie on
    either side.
    """
    lands = _Lands(outlines)
    disputed = _Disputed(curated)
    for row in curated.places:
        spot = _spot(row, known)
        if spot is None or disputed.holds(row.id, spot):
            continue
        off_m = lands.distance_m(spot)
        if off_m > _tolerance_m(row) and not (
            off_m <= _SEA_M and row.kind.startswith(_AT_SEA) and not lands.are_at(spot)
        ):
            yield (
                f"places.csv line {row.line}: {row.id} lies at {row.lon_deg},"
                f" {row.lat_deg}, {off_m / 1000:.0f} km outside its country"
                f" {spot.country}"
            )


class _Spot(NamedTuple):
    """A point and the country it should lie in."""

    country: str
    lon_deg: float
    lat_deg: float


def _spot(row: PlaceRow, known: Callable[[str], Place | None] | None) -> _Spot | None:
    """Return where a row says its place lies, None when it does not."""
    if row.lon_deg is None or row.lat_deg is None:
        return None
    is_own = row.country or row.id.startswith("curated:")
    other = None if is_own or known is None else known(row.id)
    country = other.country if other is not None else row.country
    return _Spot(country, row.lon_deg, row.lat_deg) if country else None


def _tolerance_m(row: PlaceRow) -> float:
    reaches = row.kind.startswith(("H.", "L.", "T.", "R.", "A."))
    return max(_TOLERANCE_M, (row.radius_m or 0.0) if reaches else 0.0)


class _Lands:
    """The countries, each made ready when it is first asked for."""

    def __init__(self, outlines: Mapping[str, Geometry]) -> None:
        self._outlines = outlines
        self._shapes: dict[str, BaseGeometry] = {}

    def distance_m(self, spot: _Spot) -> float:
        """Return how far a point lies outside its country, 0 where nobody knows."""
        from shapely import Point
        from shapely.ops import nearest_points

        if spot.country not in self._outlines:
            return 0.0
        nearest, _ = nearest_points(
            self._land(spot.country), Point(spot.lon_deg, spot.lat_deg)
        )
        return distance_m(nearest.x, nearest.y, spot.lon_deg, spot.lat_deg)

    def are_at(self, spot: _Spot) -> bool:
        """Tell whether a point lies on the land of any country."""
        from shapely import Point

        point = Point(spot.lon_deg, spot.lat_deg)
        return any(self._land(country).covers(point) for country in self._outlines)

    def _land(self, country: str) -> BaseGeometry:
        from shapely import prepare

        land = self._shapes.get(country)
        if land is None:
            land = self._shapes[country] = mend(self._outlines[country])
            prepare(land)
        return land


class _Disputed:
    """The disputed places: their ids, shapes and circles."""

    def __init__(self, curated: Curated) -> None:
        from shapely.geometry import shape

        self._ids = {row.place for row in curated.statuses}
        self._ids |= {row.id for row in curated.places if row.disputed}
        self._shapes = [
            shape(dict(geometry))
            for place, geometry in curated.shapes.items()
            if place in self._ids and geometry["type"].endswith("Polygon")
        ]
        self._circles = [
            (row.lon_deg, row.lat_deg, row.radius_m)
            for row in curated.places
            if row.id in self._ids
            and row.id not in curated.shapes
            and row.lon_deg is not None
            and row.lat_deg is not None
            and row.radius_m
            and not row.kind.startswith("A.PCL")  # disputed are parts, not the whole
        ]

    def holds(self, place: str, spot: _Spot) -> bool:
        """Tell whether a place is disputed, or lies in what is."""
        from shapely import Point

        if place in self._ids:
            return True
        point = Point(spot.lon_deg, spot.lat_deg)
        return any(shape.covers(point) for shape in self._shapes) or any(
            distance_m(lon_deg, lat_deg, spot.lon_deg, spot.lat_deg) <= radius_m
            for lon_deg, lat_deg, radius_m in self._circles
        )
