"""The gazetteer as a geocoder of geopy: for scripts, notebooks and tables."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from placemap.gazetteer.presenting import Presenter
from placemap.gazetteer.queries import Query
from placemap.gazetteer.search import Outlines, distance_km, look_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import Candidate
    from placemap.gazetteer import CompiledGazetteer, LayeredGazetteer

# As many as Nominatim gives when not told how many.
_USUAL = 10
# A settlement farther off says nothing of where a point is.
_FARTHEST_KM = 25.0


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Geocodes with a gazetteer, offline, behind the interface of geopy.

    Works wherever a geocoder of geopy does: with its ``RateLimiter``, which it has no
    need of, and with ``apply`` of pandas.

    Parameters
    ----------
    gazetteer
        An opened gazetteer; the shipped world gazetteer when None.

    Examples
    --------
    >>> from placemap import GazetteerGeocoder
    >>> geocoder = GazetteerGeocoder()
    >>> geocoder.geocode("Springfield, Illinois").address
    'Springfield, Sangamon County, Illinois, United States'
    >>> geocoder.geocode("Stepanakert, Azerbaijan", language="az").raw["id"]
    'geonames:146970'
    >>> geocoder.geocode("Xyzzyville") is None
    True
    """

    def __init__(
        self, gazetteer: CompiledGazetteer | LayeredGazetteer | None = None
    ) -> None:
        super().__init__()
        if gazetteer is None:
            from placemap.gazetteer import open_gazetteer

            gazetteer = open_gazetteer()
        self._gazetteer = gazetteer
        self._presenter = Presenter(gazetteer)
        self._outlines: Outlines | None = None

    def geocode(
        self,
        query: str | Mapping[str, str] | None,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
        language: str | bool | None = None,
        viewbox: Sequence[Any] | None = None,
        bounded: bool = False,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - nothing is waited for
    ) -> Location | list[Location] | None:
        """Return the best-known place of that name, or all of them.

        Parameters
        ----------
        query
            A name, which may be followed by what the place lies in, after commas
            ("Springfield, Illinois"); or a dict with one of ``name``, ``city``,
            ``town``, ``village``, and any of ``admin2`` or ``county``, ``admin1`` or
            ``state``, ``country``, without the name the smallest of those is meant.
            None and NaN are unknown, so that tables may have gaps.
        exactly_one
            Whether to return one location or None, or else a list, empty when the
            gazetteer has no such place.
        limit
            The most locations in the list; 10 when None.
        country_codes
            ISO 3166-1 alpha-2 codes of the countries to look in; any when None.
        language
            BCP 47 tag, or several with commas, best first, of the names in the
            address; the gazetteer's main names when None.
        viewbox
            Two opposite corners, as points of geopy or latitude and longitude in
            degrees: places within go first.
        bounded
            Whether to leave out places outside the viewbox.
        timeout
            For the interface only: nothing is waited for.

        Returns
        -------
        geopy.Location, list of them, or None
            ``raw`` holds id, kind, country, divisions, population, ``disputed``, the
            names with who uses them, ``bbox`` (west, south, east, north),
            ``uncertainty_m``, ``score`` (1.0 where the name is spelled just so, 0.9
            where case or accents differ) and the licences of the data.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If the query or the viewbox is of another form.
        ValueError
            If `limit` is less than 1.
        """
        wanted = Query.read(query)
        if wanted is None:
            return None if exactly_one else []
        most = None if viewbox else 1 if exactly_one else limit or _USUAL
        found = wanted.candidates(self._gazetteer, _codes(country_codes), limit=most)
        if viewbox:
            found = _by_box(found, viewbox, bounded=bounded)
        tags = _tags(language)
        located = (self._locate(candidate, tags) for candidate in found)
        return _one_or_all(located, exactly_one=exactly_one, limit=limit)

    def reverse(
        self,
        query: object,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        language: str | bool | None = None,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - nothing is waited for
    ) -> Location | list[Location] | None:
        """Return the settlement nearest to a point, or what else is there.

        Parameters
        ----------
        query
            A point of geopy, latitude and longitude in degrees, or text of both.
        exactly_one
            Whether to return one location or None, or else a list: the settlements
            at most 25 km away, nearest first, then the areas that the point lies
            in, smallest first.
        limit
            The most locations in the list; 10 when None.
        language, timeout
            As for `geocode`.

        Returns
        -------
        geopy.Location, list of them, or None
            ``raw`` is as for `geocode`, with ``distance_km`` from the point to that
            of the place in the stead of the score.

        Raises
        ------
        ValueError
            If `query` is no point, or `limit` is less than 1.
        """
        if query is None:  # geopy takes it for 0, 0
            raise ValueError("expected a point, found None")
        asked = Point(query)
        point = (asked.longitude, asked.latitude)
        if self._outlines is None:
            self._outlines = Outlines(self._gazetteer)
        around = look_around(
            self._gazetteer,
            point,
            limit=limit or _USUAL,
            farthest_km=_FARTHEST_KM,
            outlines=self._outlines,
        )
        found = (*around.nearest, *(area.place for area in around.within))
        places = dict.fromkeys(place.id for place in found)
        tags = _tags(language)
        located = (self._locate_at(place_id, point, tags) for place_id in places)
        return _one_or_all(located, exactly_one=exactly_one, limit=limit)

    def _locate(self, candidate: Candidate, tags: Sequence[str]) -> Location:
        place = self._gazetteer.place(candidate.place.id) or candidate.place
        raw = {
            **self._presenter.record(place),
            "score": candidate.score,
            "matched": candidate.name_kind,
        }
        address = self._presenter.address(place, tags)
        return Location(address, (place.lat_deg, place.lon_deg), raw)

    def _locate_at(
        self, place_id: str, point: tuple[float, float], tags: Sequence[str]
    ) -> Location:
        place = self._gazetteer.place(place_id)
        if place is None:  # the gazetteer has just named it
            raise LookupError(f"the gazetteer lost {place_id!r}")
        raw = {
            **self._presenter.record(place),
            "distance_km": round(distance_km(place, point), 3),
        }
        address = self._presenter.address(place, tags)
        return Location(address, (place.lat_deg, place.lon_deg), raw)


