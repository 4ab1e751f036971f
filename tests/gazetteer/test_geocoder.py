"""The gazetteer behind the interface of geopy."""

import json

import geopy
import pandas as pd
import pytest
from geopy.exc import GeocoderQueryError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from hypothesis import example, given, settings
from hypothesis import strategies as st

import placemap
from placemap import GazetteerGeocoder

SHARED = GazetteerGeocoder()


@pytest.fixture
def geocoder():
    return SHARED


def ids(locations):
    return [location.raw["id"] for location in locations]


# -- geocode ------------------------------------------------------------------------


def test_it_is_a_geocoder_of_geopy_and_answers_with_its_locations(geocoder):
    assert isinstance(geocoder, Geocoder)
    location = geocoder.geocode("Lyon")
    assert isinstance(location, geopy.Location)
    assert location.address == "Lyon, Rhône, Auvergne-Rhône-Alpes, France"
    assert location.latitude == pytest.approx(45.75, abs=0.05)
    assert location.longitude == pytest.approx(4.85, abs=0.05)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("Springfield", "geonames:4409896"),
        ("Springfield, Illinois", "geonames:4250542"),
        ("Springfield, IL, USA", "geonames:4250542"),
        ("springfield , sangamon county", "geonames:4250542"),
        ("Washington, D.C.", "geonames:4140963"),
        ("Stepanakert, Azerbaijan", "geonames:146970"),
        ("Stepanakert, Nagorno-Karabakh", "geonames:146970"),
        ("Tbilisi, Georgia", "geonames:611717"),
        ("Atlanta, Georgia", "geonames:4180439"),
        ("Berlin, DE", "geonames:2950159"),
        ("Toulouse, fr", "geonames:2972315"),
        ({"city": "Springfield", "state": "Illinois"}, "geonames:4250542"),
        ({"name": "Springfield", "admin1": "MO", "country": "US"}, "geonames:4409896"),
        ({"city": "Berlin", "country_code": "de"}, "geonames:2950159"),
        ({"state": "Georgia", "country": "United States"}, "geonames:4197000"),
        ({"country": "Georgia"}, "geonames:614540"),
        ({"name": "Springfield, Illinois", "country": "USA"}, "geonames:4250542"),
        ({"city": "Lyon", "state": None, "country": float("nan")}, "geonames:2996944"),
    ],
    ids=str,
)
def test_a_name_may_say_in_what_the_place_lies(query, place, geocoder):
    assert geocoder.geocode(query).raw["id"] == place


@pytest.mark.parametrize(
    "query",
    [
        "Xyzzyville",
        "Lyon, Peru",
        "Paris, Xyzzyland",
        {"city": "Lyon", "country_code": "xx"},
        {"country": "Lyon"},
        {},
        {"city": ""},
        "",
        " , ",
        None,
        float("nan"),
        pd.NA,
        pd.NaT,
    ],
    ids=str,
)
def test_what_is_not_known_is_none_or_an_empty_list(query, geocoder):
    assert geocoder.geocode(query) is None
    assert geocoder.geocode(query, exactly_one=False) == []


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (17, "found int"),
        ([1.0, 2.0], "reverse"),
        ({"street": "Rue A", "postalcode": "1"}, "found postalcode, street"),
    ],
)
def test_what_is_no_query_is_refused(query, message, geocoder):
    with pytest.raises(GeocoderQueryError, match=message):
        geocoder.geocode(query)


def test_a_disputed_place_is_found_in_every_country_that_a_view_assigns_it_to(geocoder):
    place = geocoder.geocode("Sevastopol").raw
    assert place["disputed"]
    for country in {view["country"] for view in place["statuses"]}:
        assert geocoder.geocode(f"Sevastopol, {country}").raw["id"] == place["id"]


