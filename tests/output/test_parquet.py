import json
from datetime import date

import pytest

from placemap.output import export, to_geodataframe
from placemap.output.columns import EVENTS

pq = pytest.importorskip("pyarrow.parquet")
gpd = pytest.importorskip("geopandas")


def test_the_footer_is_that_of_geoparquet_1_1(report, tmp_path):
    path = export([report], tmp_path / "events.parquet")
    geo = json.loads(pq.read_metadata(path).metadata[b"geo"])
    column = geo["columns"]["geometry"]
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert column["encoding"] == "WKB"
    assert column["geometry_types"] == ["LineString", "Point", "Polygon"]
    assert column["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    assert column["bbox"] == [46.3, 39.5, 47.3, 40.62]
    assert column["covering"]["bbox"]["ymax"] == ["bbox", "ymax"]


def test_columns_have_types_and_meanings(report, tmp_path):
    table = pq.read_table(export([report], tmp_path / "events.parquet"))
    assert table.column_names == [*(c.name for c in EVENTS), "geometry", "bbox"]
    types = {field.name: str(field.type) for field in table.schema}
    assert types["start_date"] == "date32[day]"
    assert (types["deaths_best"], types["disputed"]) == ("int64", "bool")
    about = table.schema.field("uncertainty_m").metadata
    assert about[b"unit"] == b"m"
    assert table["start_date"][0].as_py() == date(2023, 9, 19)


def test_geopandas_reads_it_and_skips_by_the_box(report, tmp_path):
    path = export([report], tmp_path / "events.parquet")
    frame = gpd.read_parquet(path)
    assert list(frame.geometry.isna()) == list(
        to_geodataframe([report]).geometry.isna()
    )
    near = gpd.read_parquet(path, bbox=(47.1, 40.5, 47.2, 40.7))
    assert list(near["event_id"]) == ["e-talks"]


def test_a_table_without_geometry_is_plain_parquet(report, tmp_path):
    path = export([report], tmp_path / "sources.parquet", layer="sources")
    table = pq.read_table(path)
    assert b"geo" not in table.schema.metadata
    assert table["id"].to_pylist() == ["d1"]


def test_no_events_keep_their_columns(run, tmp_path):
    path = export([], tmp_path / "events.parquet", run=run)
    assert len(gpd.read_parquet(path)) == 0
