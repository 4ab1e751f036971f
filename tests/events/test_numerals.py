from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.numerals import is_numeral, parse_number


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_separators_are_read_back(number):
    assert parse_number(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five", 25),
        ("a hundred and six", 106),
        ("two thousand", 2000),
        ("half-dozen", 6),
        ("dozens", 24),
        ("ten", 10),
    ],
)
def test_words_are_read(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "blue", "the", "12th", "9" * 40])
def test_what_is_no_number_is_none(text):
    assert parse_number(text) is None


def test_an_article_is_not_a_numeral():
    assert not is_numeral("a")
    assert is_numeral("dozens")
