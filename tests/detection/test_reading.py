"""Words, sentences and capitals of a text."""

import pytest

from placemap.core import Span
from placemap.detection.reading import Reading, without_possessives


def test_possessives_are_blanked_in_place():
    text = "Moscow's and Kyiv’s, not St. Johns"
    plain = without_possessives(text)
    assert len(plain) == len(text)
    assert plain == "Moscow   and Kyiv  , not St. Johns"


def test_words_of_a_span_are_found_by_index():
    reading = Reading("In New York City, rain fell.")
    span = Span(3, 16)
    assert reading.first_word(span) == 1
    assert reading.last_word(span) == 3
    assert reading.key(2) == "york"
    assert reading.gap(3) == ", "


@pytest.mark.parametrize("index", [-1, 99])
def test_words_outside_the_text_are_empty(index):
    reading = Reading("One two.")
    assert (reading.word(index), reading.key(index)) == ("", "")
    assert not reading.is_capital(index)
    assert not reading.joined(index)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("St. Louis", True),
        ("J. Gray", True),
        ("New York", True),
        ("slept. Nobody", False),
        ("Leeds, London", False),
    ],
)
def test_full_stop_joins_only_abbreviations(text, expected):
    assert Reading(text).joined(0) is expected


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("RIVER RISES IN CITY CENTRE", "caps"),
        ("River Rises Again Above Bridges", "title"),
        ("The river rises again in the city.", "plain"),
        ("", "plain"),
    ],
)
def test_style_of_a_line(text, style):
    assert Reading(text).style(0) == style


def test_first_words_of_sentences_and_quotes_open_them():
    reading = Reading('Rain fell. Snow came. He said: "Ice too."')
    opening = [reading.word(i) for i in range(8) if reading.opens_sentence(i)]
    assert opening == ["Rain", "Snow", "He", "Ice"]


def test_sentence_around_an_offset():
    reading = Reading("Rain fell. Snow came.")
    assert reading.sentence_at(12) == Span(11, 21)
    assert Reading("").sentence_at(0) is None
