from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.times.edtf import date_precision, to_edtf


@given(st.dates(min_value=date(1500, 1, 1)), st.integers(min_value=0, max_value=40_000))
def test_every_range_has_a_text_and_a_precision(first, days):
    if (date.max - first).days < days:
        return
    last = first + timedelta(days=days)
    assert to_edtf(first, last)
    assert date_precision(first, last) in range(1, 6)


@pytest.mark.parametrize(
    ("days", "precision"), [(1, 1), (2, 2), (6, 2), (7, 3), (31, 4), (32, 5)]
)
def test_precision_follows_the_length(days, precision):
    first = date(2024, 1, 1)
    assert date_precision(first, first + timedelta(days=days - 1)) == precision


def test_unknown_days_have_neither():
    assert to_edtf(None, None) == ""
    assert date_precision(None, None) is None


def test_a_plain_range_names_both_days():
    assert to_edtf(date(2024, 2, 3), date(2024, 2, 5)) == "2024-02-03/2024-02-05"
