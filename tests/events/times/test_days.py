"""What days each kind of time expression means, counted from one publication day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.times.clock import Clock
from placemap.events.times.days import patterns_for

PUBLISHED = date(2024, 3, 14)  # a Thursday


def read(text, view="open", published=PUBLISHED):
    for pattern, reader in patterns_for(text):
        match = pattern.search(text)
        if match:
            return reader(match, Clock(published, view))
    return None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-03-01", (2024, 3, 1), (2024, 3, 1)),
        ("14/02/2024", (2024, 2, 14), (2024, 2, 14)),
        ("02.01.2024", (2024, 1, 2), (2024, 1, 2)),
        ("02/01/2024", (2024, 1, 1), (2024, 12, 31)),
        ("7 JUL 89", (1989, 7, 7), (1989, 7, 7)),
        ("5 Mar 2023", (2023, 3, 5), (2023, 3, 5)),
        ("5 May last year", (2023, 5, 5), (2023, 5, 5)),
        ("from January to March 2021", (2021, 1, 1), (2021, 3, 31)),
        ("from November to February 2021", (2020, 11, 1), (2021, 2, 28)),
        ("in January and February", (2024, 1, 1), (2024, 2, 29)),
        ("the first half of February", (2024, 2, 1), (2024, 2, 14)),
        ("the third quarter of 2021", (2021, 7, 1), (2021, 9, 30)),
        ("the end of last month", (2024, 2, 20), (2024, 2, 29)),
        ("the summer of 2022", (2022, 6, 1), (2022, 8, 31)),
        ("last spring", (2023, 3, 1), (2023, 5, 31)),
        ("this winter", (2023, 12, 1), (2024, 2, 29)),
        ("over the weekend", (2024, 3, 9), (2024, 3, 10)),
        ("in recent weeks", (2024, 2, 15), (2024, 3, 14)),
        ("in the past few days", (2024, 3, 9), (2024, 3, 14)),
        ("in the last 48 hours", (2024, 3, 12), (2024, 3, 14)),
        ("a fortnight ago", (2024, 2, 26), (2024, 3, 3)),
        ("two decades ago", (2002, 1, 1), (2006, 12, 31)),
        ("on the 19th", (2024, 2, 19), (2024, 2, 19)),
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
