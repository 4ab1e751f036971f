import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.gazetteer.compiled.nearby import rows_by_distance
from placemap.sphere import distance_m

UNIT = 100
LON = st.integers(-180 * UNIT, 180 * UNIT)
LAT = st.integers(-90 * UNIT, 90 * UNIT)
POINT = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def rows(places, point, is_wanted=lambda row: True):
    lons, lats = [p[0] for p in places], [p[1] for p in places]
    return list(rows_by_distance(lons, lats, point, unit=UNIT, is_wanted=is_wanted))


@given(st.lists(st.tuples(LON, LAT), max_size=30), POINT)
def test_every_place_comes_once_and_nearest_first(places, point):
    expected = sorted(
        (distance_m(lon / UNIT, lat / UNIT, *point), row)
        for row, (lon, lat) in enumerate(places)
    )
    assert rows(places, point) == expected


@pytest.mark.parametrize(
    ("point", "nearest"),
    [((-179.9, 0.0), 0), ((0.0, 90.0), 1), ((77.0, -90.0), 2), ((1.0, 1.0), 3)],
)
def test_the_antimeridian_and_the_poles_need_no_care(point, nearest):
    places = [(17990, 0), (-12000, 8900), (5000, -8000), (0, 0)]
    assert rows(places, point)[0][1] == nearest


def test_unwanted_rows_are_left_out():
    found = rows([(0, 0), (1, 0), (2, 0)], (0, 0), lambda row: row != 1)
    assert [row for _, row in found] == [0, 2]
