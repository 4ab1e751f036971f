import csv
from dataclasses import replace
from datetime import date

import pytest

from placemap.output.shaped.ucdp import COLUMNS, priogrid, write_ucdp


@pytest.fixture
def written(tmp_path, run):
    def write(*parsed):
        path = tmp_path / "events.ucdp.csv"
        write_ucdp(parsed, path, run=run)
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return write


def test_a_row_has_the_columns_and_codes_of_ged(written, report):
    (row,) = written(report)
    assert list(row) == list(COLUMNS)
    assert (row["where_prec"], row["date_prec"]) == ("1", "1")
    assert (row["date_start"], row["date_end"]) == ("2023-09-19", "2023-09-19")
    assert (row["latitude"], row["longitude"]) == ("39.81764", "46.75293")
    assert row["geom_wkt"] == "POINT (46.75293 39.81764)"
    assert row["where_description"] == "at Khankendi"
    assert row["source_original"] == "officials"
    assert row["best"] == row["type_of_violence"] == ""


def test_deaths_are_nobody_s_until_the_side_is_known(written, report):
    event = replace(report.events[1], start=date(2023, 9, 19))
    (row,) = written(replace(report, events=(event,)))
    assert (row["best"], row["low"], row["high"]) == ("6", "6", "6")
    assert (row["deaths_unknown"], row["deaths_civilians"]) == ("6", "")


def test_other_types_are_left_out(written, report):
    event = replace(report.events[0], type="PROTEST")
    assert written(replace(report, events=(event,))) == []


@pytest.mark.parametrize(
    ("lon", "lat", "cell"),
    [(-179.75, -89.75, 1), (179.75, -89.75, 720), (0.25, 0.25, 129_961)],
)
def test_cells_are_counted_as_in_priogrid(lon, lat, cell):
    assert priogrid(lon, lat) == cell
