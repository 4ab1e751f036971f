"""What a geocoder is asked for."""

import pytest
from geopy.exc import GeocoderQueryError

import placemap
from placemap.gazetteer.queries import Query

WORLD = placemap.open_gazetteer()


def ids(query, **options):
    return [one.place.id for one in Query.read(query).candidates(WORLD, **options)]


def test_the_longest_name_is_tried_first():
    names = [reading.name for reading in Query.read("A, B , ,C").readings]
    assert names == ["A, B, C", "A, B", "A"]


@pytest.mark.parametrize("query", [None, float("nan"), "", " , ", {}, {"city": None}])
def test_nothing_is_asked_for_by_nothing(query):
    assert Query.read(query) is None


def test_unknown_parts_are_refused_and_the_known_ones_told():
    with pytest.raises(GeocoderQueryError, match="expected only name, city"):
        Query.read({"strasse": "x"})


def test_a_limit_ends_the_list_only_where_nothing_narrows_it():
    assert len(ids("Springfield", limit=2)) == 2
    assert len(ids("Springfield, Illinois", limit=2)) == 1


def test_the_meaning_of_the_region_that_holds_a_place_counts():
    assert ids("Savannah, Georgia")[0] == "geonames:4221552"
    assert ids("Rustavi, Georgia")[0] == "geonames:612287"


def test_a_place_does_not_lie_in_itself():
    assert "geonames:614540" not in ids("Georgia, Georgia")
