"""What shows that a name nobody knows is a place's."""

import pytest

from placemap.core import Span
from placemap.detection.aliases.names import Skeleton
from placemap.detection.aliases.placehood import (
    is_built_like_place,
    is_place_name,
    is_taken,
    is_told_to_be_place,
    stands_as_place,
)


def span_of(text, name):
    return Span(text.index(name), text.index(name) + len(name))


@pytest.mark.parametrize(
    "name",
    [
        "Fort Arda",
        "Tell Arda",
        "Qal'at Arda",
        "Ardagrad",
        "Ardaabad",
        "Ustardinsk",
        "Novo-Arda",
        "Arda Castle",
        "San Ardo",
    ],
)
def test_name_is_built_like_a_places(name):
    assert is_built_like_place(span_of(name, name), Skeleton(name, []))


@pytest.mark.parametrize("name", ["Arda", "Okoro", "Great Arda", "Arda Star", "Tall"])
def test_other_names_are_not(name):
    assert not is_built_like_place(span_of(name, name), Skeleton(name, []))


@pytest.mark.parametrize(
    ("text", "is_state"),
    [
        ("Republic of Arda", True),
        ("Arda Islands", True),
        ("State Board of Arda", False),
        ("Arda", False),
    ],
)
def test_names_of_states_are_places(text, is_state):
    assert is_place_name(span_of(text, text), Skeleton(text, [])) == is_state


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled Arda.",
        "They left Arda.",
        "villagers of Arda",
        "He came from Arda.",
        "They returned to Arda.",
    ],
)
def test_what_is_done_to_places_shows_one(text):
    assert is_taken(span_of(text, "Arda"), text)
    assert stands_as_place(span_of(text, "Arda"), text)


@pytest.mark.parametrize("text", ["He met Arda.", "It is from Arda.", "Arda shelled"])
def test_what_is_done_to_anybody_shows_none(text):
    assert not is_taken(span_of(text, "Arda"), text)


@pytest.mark.parametrize(
    "text",
    [
        "Arda, or Berda, a village in the hills, fell.",
        "the town of Arda, or Berda, fell.",
        "Arda, or Berda, lies on the coast.",
        "Arda, or Berda, was shelled.",
        "Arda and Berda are used for the village.",
        "Arda (Berda) has no bridge.",
    ],
)
def test_text_says_what_kind_of_place_it_is(text):
    spans = span_of(text, "Arda"), span_of(text, "Berda")
    assert is_told_to_be_place(*spans, text)


def test_text_may_say_nothing_of_the_kind():
    text = "Arda, or Berda, has a son."
    assert not is_told_to_be_place(span_of(text, "Arda"), span_of(text, "Berda"), text)
