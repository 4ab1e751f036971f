"""Make place records of rows that people have written: tables and GIS layers."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from placemap.core import content_id
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.formats.lpf import from_uri
from placemap.gazetteer.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What people call the columns, in any case and with blanks or hyphens for _.
_COLUMNS = {
    "id": ("id", "@id", "place_id", "geonameid", "gid", "uri"),
    "name": ("name", "title", "toponym", "placename", "place_name"),
    "lon": ("lon", "lon_deg", "lng", "long", "longitude", "x"),
    "lat": ("lat", "lat_deg", "latitude", "y"),
    "kind": ("kind", "feature_kind", "fcode"),
    "country": ("country", "country_code", "ccode", "iso_a2", "countrycode"),
    "admin1": ("admin1", "province", "state"),
    "admin2": ("admin2", "district", "county"),
    "population": ("population", "pop"),
    "radius_m": ("radius_m",),
    "names": ("alternate_names", "alternatenames", "names", "aliases", "other_names"),
}
_COUNTRY = re.compile(r"[A-Z]{2}")
_SOURCED = re.compile(r"[a-z][a-z0-9]*:\S+|https?://\S+")
_MOST_PEOPLE = 1e11
_CLASSES = frozenset(kind[0] for kind in KINDS)


class Imported(NamedTuple):
    """Records, and for each row left out where it stands and why."""

    records: list[PlaceRecord]
    left_out: list[str]


class Row(NamedTuple):
    """One row of a table or layer: its cells by our names, and where it stands."""

    where: str
    cells: Mapping[str, str]


def take(imported: Imported, row: Row, *, source: str) -> None:
    """Add the record of a row, or tell why there is none.

    `source` completes an id that names no source, and makes one where there is none.
    """
    try:
        imported.records.append(_record(row.cells, source))
    except ValueError as error:
        imported.left_out.append(f"{row.where}: {error}")


def _record(cells: Mapping[str, str], source: str) -> PlaceRecord:
    """Return the record of a row.

    Raises
    ------
    ValueError
        If a cell does not hold what it should.
    """
    name = cells["name"]
    if not name:
        raise ValueError("expected a name, found none")
    lon_deg, lat_deg = _degrees(cells, "lon", 180), _degrees(cells, "lat", 90)
    spellings = [text.strip() for text in cells.get("names", "").split("|")]
    return PlaceRecord(
        id=_identify(cells.get("id", ""), source, (name, lon_deg, lat_deg)),
        lon_deg=lon_deg,
        lat_deg=lat_deg,
        kind=_checked_kind(cells.get("kind", "")),
        country=_checked_country(cells.get("country", "")),
        admin1=cells.get("admin1", ""),
        admin2=cells.get("admin2", ""),
        population=int(_amount(cells, "population")),
        radius_m=_amount(cells, "radius_m"),
        spellings={
            name: "official",
            **{text: "alternate" for text in spellings if text and text != name},
        },
    )


def _identify(given: str, source: str, content: tuple[object, ...]) -> str:
    """Return an id with its source: as given, completed, or made from the content."""
    slug = re.sub(r"[^a-z0-9]+", "", source.casefold()) or "own"
    if not given:
        return content_id(f"{slug}:", *content)
    uri = from_uri(given)
    return uri if _SOURCED.fullmatch(uri) else f"{slug}:{'-'.join(given.split())}"


def _checked_kind(kind: str) -> str:
    """Return a kind, which may be a class alone: GeoNames has such places."""
    if kind and kind not in KINDS and kind not in _CLASSES:
        raise ValueError(
            f"expected a GeoNames class and code as kind, such as P.PPL, found {kind!r}"
        )
    return kind


def _checked_country(country: str) -> str:
    if country and not _COUNTRY.fullmatch(country.upper()):
        raise ValueError(
            f"expected a country as two letters, such as NL, found {country!r}"
        )
    return country.upper()


def _degrees(cells: Mapping[str, str], column: str, most: int) -> float:
    number = _number(cells[column])
    if not -most <= number <= most:
        raise ValueError(
            f"expected {column} in degrees from {-most} to {most}, found"
            f" {cells[column]!r}"
        )
    return number


def _amount(cells: Mapping[str, str], column: str) -> float:
    text = cells.get(column, "")
    number = _number(text) if text else 0.0
    if not 0 <= number <= _MOST_PEOPLE:
        raise ValueError(f"expected a plain number as {column}, found {text!r}")
    return number


def _number(text: str) -> float:
    """Return the number a text is, or NaN, which lies in no range."""
    try:
        return float(text)
    except ValueError:
        return math.nan


def name_columns(header: Sequence[str]) -> dict[str, int]:
    """Return where each of our columns stands under any of its names."""
    given = [re.sub(r"[\s-]+", "_", cell.strip().casefold()) for cell in header]
    return {
        column: given.index(found)
        for column, aliases in _COLUMNS.items()
        if (found := next((alias for alias in aliases if alias in given), None))
    }
