from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Span
from placemap.events.times.anchoring import find_relative
from placemap.events.times.dates import find_dates

PUBLISHED = date(2024, 5, 9)  # a Thursday


def last_of(text, published=PUBLISHED):
    """Return the last expression of the last sentence."""
    start = text.rfind(". ", 0, -1) + 1
    found = find_dates(text, Span(start, len(text)), published=published, view="back")
    return (found[-1].text, found[-1].edtf) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It hit on Monday. The following day it left.",
         ("The following day", "2024-05-07")),
        ("It hit on Monday; the next morning it left.",
         ("the next morning", "2024-05-07")),
        ("It hit on 2 May. Two days later it left.", ("Two days later", "2024-05-04")),
        ("It hit on 2 May. A fortnight earlier it came.",
         ("A fortnight earlier", "2024-04-15/2024-04-21")),
        ("It hit on 2 May. The day before it came.", ("The day before", "2024-05-01")),
        ("It hit on 2 May. That evening it left.", ("That evening", "2024-05-02")),
        ("It hit on 2 May; hours later it left.",
         ("hours later", "2024-05-02/2024-05-03")),
        ("It hit on Monday. A day later it left, and that same night it came back.",
         ("that same night", "2024-05-07")),
    ],
)  # fmt: skip
def test_they_count_from_the_day_told_before(text, expected):
    assert last_of(text) == expected


def test_what_goes_back_counts_from_publication_where_no_day_is_told():
    assert last_of("It hit two days earlier.") == ("two days earlier", "2024-05-07")
    assert last_of("It hit the day before.") == (
        "the day before",
        "2024-05-07/2024-05-08",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The next day it left.",
        "It hit last year. The next day it left.",
        "It left two days before the vote.",
        "It will leave over the next day or two.",
    ],
)
def test_without_a_day_to_count_from_they_are_no_time(text):
    found = last_of(text)
    assert found is None or "day" not in found[0]


def test_a_day_far_back_in_the_text_does_not_count():
    text = "It hit on 2 May. " + "It was quiet then. " * 40 + "The next day it left."
    assert last_of(text) is None


def test_no_publication_date_is_needed():
    text = "It hit on 2 October 2022. Two days later it left."
    assert last_of(text, published=None) == ("Two days later", "2022-10-04")


@given(st.integers(1, 300))
def test_any_count_of_days_is_read(count):
    text = f"{count} days later"
    (found,) = find_relative(text, Span(0, len(text)))
    assert (found.low, found.high, found.is_back) == (count, count, False)
