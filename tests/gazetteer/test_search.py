import pytest

import placemap
from placemap.core import Candidate
from placemap.gazetteer.compiled.compiler import PlaceRecord
from placemap.gazetteer.search import (
    Outlines,
    distance_km,
    is_among,
    look_around,
    narrow,
)


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


def areas(found):
    return [(area.place.id, area.basis) for area in found.within]


def test_a_point_has_settlements_near_it_and_areas_around_it(small_world):
    found = look_around(small_world, (1.5, 0.5))
    assert ids(found.nearest) == ["t:big", "t:small"]
    assert areas(found) == [("t:region", "outline")]
    assert ids(look_around(small_world, (1.5, 0.5), limit=1).nearest) == ["t:big"]


@pytest.mark.parametrize("point", [(0.0, 1.0), (2.0, 2.0)])
def test_the_border_belongs_to_an_area(small_world, point):
    assert areas(look_around(small_world, point)) == [("t:region", "outline")]


def test_outside_of_all_areas_there_are_still_settlements(small_world):
    found = look_around(small_world, (170.0, 80.0))
    assert found.within == ()
    assert len(found.nearest) == 2


def box(west, south, east, north):
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def area(place_id, kind, name, **fields):
    return PlaceRecord(
        id=place_id,
        kind=kind,
        spellings={name: "official"},
        **{"lon_deg": 0.5, "lat_deg": 0.5, "radius_m": 50_000.0, **fields},
    )


def two_lands(**fields):
    """Land A west of 0.0 and land B east of it, drawn a little wrong, and a town."""
    return [
        area("t:a", "A.PCLI", "Aland", country="AA", shape=box(-9, -9, 0.1, 9),
             references=["iso:AA"], radius_m=800_000.0),
        area("t:b", "A.PCLI", "Beland", country="BB", shape=box(0.1, -9, 9, 9),
             references=["iso:BB"], radius_m=700_000.0, lon_deg=5.0),
        area("t:b1", "A.ADM1", "Border", country="BB"),
        area("t:b2", "A.ADM2", "Bank", country="BB", admin1="Border", radius_m=9.0),
        area("t:elsewhere", "A.ADM2", "Bank", country="BB", admin1="Other"),
        area("t:town", "P.PPL", "Bridge", country="BB", admin1="Border", admin2="Bank",
             lon_deg=0.05, lat_deg=0.0, radius_m=2000.0, population=9, **fields),
    ]  # fmt: skip


def test_a_settlement_tells_the_divisions_that_have_no_outline(build):
    found = look_around(build(two_lands()), (0.15, 0.0))
    assert areas(found) == [
        ("t:b2", "nearest settlement"),
        ("t:b1", "nearest settlement"),
        ("t:b", "outline"),
    ]


def test_within_a_town_its_country_goes_before_a_coarse_outline(build):
    found = look_around(build(two_lands()), (0.05, 0.001))
    assert areas(found)[-1] == ("t:b", "nearest settlement")
    assert "t:a" not in dict(areas(found))


def test_outside_of_towns_the_outline_tells_the_country(build):
    found = look_around(build(two_lands()), (0.05, 0.1))
    assert areas(found) == [("t:a", "outline")]


def test_in_contested_areas_both_countries_are_told(build):
    rows = two_lands()
    rows[2].disputed = True
    found = look_around(build(rows), (0.05, 0.001))
    assert {("t:a", "outline"), ("t:b", "nearest settlement")} <= set(areas(found))


def test_a_distant_settlement_tells_nothing_of_a_point_at_sea(build):
    assert areas(look_around(build(two_lands()), (0.05, 20.0))) == []


@pytest.mark.parametrize("lon_deg", [180.0, -180.0, 179.5, -179.5])
def test_outlines_that_run_beyond_the_antimeridian_hold_points_there(build, lon_deg):
    isles = area("t:isles", "T.ISLS", "Isles", shape=box(178, -2, 182, 2))
    assert areas(look_around(build([isles]), (lon_deg, 0.0)))


def test_a_former_country_stands_beside_that_of_today(build):
    rows = [*two_lands(), area("t:old", "A.PCLH", "Oldland", shape=box(-9, -9, 9, 9))]
    found = look_around(build(rows), (0.05, 0.001))
    assert {("t:old", "outline"), ("t:b", "nearest settlement")} <= set(areas(found))


def test_settlements_beyond_a_distance_are_left_out():
    world = placemap.open_gazetteer()
    near = look_around(world, (46.75, 39.83), limit=50, farthest_km=10).nearest
    assert near
    assert all(distance_km(place, (46.75, 39.83)) <= 10 for place in near)
    assert look_around(world, (-30.0, 0.0), farthest_km=10).nearest == ()


def test_outlines_read_once_give_the_same_answers():
    world = placemap.open_gazetteer()
    outlines = Outlines(world)
    for point in ((46.75, 39.83), (179.9, -16.5), (-179.9, -16.5), (0.0, 90.0)):
        assert look_around(world, point, outlines=outlines) == look_around(world, point)
