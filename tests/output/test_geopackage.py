import io
import json
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pyogrio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.output.columns import EVENTS
from placemap.output.geopackage import LAYERS, write_geopackage

GEOMETRIES = {
    "events_point": "Point",
    "events_line": "MultiLineString",
    "events_area": "MultiPolygon",
    "events_unlocated": None,
    "mentions": "Point",
    "places": "Point",
    "aliases": None,
    "sources": None,
    "run": None,
    "report": None,
    "layer_styles": None,
}


@pytest.fixture
def written(tmp_path, run):
    def write(*parsed):
        path = tmp_path / "events.gpkg"
        write_geopackage(parsed, path, run=run)
        return path

    return write


def read(path, layer):
    return pyogrio.read_dataframe(path, layer=layer)


def ask(path, query):
    with closing(sqlite3.connect(path)) as database:
        return database.execute(query).fetchall()


def test_every_layer_is_there_even_when_empty(written, report):
    for path in (written(report), written()):
        assert dict(pyogrio.list_layers(path)) == GEOMETRIES


def test_events_are_sorted_into_layers_by_geometry(written, report):
    path = written(report)
    events = {
        layer: list(read(path, layer)["event_id"])
        for layer in GEOMETRIES
        if layer.startswith("events_")
    }
    assert events == {
        "events_point": ["e-shells", "e-talks"],
        "events_line": ["e-closed"],
        "events_area": ["e-mine"],
        "events_unlocated": ["e-deplored", "e-unrest"],
    }


