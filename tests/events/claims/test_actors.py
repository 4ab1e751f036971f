from __future__ import annotations

import pytest

from placemap.events.claims.actors import head_word, names_actor, names_text
from placemap.events.words import split_words


def words_of(text):
    return split_words(text, 0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "the defence ministry",
        "Norland's defence ministry",
        "Maria Reva",
        "local officials",
        "some witnesses",
        "two police officers",
        "a seismologist at the institute",
        "the head of the mission Toma Reva",
        "his family",
        "doctors there",
        "rights groups",
        "he",
    ],
)
def test_persons_bodies_and_offices_are_actors(text):
    assert names_actor(words_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "the need for an immediate ceasefire",
        "each time",
        "No",
        "its troops had taken the hill and",
        "earlier in the week one of the cars",
        "after Reva",
        "who",
        "growing fear",
        "what the minister",
    ],
)
def test_other_phrases_are_none(text):
    assert not names_actor(words_of(text))


@pytest.mark.parametrize(
    ("text", "is_actor"),
    [("Tehran", True), ("Critics", True), ("Claims", False), ("Several", False)],
)
def test_the_capital_of_a_first_word_proves_nothing(text, is_actor):
    assert names_actor(words_of(text), opens_sentence=True) is is_actor


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Toma Reva, a spokesman", "Reva"),
        ("two officials in the north", "officials"),
        ("Norland's ministry of health", "ministry"),
    ],
)
def test_the_head_is_the_last_word_before_what_follows(text, head):
    assert head_word(words_of(text)).text == head


def test_what_is_written_speaks_for_somebody_else():
    assert names_text(words_of("the joint statement"))
    assert not names_text(words_of("the ministry"))
