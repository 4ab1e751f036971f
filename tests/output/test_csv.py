import csv
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely import from_wkt

from placemap.output.columns import EVENTS
from placemap.output.csv import write_csv

POINT = {"type": "Point", "coordinates": [-1.5, -2.25]}


@pytest.fixture
def written(tmp_path, run):
    def write(*parsed):
        write_csv(parsed, tmp_path / "events.csv", run=run)
        with (tmp_path / "events.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return write


def test_a_row_for_each_event_and_place_with_the_shared_columns(written, report, run):
    rows = written(report)
    assert [row["event_id"] for row in rows] == [event.id for event in report.events]
    made_by = "placemap_version gazetteer gazetteer_sha256 labels attribution".split()
    assert list(rows[0]) == [*(column.name for column in EVENTS), "wkt", *made_by]
    assert rows[0]["gazetteer"] == run.gazetteer
    assert rows[0]["attribution"] == run.attribution[0]


def test_values_are_plain(written, report):
    row = written(report)[0]
    assert (row["lon"], row["lat"]) == ("46.75293", "39.81764")
    assert (row["start_date"], row["disputed"]) == ("2023-09-19", "true")
    assert json.loads(row["other_names"])[0]["used_by"] == "Armenians"
    assert row["wkt"] == "POINT (46.75293 39.81764)"
    assert row["deaths_best"] == row["actors"] == ""


def test_the_whole_geometry_is_there_as_wkt(written, report):
    shapes = [row["wkt"] and from_wkt(row["wkt"]).geom_type for row in written(report)]
    assert shapes == ["Point", "Polygon", "LineString", "Point", "", ""]


def test_the_file_suits_spreadsheets(report, run, tmp_path):
    write_csv([report], tmp_path / "events.csv", run=run)
    content = (tmp_path / "events.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,event_id,")
    assert content.count(b"\r\n") == 7
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"])
def test_a_text_that_looks_like_a_formula_is_disarmed(written, one_event, start):
    title = f"{start}HYPERLINK(1)"
    (row,) = written(one_event(POINT, title=title))
    assert row["document_title"] == f"'{title}"


def test_negative_numbers_stay_numbers(written, one_event):
    (row,) = written(one_event(POINT))
    assert float(row["lat"]) == -17
    assert row["wkt"] == "POINT (-1.5 -2.25)"


def test_half_a_character_does_not_stop_the_table(one_event, run, tmp_path):
    odd = replace(run, gazetteer="\ud800", labels="=1+1")
    write_csv([one_event(POINT, title="\ud800")], tmp_path / "events.csv", run=odd)
    with (tmp_path / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["document_title"], row["gazetteer"]) == ("�", "�")
    assert row["labels"] == "'=1+1"


def test_no_documents_leave_the_header(written, tmp_path):
    assert written() == []
    assert (tmp_path / "events.csv").read_text(encoding="utf-8-sig").startswith("id,")


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_no_cell_of_text_is_ever_a_formula(parsed_documents, tmp_path_factory, data):
    parsed = data.draw(parsed_documents)
    path = tmp_path_factory.mktemp("csv") / "events.csv"
    write_csv([parsed], path, run=parsed.run)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == sum(max(1, len(event.places)) for event in parsed.events)
    numbers = {c.name for c in EVENTS if c.kind in ("int", "float")}
    for row in rows:
        for name, cell in row.items():
            assert name in numbers or not cell.startswith(("=", "+", "-", "@", "\t"))
            assert cell not in ("nan", "inf", "-inf")
