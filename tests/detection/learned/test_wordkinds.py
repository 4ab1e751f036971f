"""What is known of single words."""

import pytest

from placemap.detection.learned.wordkinds import (
    NO_GIVEN_NAME,
    NO_SURNAME,
    NO_WORD,
    kind_of,
)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("river", "x"),
        ("River", "Xx"),
        ("McDonald", "XxX"),
        ("A", "X"),
        ("EU", "XX"),
        ("NATO", "XXX"),
        ("27", "9"),
        ("27th", "9x"),
        ("iPhone", "xX"),
    ],
)
def test_shape_tells_capitals_letters_and_digits(word, shape):
    assert kind_of(word).shape == shape


def test_numbers_are_known_by_their_length():
    assert kind_of("1998").key == kind_of("2024").key == "#4"


def test_kinds_name_the_lists_a_word_is_in():
    assert "s" in kind_of("Street").kinds
    assert "t" in kind_of("Mayor").kinds
    assert kind_of("Qarabulaqovo").kinds == "-"
    assert kind_of("qarabulaqovo").kinds == "_"


def test_frequent_names_of_people_rank_before_rare_ones():
    assert kind_of("Smith").surname < kind_of("Abernathy").surname < NO_SURNAME
    assert kind_of("Mary").given < NO_GIVEN_NAME
    assert kind_of("Qarabulaqovo").surname == NO_SURNAME


def test_words_that_are_mostly_written_small_are_ordinary():
    assert kind_of("Said").is_ordinary
    assert not kind_of("Lincoln").is_ordinary


def test_there_is_a_word_for_none():
    assert not NO_WORD.key
    assert not NO_WORD.is_capital
