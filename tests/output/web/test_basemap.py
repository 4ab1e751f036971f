from itertools import pairwise
from statistics import median

import pytest

from placemap.output.names.countries import alpha2_of
from placemap.output.web.basemap import disputed_boundaries, make_basemap

EVERYWHERE = [(x, y) for x in range(-180, 180, 4) for y in range(-50, 70, 4)]
KARABAKH = [(46.75, 39.82), (46.5, 39.6)]


def points(layer, arc):
    x, y = 0, 0
    for dx, dy in zip(arc[::2], arc[1::2], strict=True):
        x, y = x + dx, y + dy
        yield (
            x * layer["scale"][0] + layer["translate"][0],
            y * layer["scale"][1] + layer["translate"][1],
        )


def ring_points(layer, ring):
    found = []
    for index in ring:
        arc = list(points(layer, layer["arcs"][index if index >= 0 else ~index]))
        found += (arc if index >= 0 else arc[::-1])[bool(found) :]
    return found


def country(layer, name):
    return next(c for c in layer["countries"] if c["name"] == name)


@pytest.fixture(scope="module")
def basemap():
    return make_basemap(KARABAKH)


def test_without_positions_there_is_the_world_only():
    basemap = make_basemap([])
    assert basemap["near"] is None
    assert len(basemap["far"]["countries"]) == 177


def test_rings_close(basemap):
    for layer in (basemap["far"], basemap["near"]):
        for shape in layer["countries"]:
            for ring in (ring for polygon in shape["polygons"] for ring in polygon):
                drawn = ring_points(layer, ring)
                assert drawn[0] == pytest.approx(drawn[-1])
                assert len(drawn) >= 4


def test_shapes_are_where_the_countries_are(basemap):
    [[outer, *_], *_] = country(basemap["far"], "Armenia")["polygons"]
    lons, lats = zip(*ring_points(basemap["far"], outer), strict=True)
    assert min(lons) == pytest.approx(43.6, abs=0.2)
    assert max(lats) == pytest.approx(41.2, abs=0.2)


def test_near_layer_holds_the_neighbourhood_by_iso_number(basemap):
    codes = {shape["code"] for shape in basemap["near"]["countries"]}
    assert {"051", "031", "364", "268"} <= codes
    assert "076" not in codes


def test_detail_is_near_the_events_and_thins_out_far_away(basemap):
    near = basemap["near"]

    def spacing(west, east):
        steps = [
            abs(x1 - x0) + abs(y1 - y0)
            for arc in near["arcs"]
            for (x0, y0), (x1, y1) in pairwise(points(near, arc))
            if west <= x0 <= east
        ]
        return median(steps)

    assert spacing(44, 50) < 0.1
    assert spacing(90, 170) > 0.3


def test_a_line_two_countries_share_is_there_once(basemap):
    near = basemap["near"]
    kinds = near["kinds"]
    assert len(kinds) == len(near["arcs"])
    uses = [0] * len(kinds)
    for shape in near["countries"]:
        arcs = {a if a >= 0 else ~a for p in shape["polygons"] for r in p for a in r}
        for arc in arcs:
            uses[arc] += 1
    assert max(uses) > 1
    assert all(kinds[arc] != "0" for arc, n in enumerate(uses) if n > 1)


def test_borders_of_what_iso_does_not_list_are_told_apart():
    near = make_basemap([(44.06, 9.56)])["near"]
    territory = country(near, "Somaliland")
    assert territory["code"] == ""
    own = {a if a >= 0 else ~a for p in territory["polygons"] for r in p for a in r}
    assert {near["kinds"][arc] for arc in own} == {"0", "2"}


def test_a_country_asked_for_by_number_is_there_however_far():
    near = make_basemap(KARABAKH, codes=["076"])["near"]
    assert country(near, "Brazil")["code"] == "076"


def test_a_map_of_a_country_alone_is_detailed_all_over_it():
    basemap = make_basemap([], codes=["400"])
    assert [30, 30, 44] in basemap["detail"]
    assert {"Amman", "Jerusalem"} <= {name for name, *_ in basemap["towns"]}
    border = country(basemap["near"], "Jordan")["polygons"][0][0]
    assert len(ring_points(basemap["near"], border)) > 150


