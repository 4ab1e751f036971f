import numpy as np
import pytest

from placemap.output.web.atlas import open_atlas
from placemap.output.web.cells import distances, look_up, middles, runs


def test_the_middles_of_a_country_are_all_over_it_and_nowhere_else():
    found = middles(open_atlas("50m"), ["400"])
    assert (36.5, 31.5) in found
    assert all(34 < lon < 40 and 29 < lat < 34 for lon, lat in found)


def test_a_country_over_the_date_line_does_not_reach_round_the_world():
    lons = {lon for lon, _ in middles(open_atlas("50m"), ["242"])}
    assert min(lons) == -179.5
    assert max(lons) == 179.5
    assert not any(-170 < lon < 170 for lon in lons)


def test_no_country_has_no_cells():
    assert middles(open_atlas("50m"), []) == []


@pytest.mark.parametrize(
    ("position", "away"),
    [((-140.5, -40.5), 0), ((-136.5, -40.5), 0), ((-130.5, -41), 6)],
)
def test_distances_grow_with_the_degrees_from_the_focus(position, away):
    found = look_up(distances([(-140.5, -40.5)]), np.array([position]))
    assert found.tolist() == [away]


def test_runs_are_strips_of_a_row():
    cells = np.zeros((180, 360), dtype=bool)
    cells[100, 180:190] = cells[100, 359] = True
    assert runs(cells) == [[10, 0, 10], [10, 179, 180]]
