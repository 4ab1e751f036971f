"""Places must lie in their country, as far as its outline is known."""

from dataclasses import replace

import pytest

from placemap.core import Place
from placemap.gazetteer.curated.country_rules import country_problems, read_outlines
from placemap.gazetteer.curated.iso_codes import NUMERIC
from placemap.gazetteer.curated.tables import (
    Curated,
    PlaceRow,
    StatusRow,
    check_curated,
)
from placemap.output.web.assets import WEB


def square(west, south, east, north):
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "MultiPolygon", "coordinates": [[ring]]}


OUTLINES = {"AA": square(0, 0, 10, 10), "BB": square(10, 0, 20, 10)}
TOWN = PlaceRow(
    id="curated:town",
    name="Town",
    kind="P.PPL",
    lon_deg=5.0,
    lat_deg=5.0,
    country="AA",
    source="own",
    line=2,
)


def problems_of(*places, known=None, **rows):
    curated = Curated(places=places, **rows)
    return list(country_problems(curated, OUTLINES, known))


def test_a_town_in_its_country_is_fine():
    assert problems_of(TOWN) == []


def test_a_town_in_the_next_country_is_found_with_the_distance():
    (problem,) = problems_of(replace(TOWN, lon_deg=11.0))
    assert problem.startswith("places.csv line 2: curated:town lies at 11.0, 5.0")
    assert "111 km outside its country AA" in problem


@pytest.mark.parametrize(
    ("change", "fine"),
    [
        ({"lon_deg": -0.1}, True),  # a quay on a generalised coast
        ({"lon_deg": -1.0}, False),
        ({"lon_deg": -1.0, "kind": "T.ISL"}, True),
        ({"lon_deg": -1.0, "kind": "H.BAY"}, True),
        ({"lon_deg": 11.0, "kind": "T.ISL"}, False),  # on the land of another
        ({"lon_deg": -9.0, "kind": "T.ISL"}, False),
        ({"lon_deg": 11.0, "kind": "L.RGN", "radius_m": 200_000.0}, True),
        ({"lon_deg": 11.0, "kind": "P.PPL", "radius_m": 200_000.0}, False),
        ({"lon_deg": 11.0, "country": ""}, True),
        ({"lon_deg": 11.0, "country": "CC"}, True),  # nobody knows its outline
        ({"lon_deg": None, "lat_deg": None}, True),
        ({"lon_deg": 11.0, "disputed": True}, True),
    ],
)
def test_how_far_a_place_may_lie_outside(change, fine):
    assert bool(problems_of(replace(TOWN, **change))) is not fine


def test_what_has_views_may_lie_on_either_side():
    view = StatusRow(place="curated:town", view="BB", country="BB", source="own")
    assert problems_of(replace(TOWN, lon_deg=11.0), statuses=(view,)) == []


@pytest.mark.parametrize("has_shape", [True, False])
def test_what_lies_in_a_disputed_area_may_too(has_shape):
    area = replace(
        TOWN, id="curated:area", kind="L.RGN", lon_deg=11.0, radius_m=50_000.0,
        disputed=True,
    )  # fmt: skip
    outline = {"type": "Polygon", "coordinates": square(10, 4, 12, 6)["coordinates"][0]}
    features = {"curated:area": {"geometry": outline}} if has_shape else {}
    inside, outside = replace(TOWN, lon_deg=11.1), replace(TOWN, lon_deg=14.0)
    assert problems_of(area, inside, features=features) == []
    assert len(problems_of(area, outside, features=features)) == 1


def test_an_override_is_judged_by_the_country_of_what_it_overrides():
    row = replace(TOWN, id="geonames:1", country="", lon_deg=11.0)
    known = {"geonames:1": Place(id="geonames:1", name="Town", lon_deg=5.0,
                                 lat_deg=5.0, country="AA")}.get  # fmt: skip
    assert len(problems_of(row, known=known)) == 1
    assert problems_of(row, known=lambda _: None) == []


def test_the_check_of_a_folder_asks_for_it_when_it_has_outlines():
    curated = Curated(places=(replace(TOWN, lon_deg=11.0),))
    assert check_curated(curated) == []
    assert len(check_curated(curated, outlines=OUTLINES)) == 1


# -- the outlines of world-atlas ----------------------------------------------------


@pytest.fixture(scope="module")
def outlines():
    return read_outlines(WEB / "vendor/world-atlas/countries-10m.json")


def test_nearly_every_country_has_one(outlines):
    assert {"XK", "RU", "FJ", "VA", "GF", "TV"} <= set(outlines)
    assert len(set(NUMERIC) - set(outlines)) <= 3


@pytest.mark.parametrize(
    ("country", "lon_deg", "lat_deg", "fine"),
    [
        ("RU", -172.0, 65.0, True),  # Chukotka, across the antimeridian
        ("RU", 143.2, 66.5, True),
        ("FJ", 179.3, -16.6, True),
        ("CY", 33.36, 35.19, True),  # drawn apart: the north of Nicosia
        ("KZ", 63.34, 45.96, True),  # drawn apart: Baikonur
        ("FR", 2.35, 48.86, True),
        ("FR", -0.12, 51.5, False),
    ],
)
def test_places_lie_in_what_is_drawn(outlines, country, lon_deg, lat_deg, fine):
    row = replace(TOWN, country=country, lon_deg=lon_deg, lat_deg=lat_deg)
    assert bool([*country_problems(Curated(places=(row,)), outlines)]) is not fine
