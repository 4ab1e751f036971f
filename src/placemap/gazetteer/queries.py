"""Read what a geocoder is asked for: a name, and what the place lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from geopy.exc import GeocoderQueryError

from placemap.gazetteer.search import distance_km, is_among
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from placemap.core import Candidate, Place
    from placemap.protocols import Gazetteer

# More than any name has places: what is to be narrowed must be seen whole.
_ALL = 100_000
# The parts of a structured query from the smallest to the largest, each under the
# names that people's tables and other geocoders have for it.
_NAMES = ("name", "city", "town", "village", "hamlet", "municipality")
_OUTER = {
    "admin2": "A.ADM2",
    "county": "A.ADM2",
    "district": "A.ADM2",
    "admin1": "A.ADM1",
    "state": "A.ADM1",
    "province": "A.ADM1",
    "region": "A.ADM1",
    "country": "A.PCL",
    "country_code": "A.PCL",
    "countrycode": "A.PCL",
}
_CODES = frozenset({"country_code", "countrycode"})
# The ids of countries by their ISO 3166-1 codes begin so.
_CODE = "iso:"


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a query: a name, what kind it is of, and what is around it."""

    name: str
    around: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for, read in one or several ways; the first that fits counts.

    Examples
    --------
    >>> from placemap.gazetteer import open_gazetteer
    >>> query = Query.read("Victoria, Seychelles")
    >>> [one.place.id for one in query.candidates(open_gazetteer())]
    ['geonames:241131']
    """

    readings: tuple[_Reading, ...]

    @classmethod
    def read(cls, query: object) -> Query | None:
        """Return the query, or None where there is nothing to look for.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If it is neither text nor a dict of the known parts.
        """
        if query is None or type(query).__name__ in {"NAType", "NaTType"}:
            return None
        if isinstance(query, float) and isnan(query):
            return None
        if isinstance(query, Mapping):
            readings = _structured(query)
        elif isinstance(query, str):
            readings = tuple(_readings(query))
        else:
            raise GeocoderQueryError(
                "expected a name or a dict of its parts, found"
                f" {type(query).__name__}; for points there is reverse()"
            )
        return cls(readings) if readings else None

    def candidates(
        self,
        gazetteer: Gazetteer,
        countries: Collection[str] = (),
        *,
        limit: int | None = None,
    ) -> list[Candidate]:
        """Return the places that fit, best-known first.

        Parameters
        ----------
        countries
            ISO 3166-1 codes to look in; any when empty.
        limit
            How many will do; None for all. There may be more.
        """
        for reading in self.readings:
            is_narrowed = bool(reading.around or reading.kind or countries)
            most = _ALL if is_narrowed or limit is None else limit
            found = [
                candidate
                for candidate in gazetteer.candidates(reading.name, limit=most)
                if candidate.place.kind.startswith(reading.kind)
                and is_among(candidate.place, countries=countries)
            ]
            for name in reading.around:
                found = _within(gazetteer, found, name) if found else found
            if found:
                return found
        return []


def _readings(text: str) -> Iterator[_Reading]:
    """Yield the longest name first, since names have commas: "Washington, D.C."."""
    parts = [part for one in text.split(",") if (part := one.strip())]
    for count in range(len(parts), 0, -1):
        yield _Reading(", ".join(parts[:count]), tuple(parts[count:]))


def _structured(query: Mapping[str, object]) -> tuple[_Reading, ...]:
    unknown = sorted(str(key) for key in query if key not in {*_NAMES, *_OUTER})
    if unknown:
        raise GeocoderQueryError(
            f"expected only {', '.join((*_NAMES, *_OUTER))}, found"
            f" {', '.join(unknown)}: a gazetteer has no streets, houses or postcodes"
        )
    given = {
        key: text
        for key in (*_NAMES, *_OUTER)
        if isinstance(value := query.get(key), str) and (text := value.strip())
    }
    if not given:
        return ()
    first, *around = given
    kind = _OUTER.get(first, "")
    outer = tuple(
        f"{_CODE}{given[key].upper()}" if key in _CODES else given[key]
        for key in around
    )
    name = given[first]
    if not kind:
        return tuple(_Reading(r.name, (*r.around, *outer)) for r in _readings(name))
    return (_Reading(name, outer, kind),)


def _within(
    gazetteer: Gazetteer, found: Sequence[Candidate], name: str
) -> list[Candidate]:
    """Return the candidates that lie in something called `name`.

    The best-known meaning that holds any of them counts: Georgia is the country
    for Tbilisi and the state for Atlanta.
    """
    for area in _areas(gazetteer, name):
        inside = [one for one in found if _lies_in(_viewed(gazetteer, one), area)]
        if inside:
            return inside
    return []


def _viewed(gazetteer: Gazetteer, candidate: Candidate) -> Place:
    """Return the place, with the views on whose it is where that is disputed."""
    place = candidate.place
    return (gazetteer.place(place.id) or place) if place.disputed else place


def _areas(gazetteer: Gazetteer, name: str) -> Iterator[Place]:
    is_code = name.startswith(_CODE)
    country = gazetteer.place(name if is_code else f"{_CODE}{name.upper()}")
    if is_code:
        if country is not None:
            yield country
        return
    for candidate in gazetteer.candidates(name, limit=_ALL):
        if candidate.place.feature_class in {"A", "L", "P"}:
            yield gazetteer.place(candidate.place.id) or candidate.place
    if country is not None:  # a code that is nobody's name
        yield country


def _lies_in(place: Place, area: Place) -> bool:
    if place.id == area.id:
        return False
    if area.is_country:
        return place.country == area.country or _is_claimed(place, area)
    if area.feature_class == "A":
        divisions = {fold(name) for name in (place.admin1, place.admin2) if name}
        names = {fold(area.name), *(fold(name.text) for name in area.names)}
        at_home = not area.admin1 or fold(area.admin1) == fold(place.admin1)
        return place.country == area.country and at_home and bool(divisions & names)
    # Regions and towns are no part of the address: near enough is within.
    centre = (area.lon_deg, area.lat_deg)
    return distance_km(place, centre) * 1000 <= area.radius_m


def _is_claimed(place: Place, country: Place) -> bool:
    """Tell whether any view assigns a disputed place to this country."""
    return any(view.country == country.country for view in place.statuses)
