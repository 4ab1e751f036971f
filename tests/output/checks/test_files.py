import csv
import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.errors import OutputError
from placemap.output import export
from placemap.output.checks.files import validate

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
ACROSS = [[170, 0], [-170, 0], [-170, 1], [170, 1], [170, 0]]
CHECKED = ["csv", "geojson", "geojsonl", "geojsons", "gpkg", "jsonl", "parquet"]


@pytest.fixture
def sound(report):
    """A report in which every place is one the gazetteer knows."""
    from dataclasses import replace

    return replace(report, events=report.events[:-1])


@pytest.fixture
def changed(sound, tmp_path):
    """Write GeoJSON, change it, and say what is wrong with it."""

    def check(change):
        path = export([sound], tmp_path / "events.geojson")
        made = json.loads(path.read_bytes())
        change(made)
        path.write_text(json.dumps(made), encoding="utf-8")
        return [f"{p.where}: {p.what}" for p in validate(path)]

    return check


@pytest.mark.parametrize("suffix", CHECKED)
def test_what_we_write_has_no_fault(sound, tmp_path, suffix):
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    assert list(validate(export([sound], tmp_path / f"e.{suffix}"))) == []


@pytest.mark.parametrize(
    "layer", ["events_line", "mentions", "places", "aliases", "sources"]
)
@pytest.mark.parametrize("suffix", ["csv", "geojson"])
def test_other_layers_have_no_fault_either(sound, tmp_path, suffix, layer):
    path = export([sound], tmp_path / f"e.{suffix}", layer=layer)
    assert list(validate(path)) == []


def test_every_problem_says_how_to_cure_it(sound, tmp_path):
    path = export([sound], tmp_path / "events.geojson")
    path.write_text(path.read_text("utf-8").replace('"lat":', '"latitude":'), "utf-8")
    found = list(validate(path))
    assert found
    assert all(problem.cure for problem in found)


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("status", "rumoured", "status: 'rumoured' is no code of it"),
        ("where_prec", 9, "where_prec: 9 is no code of it"),
        ("where_prec", "two", "where_prec: expected int, found 'two'"),
        ("score", 1.5, "score: 1.5 is out of range"),
        ("lat", 91, "lat: 91.0 is out of range"),
        ("start_date", "19.9.2023", "start_date: expected date, found '19.9.2023'"),
        ("end_date", "2023-09-01", "it ends on 2023-09-01, before it starts"),
        ("disputed", "perhaps", "disputed: expected bool, found 'perhaps'"),
        ("actors", 5, "actors: expected json, found 5"),
        ("document_id", "d9", "document: there is no 'd9' in sources.id"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(changed, column, value, fault):
    def change(made):
        made["features"][0]["properties"][column] = value

    fault = fault.replace("document:", "document_id:")
    assert changed(change) == [f"feature 1: {fault}"]


@pytest.mark.parametrize(
    ("geometry", "fault"),
    [
        ({"type": "Point", "coordinates": [200, 0]}, "no longitude and latitude"),
        ({"type": "Point", "coordinates": [1, 2, 3]}, "has not two numbers"),
        ({"type": "Polygon", "coordinates": [SQUARE[:-1]]}, "a ring is not closed"),
        ({"type": "Polygon", "coordinates": [SQUARE[::-1]]}, "turns the wrong way"),
        ({"type": "Polygon", "coordinates": [ACROSS]}, "crosses the antimeridian"),
        ({"type": "LineString", "coordinates": [[1, 2]]}, "too few positions"),
        ({"type": "Circle", "coordinates": []}, "no type of geometry"),
        ({"type": "Polygon", "coordinates": [1, 2]}, "not nested"),
        ("here", "neither an object nor null"),
    ],
)
def test_a_breach_of_rfc_7946_is_named(changed, geometry, fault):
    def change(made):
        made["features"][0]["geometry"] = geometry

    assert any(fault in problem for problem in changed(change))


def test_a_crs_is_against_rfc_7946(changed):
    assert changed(lambda made: made.update(crs={})) == [
        "crs: RFC 7946 has no crs: GeoJSON is always WGS 84"
    ]


def test_ids_that_are_there_twice_are_named(changed):
    found = changed(lambda made: made["features"].append(made["features"][0]))
    assert any("is there twice" in problem for problem in found)


def test_a_text_that_was_changed_is_found(changed):
    def change(made):
        made["report"][0]["document"]["text"] += "!"

    assert any("was changed after it was parsed" in one for one in changed(change))


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM places", None),
        ("DELETE FROM mentions WHERE text = 'Khankendi'", "there is no 't-Khankendi'"),
        ("UPDATE events_area SET status = 'x'", "status: 'x' is no code of it"),
        ("UPDATE events_point SET why = '{'", "why: expected json"),
        ("DROP TABLE aliases", "the layer is missing"),
        ("ALTER TABLE events_line DROP COLUMN edtf", "columns are missing: edtf"),
        ("UPDATE report SET record = '[]'", "expected a JSON object"),
    ],
)
def test_faults_in_a_geopackage_are_named(sound, tmp_path, statement, fault):
    path = export([sound], tmp_path / "events.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            database.execute(f'DROP TRIGGER "{name}"')  # they need GDAL's functions
        database.execute(statement)
    found = [problem.what for problem in validate(path)]
    assert found == [] if fault is None else any(fault in one for one in found)


def test_faults_in_a_table_are_named_by_line(sound, tmp_path):
    path = export([sound], tmp_path / "events.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[1]["date_prec"] = "7"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    (problem,) = validate(path)
    assert problem.where == "line 3"
    assert problem.what == "date_prec: 7 is no code of it"


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.geojson", b"{"), ("a.gpkg", b"nothing"), ("a.csv", b"a,b\n1,2\n")],
)
def test_what_is_no_file_of_ours_is_a_fault(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert list(validate(tmp_path / name))


def test_formats_that_cannot_be_checked_are_told(tmp_path):
    with pytest.raises(OutputError, match=r"expected a file of \.gpkg, \.geojson"):
        list(validate(tmp_path / "events.shp"))
    with pytest.raises(OutputError, match="there is no such file"):
        list(validate(tmp_path / "events.gpkg"))


@pytest.mark.filterwarnings("ignore::placemap.output.LabelWarning")
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_results_make_geojson_by_rfc_7946(parsed_documents, tmp_path_factory, data):
    validator = pytest.importorskip("geojson_validator")
    parsed = data.draw(parsed_documents)
    path = export([parsed], tmp_path_factory.mktemp("geojson") / "events.geojson")
    made = json.loads(path.read_bytes())
    assert validator.validate_structure(made, check_crs=True) == {}
    assert validator.validate_geometries(made)["invalid"] == {}
    assert not [p for p in validate(path) if "antimeridian" in p.what]
