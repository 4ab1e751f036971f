import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.gazetteer.curated.mending import mend


def ring(*points):
    return [list(point) for point in (*points, points[0])]


def test_what_crosses_the_antimeridian_is_cut_there():
    outer = ring((170, 0), (-170, 0), (-170, 10), (170, 10))
    shape = mend({"type": "Polygon", "coordinates": [outer]})
    assert shape.area == pytest.approx(200)
    west, _, east, _ = shape.bounds
    assert (west, east) == (-180, 180)
    assert not shape.intersects(mend({"type": "Point", "coordinates": [0, 5]}))


def test_a_ring_that_crosses_itself_becomes_valid():
    bow = ring((0, 0), (2, 2), (2, 0), (0, 2))
    shape = mend({"type": "MultiPolygon", "coordinates": [[bow]]})
    assert shape.is_valid
    assert shape.area > 0


def test_holes_stay():
    outer = ring((0, 0), (4, 0), (4, 4), (0, 4))
    hole = ring((1, 1), (1, 3), (3, 3), (3, 1))
    assert mend({"type": "Polygon", "coordinates": [outer, hole]}).area == 12


def test_a_ring_around_a_pole_is_left_as_it_is():
    cap = ring((-180, -90), (-180, -70), (0, -70), (179, -70), (179, -90))
    shape = mend({"type": "Polygon", "coordinates": [cap]})
    assert shape.bounds[0] == -180
    assert shape.is_valid


def test_lines_and_points_pass_through():
    line = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}
    assert mend(line).length == pytest.approx(2**0.5)


@given(
    lon=st.floats(-180, 179),
    width=st.floats(1, 60),
    lat=st.floats(-80, 60),
    height=st.floats(1, 20),
)
def test_a_box_keeps_its_area_wherever_it_lies(lon, width, lat, height):
    east = lon + width - (360 if lon + width > 180 else 0)
    outer = ring((lon, lat), (east, lat), (east, lat + height), (lon, lat + height))
    shape = mend({"type": "Polygon", "coordinates": [outer]})
    assert shape.is_valid
    assert shape.area == pytest.approx(width * height, rel=1e-6)
    assert -180 <= shape.bounds[0] <= shape.bounds[2] <= 180
