from __future__ import annotations

from datetime import date

import pytest

from placemap.events.times.clock import Clock, month_days, part_of, safe_day

PUBLISHED = date(2024, 5, 2)


@pytest.mark.parametrize(
    ("view", "month", "day", "year"),
    [
        ("open", 5, 11, 2024),  # soon after publication: announced
        ("back", 5, 11, 2023),
        ("ahead", 5, 11, 2024),
        ("ahead", 4, 30, 2025),
        ("open", 9, 1, 2023),
        ("back", 5, 2, 2024),
    ],
)
def test_a_day_without_a_year_gets_the_one_the_text_looks_to(view, month, day, year):
    assert Clock(PUBLISHED, view).year_of(month, day) == year


def test_the_month_of_publication_may_still_lie_ahead():
    assert Clock(PUBLISHED, "ahead").year_of_month(5) == 2024
    assert Clock(PUBLISHED, "ahead").year_of_month(4) == 2025
    assert Clock(PUBLISHED, "back").year_of_month(5) == 2024


def test_without_publication_there_is_no_year():
    assert Clock(None).year_of(5, 1) is None


def test_days_that_do_not_exist_are_none():
    assert safe_day(2023, 2, 29) is None
    assert safe_day(2024, 2, 29) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [(None, 1, 31), ("Early", 1, 11), ("mid", 11, 21), ("the end of", 21, 31)],
)
def test_a_part_is_a_third(part, first, last):
    days = part_of(month_days(2024, 1), part)
    assert days == (date(2024, 1, first), date(2024, 1, last))
