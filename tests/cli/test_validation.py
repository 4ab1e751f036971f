import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from placemap.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("strike.txt").write_text(
        "Date: 2024-01-05\n\nGunmen killed six people in Lyon on Friday."
    )

    def call(*arguments):
        return CliRunner().invoke(main, arguments)

    return call


@pytest.fixture
def exported(run):
    def export(name, *arguments):
        made = run("export", "strike.txt", "-o", name, *arguments)
        assert made.exit_code == 0, made.output
        return Path(name)

    return export


def test_a_sound_file_ends_with_exit_code_0(run, exported):
    exported("events.geojson")
    result = run("validate", "events.geojson")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "events.geojson: no fault found\n"


def test_a_fault_is_told_with_its_place_and_cure(run, exported):
    path = exported("events.geojson")
    path.write_text(
        path.read_text("utf-8").replace('"asserted"', '"rumoured"', 1), "utf-8"
    )
    result = run("validate", "events.geojson")
    assert result.exit_code == 1
    assert "feature 1: status: 'rumoured' is no code of it; use one of" in result.stdout
    (record, *_) = json.loads(run("validate", "events.geojson", "--json").stdout)
    assert record["file"] == "events.geojson"
    assert record["where"] == "feature 1"
    assert record["cure"].startswith("use one of asserted")


@pytest.mark.parametrize(
    "name",
    "e.gpkg e.geojsons e.fgb e.kml e.csv e.acled.csv e.ucdp.csv e.lpf.json".split(),
)
def test_what_export_writes_is_sound(run, exported, name):
    exported(name)
    result = run("validate", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{name}: no fault found\n"


def test_a_broken_file_does_not_keep_others_from_being_checked(run, exported):
    exported("e.kml")
    Path("bomb.kml").write_text('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    result = run("validate", "bomb.kml", "e.kml")
    assert result.exit_code == 1
    assert "bomb.kml: not a file of its format" in result.stdout
    assert "it declares a document type" in result.stdout
    assert result.stderr == "e.kml: no fault found\n1 fault found\n"


def test_a_file_of_another_format_is_refused(run, tmp_path):
    Path("notes.shp").touch()
    result = run("validate", "notes.shp")
    assert result.exit_code == 1
    assert "Error: cannot check notes.shp: expected a file of .gpkg" in result.stderr


def test_settings_reach_the_files(run, exported):
    assert exported("plain.csv", "--no-bom").read_bytes().startswith(b"id,")
    assert exported("marked.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    rows = exported("mentions.csv", "--layer", "mentions").read_text("utf-8-sig")
    assert rows.startswith("id,document_id,document_title,text,form,")
    short = exported("short.geojson", "--no-texts").read_text("utf-8")
    assert '"report"' not in short
    assert "32631" in repr(exported("utm.gpkg", "--crs", "EPSG:32631").read_bytes())


def test_a_setting_the_format_lacks_is_refused_before_the_work(run):
    result = run("export", "missing.txt", "-o", "e.kml", "--crs", "EPSG:3857")
    assert result.exit_code == 1
    assert "e.kml cannot be written with the setting 'crs'" in result.stderr


def test_a_geopackage_is_read_again_as_a_report(run, exported):
    exported("events.gpkg")
    again = run("export", "events.gpkg", "-o", "again/events.gpkg")
    assert again.exit_code == 0
    assert Path("again/events.gpkg").read_bytes() == Path("events.gpkg").read_bytes()
