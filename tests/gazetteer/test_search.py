import pytest

from placemap.core import Candidate
from placemap.gazetteer.search import distance_km, is_among, look_around, narrow


def candidates(world):
    return [Candidate(place=place, score=1.0) for place in world.places()]


def ids(places):
    return [place.id for place in places]


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ({}, {"t:big", "t:small", "t:region"}),
        ({"countries": ["AA"]}, {"t:big"}),
        ({"countries": ["AA", "BB"]}, {"t:big", "t:small"}),
        ({"kinds": ["P"]}, {"t:big", "t:small"}),
        ({"kinds": ["L.RGN"]}, {"t:region"}),
        ({"kinds": ["P.PPLC"]}, set()),
        ({"kinds": ["P", "L"], "countries": ["BB"]}, {"t:small"}),
    ],
)
def test_candidates_of_the_countries_and_kinds_are_kept(small_world, options, kept):
    assert {c.place.id for c in narrow(candidates(small_world), **options)} == kept
    assert {p.id for p in small_world.places() if is_among(p, **options)} == kept


def test_without_a_point_the_order_stays(small_world):
    given = candidates(small_world)
    assert narrow(given) == given
    assert narrow(given[::-1]) == given[::-1]


def test_with_a_point_the_nearest_comes_first(small_world):
    found = narrow(candidates(small_world), kinds=["P"], near=(-60, -33))
    assert ids(c.place for c in found) == ["t:small", "t:big"]


def test_distance_crosses_the_antimeridian(small_world):
    place = small_world.place("t:big")
    assert distance_km(place, (1.0, 2.0)) == pytest.approx(111.2, abs=0.1)
    assert distance_km(place, (-179.0, -1.0)) == pytest.approx(20015, abs=1)


def test_a_point_has_settlements_near_it_and_areas_around_it(small_world):
    found = look_around(small_world, (1.5, 0.5))
    assert ids(found.nearest) == ["t:big", "t:small"]
    assert ids(found.within) == ["t:region"]
    assert ids(look_around(small_world, (1.5, 0.5), limit=1).nearest) == ["t:big"]


@pytest.mark.parametrize("point", [(0.0, 1.0), (2.0, 2.0)])
def test_the_border_belongs_to_an_area(small_world, point):
    assert ids(look_around(small_world, point).within) == ["t:region"]


def test_outside_of_all_areas_there_are_still_settlements(small_world):
    found = look_around(small_world, (170.0, 80.0))
    assert found.within == ()
    assert len(found.nearest) == 2