def test_a_mixed_geometry_goes_to_each_layer_that_can_hold_a_part(written, one_event):
    line = {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}
    points = {"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}
    path = written(
        one_event({"type": "GeometryCollection", "geometries": [line, points]})
    )
    assert list(read(path, "events_point").geometry.x) == [1, 3]
    assert len(read(path, "events_line")) == 1
    assert len(read(path, "events_unlocated")) == 0


def test_columns_have_real_types(written, report):
    info = pyogrio.read_info(written(report), layer="events_point")
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert list(types) == [column.name for column in EVENTS]
    assert types["start_date"] == types["published"] == "OFTDate"
    assert types["where_prec"] == types["deaths_best"] == "OFTInteger64"
    assert types["uncertainty_m"] == "OFTReal"
    assert info["crs"] == "EPSG:4326"
    sources = pyogrio.read_info(written(report), layer="sources")
    assert dict(zip(sources["fields"], sources["ogr_types"], strict=True))[
        "published_utc"
    ] == ("OFTDateTime")


def test_times_are_in_utc(written, report):
    table = read(written(report), "sources")
    assert table["published_utc"][0] == datetime(2023, 9, 19, 10, 30, tzinfo=UTC)


def test_lists_and_objects_are_json(written, report):
    path = written(report)
    ((names, why),) = ask(
        path, "SELECT other_names, why FROM events_point WHERE event_id = 'e-shells'"
    )
    assert json.loads(names)[0]["used_by"] == "Armenians"
    assert json.loads(why)["type"] == "trigger 'shells fell'"
    info = pyogrio.read_info(path, layer="events_point")
    subtypes = dict(zip(info["fields"], info["ogr_subtypes"], strict=True))
    assert subtypes["other_names"] == "OFSTJSON"


def test_unknown_is_null(written, report):
    (row,) = ask(
        written(report),
        "SELECT mode, end_date, deaths_best, actors FROM events_line",
    )
    assert row == (None, None, None, "[]")


def test_mentions_without_a_place_are_kept_without_a_point(written, report):
    mentions = read(written(report), "mentions").set_index("text")
    assert len(mentions) == len(report.toponyms)
    assert mentions.geometry["Nowhereville"] is None
    assert mentions["role"]["Brussels"] == "metonym"


def test_tables_refer_to_each_other(written, report):
    path = written(report)
    for query in (
        "SELECT place_id FROM events_point EXCEPT SELECT id FROM places",
        "SELECT mention_id FROM events_area EXCEPT SELECT id FROM mentions",
        "SELECT document_id FROM events_line EXCEPT SELECT id FROM sources",
        "SELECT place_id FROM aliases EXCEPT SELECT id FROM places",
    ):
        assert ask(path, query) == []


def test_the_run_is_told(written, report, run):
    ((sha256, options, attribution),) = ask(
        written(report), "SELECT gazetteer_sha256, options, attribution FROM run"
    )
    assert sha256 == run.gazetteer_sha256
    assert json.loads(options) == run.options
    assert json.loads(attribution) == list(run.attribution)


def test_layers_with_geometry_bring_their_style(written, report):
    styles = ask(
        written(report),
        "SELECT f_table_name, f_geometry_column, useAsDefault FROM layer_styles",
    )
    with_geometry = [layer.name for layer in LAYERS if layer.geometry_type]
    assert styles == [(name, "geom", 1) for name in with_geometry]


def test_a_project_holds_the_layers_with_their_styles(written, report):
    path = written(report)
    ((name, content),) = ask(path, "SELECT name, content FROM qgis_projects")
    with zipfile.ZipFile(io.BytesIO(bytes.fromhex(content))) as archive:
        (member,) = archive.namelist()
        project = ET.fromstring(archive.read(member))
    assert (name, member) == ("placemap", "placemap.qgs")
    sources = [element.text for element in project.iter("datasource")]
    assert sources == [f"./events.gpkg|layername={layer.name}" for layer in LAYERS]
    shown = [
        node.get("id")
        for node in project.iter("layer-tree-layer")
        if node.get("checked") == "Qt::Checked"
    ]
    assert shown == ["events_point", "events_line", "events_area"]
    assert len(list(project.iter("renderer-v2"))) == 5


def test_the_results_are_there_whole_unless_texts_are_left_out(report, run, tmp_path):
    path = tmp_path / "events.gpkg"
    write_geopackage([report], path, run=run)
    ((key, record),) = ask(path, "SELECT document_id, record FROM report")
    assert key == report.document.id
    assert json.loads(record)["document"]["text"] == report.document.text
    write_geopackage([report], path, run=run, texts=False)
    assert ask(path, "SELECT * FROM report") == []


def test_codes_are_listed_with_their_meanings(written, report):
    path = written(report)
    codes = ask(
        path,
        "SELECT value, codes.description FROM gpkg_data_column_constraints codes "
        "JOIN gpkg_data_columns USING (constraint_name) "
        "WHERE table_name = 'events_area' AND column_name = 'where_prec'",
    )
    assert codes[0] == ("1", "Exact place")
    assert len(codes) == 7


def test_metadata_say_what_made_it_and_whose_data_it_rests_on(written, report, run):
    path = written(report)
    info = pyogrio.read_info(path, layer="events_point")
    assert info["dataset_metadata"]["ATTRIBUTION"] == run.attribution[0]
    made_by = json.loads(info["dataset_metadata"]["PLACEMAP"])
    assert made_by["gazetteer_sha256"] == run.gazetteer_sha256
    referred = ask(path, "SELECT table_name FROM gpkg_metadata_reference")
    assert {layer.name for layer in LAYERS} <= {name for (name,) in referred}


def test_every_column_is_described(written, report):
    path = written(report)
    described = ask(path, "SELECT table_name, column_name FROM gpkg_data_columns")
    columns = [(layer.name, c.name) for layer in LAYERS for c in layer.columns]
    assert sorted(described) == sorted(columns)
    extensions = ask(path, "SELECT DISTINCT extension_name FROM gpkg_extensions")
    assert ("gpkg_schema",) in extensions


def test_the_same_input_gives_the_same_bytes(report, run, tmp_path):
    for name in ("a", "b"):
        write_geopackage([report], tmp_path / name / "events.gpkg", run=run)
    first, second = tmp_path.glob("*/events.gpkg")
    assert first.read_bytes() == second.read_bytes()


def test_gdal_s_settings_are_put_back(written, report):
    written(report)
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None


def test_the_database_is_sound(written, report):
    path = written(report)
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "PRAGMA application_id") == [(0x47504B47,)]
    assert ask(path, "PRAGMA user_version") == [(10200,)]
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("empty", [False, True])
def test_gdal_reads_every_layer_without_a_warning(written, report, ogrinfo, empty):
    path = written() if empty else written(report)
    command = [ogrinfo, "-al", "-ro", path]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert "Warning" not in result.stdout
    for layer in GEOMETRIES:
        assert f"Layer name: {layer}\n" in result.stdout


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_results_are_written_and_read_back(
    parsed_documents, tmp_path_factory, data
):
    parsed = data.draw(parsed_documents)
    path = tmp_path_factory.mktemp("gpkg") / "events.gpkg"
    write_geopackage([parsed], path, run=parsed.run)
    events = [name for name in GEOMETRIES if name.startswith("events_")]
    ids = {row for layer in events for row in read(path, layer)["event_id"]}
    assert len(ids - {None}) <= len(parsed.events)
    assert len(read(path, "mentions")) == len(parsed.toponyms)
