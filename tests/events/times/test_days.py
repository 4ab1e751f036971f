"""What days each kind of time expression means, counted from one publication day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.times.clock import Clock
from placemap.events.times.days import PATTERNS

PUBLISHED = date(2024, 3, 14)  # a Thursday


def read(text, view="open", published=PUBLISHED):
    for pattern, reader in PATTERNS:
        match = pattern.search(text)
        if match:
            return reader(match, Clock(published, view))
    return None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-03-01", (2024, 3, 1), (2024, 3, 1)),
        ("between 3 and 5 March", (2024, 3, 3), (2024, 3, 5)),
        ("March 3-5", (2024, 3, 3), (2024, 3, 5)),
        ("12 May 2019", (2019, 5, 12), (2019, 5, 12)),
        ("late March 2020", (2020, 3, 21), (2020, 3, 31)),
        ("in February", (2024, 2, 1), (2024, 2, 29)),
        ("the early 1990s", (1990, 1, 1), (1993, 12, 31)),
        ("the 1979-89 war", (1979, 1, 1), (1989, 12, 31)),
        ("from 2014 to 2019", (2014, 1, 1), (2019, 12, 31)),
        ("overnight", (2024, 3, 13), (2024, 3, 14)),
        ("on the eve of the vote", (2024, 3, 13), (2024, 3, 14)),
        ("last Tuesday", (2024, 3, 12), (2024, 3, 12)),
        ("three days ago", (2024, 3, 11), (2024, 3, 11)),
        ("two months ago", (2024, 1, 1), (2024, 1, 31)),
        ("twenty-eight years after", (1996, 1, 1), (1996, 12, 31)),
        ("over the past two weeks", (2024, 2, 29), (2024, 3, 14)),
        ("earlier this month", (2024, 3, 1), (2024, 3, 14)),
        ("next week", (2024, 3, 18), (2024, 3, 24)),
        ("on the 9th", (2024, 3, 9), (2024, 3, 9)),
    ],
)
def test_an_expression_means_these_days(text, first, last):
    assert read(text) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "text", ["IN THE LAST YEAR", "EARLIER THIS MONTH", "A WEEK AGO"]
)
def test_capitals_mean_the_same(text):
    assert read(text) == read(text.lower())


@pytest.mark.parametrize(
    "text", ["31 February", "on the 31st", "three days before the vote"]
)
def test_what_is_no_known_day_has_none(text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["on Tuesday", "yesterday", "a week ago", "in March"])
def test_relative_days_need_a_publication_day(text):
    assert read(text, published=None) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["back", "ahead"]))
def test_looking_back_and_ahead_meet_at_publication(published, view):
    for text in ("on Friday", "5 June"):
        first, last = read(text, view, published)
        assert first == last
        assert (first <= published) if view == "back" else (first >= published)
