import csv
import json
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from placemap import registry
from placemap.errors import OutputError
from placemap.output import export
from placemap.output.checks.files import _CHECKS, validate

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
ACROSS = [[170, 0], [-170, 0], [-170, 1], [170, 1], [170, 0]]
CHECKED = [end.removeprefix(".") for end in _CHECKS]


@pytest.fixture
def changed(content_of, tmp_path):
    """Write GeoJSON, change it, and say what is wrong with it."""

    def check(change):
        path = tmp_path / "events.geojson"
        made = json.loads(content_of("geojson"))
        change(made)
        path.write_text(json.dumps(made), encoding="utf-8")
        return [f"{p.where}: {p.what}" for p in validate(path)]

    return check


@pytest.mark.parametrize("suffix", CHECKED)
def test_what_we_write_has_no_fault(content_of, tmp_path, suffix):
    path = tmp_path / f"e.{suffix}"
    path.write_bytes(content_of(suffix))
    assert list(validate(path)) == []


@pytest.mark.parametrize("suffix", CHECKED)
def test_a_report_without_events_has_no_fault(sound, tmp_path, suffix):
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    bare = replace(sound, events=(), toponyms=(), aliases=(), locations={})
    assert list(validate(export([bare], tmp_path / f"e.{suffix}"))) == []


def test_every_format_that_is_written_is_checked():
    written = {"jsonl", *registry.names("exporters")} - {"html"}
    assert set(CHECKED) == written


@pytest.mark.parametrize("suffix", CHECKED)
@pytest.mark.parametrize("kept", [0, 1, 40, 0.3, 0.6, 0.99])
def test_a_file_that_ends_early_is_a_fault(content_of, tmp_path, suffix, kept):
    content = content_of(suffix)
    end = kept if isinstance(kept, int) else int(len(content) * kept)
    path = tmp_path / f"e.{suffix}"
    path.write_bytes(content[:end])
    is_empty = (suffix, kept) in {("jsonl", 0), ("geojsonl", 0), ("geojsons", 0)}
    assert bool(list(validate(path))) != is_empty  # of these, nothing is a report too


@pytest.mark.parametrize("suffix", CHECKED)
@pytest.mark.parametrize(
    "content",
    [
        b"\x00" * 100,
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "id,event_id\n1,é".encode("utf-16"),
        b"\xff\xfe\xfa",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"<a>" * 10_000,
        b"null",
        b'"text"',
        b"PAR1PAR1",
        b"fgb\x03fgb\x01",
        b"SQLite format 3\x00",
    ],
)
def test_what_is_of_another_kind_is_a_fault_that_says_so(tmp_path, suffix, content):
    path = tmp_path / f"e.{suffix}"
    path.write_bytes(content)
    found = list(validate(path))
    assert found
    assert all(0 < len(problem.what) < 400 and problem.cure for problem in found)


@pytest.mark.parametrize("suffix", ["csv", "acled.csv", "geojson", "kml", "lpf.json"])
def test_another_encoding_is_told_with_where_it_shows(content_of, tmp_path, suffix):
    path = tmp_path / f"e.{suffix}"
    text = content_of(suffix).decode("utf-8-sig")
    path.write_bytes(text.replace("ə", "é").encode("cp1252", "replace"))
    (problem,) = list(validate(path))
    assert "UTF-8" in problem.what or "invalid token" in problem.what


@pytest.mark.parametrize("suffix", CHECKED)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_no_change_to_a_file_breaks_the_check(content_of, tmp_path, suffix, data):
    path, content = tmp_path / f"e.{suffix}", content_of(suffix)
    start = data.draw(st.integers(0, len(content) - 1))
    cut = data.draw(st.integers(0, 200))
    put = data.draw(st.binary(max_size=20))
    path.write_bytes(content[:start] + put + content[start + cut :])
    for problem in validate(path):
        assert problem.what


_ANYTHING = (
    None, True, 0, -1, 1e308, 10**30, sys.maxsize, "", "x", "\ud800", "2023-02-30",
    [], [[]], [1], [None], {}, {"a": 1}, {"type": "Point"},
)  # fmt: skip


