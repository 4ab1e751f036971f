import subprocess

import pyogrio

from placemap.output import export


def test_located_events_are_there_with_types_and_index(report, tmp_path):
    path = export([report], tmp_path / "events.fgb")
    info = pyogrio.read_info(path)
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    assert info["features"] == 4
    assert info["capabilities"]["fast_spatial_filter"]
    assert types["where_prec"] == "OFTInteger64"
    assert types["id"] == "OFTString"


def test_a_layer_of_one_type_can_be_asked_for(report, tmp_path):
    path = export([report], tmp_path / "lines.fgb", layer="events_line")
    assert pyogrio.read_info(path)["geometry_type"] == "MultiLineString"
    assert len(pyogrio.read_dataframe(path)) == 1


def test_gdal_reads_it_without_a_warning(report, tmp_path, ogrinfo):
    path = export([report], tmp_path / "events.fgb")
    command = [ogrinfo, "-al", "-ro", path]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    assert "Feature Count: 4" in result.stdout
