"""Turn what Nominatim, Photon and Pelias answer into places.

The layouts are those of their documentation: nominatim.org/release-docs/latest/api,
github.com/komoot/photon (docs/api-v1.md) and github.com/pelias/documentation
(response.md).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.core import Name, NameKind, Place
from placemap.gazetteer.online.kinds import osm_kind, pelias_kind
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Box = tuple[float, float, float, float]

_LONGEST_NAME = 200
_MOST_NAMES = 400
# A spot on a map that volunteers drew; and what no place but an ocean is larger than.
_LEAST_RADIUS_M, _MOST_RADIUS_M = 100.0, 3_000_000.0
# Keys of OpenStreetMap for names; others, such as name:ru, say the language.
_NAME_KINDS: Mapping[str, NameKind] = {
    "name": "local",
    "official_name": "official",
    "old_name": "former",
    "loc_name": "local",
    "alt_name": "alternate",
    "int_name": "exonym",
    "nat_name": "alternate",
    "reg_name": "alternate",
    "short_name": "abbreviation",
}
# name:ru, alt_name:zh-Hant; not name:left or name:etymology:wikidata.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PHOTON_TYPES = {"N": "node", "W": "way", "R": "relation"}


class BadAnswerError(ValueError):
    """A service's answer is not laid out as its documentation says."""


class _Outline(NamedTuple):
    """How far a place reaches."""

    bbox: Box | None
    radius_m: float


def to_place(kind: str, raw: Any, source: str) -> Place:  # noqa: ANN401 - from outside
    """Return the place that one answer of a service tells of.

    Parameters
    ----------
    kind
        Which service: ``nominatim``, ``photon`` or ``pelias``.
    raw
        The answer as it came, parsed as JSON.
    source
        What to name as the source of its names.

    Raises
    ------
    BadAnswerError
        If the answer is of another form.
    """
    try:
        return _READERS[kind](raw, source)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise BadAnswerError(
            f"expected an answer of {kind}, found something else ({error!r})"
        ) from error


def _nominatim(raw: Mapping[str, Any], source: str) -> Place:
    address = _mapping(raw.get("address"))
    tagged = {k: v for k, v in _mapping(raw.get("namedetails")).items() if _text(v)}
    main = _text(tagged.get("name:en")) or _text(raw.get("name"))
    main = main or _text(tagged.get("name")) or _text(raw["display_name"]).split(",")[0]
    category = _text(raw.get("category")) or _text(raw.get("class"))
    kind = osm_kind(category, _text(raw["type"]), _text(raw.get("addresstype")))
    lon_deg, lat_deg = _point(raw["lon"], raw["lat"])
    south, north, west, east = _four(raw.get("boundingbox")) or (lat_deg,) * 4
    box = (west, south, east, north) if raw.get("boundingbox") else None
    is_node = raw.get("osm_type") == "node"
    if "osm_id" in raw:
        own_id = f"osm-{_key(raw['osm_type'])}-{int(raw['osm_id'])}"
    else:  # interpolated houses and postcodes
        own_id = f"place-{int(raw['place_id'])}"
    names = (Name(text=main, lang="en", kind="exonym", source=source),)
    return _place(
        f"nominatim:{own_id}",
        _once(
            (*_osm_names(tagged, source), *(() if main in tagged.values() else names))
        ),
        main,
        (lon_deg, lat_deg),
        # Around a node there is only a box of a size usual for its kind.
        _reach((lon_deg, lat_deg), box, is_drawn=not is_node),
        kind=kind,
        country=_text(address.get("country_code")).upper(),
        admin1=_first(address, "state", "region", "province", "state_district"),
        admin2=_first(address, "county", "district"),
        population=_count(_mapping(raw.get("extratags")).get("population")),
    )


def _photon(raw: Mapping[str, Any], source: str) -> Place:
    told = raw["properties"]
    lon_deg, lat_deg = _point(*raw["geometry"]["coordinates"][:2])
    # Photon lists the north before the south, servers that imitate it do not.
    west, one, east, other = _four(told.get("extent")) or (0.0,) * 4
    south, north = sorted((one, other))
    box = (west, south, east, north) if told.get("extent") else None
    osm_type = _PHOTON_TYPES[told["osm_type"]]
    main = _text(told["name"])
    kind = osm_kind(
        _text(told["osm_key"]), _text(told["osm_value"]), _text(told.get("type"))
    )
    return _place(
        f"photon:osm-{osm_type}-{int(told['osm_id'])}",
        (Name(text=main, lang="en", kind="exonym", source=source),),
        main,
        (lon_deg, lat_deg),
        _reach((lon_deg, lat_deg), box, is_drawn=osm_type != "node"),
        kind=kind,
        country=_text(told.get("countrycode")).upper(),
        admin1=_text(told.get("state")),
        admin2=_text(told.get("county")),
    )


