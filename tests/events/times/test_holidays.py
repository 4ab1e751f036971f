from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Span
from placemap.events.times.dates import find_dates
from placemap.events.times.holidays import easter, islamic_day

PUBLISHED = date(2024, 11, 20)


def days_of(text, view="open", published=PUBLISHED):
    found = find_dates(text, Span(0, len(text)), published=published, view=view)
    return [(d.text, d.edtf) for d in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned on Christmas Day.", ("Christmas Day", "2023-12-25")),
        ("It burned on New Year’s Eve.", ("New Year’s Eve", "2023-12-31")),
        ("It burned on Boxing Day 2021.", ("Boxing Day 2021", "2021-12-26")),
        ("It burned on Good Friday.", ("Good Friday", "2024-03-29")),
        ("It burned on Easter Monday.", ("Easter Monday", "2024-04-01")),
        ("It burned on Whit Monday last year.",
         ("Whit Monday last year", "2023-05-29")),
        ("It burned over Easter.", ("over Easter", "2024-03-29/2024-04-01")),
        ("It burned during Eid.", ("during Eid", "2024-06-16/2024-06-18")),
        ("It burned on Eid al-Fitr.", ("Eid al-Fitr", "2024-04-09/2024-04-11")),
    ],
)  # fmt: skip
def test_a_feast_is_the_last_one_up_to_publication(text, expected):
    assert days_of(text) == [expected]


def test_a_feast_ahead_is_the_next_one():
    assert days_of("They march on Christmas Day.", "ahead") == [
        ("Christmas Day", "2024-12-25")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It burned ahead of Christmas Day.",
        "A Christmas market burned.",
        "9/11 changed us.",
    ],
)
def test_what_only_names_a_feast_is_no_time(text):
    assert not days_of(text)


def test_a_feast_without_any_year_has_no_days():
    (found,) = find_dates("on May Day", Span(0, 10), published=None)
    assert found.first is None


@pytest.mark.parametrize(
    "day", [date(1818, 3, 22), date(2000, 4, 23), date(2019, 4, 21), date(2038, 4, 25)]
)
def test_easter_is_when_the_churches_keep_it(day):
    assert easter(day.year) == day


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year):
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.integers(1, 1600), st.integers(1, 12))
def test_islamic_months_have_29_or_30_days(year, month):
    follows = (year, month + 1) if month < 12 else (year + 1, 1)
    length = islamic_day(*follows, 1) - islamic_day(year, month, 1)
    assert timedelta(days=29) <= length <= timedelta(days=30)
