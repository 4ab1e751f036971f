from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.people.persons import counts_people, is_one_person, is_person


@pytest.mark.parametrize(
    "noun", ["pilgrims", "fishermen", "bikers", "florists", "nuns", "civilian",
             "19-year-old", "brothers", "guests", "iraqis", "mayor"],
)  # fmt: skip
def test_persons_are_known_by_list_or_ending(noun):
    assert is_person(noun)
    assert counts_people(noun)


@pytest.mark.parametrize(
    "noun", ["houses", "tankers", "rivers", "sheep", "cows", "shelter", "december", ""]
)
def test_things_and_animals_are_none(noun):
    assert not is_person(noun)


def test_the_dead_are_counted_without_being_a_person():
    assert counts_people("dead")
    assert not is_person("dead")


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("mayor", True), ("mayors", False), ("police", False), ("women", False)],
)
def test_one_person_is_told_from_many(noun, expected):
    assert is_one_person(noun) is expected


@given(st.text(max_size=30))
def test_any_word_may_be_asked_for(noun):
    assert isinstance(is_person(noun.lower()), bool)
