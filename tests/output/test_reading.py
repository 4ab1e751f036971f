import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.errors import OutputError
from placemap.output import export, is_report, read_report

WHOLE = ["jsonl", "gpkg", "geojson", "parquet"]
OTHERS = ["csv", "fgb", "kml", "geojsonl"]


@pytest.fixture(params=WHOLE)
def suffix(request):
    """Each format that holds the results whole."""
    if request.param == "parquet":
        pytest.importorskip("pyarrow")
    return request.param


def test_results_come_back_as_they_were(report, tmp_path, suffix):
    path = export([report, report], tmp_path / f"events.{suffix}")
    assert is_report(path)
    assert list(read_report(path)) == [report, report]


def test_no_results_come_back_as_none(run, tmp_path, suffix):
    path = export([], tmp_path / f"events.{suffix}", run=run)
    assert list(read_report(path)) == []


@pytest.mark.filterwarnings("ignore::placemap.output.LabelWarning")
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(data=st.data())
def test_any_results_come_back_without_loss(
    parsed_documents, tmp_path_factory, suffix, data
):
    parsed = data.draw(parsed_documents)
    path = tmp_path_factory.mktemp("report") / f"events.{suffix}"
    export([parsed], path)
    assert list(read_report(path)) == [parsed]


def test_a_reread_file_makes_the_same_file_again(report, tmp_path, suffix):
    first = export([report], tmp_path / "first" / f"e.{suffix}")
    second = export(read_report(first), tmp_path / "second" / f"e.{suffix}")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", ["gpkg", "geojson"])
def test_without_texts_there_are_no_texts_and_it_is_told(report, tmp_path, suffix):
    path = export([report], tmp_path / f"events.{suffix}", texts=False)
    assert report.document.text.encode() not in path.read_bytes()
    with pytest.raises(OutputError, match="does not hold the results whole"):
        list(read_report(path))


@pytest.mark.parametrize("suffix", OTHERS)
def test_other_formats_are_no_reports(report, tmp_path, suffix):
    path = export([report], tmp_path / f"events.{suffix}")
    assert not is_report(path)
    with pytest.raises(OutputError):
        list(read_report(path))


def test_a_changed_text_is_found_out(report, tmp_path):
    path = export([report], tmp_path / "events.geojson")
    made = json.loads(path.read_bytes())
    made["report"][0]["document"]["text"] += "!"
    path.write_text(json.dumps(made))
    with pytest.raises(OutputError, match=r"document 1: the text .* was changed"):
        list(read_report(path))


def test_other_people_s_geopackages_are_no_reports(tmp_path):
    path = tmp_path / "other.gpkg"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE roads (id)")
    assert not is_report(path)
    with pytest.raises(OutputError, match="has no table 'report'"):
        list(read_report(path))


@pytest.mark.parametrize("beginning", [b"SQLite format 3\x00", b"PAR1"])
def test_a_damaged_file_is_named(tmp_path, beginning):
    if beginning == b"PAR1":
        pytest.importorskip("pyarrow")
    path = tmp_path / "damaged"
    path.write_bytes(beginning + b"x" * 5000)
    with pytest.raises(OutputError, match=r"cannot read .*damaged"):
        list(read_report(path))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(OutputError, match=r"cannot read .*none\.gpkg"):
        list(read_report(tmp_path / "none.gpkg"))
    assert not is_report(tmp_path / "none.gpkg")
