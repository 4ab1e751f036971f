import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from placemap.errors import OutputError, PluginNotFoundError
from placemap.output import LabelWarning, export, is_report, read_report, save_map

SUFFIXES = [
    "acled.csv", "csv", "fgb", "geojson", "geojsonl", "geojsons", "gpkg", "jsonl",
    "kml", "lpf.json", "ucdp.csv",
]  # fmt: skip


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_suffix_names_the_format(report, tmp_path, suffix):
    path = tmp_path / "new" / f"events.{suffix.upper()}"
    assert export([report], path) == path
    assert path.stat().st_size > 0


def test_a_path_may_be_a_text(report, tmp_path):
    path = export(iter([report]), str(tmp_path / "parsed.jsonl"))
    assert is_report(path)
    assert list(read_report(path)) == [report]


def test_an_unknown_suffix_is_answered_with_those_installed(report, tmp_path):
    with pytest.raises(PluginNotFoundError, match=r"acled\.csv, csv, fgb, geojson"):
        export([report], tmp_path / "events.shp")


def test_a_missing_suffix_is_answered_with_those_installed(report, tmp_path):
    with pytest.raises(OutputError, match=r"suffix out of \.acled\.csv, \.csv"):
        export([report], tmp_path / "events")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_documents_make_a_valid_file_where_the_run_is_known(run, tmp_path, suffix):
    path = export([], tmp_path / f"events.{suffix}", run=run)
    assert path.is_file()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_documents_and_no_run_are_refused(tmp_path, suffix):
    with pytest.raises(OutputError, match="there are no documents to write"):
        export([], tmp_path / f"events.{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_the_run_is_that_of_the_first_document_unless_given(report, run, tmp_path):
    path = tmp_path / "events.geojson"
    export([report], path)
    assert json.loads(path.read_bytes())["placemap"]["labels"] == "text"
    export([report], path, run=replace(run, labels="local"))
    assert json.loads(path.read_bytes())["placemap"]["labels"] == "local"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_results_are_written_under_another_label_policy(report, run, tmp_path, suffix):
    parsed_so = replace(report, run=replace(run, labels="local"))
    direct = export([parsed_so], tmp_path / "direct" / f"e.{suffix}")
    later = export([report], tmp_path / "later" / f"e.{suffix}", labels="local")
    assert later.read_bytes() == direct.read_bytes()
    assert export([report], later, run=run, labels="local")
    assert later.read_bytes() == direct.read_bytes()


def test_a_map_is_saved_under_another_label_policy(report, tmp_path):
    page = save_map([report], tmp_path / "map.html", labels="Armenians").read_text()
    assert '"labels":{"kind":"view","of":"Armenians"}' in page


def test_a_view_nobody_has_is_warned_of(report, tmp_path):
    with pytest.warns(LabelWarning, match="names are known of: Armenians, Azerbaijan"):
        export([report], tmp_path / "events.csv", labels="Klingons")
    assert (tmp_path / "events.csv").is_file()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_failure_on_the_way_keeps_the_old_file(report, tmp_path, suffix):
    path = export([report], tmp_path / f"events.{suffix}")
    before = path.read_bytes()

    def failing():
        yield report
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        export(failing(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_place_that_cannot_be_written_to_is_named(report, tmp_path, suffix):
    (tmp_path / "file").touch()
    path = tmp_path / "file" / f"events.{suffix}"
    with pytest.raises(OutputError, match=rf"cannot write .*events\.{suffix}"):
        export([report], path)


def test_a_report_makes_the_same_files_as_the_documents(report, tmp_path):
    parsed = export([report], tmp_path / "parsed.jsonl")
    for suffix in SUFFIXES:
        direct = export([report], tmp_path / "direct" / f"e.{suffix}")
        later = export(read_report(parsed), tmp_path / "later" / f"e.{suffix}")
        assert direct.read_bytes() == later.read_bytes()


def test_a_map_needs_documents_or_a_run(tmp_path):
    with pytest.raises(OutputError, match="there are no documents to write"):
        save_map([], tmp_path / "map.html")


def test_looking_at_the_formats_loads_no_heavy_library():
    code = (
        "import sys, placemap.output, placemap.output.frame\n"
        "from placemap import registry\n"
        "for name in registry.names('exporters'): registry.load('exporters', name)\n"
        "heavy = {'pandas', 'geopandas', 'numpy', 'shapely', 'pyogrio', 'folium', "
        "'pyarrow', 'pyproj'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    result = subprocess.run(
        command, capture_output=True, text=True, check=True, env=os.environ
    )
    assert result.stdout.strip() == "[]"


def test_a_map_is_saved_under_any_suffix_with_its_title(report, tmp_path):
    path = save_map([report], tmp_path / "map.htm", title="Floods & storms")
    assert "Floods &amp; storms" in path.read_text(encoding="utf-8")


def test_the_longest_known_suffix_decides(report, tmp_path):
    acled = export([report], tmp_path / "of.2023.acled.csv").read_text("utf-8-sig")
    plain = export([report], tmp_path / "acled.of.2023.csv").read_text("utf-8-sig")
    assert acled.startswith("event_id_cnty,")
    assert plain.startswith("id,")


@pytest.mark.parametrize(
    ("suffix", "settings", "takers"),
    [
        ("geojson", {"crs": "EPSG:3857"}, r"only \.fgb, \.gpkg, \.parquet can"),
        ("kml", {"layer": "mentions"}, r"only \.csv, \.fgb, \.geojson, "),
        ("gpkg", {"bom": False}, r"only \.acled\.csv, \.csv, \.ucdp\.csv can"),
        ("csv", {"texts": False}, r"only \.geojson, \.gpkg, \.parquet can"),
    ],
)
def test_a_setting_the_format_lacks_is_answered_with_those_that_have_it(
    report, tmp_path, suffix, settings, takers
):
    with pytest.raises(OutputError, match=takers):
        export([report], tmp_path / f"events.{suffix}", **settings)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_input_gives_the_same_bytes(report, tmp_path, suffix):
    first = export([report], tmp_path / "a" / f"e.{suffix}")
    second = export([report], tmp_path / "b" / f"e.{suffix}")
    assert first.read_bytes() == second.read_bytes()
    assert list(first.parent.iterdir()) == [first]


def test_an_unknown_layer_is_refused_with_those_there_are(report, tmp_path):
    with pytest.raises(ValueError, match=r"events, events_point, .*; found 'roads'"):
        export([report], tmp_path / "events.csv", layer="roads")
