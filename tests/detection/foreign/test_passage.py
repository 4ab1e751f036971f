"""The words of a text in any language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Span
from placemap.detection.foreign.grammar import grammar_of
from placemap.detection.foreign.passage import Passage


def words(text, language="xx"):
    passage = Passage(text, grammar_of(language))
    return [passage.word(index) for index in range(len(passage))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "l'Arménie, d'Alep", ["Arménie", "Alep"]),
        ("fr", "aujourd'hui", ["aujourd'hui"]),
        ("it", "dell’Ucraina", ["Ucraina"]),
        ("tr", "Ankara'da İzmir’e", ["Ankara", "İzmir"]),
        ("uk", "Слов'янськ", ["Слов'янськ"]),
        ("en", "Land's End", ["Land's", "End"]),
    ],
)
def test_apostrophes_part_words_where_the_language_does_so(language, text, expected):
    assert words(text, language) == expected


def test_what_an_apostrophe_parts_off_can_be_asked_for():
    passage = Passage("Ankara'dan geldi", grammar_of("tr"))
    assert passage.tail(0) == "dan"
    assert passage.tail(1) == passage.tail(5) == passage.tail(-1) == ""


def test_offsets_are_those_of_the_text():
    text = "À l'Est de l'Arménie"
    passage = Passage(text, grammar_of("fr"))
    assert len(passage.plain) == len(text)
    for index in range(len(passage)):
        start, end = passage.starts[index], passage.ends[index]
        assert text[start:end] == passage.word(index)


def test_words_are_found_by_span():
    passage = Passage("в Нижнем Новгороде", grammar_of("ru"))
    span = Span(2, 18)
    assert (passage.first_word(span), passage.last_word(span)) == (1, 2)


@pytest.mark.parametrize(
    ("text", "capital", "small"),
    [
        ("Москва", True, False),
        ("москва", False, True),
        ("თბილისი", False, False),
        ("القاهرة", False, False),
    ],
)
def test_scripts_without_capitals_are_neither_capital_nor_small(text, capital, small):
    passage = Passage(text, grammar_of("xx"))
    assert (passage.is_capital(0), passage.is_small(0)) == (capital, small)


def test_sentences_are_opened_by_their_first_word():
    passage = Passage("Дождь. Ветер стих.", grammar_of("ru"))
    assert [passage.opens_sentence(index) for index in range(3)] == [True, True, False]


def test_words_that_are_not_there_are_empty():
    passage = Passage("Дождь", grammar_of("ru"))
    for index in (-1, 1, 7):
        assert passage.word(index) == passage.key(index) == passage.gap(index) == ""
        assert not passage.joined(index)


@given(st.text())
def test_blanking_keeps_the_length(text):
    for language in ("fr", "tr"):
        assert len(Passage(text, grammar_of(language)).plain) == len(text)
