from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Span
from placemap.events.times.dates import find_dates

PUBLISHED = date(2024, 3, 14)  # a Thursday


def found_in(text, published=PUBLISHED, *, view="open"):
    return find_dates(text, Span(0, len(text)), published=published, view=view)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("today", "2024-03-14"),
        ("yesterday", "2024-03-13"),
        ("overnight", "2024-03-13/2024-03-14"),
        ("on Tuesday", "2024-03-12"),
        ("late on Thursday night", "2024-03-14"),
        ("last Thursday", "2024-03-07"),
        ("next Monday", "2024-03-18"),
        ("three days ago", "2024-03-11"),
        ("last week", "2024-03-04/2024-03-10"),
        ("earlier this month", "2024-03-01/2024-03-14"),
        ("last month", "2024-02"),
        ("last year", "2023"),
        ("12 March", "2024-03-12"),
        ("March 12", "2024-03-12"),
        ("Sept. 9", "2023-09-09"),
        ("19 September 2021", "2021-09-19"),
        ("the 3rd of March", "2024-03-03"),
        ("between 3 and 5 March", "2024-03-03/2024-03-05"),
        ("2024-02-29", "2024-02-29"),
        ("on the 9th", "2024-03-09"),
        ("in December", "2023-12"),
        ("since December", "2023-12/.."),
        ("in May 2015", "2015-05"),
        ("in 2020", "2020"),
        ("late 2020", "2020-09/2020-12"),
        ("the early 1990s", "1990/1993"),
        ("the 1980s", "198X"),
        ("from 2011 to 2014", "2011/2014"),
        ("on the eve of the vote", "2024-03-13/2024-03-14"),
        ("ten years ago", "2014"),
        ("three years ago this week", "2021-03-11/2021-03-17"),
        ("two years ago today", "2022-03-14"),
        ("on Thursday last week", "2024-03-07"),
        ("on Friday of last week", "2024-03-08"),
        ("on 10/3", "2024-03-10"),
        ("on 28/2", "2024-02-28"),
        ("Mar. 12: shelling", "2024-03-12"),
        ("on the morning of the 9th", "2024-03-09"),
        ("on this day in 1972", "1972-03-14"),
        ("in the nineteenth century", "1801/1900"),
        ("over the summer", "2023-06/2023-08"),
        ("in the autumn", "2023-09/2023-11"),
        ("over the past two days", "2024-03-12/2024-03-14"),
    ],
)
def test_expressions_become_days(text, edtf):
    assert [d.edtf for d in found_in(text)] == [edtf]


@pytest.mark.parametrize(
    "text", ["on Tuesday", "last week", "12 March", "two days ago"]
)
def test_without_a_publication_date_relative_expressions_have_no_days(text):
    (found,) = found_in(text, published=None)
    assert (found.edtf, found.first, found.last) == ("", None, None)


def test_absolute_dates_need_no_publication_date():
    assert found_in("4 May 1998", published=None)[0].first == date(1998, 5, 4)


def test_a_weekday_ahead_is_the_next_one():
    assert found_in("on Tuesday", view="ahead")[0].edtf == "2024-03-19"


@pytest.mark.parametrize(
    "text",
    [
        "They may go.",
        "a march of 12 km",
        "30 February 2024x",
        "room 1408",
        "on the 19th floor",
        "since 9/11",
        "in Spring, Texas",
    ],
)
def test_what_is_no_date_gives_no_days(text):
    assert all(d.first is None for d in found_in(text))


def test_a_year_before_a_noun_belongs_to_that_noun():
    assert found_in("the 2020 ceasefire")[0].use == "modifier"
    assert found_in("in 2020 they met")[0].use == ""


@given(
    st.text(
        alphabet="0123456789 MayJuneof-to,ondays agolstweek", min_size=1, max_size=60
    )
)
def test_any_text_gives_ordered_expressions_with_ordered_days(text):
    found = found_in(text)
    assert found == sorted(found, key=lambda d: d.span)
    assert all(d.first <= d.last for d in found if d.first and d.last)


def test_since_always_looks_back():
    assert found_in("since April")[0].edtf == "2023-04/.."


def test_a_lag_counts_from_the_day_the_sentence_is_about():
    text = "They answered on Tuesday, two days after missiles hit the port."
    (day, lag) = found_in(text)
    assert (day.edtf, lag.edtf, lag.use) == ("2024-03-12", "2024-03-10", "lag")
