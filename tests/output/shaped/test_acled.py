import csv
from dataclasses import replace

import pytest

from placemap.output.shaped.acled import COLUMNS, write_acled


@pytest.fixture
def written(tmp_path, run):
    def write(*parsed, **settings):
        path = tmp_path / "events.acled.csv"
        write_acled(parsed, path, run=run, **settings)
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return write


def test_a_row_has_the_columns_and_codes_of_acled(written, report):
    (row,) = written(report)
    assert list(row) == list(COLUMNS)
    assert row["event_type"] == "Explosions/Remote violence"
    assert row["sub_event_type"] == "Shelling/artillery/missile attack"
    assert row["disorder_type"] == "Political violence"
    assert (row["event_date"], row["year"]) == ("2023-09-19", "2023")
    assert (row["time_precision"], row["geo_precision"]) == ("1", "1")
    assert (row["iso"], row["country"]) == ("031", "Azerbaijan")
    assert row["location"] == "Khankendi"
    assert row["tags"].startswith("status=attributed; claimant=officials; event_id=")


@pytest.mark.parametrize("status", ["denied", "future", "hypothetical"])
def test_what_did_not_happen_is_left_out(written, report, status):
    event = replace(report.events[0], status=status)
    assert written(replace(report, events=(event,))) == []


@pytest.mark.parametrize("changes", [{"acled": ""}, {"start": None}, {"places": ()}])
def test_what_acled_could_not_code_is_left_out(written, report, changes):
    event = replace(report.events[0], **changes)
    assert written(replace(report, events=(event,))) == []


def test_western_longitudes_stay_numbers(written, one_event):
    west = one_event(None)
    place = west.events[0].places[0]
    from placemap.core import Location

    at = Location(
        lon_deg=-84.4,
        lat_deg=-9.5,
        uncertainty_m=1,
        method="gazetteer",
        geometry={"type": "Point", "coordinates": [-84.4, -9.5]},
    )
    from datetime import date

    event = replace(
        west.events[0],
        acled="Protests / Peaceful protest",
        start=date(2020, 1, 1),
        places=(replace(place, location=at),),
    )
    (row,) = written(replace(west, events=(event,)))
    assert (row["longitude"], row["latitude"]) == ("-84.4", "-9.5")


def test_the_byte_order_mark_can_be_left_out(written, report, tmp_path):
    written(report, bom=False)
    assert (tmp_path / "events.acled.csv").read_bytes().startswith(b"event_id_cnty")
