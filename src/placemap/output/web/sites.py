"""The distinct places on the web map, and how each of them is drawn.

A *site* is one place drawn in one way: ``point``, ``area``, ``line``, ``circle`` (a
point that stands for an area of unknown outline) or ``country`` (an event known for
the country only, never drawn as a point).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.output.names.countries import numeric_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import Location

_Json = dict[str, Any]

_COUNTRY_LEVEL = 6  # of the UCDP where_prec codes
_VAGUE_POINTS = (3, 4, 5, 7)  # a point with one of these stands for a whole area
_AREAS = ("Polygon", "MultiPolygon")
_LINES = ("LineString", "MultiLineString")


class Sites:
    """The sites of a map in order of first use, each once."""

    def __init__(self) -> None:
        self.values: list[_Json] = []
        self._index: dict[tuple[Any, ...], int] = {}

    def add(
        self,
        place_id: str,
        location: Location,
        *,
        name: str,
        where_prec: int,
        country: str,
    ) -> int:
        """Return the index of the site of a place, adding it when it is new.

        Parameters
        ----------
        name
            What the place is called on the map.
        where_prec
            The UCDP code, 1 to 7.
        country
            The place's ISO 3166-1 alpha-2 code, or ''.
        """
        kind = drawn_as(where_prec, location.geometry)
        site = {
            "place": place_id,
            "name": name,
            "kind": kind,
            "lon": round(location.lon_deg, 5),
            "lat": round(location.lat_deg, 5),
            "radius": round(location.uncertainty_m),
            **_shape(kind, location, numeric_code(country)),
        }
        key = (place_id, kind, site["lon"], site["lat"], site["radius"])
        if key not in self._index:
            self._index[key] = len(self.values)
            self.values.append(site)
        return self._index[key]


def drawn_as(where_prec: int, geometry: Mapping[str, Any]) -> str:
    """Return the kind of site for a precision and a GeoJSON geometry.

    Examples
    --------
    >>> point = {"type": "Point", "coordinates": [46.75, 39.82]}
    >>> [drawn_as(where_prec, point) for where_prec in (1, 4, 6)]
    ['point', 'circle', 'country']
    """
    if where_prec == _COUNTRY_LEVEL:
        return "country"
    if geometry.get("type") in _AREAS:
        return "area"
    if geometry.get("type") in _LINES:
        return "line"
    return "circle" if where_prec in _VAGUE_POINTS else "point"


def _shape(kind: str, location: Location, code: str) -> _Json:
    """Return the outline, or for a country its number on the base map."""
    if kind == "country" and code:
        return {"code": code}
    if location.geometry.get("type") not in _AREAS + _LINES:
        return {}
    shape: _Json = {"geometry": _rounded(location.geometry)}
    if kind == "line" and _is_straight(location):
        return {**shape, "straight": True}
    return {**shape, "vague": True} if _is_vague(location) else shape


def _is_vague(location: Location) -> bool:
    """Tell whether the outline was only drawn around a point."""
    return any(word in location.method for word in ("circle", "near", "point"))


def _is_straight(location: Location) -> bool:
    """Tell whether the line only joins two places, and is no known road or river."""
    return "between" in location.method


def _rounded(geometry: Mapping[str, Any]) -> _Json:
    def round_all(value: Any) -> Any:  # noqa: ANN401 - coordinates nest at any depth
        if isinstance(value, (int, float)):
            return round(value, 4)
        return [round_all(part) for part in value]

    return {"type": geometry["type"], "coordinates": round_all(geometry["coordinates"])}


def positions(sites: Sequence[_Json]) -> Iterator[tuple[float, float]]:
    """Yield longitude and latitude of everything drawn, countries apart."""
    for site in sites:
        if site["kind"] != "country":
            yield site["lon"], site["lat"]
            yield from _corners(site.get("geometry", {}).get("coordinates", []))


def _corners(coordinates: Sequence[Any]) -> Iterator[tuple[float, float]]:
    if coordinates and isinstance(coordinates[0], (int, float)):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from _corners(part)


def country_codes(sites: Sequence[_Json]) -> set[str]:
    """Return the ISO 3166-1 numeric codes of the countries that carry an event."""
    return {site["code"] for site in sites if "code" in site}
