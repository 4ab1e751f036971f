"""Events in the columns of ACLED, the Armed Conflict Location & Event Data project.

The columns and codes are those of the ACLED codebook of 2023; what a report cannot
tell (interaction codes, region, scale of the source) stays empty. Such a file is
not ACLED's data, and was not checked by ACLED.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.output.names.countries import english_name, numeric_code
from placemap.output.shaped.rows import Cells, happened, text_of, write_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from placemap.core import ParsedDocument, Run
    from placemap.output.table import Row

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type",
    "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2",
    "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude",
    "geo_precision", "source", "source_scale", "notes", "fatalities", "tags",
    "timestamp",
)  # fmt: skip
# The codebook's sub-event types by their event type.
SUB_EVENT_TYPES = {
    "Battles": (
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Armed clash",
    ),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": (
        "Sexual violence",
        "Attack",
        "Abduction/forced disappearance",
    ),
    "Protests": (
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
    ),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
_POLITICAL = "Political violence"
_DISORDER = {
    "Battles": _POLITICAL,
    "Explosions/Remote violence": _POLITICAL,
    "Violence against civilians": _POLITICAL,
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
# Codebook: where mobs or the police use force, the disorder is violent as well.
_DISORDER_OF_SUB_EVENT = {
    "Mob violence": _POLITICAL,
    "Excessive force against protesters": f"{_POLITICAL}; Demonstrations",
}
DISORDER_TYPES = {*_DISORDER.values(), *_DISORDER_OF_SUB_EVENT.values()}
# UCDP date_prec to ACLED time_precision: 1 day, 2 week, 3 month. A year is none.
_TIME_PRECISION = {1: "1", 2: "2", 3: "2", 4: "3"}


def write_acled(
    parsed: Iterable[ParsedDocument], path: Path, *, run: Run, bom: bool = True
) -> None:
    """Write the events of a type that ACLED has, with a place and a day, to `path`.

    Denied, future and hypothetical events are left out, as in ACLED. `bom` is
    whether the UTF-8 begins with a byte order mark.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    rows = map(_cells, happened(parsed, run, lambda row: bool(row["acled"])))
    write_rows(rows, path, COLUMNS, bom=bom)


def _cells(row: Row) -> Cells:
    event_type, _, sub_event = row["acled"].partition(" / ")
    start = row["start_date"]
    return {
        "event_id_cnty": row["id"],
        "event_date": start.isoformat(),
        "year": str(start.year),
        "time_precision": _TIME_PRECISION.get(row["date_prec"], ""),
        "disorder_type": _DISORDER_OF_SUB_EVENT.get(
            sub_event, _DISORDER.get(event_type, "")
        ),
        "event_type": event_type,
        "sub_event_type": sub_event,
        "actor1": text_of(row["actors"]),
        "actor2": text_of(row["recipients"]),
        **_where(row),
        "source": text_of(row["document_source"] or row["document_title"]),
        "notes": text_of(row["sentence"]),
        "fatalities": text_of(row["deaths_best"]),
        "tags": _tags(row),
    }


def _where(row: Row) -> Cells:
    country = row["country"] or ""
    return {
        "iso": numeric_code(country),
        "country": english_name(country),
        "admin1": text_of(row["admin1"]),
        "admin2": text_of(row["admin2"]),
        "location": text_of(row["place_name"]),
        "latitude": str(row["lat"]),
        "longitude": str(row["lon"]),
        "geo_precision": text_of(row["geo_precision"]),
    }


def _tags(row: Row) -> str:
    """Return what ACLED has no column for, in the manner of its tags."""
    told = ("status", "claimant", "event_id", "document_url")
    return "; ".join(f"{name}={row[name]}" for name in told if row[name])