def test_of_too_many_countries_none_is_detailed_all_over():
    every = [shape["code"] for shape in make_basemap([])["far"]["countries"]]
    basemap = make_basemap([], codes=every)
    assert basemap["detail"] == make_basemap([], codes=["xxx"])["detail"]
    assert sum(len(arc) for arc in basemap["near"]["arcs"]) / 2 < 60_000


def test_what_has_one_number_is_one_country():
    near = make_basemap([(122.0, -14.0)])["near"]
    [australia] = (shape for shape in near["countries"] if shape["code"] == "036")
    assert australia["name"] == "Australia"


def test_events_across_the_date_line_stay_in_one_neighbourhood():
    near = make_basemap([(179.3, -16.4), (-179.9, -16.8)])["near"]
    elsewhere = make_basemap([(-140.0, -40.0)])["near"]
    names = [{shape["name"] for shape in one["countries"]} for one in (near, elsewhere)]
    assert names[0] - names[1] == {"Fiji", "Tonga", "Wallis and Futuna Is."}


def test_events_all_over_the_world_give_a_coarser_layer():
    near = make_basemap(EVERYWHERE)["near"]
    assert sum(len(arc) for arc in near["arcs"]) / 2 < 90_000


def test_what_is_only_welcome_gives_way_to_what_is_needed():
    asked = make_basemap(KARABAKH)["near"]
    crowded = make_basemap(KARABAKH, also=EVERYWHERE)["near"]
    assert crowded == asked


def test_each_disputed_stretch_lies_between_two_countries_and_within_a_box():
    for one, other, west, south, east, north in disputed_boundaries():
        assert alpha2_of(one)
        assert alpha2_of(other)
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90


def test_countries_have_the_code_browsers_know_their_names_by(basemap):
    codes = {shape["name"]: shape["iso"] for shape in basemap["far"]["countries"]}
    assert codes["Armenia"] == "AM"
    assert codes["Somaliland"] == ""


def test_strips_tell_where_the_near_layer_has_every_point():
    detail = make_basemap([(10.5, 50.5)])["detail"]
    nowhere = make_basemap([(-140.0, -40.0)])["detail"]
    assert [strip for strip in detail if strip not in nowhere] == [
        [south, 6, 15] for south in range(46, 55)
    ]


def test_a_strip_over_the_date_line_is_in_two_parts():
    detail = make_basemap([(179.5, 0.5)])["detail"]
    assert [0, -180, -176] in detail
    assert [0, 175, 180] in detail


@pytest.mark.parametrize(
    ("name", "box", "least"),
    [
        ("Palestine", (34.2, 31.2, 34.6, 31.6), 8),
        ("Palestine", (34.8, 31.3, 35.6, 32.6), 40),
        ("Kosovo", (20.0, 41.8, 21.8, 43.3), 60),
        ("N. Cyprus", (32.7, 35.0, 34.6, 35.8), 25),
    ],
)
def test_small_disputed_areas_are_detailed_wherever_the_events_are(name, box, least):
    west, south, east, north = box
    near = make_basemap([(-70.0, -30.0)])["near"]
    rings = [ring for polygon in country(near, name)["polygons"] for ring in polygon]
    within = [
        point
        for ring in rings
        for point in ring_points(near, ring)
        if west <= point[0] <= east and south <= point[1] <= north
    ]
    assert len(within) >= least


def test_what_the_near_layer_encloses_is_in_it():
    assert country(make_basemap([(78.5, 35.5)])["near"], "Siachen Glacier")


def test_small_disputed_areas_cost_little():
    layer = make_basemap([(-140.0, -40.0)])["near"]
    assert sum(len(arc) for arc in layer["arcs"]) / 2 < 10_000


def test_areas_that_the_map_names_itself_are_left_out():
    areas = make_basemap(KARABAKH)["areas"]
    named = make_basemap(KARABAKH, named=["curated:nagorno-karabakh"])["areas"]
    names = [{area["names"]["en"] for area in some} for some in (areas, named)]
    assert names[0] - names[1] == {"Nagorno-Karabakh"}


def test_nothing_is_detailed_without_positions():
    assert make_basemap([])["detail"] == []
