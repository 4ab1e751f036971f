"""What is wrong with a FlatGeobuf file."""

import struct

import geopandas as gpd
import pytest
from shapely.geometry import Point

from placemap.output import export
from placemap.output.checks.files import validate


@pytest.fixture
def rewritten(content_of, tmp_path):
    """Change a file by means of geopandas, and say what is wrong with it then."""

    def check(change, crs=None):
        path = tmp_path / "e.fgb"
        path.write_bytes(content_of("fgb"))
        frame = change(gpd.read_file(path))
        frame.to_file(path, driver="FlatGeobuf", SPATIAL_INDEX="NO")
        return [f"{problem.where}: {problem.what}" for problem in validate(path)]

    return check


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("status", "rumoured", "status: 'rumoured' is no code of it"),
        ("where_prec", 9, "where_prec: 9 is no code of it"),
        ("score", 1.5, "score: 1.5 is out of range"),
        ("why", "{", "why: expected json"),
        ("id", "", "id is empty"),
        ("geometry", Point(200, 0), "beyond 180 degrees"),
        ("geometry", None, "a row without a geometry"),
    ],
)
def test_a_wrong_value_is_named_with_its_row(rewritten, column, value, fault):
    def change(frame):
        frame.loc[0, column] = value
        return frame

    (found,) = rewritten(change)
    assert found.startswith("row 1: ")
    assert fault in found


def test_columns_that_are_missing_are_named(rewritten):
    assert rewritten(lambda frame: frame.drop(columns="edtf")) == [
        "events: columns are missing: edtf"
    ]


def test_a_row_that_is_there_twice_is_named(rewritten):
    found = rewritten(lambda frame: frame.loc[[0, 0, 1]])
    assert ["is there twice" in one for one in found] == [True]


def test_what_fits_no_layer_is_told(rewritten):
    found = rewritten(lambda frame: frame[["id", "geometry"]])
    assert any("the columns fit no layer" in one for one in found)


@pytest.mark.parametrize("layer", ["events_point", "events_area", "mentions", "places"])
def test_other_layers_have_no_fault(sound, tmp_path, layer):
    assert list(validate(export([sound], tmp_path / "e.fgb", layer=layer))) == []


def test_metres_are_no_degrees_out_of_range(sound, tmp_path):
    path = export([sound], tmp_path / "e.fgb", crs="EPSG:32638")
    assert list(validate(path)) == []


def test_rows_that_are_missing_are_told(content_of, tmp_path):
    path = tmp_path / "e.fgb"
    content = content_of("fgb")
    (last,) = struct.unpack_from("<I", content, _last_row(content))
    path.write_bytes(content[: -4 - last])
    assert any("its heading tells of" in problem.what for problem in validate(path))


def _last_row(content):
    """Return where the last row begins: four bytes of its size, then so many."""
    for at in range(len(content) - 8, 0, -1):
        if struct.unpack_from("<I", content, at)[0] == len(content) - at - 4:
            return at
    raise AssertionError("there is no row")
