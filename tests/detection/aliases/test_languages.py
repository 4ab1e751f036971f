"""Words that name languages."""

import pytest

from placemap.detection.aliases.languages import (
    is_language_before_name,
    is_language_word,
    is_shortened_language,
)


@pytest.mark.parametrize("word", ["Polish", "Zulu", "Georgian", "Maltese", "Māori"])
def test_languages_are_told_even_before_a_name(word):
    assert is_language_word(word)
    assert is_language_before_name(word)


@pytest.mark.parametrize("word", ["San", "Berlin", "Oran", "Old", "Fish"])
def test_what_only_ends_like_a_language_is_none_before_a_name(word):
    assert not is_language_before_name(word)


@pytest.mark.parametrize(("word", "is_one"), [("Hung", True), ("St", False)])
def test_shortened_languages_are_listed(word, is_one):
    assert is_shortened_language(word) is is_one
