from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.sphere import circle, distance_m


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((0, 0), (1, 0), 111.195),
        ((2.3522, 48.8566), (-0.1276, 51.5072), 343.6),
        ((179.5, 0), (-179.5, 0), 111.195),
    ],
)
def test_distances_are_great_circles(a, b, km):
    assert distance_m(*a, *b) / 1000 == pytest.approx(km, rel=0.002)


@given(st.floats(-180, 180), st.floats(-80, 80), st.floats(100, 500_000))
def test_every_corner_lies_at_the_radius(lon, lat, radius):
    ring = circle(lon, lat, radius)["coordinates"][0]
    assert ring[0] == ring[-1]
    for corner in ring:
        assert distance_m(lon, lat, *corner) == pytest.approx(radius, rel=0.01, abs=3)


def test_the_ring_runs_counter_clockwise():
    ring = circle(10, 10, 1000)["coordinates"][0]
    doubled = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring))
    assert doubled < 0
