import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box, shape
from shapely.geometry.polygon import LinearRing

from placemap.output.geometry import bounds, by_family, rfc7946


def polygon(*rings):
    return {"type": "Polygon", "coordinates": [list(ring) for ring in rings]}


def rectangle(west, south, east, north):
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def rings_of(geometry):
    is_multi = geometry["type"] == "MultiPolygon"
    return geometry["coordinates"] if is_multi else [geometry["coordinates"]]


def test_exterior_rings_turn_left_and_holes_right():
    shell, hole = rectangle(0, 0, 9, 9), rectangle(2, 2, 4, 4)
    for rings in ((shell, hole), (shell[::-1], hole[::-1]), (shell[::-1], hole)):
        made = rfc7946(polygon(*rings))
        outer, inner = (LinearRing(ring) for ring in made["coordinates"])
        assert outer.is_ccw
        assert not inner.is_ccw


def test_an_open_ring_is_closed():
    made = rfc7946(polygon(rectangle(0, 0, 1, 1)[:-1]))
    assert made["coordinates"][0][0] == made["coordinates"][0][-1]


def test_positions_have_two_dimensions_and_six_decimals():
    made = rfc7946({"type": "Point", "coordinates": (1.23456789, -0.00000001, 512.0)})
    assert made == {"type": "Point", "coordinates": [1.234568, 0.0]}
    assert math.copysign(1, made["coordinates"][1]) == 1


@pytest.mark.parametrize(
    "ring",
    [
        rectangle(177, -20, 182, -16),  # on past 180
        [[177, -20], [-178, -20], [-178, -16], [177, -16], [177, -20]],  # jumping
        rectangle(-183, -20, -178, -16),  # from the other side
    ],
)
def test_an_area_across_the_antimeridian_is_cut_in_two(ring):
    made = rfc7946(polygon(ring))
    assert made["type"] == "MultiPolygon"
    parts = sorted(shape(polygon(*rings)).bounds for rings in rings_of(made))
    assert parts == [(-180, -20, -178, -16), (177, -20, 180, -16)]
    assert shape(made).area == pytest.approx(20)
    assert all(LinearRing(rings[0]).is_ccw for rings in rings_of(made))


def test_a_hole_is_cut_with_its_area():
    hole = [[179, -19], [-179, -19], [-179, -17], [179, -17], [179, -19]]
    made = rfc7946(polygon(rectangle(177, -20, 182, -16), hole))
    assert shape(made).area == pytest.approx(20 - 4)


@pytest.mark.parametrize("lat", [60, -60])
def test_an_area_round_a_pole_is_closed_over_it(lat):
    ring = [[lon, lat] for lon in (-120, 0, 120, -120)]
    made = rfc7946(polygon(ring))
    assert shape(made).is_valid
    assert shape(made).area == pytest.approx(360 * 30)
    south, north = sorted((lat, math.copysign(90, lat)))
    assert shape(made).bounds == (-180, south, 180, north)


def test_the_whole_width_of_the_earth_is_left_alone():
    ring = rectangle(-180, 60, 180, 90)
    assert shape(rfc7946(polygon(ring))).equals(box(-180, 60, 180, 90))


def test_a_line_across_the_antimeridian_is_cut_where_it_crosses():
    made = rfc7946({"type": "LineString", "coordinates": [[179, 0], [-179, 2]]})
    assert made == {
        "type": "MultiLineString",
        "coordinates": [[[179, 0], [180, 1]], [[-180, 1], [-179, 2]]],
    }


def test_a_collection_is_made_to_fit_member_by_member():
    inside = {"type": "Point", "coordinates": [200, 0]}
    nowhere = {"type": "Point", "coordinates": [0, 91]}
    made = rfc7946({"type": "GeometryCollection", "geometries": [inside, nowhere]})
    assert made["geometries"] == [{"type": "Point", "coordinates": [-160, 0]}]


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Point", "coordinates": []},
        {"type": "Point", "coordinates": [math.nan, 0]},
        {"type": "Point", "coordinates": [0, math.inf]},
        {"type": "Point", "coordinates": [0, 90.5]},
        {"type": "LineString", "coordinates": [[0, 0]]},
        {"type": "Polygon", "coordinates": []},
        {"type": "MultiPolygon", "coordinates": []},
        {"type": "GeometryCollection", "geometries": []},
    ],
)
def test_what_cannot_be_drawn_is_no_geometry(geometry):
    assert rfc7946(geometry) is None


LONGITUDES = st.floats(-200, 200)
POSITIONS = st.tuples(LONGITUDES, st.floats(-90, 90)).map(list)


@given(st.lists(POSITIONS, min_size=3, max_size=8))
def test_any_ring_ends_up_on_the_map_and_left_turning(ring):
    made = rfc7946(polygon(ring))
    if made is None:  # the ring had no area on either side of the antimeridian
        return
    for shell, *_ in rings_of(made):
        assert shell[0] == shell[-1]
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in shell)


@given(st.lists(POSITIONS, min_size=2, max_size=8))
def test_any_line_keeps_within_the_map(path):
    made = rfc7946({"type": "LineString", "coordinates": path})
    assert made is None or box(-180, -90, 180, 90).covers(shape(made))


def test_bounds_take_the_short_way_round():
    def at(lon):
        return {"type": "Point", "coordinates": [lon, lon / 10]}

    assert bounds([at(10), at(-20)]) == [-20, -2.0, 10, 1.0]
    assert bounds([at(177), at(-178)]) == [177, -17.8, -178, 17.7]
    assert bounds([at(-90), at(0), at(90)]) == [-90, -9.0, 90, 9.0]
    assert bounds([at(5)]) == [5, 0.5, 5, 0.5]
    assert bounds([]) is None


def test_bounds_of_a_cut_area_cross_the_antimeridian():
    made = rfc7946(polygon(rectangle(177, -20, 182, -16)))
    assert bounds([made]) == [177, -20, -178, -16]


def test_a_mixed_geometry_is_sorted_by_family():
    point = {"type": "Point", "coordinates": [1, 2]}
    line = {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}
    collection = {"type": "GeometryCollection", "geometries": [point, line, point]}
    assert by_family(collection) == {
        "Point": {"type": "MultiPoint", "coordinates": [[1, 2], [1, 2]]},
        "LineString": line,
    }


def test_a_step_of_more_than_once_around_is_the_short_way_too():
    line = {"type": "LineString", "coordinates": [[-165, 0], [198, 1]]}
    assert rfc7946(line) == {
        "type": "LineString", "coordinates": [[-165.0, 0.0], [-162.0, 1.0]]
    }  # fmt: skip


@pytest.mark.parametrize(
    "ring",
    [
        [[5, 5], [5, 5], [5, 5], [5, 5]],
        [[5, 5], [6, 6], [7, 7], [5, 5]],
        [[5, 5], [5, 5.0000001], [5.0000001, 5], [5, 5]],
    ],
)
def test_a_ring_around_nothing_is_no_area(ring):
    assert rfc7946({"type": "Polygon", "coordinates": [ring]}) is None
    square = [[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]]
    kept = rfc7946({"type": "Polygon", "coordinates": [square, ring]})
    assert kept["coordinates"] == [square]


@pytest.mark.parametrize("lon", [0, 179.9, -180])
def test_a_tiny_area_far_off_turns_as_it_should(lon):
    step = 2e-6
    ring = [[lon, 89], [lon, 89 + step], [lon + step, 89 + step], [lon, 89]]
    (shell,) = rfc7946({"type": "Polygon", "coordinates": [ring]})["coordinates"]
    assert LinearRing(shell).is_ccw