def test_all_places_of_a_name_come_best_known_first_and_ten_unless_told(geocoder):
    found = geocoder.geocode("Springfield", exactly_one=False)
    assert len(found) == 10
    assert found[0] == geocoder.geocode("Springfield")
    many = geocoder.geocode("Springfield", exactly_one=False, limit=30)
    assert len(many) == 30
    assert many[:10] == found
    assert len(set(ids(many))) == 30


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_of_nothing_is_refused(limit, geocoder):
    with pytest.raises(ValueError, match="limit of at least 1"):
        geocoder.geocode("Lyon", exactly_one=False, limit=limit)


@pytest.mark.parametrize("codes", ["au", "AU,nz", ["au"], ("NZ", "AU")])
def test_countries_may_be_told(codes, geocoder):
    found = geocoder.geocode("Victoria", exactly_one=False, country_codes=codes)
    assert {one.raw["country"] for one in found} <= {"AU", "NZ"}
    assert found


SEYCHELLES = [(-10, 40), (0, 60)]


def test_what_lies_in_the_viewbox_goes_first(geocoder):
    found = geocoder.geocode("Victoria", exactly_one=False, viewbox=SEYCHELLES)
    assert found[0].raw["country"] == "SC"
    assert len(found) == 10


def test_what_lies_outside_is_left_out_when_bounded(geocoder):
    box = [geopy.Point(0, 60), "-10, 40"]
    found = geocoder.geocode("Victoria", exactly_one=False, viewbox=box, bounded=True)
    assert [one.raw["country"] for one in found] == ["SC"]
    assert geocoder.geocode("Lyon", viewbox=box, bounded=True) is None


@pytest.mark.parametrize(
    "viewbox", [[(1, 2)], "here", [(1, 2), (3, 4), (5, 6)], [1, 2]]
)
def test_what_is_no_viewbox_is_refused(viewbox, geocoder):
    with pytest.raises(GeocoderQueryError, match="two corners"):
        geocoder.geocode("Lyon", viewbox=viewbox)


@pytest.mark.parametrize(
    ("language", "address"),
    [
        (None, "Azerbaijan"),
        (False, "Azerbaijan"),
        ("az", "Azərbaycan"),
        ("xx,az;q=0.5", "Azərbaycan"),
        ("pt-BR", "Azerbaijão"),
        ("xx", "Azerbaijan"),
    ],
)
def test_the_address_is_in_the_language_asked_for(language, address, geocoder):
    assert geocoder.geocode("Azerbaijan", language=language).address == address
    town = geocoder.geocode("Gəncə, Azerbaijan", language=language)
    assert town.address.endswith(address)


def test_raw_holds_all_that_is_known_ready_for_json(geocoder):
    raw = geocoder.geocode("Stepanakert").raw
    assert json.loads(json.dumps(raw)) == raw
    assert (raw["id"], raw["kind"], raw["country"]) == (
        "geonames:146970",
        "P.PPLA",
        "AZ",
    )
    assert raw["disputed"]
    assert raw["score"] == 1.0
    assert raw["uncertainty_m"] > 0
    users = {name["text"]: name["used_by"] for name in raw["names"]}
    assert users["Stepanakert"] == "Armenians"
    assert users["Khankendi"] == "Azerbaijan"
    assert any("GeoNames" in line and "CC BY 4.0" in line for line in raw["licence"])
    assert raw["gazetteer"] == placemap.open_gazetteer().version


def test_a_name_in_other_letters_fits_less(geocoder):
    assert geocoder.geocode("STEPANAKERT").raw["score"] == 0.9


def test_a_box_has_four_sides(geocoder):
    west, south, east, north = geocoder.geocode("Gaza Strip").raw["bbox"]
    assert west < east
    assert south < north


# -- reverse ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "point", [(39.83, 46.75), "39.83, 46.75", geopy.Point(39.83, 46.75)]
)
def test_a_point_is_at_the_nearest_settlement(point, geocoder):
    location = geocoder.reverse(point)
    assert location.raw["id"] == "geonames:146970"
    assert 0 < location.raw["distance_km"] < 5


