"""The tables of the languages: well-formed, and read right."""

from importlib.resources import files

import pytest

from placemap.detection.foreign.grammar import UNSPACED, Grammar, grammar_of
from placemap.text import fold

NOT_LANGUAGES = {"function_words", "letters"}
FOLDER = files("placemap.detection").joinpath("data", "languages")
LANGUAGES = sorted(
    path.name.removesuffix(".toml")
    for path in FOLDER.iterdir()
    if path.name.endswith(".toml")
    and path.name.removesuffix(".toml") not in NOT_LANGUAGES
)


def test_the_promised_languages_have_tables():
    promised = "ru uk az hy ka tr ar he fr es de zh fa el pl ja".split()
    assert set(promised) <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_lists_words_that_are_places_too(language):
    assert grammar_of(language).common


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one not in UNSPACED])
def test_every_language_that_parts_words_knows_kinds_of_places_and_people(language):
    grammar = grammar_of(language)
    assert grammar.nouns
    assert grammar.given or language == "ko"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_folded_as_texts_are(language):
    grammar = grammar_of(language)
    for words in (grammar.common, grammar.never, grammar.nouns, grammar.before):
        assert all(fold(word) == word for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_ending_stands_for_itself(language):
    for ending, names in grammar_of(language).endings.items():
        assert ending
        assert ending not in names


@pytest.mark.parametrize("language", LANGUAGES)
def test_endings_that_say_where_are_endings_or_follow_an_apostrophe(language):
    grammar = grammar_of(language)
    assert grammar.where <= (grammar.endings.keys() | grammar.clitics.keys())


@pytest.mark.parametrize("language", ["xx", "", "../en", "a/b", "und"])
def test_a_language_without_a_file_has_empty_tables(language):
    assert grammar_of(language) == Grammar(language=language)
