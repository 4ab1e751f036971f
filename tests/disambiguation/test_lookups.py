"""Under which names a mention is looked up."""

import pytest

from placemap.disambiguation.lookups import find_options
from placemap.gazetteer import open_gazetteer


@pytest.fixture(scope="module")
def world():
    return open_gazetteer()


def find(world, name):
    return find_options(world, name, world.candidates(name))


def test_long_lists_are_asked_for_in_full(world):
    assert len(world.candidates("Springfield")) == 10
    whole = [one for one in find(world, "Springfield") if one.match == "whole"]
    assert len(whole) > 10


@pytest.mark.parametrize(
    ("name", "written_out"),
    [("Mt. Vernon", "Mount Vernon"), ("Ft. Myers", "Fort Myers")],
)
def test_abbreviated_words_are_written_out(world, name, written_out):
    expected = {one.place.id for one in world.candidates(written_out)}
    assert expected <= {one.candidate.place.id for one in find(world, name)}


def test_county_is_found_under_its_bare_name(world):
    found = {one.candidate.place.name: one.match for one in find(world, "Clarke")}
    assert found["Clarke County"] == "expanded"


def test_each_place_is_given_once(world):
    ids = [one.candidate.place.id for one in find(world, "Washington")]
    assert len(ids) == len(set(ids))


def test_unknown_name_leads_to_its_longest_known_part(world):
    options = find(world, "Nairobi Juggling Festival")
    assert {one.match for one in options} == {"part"}
    assert options[0].candidate.place.name == "Nairobi"


@pytest.mark.parametrize("name", ["Qwertzham", "Royal Street", "the of", "", "..."])
def test_nothing_known_gives_nothing(world, name):
    assert find(world, name) == ()
