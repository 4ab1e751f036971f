"""Events in the columns of UCDP GED, the Georeferenced Event Dataset of Uppsala.

The columns are those of GED 23.1. What only UCDP decides (conflicts, dyads, sides,
type of violence) stays empty. Such a file is not UCDP's data.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from placemap.output.csv import wkt
from placemap.output.names.countries import english_name
from placemap.output.shaped.rows import Cells, happened, text_of, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.table import Row

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence",
    "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id",
    "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country",
    "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
    "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
# PRIO-GRID: cells of half a degree, counted from 1 at the south-west, row by row.
_CELL_DEG = 0.5
_CELLS_IN_ROW = 720
_ROWS = 360


def write_ucdp(
    parsed: Iterable[ParsedDocument], path: Path, *, run: Run, bom: bool = True
) -> None:
    """Write the assaults that have a place and a day to `path`.

    UCDP takes those alone that killed somebody; here ``best`` is empty where the
    report gives no number, and it is yours to filter by it. `bom` is whether the UTF-8
    begins with a byte order mark.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    rows = map(_cells, happened(parsed, run, lambda row: row["type"] == "ASSAULT"))
    write_rows(rows, path, COLUMNS, bom=bom)


def _cells(row: Row) -> Cells:
    start = row["start_date"]
    return {
        "id": row["id"],
        "relid": row["event_id"],
        "year": str(start.year),
        "side_a": text_of(row["actors"]),
        "side_b": text_of(row["recipients"]),
        **_source(row),
        **_where(row),
        "date_prec": text_of(row["date_prec"]),
        "date_start": start.isoformat(),
        "date_end": (row["end_date"] or start).isoformat(),
        # Nobody is counted on a side, for the report does not say whose dead they are.
        "deaths_unknown": text_of(row["deaths_best"]),
        "best": text_of(row["deaths_best"]),
        "high": text_of(row["deaths_high"]),
        "low": text_of(row["deaths_low"]),
    }


def _source(row: Row) -> Cells:
    headline = (row["document_source"], row["published"], row["document_title"])
    return {
        "number_of_sources": "1",
        "source_article": ", ".join(str(part) for part in headline if part),
        "source_office": text_of(row["document_source"]),
        "source_date": text_of(row["published"]),
        "source_headline": text_of(row["document_title"]),
        "source_original": text_of(row["claimant"]),
    }


def _where(row: Row) -> Cells:
    lon, lat = row["lon"], row["lat"]
    return {
        "where_prec": text_of(row["where_prec"]),
        "where_coordinates": text_of(row["place_name"]),
        "where_description": f"{row['relation']} {row['name_in_text'] or ''}".strip(),
        "adm_1": text_of(row["admin1"]),
        "adm_2": text_of(row["admin2"]),
        "latitude": str(lat),
        "longitude": str(lon),
        "geom_wkt": wkt({"type": "Point", "coordinates": [lon, lat]}),
        "priogrid_gid": str(priogrid(lon, lat)),
        "country": english_name(row["country"] or ""),
    }


def priogrid(lon_deg: float, lat_deg: float) -> int:
    """Return the number of the PRIO-GRID cell a point lies in, 1 to 259,200.

    Examples
    --------
    >>> priogrid(-180, -90), priogrid(180, 90)
    (1, 259200)
    """
    column = min(math.floor((lon_deg + 180) / _CELL_DEG), _CELLS_IN_ROW - 1)
    row = min(math.floor((lat_deg + 90) / _CELL_DEG), _ROWS - 1)
    return row * _CELLS_IN_ROW + column + 1
