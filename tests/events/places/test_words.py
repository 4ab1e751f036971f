"""The word lists hold dictionary forms, so that lemmas find them."""

from __future__ import annotations

import pytest

from placemap.events.places import words as placewords
from placemap.events.words import PREPOSITIONS, lemma


def test_words_looked_up_by_lemma_are_lemmas():
    assert {word for word in placewords.STRIKING if lemma(word) != word} == set()


@pytest.mark.parametrize("word", ["km", "kilometres", "miles", "metres", "yards"])
def test_lengths_are_found_by_lemma(word):
    assert lemma(word) in placewords.LENGTHS


def test_prepositions_of_place_are_prepositions():
    words = placewords.LOCATIVE | placewords.NEAR_WORDS
    assert words - PREPOSITIONS <= {"close", "amid", "alongside"}


def test_sites_are_more_than_places():
    assert placewords.PLACE_NOUNS < placewords.SITE_NOUNS


def test_verbs_of_speech_do_not_strike():
    assert not placewords.STRIKING & {"say", "tell", "report", "support"}
