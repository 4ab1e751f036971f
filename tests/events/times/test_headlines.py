from __future__ import annotations

from datetime import date

KINDS = {"Lima": "P.PPLC|||PE"}


def first(extract, text):
    return extract(text, KINDS)[0]


def test_a_headline_has_the_day_of_the_news_below_it(extract):
    event = first(
        extract,
        "Bomb kills six in Lima\n\nMourners gathered. A quake struck Chad on Tuesday. "
        "The bomb exploded at a market in Lima on Monday.",
    )
    assert event.start == event.end == date(2024, 3, 11)


def test_a_headline_over_other_news_has_the_day_of_the_lead(extract):
    event = first(
        extract, "Bomb kills six in Lima\n\nPolice arrested a man in Lima on Tuesday."
    )
    assert event.start == date(2024, 3, 12)


def test_a_headline_with_no_day_below_has_that_of_publication(extract):
    event = first(extract, "Bomb kills six in Lima\n\nA man was arrested.")
    assert event.start == date(2024, 3, 14)


def test_what_was_long_ago_gives_a_headline_no_day(extract):
    event = first(
        extract, "Bomb kills six in Lima\n\nPolice arrested a man on 2 May 2019."
    )
    assert event.start == date(2024, 3, 14)