def test_settlements_come_nearest_first_then_areas(geocoder):
    found = geocoder.reverse((39.83, 46.75), exactly_one=False, limit=100)
    towns = [one for one in found if one.raw["kind"].startswith("P.")]
    assert found[: len(towns)] == towns
    distances = [one.raw["distance_km"] for one in towns]
    assert distances == sorted(distances)
    assert distances[-1] <= 25
    assert "geonames:587116" in ids(found[len(towns) :])


def test_far_from_any_settlement_it_is_the_area(geocoder):
    assert geocoder.reverse((43.0, 34.0), language="en").address == "Black Sea"


def test_in_the_middle_of_nowhere_there_is_nothing(geocoder):
    assert geocoder.reverse((0, -30)) is None
    assert geocoder.reverse((0, -30), exactly_one=False) == []


def test_no_more_are_told_than_asked_for(geocoder):
    assert len(geocoder.reverse((48.86, 2.35), exactly_one=False)) == 10
    assert len(geocoder.reverse((48.86, 2.35), exactly_one=False, limit=2)) == 2


@pytest.mark.parametrize("point", ["here", None, (1, 2, 3, 4, 5)])
def test_what_is_no_point_is_refused(point, geocoder):
    with pytest.raises((ValueError, TypeError)):
        geocoder.reverse(point)


# -- with the tools around geopy ----------------------------------------------------


def test_it_works_with_the_rate_limiter(geocoder):
    geocode = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    assert geocode("Lyon", language="de").raw["name"] == "Lyon"
    assert geocode("Xyzzyville") is None


def test_it_works_with_apply(geocoder):
    table = pd.DataFrame(
        {"name": ["Lyon", None, "Xyzzyville", "Springfield, Illinois"]}
    )
    geocode = RateLimiter(geocoder.geocode, min_delay_seconds=0)
    found = table["name"].apply(geocode)
    points = found.apply(lambda one: (one.longitude, one.latitude) if one else None)
    assert [one is None for one in points] == [False, True, True, False]
    assert found[3].address.endswith("Illinois, United States")


def test_rows_of_a_table_are_queries(geocoder):
    table = pd.DataFrame({"city": ["Lyon", "Springfield"], "state": [None, "Illinois"]})
    found = table.apply(lambda row: geocoder.geocode(row.to_dict()), axis=1)
    assert [one.raw["id"] for one in found] == ["geonames:2996944", "geonames:4250542"]


def test_a_timeout_is_taken_as_everywhere(geocoder):
    assert geocoder.geocode("Lyon", timeout=3).raw["name"] == "Lyon"
    assert geocoder.reverse((45.75, 4.85), timeout=3).raw["country"] == "FR"


def test_it_takes_a_gazetteer_of_ones_own(tmp_path):
    (tmp_path / "places.csv").write_text(
        "id,name,kind,lon_deg,lat_deg,country,admin1,admin2,population,radius_m,"
        "disputed,source\nown:1,Zumbala,P.PPL,3.5,42.5,FR,,,,2000,,me\n",
        encoding="utf-8",
    )
    own = GazetteerGeocoder(placemap.open_gazetteer(tmp_path))
    location = own.geocode("Zumbala, France")
    assert (location.raw["id"], location.longitude) == ("own:1", 3.5)
    assert location.raw["uncertainty_m"] == 2000
    assert own.reverse((42.5, 3.5)).raw["id"] == "own:1"
    assert own.geocode("Lyon").raw["country"] == "FR"


@given(st.text(max_size=30))
def test_no_text_does_more_than_not_be_found(text):
    location = SHARED.geocode(text)
    assert location is None or location.raw["id"]


@settings(max_examples=10)
@given(st.floats(-90, 90), st.floats(-180, 180))
@example(90.0, 0.0)
@example(-16.5, 180.0)
def test_every_point_on_the_earth_has_an_answer(lat, lon):
    geocoder = SHARED
    found = geocoder.reverse((lat, lon), exactly_one=False, limit=3)
    assert len(found) <= 3
