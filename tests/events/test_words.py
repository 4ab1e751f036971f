from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.words import (
    is_participle,
    lemma,
    noun_forms,
    split_words,
    verb_form,
    verb_lemmas,
)


@given(st.text(max_size=200))
def test_words_keep_their_offsets_and_do_not_overlap(text):
    words = split_words(text, 0, len(text))
    assert [text[w.start : w.end] for w in words] == [w.text for w in words]
    assert all(a.end <= b.start for a, b in pairwise(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. troops", ["U.S.", "troops"]),
        ("Chad’s army", ["Chad", "’s", "army"]),
        ("some 3,000 people", ["some", "3,000", "people"]),
        ("anti-riot police", ["anti-riot", "police"]),
        ("Ta'iz, again", ["Ta'iz", ",", "again"]),
    ],
)
def test_words_are_cut_as_news_is_written(text, expected):
    assert [w.text for w in split_words(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("shot", "shoot"), ("gone", "go"), ("fled", "flee"), ("strikes", "strike")],
)
def test_irregular_forms_have_their_lemma(word, expected):
    assert lemma(word) == expected


def test_a_gerund_is_a_noun_of_its_own_and_a_form_of_its_verb():
    assert noun_forms("bombings") == ("bombings", "bombing")
    assert "build" in verb_lemmas("building")


@pytest.mark.parametrize(
    ("word", "form"), [("hundred", "base"), ("crossing", "ing"), ("morning", "base")]
)
def test_words_that_only_look_like_verb_forms_are_not(word, form):
    assert verb_form(word) == form


def test_a_past_tense_is_not_a_participle():
    assert not is_participle("began")
    assert is_participle("begun")
