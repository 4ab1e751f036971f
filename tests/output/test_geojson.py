import json
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placemap.output.columns import EVENTS
from placemap.output.geojson import write_geojson


@pytest.fixture
def written(tmp_path, run):
    def write(*parsed):
        write_geojson(parsed, tmp_path / "events.geojson", run=run)
        return json.loads((tmp_path / "events.geojson").read_bytes())

    return write


def test_members_are_those_of_rfc_7946_and_our_own(written, report):
    made = written(report)
    assert made["type"] == "FeatureCollection"
    assert set(made) == {
        "type",
        "placemap",
        "attribution",
        "features",
        "documents",
        "bbox",
        "report",
    }
    for feature in made["features"]:
        assert list(feature) == ["type", "id", "geometry", "properties"]


def test_it_says_what_made_it_and_from_what(written, report, run):
    made = written(report)
    assert made["placemap"]["gazetteer_sha256"] == run.gazetteer_sha256
    assert made["placemap"]["labels"] == "text"
    assert made["attribution"] == list(run.attribution)
    assert made["documents"][0]["sha256"] == report.document.sha256
    assert made["documents"][0]["published_utc"] == "2023-09-19T10:30:00+00:00"


def test_every_event_is_there_in_order_located_or_not(written, report):
    features = written(report)["features"]
    ids = [feature["properties"]["event_id"] for feature in features]
    assert ids == [event.id for event in report.events]
    types = [f["geometry"] and f["geometry"]["type"] for f in features]
    assert types == ["Point", "Polygon", "LineString", "Point", None, None]


def test_mere_mentions_are_no_features(written, report):
    names = [f["properties"]["place_name"] for f in written(report)["features"]]
    assert "Brussels" not in names


def test_values_keep_their_json_types(written, report):
    properties = written(report)["features"][0]["properties"]
    assert properties["other_names"][0]["text"] == "Stepanakert"
    assert properties["start_date"] == "2023-09-19"
    assert properties["disputed"] is True
    assert properties["deaths_best"] is None
    assert set(properties) == {column.name for column in EVENTS} - {"id"}


def test_rings_turn_left_and_positions_have_six_decimals(written, report):
    (ring,) = written(report)["features"][1]["geometry"]["coordinates"]
    assert ring == [[47, 39.5], [47.3, 39.5], [47.3, 40], [47, 40.123457], [47, 39.5]]


def test_the_box_holds_all_and_is_left_out_when_empty(written, report, one_event):
    assert written(report)["bbox"] == [46.3, 39.5, 47.3, 40.62]
    assert "bbox" not in written(one_event(None))
    assert written() == written() | {"features": [], "documents": []}


def test_an_area_across_the_antimeridian_is_cut(written, one_event):
    ring = [[177, -20], [182, -20], [182, -16], [177, -16], [177, -20]]
    made = written(one_event({"type": "Polygon", "coordinates": [ring]}))
    assert made["features"][0]["geometry"]["type"] == "MultiPolygon"
    assert made["bbox"] == [177, -20, -178, -16]


def test_the_same_input_gives_the_same_bytes(report, run, tmp_path):
    for name in ("a.geojson", "b.geojson"):
        write_geojson([report], tmp_path / name, run=run)
    first, second = tmp_path.glob("*.geojson")
    assert first.read_bytes() == second.read_bytes()


def test_names_are_readable_in_the_file(report, run, tmp_path):
    write_geojson([report], tmp_path / "a.geojson", run=run)
    assert "Xankəndi" in (tmp_path / "a.geojson").read_text(encoding="utf-8")


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_results_make_strict_json(parsed_documents, tmp_path_factory, data):
    parsed = data.draw(parsed_documents)
    path = tmp_path_factory.mktemp("geojson") / "events.geojson"
    write_geojson([parsed], path, run=parsed.run)

    def refuse(constant):
        raise AssertionError(f"{constant} is no JSON")

    made = json.loads(path.read_bytes(), parse_constant=refuse)
    rows = sum(max(1, len(event.places)) for event in parsed.events)
    assert len(made["features"]) == rows


def test_gdal_reads_it_without_a_warning(report, run, tmp_path, ogrinfo):
    path = tmp_path / "events.geojson"
    write_geojson([report], path, run=run)
    command = [ogrinfo, "-al", "-so", path]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert "Feature Count: 6" in result.stdout
    assert "start_date: Date" in result.stdout
    assert "other_names: String(JSON)" in result.stdout


def test_gdal_reads_half_characters_without_a_warning(
    one_event, run, tmp_path, ogrinfo
):
    path = tmp_path / "events.geojson"
    odd = "\ud800 \x00 \u2028 </script>"
    item = one_event(
        {"type": "Point", "coordinates": [1, 2]},
        title=odd,
        claimant=odd,
        why={odd: odd},
    )
    write_geojson([item], path, run=run)
    command = [ogrinfo, "-al", path]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert "POINT (1 2)" in result.stdout
