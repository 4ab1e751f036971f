"""The word lists in the data folder."""

import pytest

from placemap.detection.vocabulary import CALENDAR, name_list, word_list
from placemap.text import fold


@pytest.mark.parametrize("name", ["common_words", "given_names", "surnames"])
def test_word_lists_are_folded_single_words(name):
    words = word_list(name)
    assert len(words) > 500
    assert all(word and word == fold(word) and " " not in word for word in words)


def test_other_names_may_have_several_words():
    names = name_list("other_names")
    assert "red cross" in names
    assert all(name == fold(name) for name in names)


@pytest.mark.parametrize("word", ["of", "said", "reading", "nice", "mobile", "most"])
def test_notorious_words_are_common(word):
    assert word in word_list("common_words")


@pytest.mark.parametrize("country", ["china", "turkey", "jordan", "chile", "france"])
def test_countries_are_not_common_words(country):
    assert country not in word_list("common_words")
    assert country not in CALENDAR
