import json

import geopandas as gpd
import pandas as pd
import pytest

from placemap.output import to_geodataframe
from placemap.output.columns import EVENTS, MENTIONS


def test_events_have_geometry_types_and_crs(report):
    frame = to_geodataframe([report])
    assert isinstance(frame, gpd.GeoDataFrame)
    assert frame.crs == "EPSG:4326"
    assert list(frame.columns) == [*(column.name for column in EVENTS), "geometry"]
    assert list(frame.geometry.geom_type[:3]) == ["Point", "Polygon", "LineString"]
    assert list(frame.geometry.isna()) == [False, False, False, False, True, True]


def test_days_are_datetimes_numbers_are_numbers_and_lists_are_json(report):
    frame = to_geodataframe([report])
    assert frame["start_date"][0] == pd.Timestamp(2023, 9, 19)
    assert frame["deaths_best"][1] == 6
    assert frame["deaths_best"].isna().sum() == 5
    assert frame["disputed"][0] == True  # noqa: E712 - of numpy's own kind
    assert json.loads(frame["other_names"][0])[0]["text"] == "Stepanakert"


def test_mentions_are_another_layer(report):
    frame = to_geodataframe([report], layer="mentions")
    assert list(frame.columns) == [*(column.name for column in MENTIONS), "geometry"]
    assert len(frame) == len(report.toponyms)


@pytest.mark.parametrize("layer", ["events", "mentions"])
def test_a_frame_says_what_made_it_and_under_which_label_policy(report, layer):
    frame = to_geodataframe([report], layer=layer, labels="local")
    assert frame.attrs["placemap"]["labels"] == "local"
    assert frame.attrs["placemap"]["version"] == report.run.version
    assert frame["place_name"][0] == "Stepanakert"
    assert to_geodataframe([]).attrs == {}


def test_an_unknown_layer_is_refused_with_those_there_are(report):
    with pytest.raises(ValueError, match=r"layer out of events, .*; found"):
        to_geodataframe([report], layer="roads")


def test_nothing_found_keeps_columns_and_types(report):
    empty, full = to_geodataframe([]), to_geodataframe([report])
    assert len(empty) == 0
    assert empty.crs == full.crs
    assert list(empty.dtypes) == list(full.dtypes)


@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson", "a.fgb"])
@pytest.mark.parametrize("layer", ["events", "mentions"])
def test_geopandas_writes_and_reads_it_without_a_warning(report, tmp_path, name, layer):
    frame = to_geodataframe([report], layer=layer)
    located = frame[frame.geometry.notna()]
    located.to_file(tmp_path / name)
    back = gpd.read_file(tmp_path / name)
    assert sorted(back["id"]) == sorted(located["id"])
