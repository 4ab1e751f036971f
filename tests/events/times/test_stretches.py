from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.times.clock import Clock, month_days
from placemap.events.times.stretches import (
    last_season,
    last_weekend,
    season_days,
    share_of,
)

PARTS = (
    "first week of",
    "last week of",
    "second half of",
    "third quarter of",
    "end of",
)
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("published", "saturday"),
    [
        (date(2023, 9, 20), date(2023, 9, 16)),
        (date(2023, 9, 17), date(2023, 9, 16)),
        (date(2023, 9, 16), date(2023, 9, 16)),
    ],
)
def test_the_weekend_is_the_one_last_begun(published, saturday):
    first, last = last_weekend(Clock(published))
    assert (first, (last - first).days) == (saturday, 1)


def test_without_a_publication_day_weekend_and_season_are_unknown():
    assert last_weekend(Clock(None)) is None
    assert last_season("summer", Clock(None)) is None


@pytest.mark.parametrize(
    ("season", "published", "first"),
    [
        ("spring", date(2023, 9, 20), date(2023, 3, 1)),
        ("summer", date(2023, 3, 1), date(2022, 6, 1)),
        ("winter", date(2023, 9, 20), date(2022, 12, 1)),
    ],
)
def test_a_season_without_a_year_is_the_one_last_begun(season, published, first):
    assert last_season(season, Clock(published))[0] == first


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("the first half of", 1, 15),
        ("the last week of", 25, 31),
        ("the third week of", 15, 21),
        ("the beginning of", 1, 11),
    ],
)
def test_parts_of_a_month(part, first, last):
    days = share_of(month_days(2023, 8), part)
    assert [day.day for day in days] == [first, last]


def test_parts_of_a_year_are_whole_months():
    year = date(2021, 1, 1), date(2021, 12, 31)
    assert share_of(year, "third quarter of") == (date(2021, 7, 1), date(2021, 9, 30))
    assert share_of(year, "second half of") == (date(2021, 7, 1), date(2021, 12, 31))


@given(DAYS, st.sampled_from(PARTS))
def test_a_part_lies_within_its_month(day, part):
    whole = month_days(day.year, day.month)
    first, last = share_of(whole, part)
    assert whole[0] <= first <= last <= whole[1]


@given(st.sampled_from(["spring", "summer", "autumn", "fall", "winter"]), DAYS)
def test_a_season_has_three_months(season, day):
    first, last = season_days(season, day.year)
    assert 89 <= (last - first).days <= 91