def _one_or_all(
    located: Iterator[Location], *, exactly_one: bool, limit: int | None
) -> Location | list[Location] | None:
    if limit is not None and int(limit) < 1:
        raise ValueError(f"expected a limit of at least 1, found {limit}")
    if exactly_one:
        return next(located, None)
    return list(islice(located, _USUAL if limit is None else int(limit)))


def _codes(country_codes: str | Sequence[str] | None) -> frozenset[str]:
    if not country_codes:
        return frozenset()
    if isinstance(country_codes, str):
        country_codes = country_codes.split(",")
    return frozenset(code.strip().upper() for code in country_codes)


def _tags(language: object) -> tuple[str, ...]:
    """Return the wanted languages; geopy's own geocoders say False for none."""
    if not isinstance(language, str):
        return ()
    return tuple(
        tag for part in language.split(",") if (tag := part.split(";")[0].strip())
    )


def _by_box(
    found: Sequence[Candidate], viewbox: Sequence[Any], *, bounded: bool
) -> list[Candidate]:
    """Return the candidates within a box first; those outside last, or not at all."""
    try:
        one, other = (Point(corner) for corner in viewbox)
    except (TypeError, ValueError) as error:
        raise GeocoderQueryError(
            "expected a viewbox of two corners, each latitude and longitude in degrees,"
            f" found {viewbox!r}"
        ) from error
    west, east = sorted((one.longitude, other.longitude))
    south, north = sorted((one.latitude, other.latitude))

    def is_outside(candidate: Candidate) -> bool:
        place = candidate.place
        inside = west <= place.lon_deg <= east and south <= place.lat_deg <= north
        return not inside

    if bounded:
        return [one for one in found if not is_outside(one)]
    return sorted(found, key=is_outside)