def _pelias(raw: Mapping[str, Any], source: str) -> Place:
    told = raw["properties"]
    lon_deg, lat_deg = _point(*raw["geometry"]["coordinates"][:2])
    box = _four(raw.get("bbox"))
    main = _text(told["name"])
    return _place(
        f"pelias:{_key(told['gid'])}",
        (Name(text=main, lang="en", kind="exonym", source=source),),
        main,
        (lon_deg, lat_deg),
        _reach((lon_deg, lat_deg), box, is_drawn=True),
        kind=pelias_kind(_text(told["layer"])),
        country=_text(told.get("country_code")).upper(),
        admin1=_text(told.get("region")),
        admin2=_text(told.get("county")),
    )


_READERS: Mapping[str, Callable[[Any, str], Place]] = {
    "nominatim": _nominatim,
    "photon": _photon,
    "pelias": _pelias,
}


def _place(
    place_id: str,
    names: Sequence[Name],
    main: str,
    point: tuple[float, float],
    reach: _Outline,
    **told: Any,  # noqa: ANN401 - the fields of Place by their names
) -> Place:
    if not main:
        raise ValueError("a place without a name")
    # A division is not named as one of those it lies in.
    if told["kind"] in {"A.ADM1", "A.PCLI", "L.CONT"}:
        told.update(admin1="", admin2="")
    elif told["kind"] == "A.ADM2":
        told.update(admin2="")
    country = told.pop("country")
    return Place(
        id=place_id,
        name=main,
        lon_deg=point[0],
        lat_deg=point[1],
        country=country if re.fullmatch("[A-Z]{2}", country) else "",
        bbox=reach.bbox,
        radius_m=reach.radius_m,
        names=tuple(names),
        **told,
    )


def _osm_names(tagged: Mapping[str, Any], source: str) -> Iterator[Name]:
    """Yield the names that OpenStreetMap has, one tag of which may hold several."""
    for tag, value in list(tagged.items())[:_MOST_NAMES]:
        key, _, lang = tag.partition(":")
        if key not in _NAME_KINDS or (lang and not _LANGUAGE.fullmatch(lang)):
            continue
        kind: NameKind = _NAME_KINDS[key]
        if key == "name" and lang:
            kind = "alternate"
        for text in str(value).split(";"):
            if _text(text):
                yield Name(text=_text(text), lang=lang, kind=kind, source=source)


def _once(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(names))


def _reach(point: tuple[float, float], box: Box | None, *, is_drawn: bool) -> _Outline:
    """Return the box, if it is one of the place itself, and how far it reaches."""
    if box is None:
        return _Outline(None, 0.0)
    west, south, east, north = box
    if not (-90 <= south <= north <= 90 and abs(west) <= 180 and abs(east) <= 180):
        raise ValueError(f"not a box on the Earth: {box}")
    corners = [(lon, lat) for lon in (west, east) for lat in (south, north)]
    radius_m = max(distance_m(*point, *corner) for corner in corners)
    radius_m = min(max(radius_m, _LEAST_RADIUS_M), _MOST_RADIUS_M)
    return _Outline(box if is_drawn else None, round(radius_m))


def _point(lon: object, lat: object) -> tuple[float, float]:
    lon_deg, lat_deg = _number(lon), _number(lat)
    if not (-180 <= lon_deg <= 180 and -90 <= lat_deg <= 90):
        raise ValueError(f"not a point on the Earth: {lon_deg}, {lat_deg}")
    return lon_deg, lat_deg


def _four(numbers: Any) -> Box | None:  # noqa: ANN401 - from outside
    if not numbers:
        return None
    one, two, three, four = map(_number, numbers)
    return one, two, three, four


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise TypeError(f"not a number: {value!r}")
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"not a number: {value!r}")
    return number


def _count(value: object) -> int:
    """Return a population; people write all sorts of things there."""
    text = re.sub(r"[\s,.']", "", _text(value))
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0


def _text(value: object) -> str:
    return " ".join(value.split())[:_LONGEST_NAME] if isinstance(value, str) else ""


def _key(value: object) -> str:
    """Return an id of the service with nothing in it but letters, digits and dashes."""
    key = re.sub(r"[^a-z0-9]+", "-", _text(value).lower()).strip("-")
    if not key:
        raise ValueError("a place without an id")
    return key


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _first(told: Mapping[str, Any], *keys: str) -> str:
    return next((text for key in keys if (text := _text(told.get(key)))), "")
