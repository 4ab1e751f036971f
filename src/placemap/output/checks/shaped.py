"""Check tables in the columns of ACLED and UCDP GED: cells, codes, and their sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from placemap.output.checks.problems import AGAIN, Problem
from placemap.output.checks.shapes import read_shape
from placemap.output.checks.tables import (
    Cells,
    Keys,
    Table,
    check_columns,
    check_order,
)
from placemap.output.checks.tabular import read_heading, read_lines
from placemap.output.codes import CODES, Codes
from placemap.output.columns import Column
from placemap.output.names.countries import alpha2_of, english_name
from placemap.output.schema import Layer
from placemap.output.shaped import acled, ucdp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from placemap.output.columns import Kind

    Check = Callable[[Mapping[str, Any], str], Iterator[Problem]]

# A point written with as many decimals as its columns.
_SAME_DEG = 1e-6
_KINDS: dict[str, Kind] = {
    "event_date": "date", "date_start": "date", "date_end": "date",
    "source_date": "date", "year": "int", "time_precision": "int",
    "geo_precision": "int", "fatalities": "int", "iso": "int",
    "type_of_violence": "int", "number_of_sources": "int", "where_prec": "int",
    "priogrid_gid": "int",
    "event_clarity": "int", "date_prec": "int", "deaths_a": "int", "deaths_b": "int",
    "deaths_civilians": "int", "deaths_unknown": "int", "best": "int", "high": "int",
    "low": "int", "latitude": "float", "longitude": "float",
}  # fmt: skip
_PEOPLE = {"fatalities", "best", "high", "low"}
_CODES = {
    "time_precision": Codes({1: "The day", 2: "The week", 3: "The month"}),
    "geo_precision": CODES["geo_precision"],
    "disorder_type": Codes(dict.fromkeys(acled.DISORDER_TYPES, "")),
    "event_type": Codes(dict.fromkeys(acled.SUB_EVENT_TYPES, "")),
    "where_prec": CODES["where_prec"],
    "date_prec": CODES["date_prec"],
    "type_of_violence": Codes({1: "State-based", 2: "Non-state", 3: "One-sided"}),
    "event_clarity": Codes({1: "High", 2: "Low"}),
}


def _layer(name: str, columns: Iterable[str], key: str) -> Layer:
    made = tuple(
        Column(
            column,
            _KINDS.get(column, "text"),
            "",
            unit="people" if column in _PEOPLE or column.startswith("deaths_") else "",
            codes=_CODES.get(column),
        )
        for column in columns
    )
    return Layer(name, "", made, "Point", key=key)


_ACLED = _layer("acled", acled.COLUMNS, "event_id_cnty")
_UCDP = _layer("ucdp", ucdp.COLUMNS, "id")
_NEEDED = {
    "acled": ("event_date", "year", "disorder_type", "event_type", "sub_event_type"),
    "ucdp": ("relid", "year", "date_start", "date_end", "where_prec", "geom_wkt"),
}


def check_acled(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a table in the columns of ACLED."""
    yield from _check(path, _ACLED, _check_acled)


def check_ucdp(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with a table in the columns of UCDP GED."""
    yield from _check(path, _UCDP, _check_ucdp)


def _check(path: Path, layer: Layer, check_sense: Check) -> Iterator[Problem]:
    yield from check_columns(layer.columns, read_heading(path), layer.name)
    table = Table(layer, Keys(), in_degrees=True)
    needed = (*_NEEDED[layer.name], "latitude", "longitude")
    for line in read_lines(path):
        if isinstance(line, Problem):
            yield line
            continue
        empty = [name for name in needed if not line.cells.get(name)]
        if empty:
            yield Problem(line.where, f"empty: {', '.join(empty)}", AGAIN)
        shape, _ = read_shape(_point, line.cells)
        faults = list(table.check(Cells(line.cells, shape, line.where)))
        yield from faults or check_sense(line.cells, line.where)


def _point(cells: Mapping[str, Any]) -> BaseGeometry | None:
    from shapely import Point

    return Point(float(cells["longitude"]), float(cells["latitude"]))


def _check_year(cells: Mapping[str, Any], day: str, where: str) -> Iterator[Problem]:
    year, told = cells.get("year"), cells.get(day)
    if year and told and not told.startswith(f"{year}-"):
        yield Problem(where, f"year: {year} is not that of {day}, {told}", AGAIN)


def _check_acled(cells: Mapping[str, Any], where: str) -> Iterator[Problem]:
    yield from _check_year(cells, "event_date", where)
    event_type, sub_event = cells.get("event_type"), cells.get("sub_event_type")
    known = acled.SUB_EVENT_TYPES.get(event_type or "", ())
    if sub_event and sub_event not in known:
        what = f"sub_event_type: {sub_event!r:.60} is none of {event_type!r}"
        yield Problem(where, what, f"use one of {', '.join(known)}")
    number, country = cells.get("iso"), cells.get("country")
    if number and english_name(alpha2_of(number.zfill(3))) != country:
        what = f"iso: {number} is not the number of {country!r:.60}"
        yield Problem(where, what, "use the numbers of ISO 3166-1")


def _check_ucdp(cells: Mapping[str, Any], where: str) -> Iterator[Problem]:
    yield from _check_year(cells, "date_start", where)
    yield from check_order(Cells(cells, None, where), "date_start", "date_end")
    told = [cells[name] for name in ("low", "best", "high") if cells.get(name)]
    if told != sorted(told, key=int):
        what = f"low, best and high do not rise: {', '.join(told)}"
        yield Problem(where, what, "correct the counts by the source")
    yield from _check_where(cells, where)


def _check_where(cells: Mapping[str, Any], where: str) -> Iterator[Problem]:
    from shapely import from_wkt

    if not (cells.get("longitude") and cells.get("latitude")):
        return  # told already
    lon_deg, lat_deg = float(cells["longitude"]), float(cells["latitude"])
    point, fault = read_shape(from_wkt, cells.get("geom_wkt"))
    if fault:
        yield Problem(where, f"geom_wkt: {fault}", AGAIN)
    elif point is not None and point.distance(_point(cells)) > _SAME_DEG:
        what = "geom_wkt is not the point of longitude and latitude"
        yield Problem(where, what, AGAIN)
    cell = cells.get("priogrid_gid")
    if cell and int(cell) != ucdp.priogrid(lon_deg, lat_deg):
        yield Problem(where, f"priogrid_gid: the point is not in cell {cell}", AGAIN)
