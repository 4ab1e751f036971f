import json
from itertools import pairwise

import pytest

from placemap.gazetteer.sources.atlas import bounding_box, read_shapes

TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [-10, 0]},
    "arcs": [[[0, 0], [4, 0]], [[4, 0], [0, 4], [-4, 0], [0, -4]]],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {
                    "type": "Polygon",
                    "id": "001",
                    "arcs": [[0, 1]],
                    "properties": {"name": "Squareland"},
                },
                {"type": None, "id": "002", "properties": {"name": "Nowhere"}},
                {
                    "type": "MultiPolygon",
                    "arcs": [[[~1, ~0]]],
                    "properties": {"name": "Codeless"},
                },
            ],
        }
    },
}


@pytest.fixture
def shapes(tmp_path):
    path = tmp_path / "countries.json"
    path.write_text(json.dumps(TOPOLOGY))
    return read_shapes(path)


def test_arcs_are_joined_and_scaled(shapes):
    assert shapes["001"] == {
        "type": "MultiPolygon",
        "coordinates": [[[(-10, 0), (-8, 0), (-8, 2), (-10, 2), (-10, 0)]]],
    }


def test_a_reversed_arc_gives_the_same_outline_wound_alike(shapes):
    ring = shapes["Codeless"]["coordinates"][0][0]
    assert set(ring) == {(-10, 0), (-8, 0), (-8, 2), (-10, 2)}
    doubled = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring))
    assert doubled < 0


def test_a_country_without_geometry_is_left_out(shapes):
    assert "002" not in shapes


@pytest.mark.parametrize(
    ("lons", "expected"),
    [
        ((10.0, 20.0), (10.0, 20.0)),
        ((177.0, -178.0), (177.0, -178.0)),
        ((-61.0, 55.0), (-61.0, 55.0)),
    ],
)
def test_extent_does_not_span_the_world_across_the_antimeridian(lons, expected):
    polygons = [
        [[(lon, 0.0), (lon + 0.5, 0.0), (lon + 0.5, 1.0), (lon, 0.0)]] for lon in lons
    ]
    west, _, east, _ = bounding_box({"coordinates": polygons})
    assert (west, east) == (expected[0], expected[1] + 0.5)
