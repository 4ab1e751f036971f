import math
import random

import pytest

from placemap.gazetteer.sources.extents import Extents


@pytest.mark.parametrize(
    ("lon_deg", "lat_deg"), [(10.0, 45.0), (180.0, 0.0), (0.0, 80.0)]
)
def test_a_disc_full_of_points_gives_its_radius(lon_deg, lat_deg):
    source = random.Random(1)
    extents = Extents()
    for _ in range(4000):
        reach, angle = math.sqrt(source.random()), source.uniform(0, 2 * math.pi)
        lat = lat_deg + 0.5 * reach * math.sin(angle)
        lon = lon_deg + 0.5 * reach * math.cos(angle) / math.cos(math.radians(lat))
        extents.add("g", lon, lat)
    expected_m = 0.5 * 111_195
    assert extents.radius_m("g", lon_deg, lat_deg) == pytest.approx(
        expected_m, rel=0.05
    )


def test_a_point_off_the_middle_needs_a_wider_circle():
    extents = Extents()
    extents.add("g", 5.0, 5.0)
    assert extents.radius_m("g", 5.0, 6.0) == pytest.approx(111_195, rel=0.001)


def test_nothing_is_known_of_a_group_without_points():
    assert Extents().radius_m("g", 0.0, 0.0) == 0.0


def test_points_all_around_the_globe_have_no_middle():
    extents = Extents()
    for lon_deg in (0.0, 90.0, 180.0, -90.0):
        extents.add("g", lon_deg, 0.0)
    assert extents.radius_m("g", 0.0, 0.0) < 2 * 20_015_115