@pytest.mark.parametrize("suffix", ["geojson", "lpf.json"])
@settings(
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_no_other_value_in_json_breaks_the_check(content_of, tmp_path, suffix, data):
    path, made = tmp_path / f"e.{suffix}", json.loads(content_of(suffix))
    node, way = made, None
    for _ in range(data.draw(st.integers(0, 8))):
        keys = list(node) if isinstance(node, dict) else range(len(node))
        way = (node, data.draw(st.sampled_from(keys))) if keys else way
        node = way[0][way[1]] if keys else node
        if not isinstance(node, dict | list):
            break
    if way is not None:
        way[0][way[1]] = data.draw(st.sampled_from(_ANYTHING))
    path.write_text(json.dumps(made), encoding="utf-8")
    for problem in validate(path):
        assert problem.cure


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
        ({"type": "Point"}, "not nested"),
        ({"type": "Point", "coordinates": [float("1e308"), 0]}, "no longitude"),
        ({"type": ["Point"], "coordinates": [0, 0]}, "neither an object nor null"),
        ({"type": "GeometryCollection", "geometries": 5}, "has no list"),
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


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda made: made.update(bbox=[0, 1]), "bbox: the bbox is not west, south"),
        (lambda made: made.pop("placemap"), "placemap: it does not say what made it"),
        (lambda made: made.update(documents={}), "documents: it is no list of objects"),
        (lambda made: made["features"].append(5), "it is no Feature"),
        (lambda made: made["features"][0].pop("geometry"), "has to have geometry and"),
        (lambda made: made["features"][0].update(properties=[]), "are no object"),
        (lambda made: made["features"][0].update(id=[]), "neither a text nor a number"),
        (lambda made: made.update(features={}), "it is no FeatureCollection"),
    ],
)
def test_a_collection_that_is_laid_out_otherwise_is_told(changed, change, fault):
    assert any(fault in problem for problem in changed(change))


@pytest.mark.parametrize(
    ("suffix", "other"), [("geojsonl", "geojsons"), ("geojsons", "geojsonl")]
)
def test_lines_and_text_sequences_are_told_apart(sound, tmp_path, suffix, other):
    path = export([sound], tmp_path / f"e.{suffix}").rename(tmp_path / f"e.{other}")
    assert "record separator" in next(validate(path)).what


def test_a_line_that_is_no_json_is_told_by_its_number(sound, tmp_path):
    path = export([sound], tmp_path / "e.geojsonl")
    path.write_bytes(path.read_bytes() + b'{"a": NaN}\n')
    assert [p.where for p in validate(path)] == [f"line {len(sound.events) + 1}"]


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
        ("UPDATE events_point SET geom = x'00'", "the geometry cannot be read"),
        ("DELETE FROM gpkg_contents", "GIS programs do not see the layer"),
        ("PRAGMA application_id = 0", "does not say that it is a GeoPackage"),
        ("UPDATE mentions SET event_ids = '[\"e9\"]'", "there is no 'e9' in events"),
    ],
)
def test_faults_in_a_geopackage_are_named(content_of, tmp_path, statement, fault):
    path = tmp_path / "events.gpkg"
    path.write_bytes(content_of("gpkg"))
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
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_results_make_geojson_by_rfc_7946(parsed_documents, tmp_path_factory, data):
    validator = pytest.importorskip("geojson_validator")
    parsed = data.draw(parsed_documents)
    path = export([parsed], tmp_path_factory.mktemp("geojson") / "events.geojson")
    made = json.loads(path.read_bytes())
    assert validator.validate_structure(made, check_crs=True) == {}
    found = validator.validate_geometries(made)
    # Which way a ring turns that crosses or touches itself is a matter of opinion.
    crossed = _features(found["problematic"].get("self_intersection", ()))
    shapes = [feature["geometry"] for feature in made["features"]]
    crossed |= {i for i, one in enumerate(shapes) if one and not shape(one).is_valid}
    for listed in found["invalid"].values():
        assert _features(listed) <= crossed
    assert not [p for p in validate(path) if "antimeridian" in p.what]


def _features(listed):
    """Return the numbers of the features in which the validator found something."""
    return {one if isinstance(one, int) else next(iter(one)) for one in listed}
