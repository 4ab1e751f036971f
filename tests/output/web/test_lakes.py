import csv
import json
from pathlib import Path

import pytest

from placemap.output.web import atlas, lakes
from placemap.output.web.basemap import make_basemap

CURATED = Path(__file__).parents[3] / "gazetteer/places.csv"


def topology(*squares, unit=0.01):
    """Squares by their south-west corner and side, in degrees, as TopoJSON lakes."""
    arcs = []
    for x, y, side in squares:
        corner, step = [round(x / unit), round(y / unit)], round(side / unit)
        arcs.append([corner, [step, 0], [0, step], [-step, 0], [0, -step]])
    shapes = [{"type": "Polygon", "arcs": [[i]]} for i in range(len(arcs))]
    return {
        "transform": {"scale": [unit, unit], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {"lakes": {"geometries": shapes}},
    }


@pytest.fixture
def compiled(tmp_path, monkeypatch):
    """Compile files by their names and return the lakes."""

    def made(**files):
        folder = tmp_path / "dist"
        folder.mkdir()
        for name in ("world_50m", "world_110m"):
            files.setdefault(name, topology())
        for name, content in files.items():
            (folder / f"{name}.json").write_text(json.dumps(content))
        target = tmp_path / atlas.LAKES
        target.parent.mkdir(parents=True)
        n = lakes.compile_lakes(folder, target)
        monkeypatch.setattr(atlas, "WEB", tmp_path)
        atlas._open.cache_clear()
        found = atlas.open_lakes()
        assert len(found.shapes) == n
        return found

    yield made
    atlas._open.cache_clear()


def corners(found, number):
    [[[arc]]] = found.shapes[number].polygons
    return found.degrees()[found.starts[arc] : found.starts[arc + 1]]


def test_the_largest_come_first(compiled):
    found = compiled(world_50m=topology((0, 0, 1), (10, 0, 3), (20, 0, 2)))
    assert [float(corners(found, i)[0][0]) for i in range(3)] == [10, 20, 0]


def test_a_lake_is_taken_from_the_finer_grid(compiled):
    found = compiled(
        world_50m=topology((10, 10, 1)),
        asia_50m=topology((10.014, 10.006, 0.99), unit=0.002),
    )
    assert corners(found, 0)[0].tolist() == pytest.approx([10.014, 10.006])


def test_a_lake_that_is_cut_off_at_the_edge_of_a_part_is_taken_whole(compiled):
    found = compiled(world_50m=topology((10, 10, 1)), asia_50m=topology((10, 10, 0.5)))
    assert len(found.shapes) == 1
    assert corners(found, 0)[2].tolist() == pytest.approx([11, 11])


def test_a_lake_that_only_the_coarser_scale_has_is_there_once(compiled):
    found = compiled(
        world_50m=topology((10, 10, 1)),
        world_110m=topology((10.2, 10.1, 1), (50, 10, 2)),
    )
    assert [float(corners(found, i)[0][0]) for i in range(2)] == [50, 10]


def test_a_lake_is_named_by_the_point_within_it(compiled, monkeypatch):
    row = {"name": "Square Lake", "lon": "10.5", "lat": "10.5", "place": "x"}
    monkeypatch.setattr(lakes, "read_names", lambda: [row])
    found = compiled(world_50m=topology((10, 10, 1), (0, 0, 2)))
    assert [shape.name for shape in found.shapes] == ["", "Square Lake"]


def test_names_are_those_of_the_curated_gazetteer_and_of_no_disputed_place():
    with CURATED.open(encoding="utf-8", newline="") as table:
        places = {row["id"]: row for row in csv.DictReader(table)}
    for row in lakes.read_names():
        place = places[row["place"]]
        assert place["name"] == row["name"]
        assert place["kind"].startswith(("H.LK", "H.RSV"))
        assert place["disputed"] in ("", "0", "false")


def test_every_name_of_the_table_is_on_a_shipped_lake():
    shipped = [shape.name for shape in atlas.open_lakes().shapes if shape.name]
    assert sorted(shipped) == sorted(row["name"] for row in lakes.read_names())


def test_a_map_has_the_lakes_around_its_events_and_the_largest_of_the_world():
    found = make_basemap([(45.0, 40.5)])["lakes"]
    near = {lake["name"] for lake in found["near"]["countries"]}
    assert {"Lake Sevan", "Lake Urmia", "Lake Van"} <= near
    # Small disputed territories come with theirs, wherever the events are.
    assert "Dead Sea" in near
    assert "Lake Victoria" not in near
    far = {lake["name"] for lake in found["far"]["countries"]}
    assert {"Lake Superior", "Lake Victoria", "Lake Baikal", "Lake Tanganyika"} < far
    assert "Lake Sevan" not in far


def test_lakes_take_little_room():
    far, near = make_basemap([(-80, 45)])["lakes"].values()
    assert len(json.dumps(far)) < 30_000
    assert len(json.dumps(near)) < 30_000
