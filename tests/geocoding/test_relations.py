import pytest

from placemap.core import EventPlace, Location
from placemap.geocoding.relations import NEAR_M, locate_event_places


def location(lon, lat, geometry=None):
    return Location(
        lon_deg=lon,
        lat_deg=lat,
        uncertainty_m=2000.0,
        method="gazetteer point",
        geometry=geometry or {"type": "Point", "coordinates": [lon, lat]},
    )


LINE = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}


def square(west):
    ring = [[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]
    return location(west + 0.5, 0.5, {"type": "Polygon", "coordinates": [ring]})


LOCATIONS = {
    "x:left": square(0),
    "x:right": square(1),
    "x:far": square(9),
    "x:town": location(30.0, 50.0),
    "x:city": location(32.0, 50.0),
    "x:corridor": location(0.5, 0.5, LINE),
    "x:west": location(179.0, -17.0),
    "x:east": location(-179.0, -17.0),
}


def located(relation, *places, where_prec=1):
    asked = [
        EventPlace(
            toponym=f"t{place}", place=place, where_prec=where_prec, relation=relation
        )
        for place in places
    ]
    return [p.location for p in locate_event_places(asked, LOCATIONS)]


def test_near_a_town_is_a_circle_around_it():
    (near,) = located("near", "x:town")
    assert near.geometry["type"] == "Polygon"
    assert near.uncertainty_m == 2000.0 + NEAR_M
    assert near.method == "near: gazetteer point"


@pytest.mark.parametrize("relation", ["at", "in", "along", "from", "toward"])
def test_at_a_town_is_the_town(relation):
    assert located(relation, "x:town") == [LOCATIONS["x:town"]]


@pytest.mark.parametrize("relation", ["in", "at"])
@pytest.mark.parametrize("where_prec", [2, 3])
def test_in_the_area_or_district_of_a_town_is_around_it(where_prec, relation):
    (around,) = located(relation, "x:town", where_prec=where_prec)
    assert around == located("near", "x:town")[0]
    (line,) = located(relation, "x:corridor", where_prec=where_prec)
    assert line == LOCATIONS["x:corridor"]


def test_along_the_border_of_two_areas_is_what_they_share():
    first, second = located("along", "x:left", "x:right")
    assert first == second
    assert first.geometry == {"type": "LineString", "coordinates": [[1, 0], [1, 1]]}
    assert (first.lon_deg, first.lat_deg) == (1, 0.5)
    assert 50_000 < first.uncertainty_m < 60_000


@pytest.mark.parametrize("other", ["x:far", "x:town"])
def test_without_a_common_border_they_keep_their_own(other):
    found = located("along", "x:left", other)
    assert found == [LOCATIONS["x:left"], LOCATIONS[other]]


def test_near_a_line_keeps_the_line():
    (near,) = located("near", "x:corridor")
    assert near.geometry == LINE
    assert near.uncertainty_m > LOCATIONS["x:corridor"].uncertainty_m


def test_between_two_towns_is_the_line_that_joins_them():
    one, other = located("between", "x:town", "x:city")
    assert one == other
    assert one.geometry == {"type": "LineString", "coordinates": [[30, 50], [32, 50]]}
    assert (one.lon_deg, one.lat_deg) == (31.0, 50.0)
    assert 70_000 < one.uncertainty_m < 75_000


def test_between_takes_the_short_way_across_the_antimeridian():
    line, _ = located("between", "x:west", "x:east")
    assert line.geometry["coordinates"] == [[179.0, -17.0], [181.0, -17.0]]
    assert abs(line.lon_deg) == 180.0


def test_between_one_place_and_nothing_stays_at_the_place():
    assert located("between", "x:town") == [LOCATIONS["x:town"]]


def test_a_place_without_location_stays_without():
    assert located("near", "x:unknown") == [None]
    assert located("between", "x:town", "x:unknown")[1] is None
