"""Places as features of the Linked Places Format, and back.

The format (version 1.3, GeoJSON with JSON-LD) is that of the World Historical
Gazetteer and of Recogito: names with languages, dates and citations. What it has no
word for (kind of a name, who uses it, population, views on a disputed place) goes
into members that other readers pass over, so that nothing is lost on the way back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from placemap.core import Name, NameKind, StatusView, content_id
from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Place

    Feature = Mapping[str, Any]

CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
_ONTOLOGY = "https://www.geonames.org/ontology#"
_GEONAMES = re.compile(
    r"(?:gn:|geonames:|https?://(?:www\.|sws\.)?geonames\.org/)(\d+)\b.*"
)
_WIKIDATA = re.compile(
    r"(?:wd:|wikidata:|https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/)(Q\d+)"
)
_SAME = frozenset({"exactMatch", "closeMatch", "sameAs", "primaryTopicOf"})
_NAME_KINDS = frozenset(get_args(NameKind))
# Only a class is said: the commonest kind of it, where there is one.
_KIND_OF_CLASS = {"P": "P.PPL", "A": "A.ADMD", "R": "R.RD", "S": "S.BLDG"}
_NUMBERS = ("population", "radius_m")


def to_feature(
    place: Place, shape: Mapping[str, Any] | None, *, attested: str = ""
) -> dict[str, Any]:
    """Return a place as a feature.

    Parameters
    ----------
    place
        A whole place, as `Gazetteer.place` gives it.
    shape
        Its GeoJSON geometry, or None.
    attested
        A date at which the place is known to be there. The format wants to know of a
        time; without one only the names that have dates tell it.
    """
    point = {"type": "Point", "coordinates": [place.lon_deg, place.lat_deg]}
    geometry = (
        {"type": "GeometryCollection", "geometries": [point, shape]} if shape else point
    )
    properties = {
        "title": place.name,
        "ccodes": [place.country] if place.country else [],
        "fclasses": [place.feature_class] if place.feature_class else [],
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "radius_m": place.radius_m,
        "disputed": place.disputed,
        "statuses": [_dated(status) for status in place.statuses],
    }
    feature: dict[str, Any] = {
        "@id": to_uri(place.id),
        "type": "Feature",
        "properties": {key: value for key, value in properties.items() if value},
    }
    if attested:
        feature["when"] = {"timespans": [{"start": {"latest": attested}}]}
    feature["names"] = [_from_name(name) for name in place.names] or [
        {"toponym": place.name}
    ]
    if place.feature_code:
        feature["types"] = [
            {"identifier": f"{_ONTOLOGY}{place.kind}", "label": place.kind}
        ]
    if place.id.startswith("geonames:"):
        feature["links"] = [{"type": "closeMatch", "identifier": to_uri(place.id)}]
    if place.bbox:
        feature["bbox"] = list(place.bbox)
    return {**feature, "geometry": geometry}


def to_uri(place_id: str) -> str:
    """Return the address of a place: GeoNames' own, else the id.

    Examples
    --------
    >>> to_uri("geonames:146970"), from_uri("https://www.geonames.org/146970/")
    ('https://www.geonames.org/146970', 'geonames:146970')
    """
    source, _, key = place_id.partition(":")
    return f"https://www.geonames.org/{key}" if source == "geonames" else place_id


def from_uri(uri: str) -> str:
    """Return the id of a place that has the address `uri`."""
    for pattern, source in ((_GEONAMES, "geonames"), (_WIKIDATA, "wikidata")):
        if found := pattern.fullmatch(uri.strip()):
            return f"{source}:{found[1]}"
    return uri.strip()


def _from_name(name: Name) -> dict[str, Any]:
    told: dict[str, Any] = {"toponym": name.text}
    if name.lang:
        told["lang"] = name.lang
    if name.source:
        told["citations"] = [{"label": name.source}]
    if name.start or name.end:
        bounds = (("start", name.start), ("end", name.end))
        span = {bound: {"in": date} for bound, date in bounds if date}
        told["when"] = {"timespans": [span]}
    told["kind"] = name.kind
    if name.used_by:
        told["used_by"] = name.used_by
    return told


def _dated(status: StatusView) -> dict[str, str]:
    told = {
        "view": status.view,
        "country": status.country,
        "from": status.start,
        "to": status.end,
        "source": status.source,
    }
    return {key: value for key, value in told.items() if value}


def from_feature(feature: object, *, source: str) -> PlaceRecord:
    """Return the record of a feature.

    Parameters
    ----------
    feature
        A feature of the format, of version 1.0 or later.
    source
        Where names that cite nothing come from.

    Raises
    ------
    GazetteerError
        If it is no feature, or has no name or no point.
    """
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise GazetteerError("expected a Feature")
    properties = _mapping(feature.get("properties"))
    names = [_to_name(one, source) for one in _mappings(feature.get("names"))]
    names = [name for name in names if name.text]
    title = _text(properties.get("title")) or next((n.text for n in names), "")
    if not title:
        raise GazetteerError("expected a title or a name, found none")
    lon_deg, lat_deg, shape = _locate(feature.get("geometry"), title)
    numbers = {key: _number(properties.get(key)) for key in _NUMBERS}
    uri = _text(feature.get("@id")) or content_id("lpf:", title, lon_deg, lat_deg)
    return PlaceRecord(
        id=from_uri(uri),
        lon_deg=lon_deg,
        lat_deg=lat_deg,
        kind=_kind(feature, properties),
        country=_first(properties, "ccodes", "ccode"),
        admin1=_text(properties.get("admin1")),
        admin2=_text(properties.get("admin2")),
        population=int(numbers["population"]),
        radius_m=numbers["radius_m"],
        bbox=_box(feature.get("bbox")),
        disputed=bool(properties.get("disputed")),
        spellings={title: "official"},
        names=[name for name in names if name.text != title or _says_more(name)],
        statuses=[_to_status(one) for one in _mappings(properties.get("statuses"))],
        shape=shape,
        references=_links(feature),
    )


def _says_more(name: Name) -> bool:
    return bool(name.lang or name.used_by or name.start or name.end)


def _to_name(told: Mapping[str, Any], source: str) -> Name:
    cited = [*_mappings(told.get("citations")), _mapping(told.get("citation"))]
    labels = [_text(one.get("label")) for one in cited]
    start, end = _bounds(told.get("when"))
    kind = _text(told.get("kind"))
    return Name(
        text=_text(told.get("toponym")),
        lang=_text(told.get("lang")),
        kind=kind if kind in _NAME_KINDS else "former" if end else "alternate",  # type: ignore[arg-type]  # one of the kinds
        used_by=_text(told.get("used_by")),
        start=start,
        end=end,
        source=next(filter(None, labels), source),
    )


def _bounds(when: object) -> tuple[str, str]:
    """Return the first start and the last end of all time spans, '' where open."""
    spans = _mappings(_mapping(when).get("timespans"))
    starts = [_date(span.get("start"), "in", "earliest", "latest") for span in spans]
    ends = [_date(span.get("end"), "in", "latest", "earliest") for span in spans]
    start = min(starts) if all(starts) and starts else ""
    return start, max(ends) if all(ends) and ends else ""


def _date(bound: object, *keys: str) -> str:
    told = _mapping(bound)
    return next((_text(told[key]) for key in keys if told.get(key)), "")


def _to_status(told: Mapping[str, Any]) -> StatusView:
    keys = {"view": "view", "country": "country", "start": "from", "end": "to"}
    values = {field: _text(told.get(key)) for field, key in keys.items()}
    return StatusView(**values, source=_text(told.get("source")))


def _kind(feature: Feature, properties: Mapping[str, Any]) -> str:
    for one in _mappings(feature.get("types")):
        kind = _text(one.get("identifier")).rpartition("#")[2]
        if kind in KINDS:
            return kind
    feature_class = _first(properties, "fclasses", "fclass")[:1]
    return _KIND_OF_CLASS.get(feature_class, feature_class)


def _links(feature: Feature) -> list[str]:
    links = [
        from_uri(_text(link.get("identifier")))
        for link in _mappings(feature.get("links"))
        if link.get("type") in _SAME
    ]
    links = [link for link in links if link != from_uri(_text(feature.get("@id")))]
    # Any page may be linked to; ids are only those of gazetteers that have them.
    return [link for link in links if link.startswith(("geonames:", "wikidata:"))]


def _locate(
    geometry: object, title: str
) -> tuple[float, float, Mapping[str, Any] | None]:
    """Return a point for the place, and its shape when there is more than points."""
    parts = list(_parts(geometry))
    points = [part for part in parts if part["type"] == "Point"]
    shapes = [part for part in parts if part["type"] not in {"Point", "MultiPoint"}]
    shape = shapes[0] if shapes else None
    if not parts:
        raise GazetteerError(f"{title}: expected a geometry, found none")
    try:
        if points:
            lon_deg, lat_deg = map(float, points[0]["coordinates"][:2])
        else:
            lon_deg, lat_deg = _middle(parts[0])
    except (KeyError, TypeError, ValueError) as error:
        raise GazetteerError(f"{title}: expected a GeoJSON geometry") from error
    if not (-180 <= lon_deg <= 180 and -90 <= lat_deg <= 90):
        raise GazetteerError(
            f"{title}: expected degrees of longitude and latitude, found {lon_deg}"
            f" and {lat_deg}"
        )
    return lon_deg, lat_deg, shape


def _parts(geometry: object) -> list[Mapping[str, Any]]:
    found = _mapping(geometry)
    if found.get("type") == "GeometryCollection":
        nested = [_parts(part) for part in _mappings(found.get("geometries"))]
        return [part for parts in nested for part in parts]
    return [found] if found.get("coordinates") else []


def _box(value: object) -> tuple[float, float, float, float] | None:
    numbers = value if isinstance(value, list) else []
    if len(numbers) != 4 or not all(isinstance(one, int | float) for one in numbers):
        return None
    west, south, east, north = map(float, numbers)
    return west, south, east, north


def _middle(geometry: Mapping[str, Any]) -> tuple[float, float]:
    """Return a point on or in a geometry."""
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        point = shape(dict(geometry)).representative_point()
    except ShapelyError as error:
        raise ValueError(str(error)) from error
    return round(point.x, 6), round(point.y, 6)


def _first(properties: Mapping[str, Any], *keys: str) -> str:
    """Return the first of a list, under the first key that has one."""
    for key in keys:
        value = properties.get(key)
        if isinstance(value, list) and value:
            return _text(value[0])
        if isinstance(value, str) and value:
            return value.strip()
    return ""


def _number(value: object) -> float:
    is_plain = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_plain and 0 <= value < 1e12 else 0.0  # type: ignore[arg-type, operator]  # a number


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int) else ""


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _mappings(value: object) -> Sequence[Mapping[str, Any]]:
    return (
        [one for one in value if isinstance(one, dict)]
        if isinstance(value, list)
        else []
    )
