import pytest

from placemap.core import Place
from placemap.geocoding.local import LocalGeocoder
from placemap.protocols import Geocoder
from placemap.sphere import distance_m

LINE = {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}


class Shapes:
    def shape(self, place_id):
        return LINE if place_id == "x:corridor" else None


def place(place_id="x:1", kind="P.PPL", radius_m=2000.0):
    return Place(
        id=place_id, name="X", lon_deg=30.0, lat_deg=50.0, kind=kind, radius_m=radius_m
    )


@pytest.fixture
def geocoder():
    return LocalGeocoder(Shapes())


def test_it_is_a_geocoder(geocoder):
    assert isinstance(geocoder, Geocoder)


def test_a_town_is_a_point_with_its_radius_as_uncertainty(geocoder):
    location = geocoder.locate(place())
    assert location.geometry == {"type": "Point", "coordinates": [30.0, 50.0]}
    assert location.uncertainty_m == 2000.0


def test_a_known_course_is_drawn_as_such(geocoder):
    assert geocoder.locate(place("x:corridor", "L.AREA")).geometry == LINE


@pytest.mark.parametrize("kind", ["A.ADM2", "L.RGN"])
def test_an_area_without_outline_is_a_circle_never_a_point(geocoder, kind):
    location = geocoder.locate(place(kind=kind, radius_m=40_000.0))
    assert location.geometry["type"] == "Polygon"
    ring = location.geometry["coordinates"][0]
    assert all(39_000 < distance_m(30, 50, *corner) < 41_000 for corner in ring)


def test_a_place_of_unknown_size_still_has_an_uncertainty(geocoder):
    assert geocoder.locate(place(kind="S.BDG", radius_m=0.0)).uncertainty_m > 0
