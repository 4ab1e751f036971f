import json

import pytest

from placemap.errors import OutputError
from placemap.output.web import atlas

TOPOLOGY = {
    "transform": {"scale": [0.5, 0.25], "translate": [-10, 5]},
    "arcs": [[[0, 0], [4, 2]], [[4, 2], [-4, 2], [0, -4]]],
    "objects": {
        "countries": {
            "geometries": [
                {
                    "type": "Polygon",
                    "id": "001",
                    "arcs": [[0, ~1]],
                    "properties": {"name": "Aland"},
                },
                {
                    "type": "MultiPolygon",
                    "arcs": [[[0, 1]]],
                    "properties": {"name": "Codeless"},
                },
                {"type": None, "id": "002", "properties": {"name": "Nowhere"}},
            ]
        }
    },
}


@pytest.fixture
def opened(tmp_path, monkeypatch):
    monkeypatch.setattr(atlas, "WEB", tmp_path)
    folder = tmp_path / atlas.FOLDER
    folder.mkdir(parents=True)
    source = folder / "countries-1m.json"
    source.write_text(json.dumps(TOPOLOGY))
    atlas.unpack(source)
    source.unlink()
    yield atlas.open_atlas("1m")
    atlas._open.cache_clear()


def test_points_are_absolute_and_arcs_find_theirs(opened):
    assert opened.starts.tolist() == [0, 2, 5]
    assert opened.points.tolist() == [[0, 0], [4, 2], [4, 2], [0, 4], [0, 0]]


def test_points_become_degrees(opened):
    assert opened.degrees()[1].tolist() == [-8.0, 5.5]


def test_shapes_keep_code_name_and_rings(opened):
    aland, codeless, nowhere = opened.shapes
    assert (aland.code, aland.name, aland.polygons) == ("001", "Aland", (((0, ~1),),))
    assert (codeless.code, codeless.polygons) == ("", (((0, 1),),))
    assert aland.arcs() == codeless.arcs() == {0, 1}
    assert nowhere.polygons == ()


def test_a_missing_file_is_named_with_the_cure():
    with pytest.raises(OutputError, match=r"countries-2m\.arcs.* build or install"):
        atlas.open_atlas("2m")


@pytest.mark.parametrize("scale", ["110m", "50m", "10m"])
def test_the_shipped_scales_open_and_are_whole(scale):
    world = atlas.open_atlas(scale)
    assert world.starts[-1] == len(world.points)
    used = set().union(*(shape.arcs() for shape in world.shapes))
    assert used == set(range(len(world.starts) - 1))
