from __future__ import annotations

from datetime import date

import pytest

from placemap.core import Span
from placemap.events.sentence import make_sentence
from placemap.events.times.dates import find_dates
from placemap.events.times.telling import DaysTold

PUBLISHED = date(2024, 3, 14)  # a Thursday


@pytest.fixture
def near():
    """Return a maker: the day around the last sentence of a text, and why."""

    def run(*parts, stated=None, gap=" "):
        text = gap.join(parts)
        days = DaysTold(text, PUBLISHED)
        at, sentences = 0, []
        for index, part in enumerate(parts):
            sentences.append(make_sentence(text, at, at + len(part), index=index))
            days.hear(sentences[-1])
            at += len(part) + len(gap)
        if stated:
            days.state(sentences[-2], stated)
        last = sentences[-1].span
        dates = find_dates(text, Span(last.start, last.end), published=PUBLISHED)
        return days.near(sentences[-1], dates)

    return run


def test_the_one_day_of_a_sentence_is_that_of_all_it_tells(near):
    day, why = near("A nurse was shot when he took a wrong turn on Monday.")
    assert (day, why) == (date(2024, 3, 11), "the one day of its sentence")


def test_two_days_in_a_sentence_leave_it_open(near):
    assert near("On Monday he came, on Tuesday he saw.") is None


def test_a_day_alone_heads_what_follows(near):
    found = near("2 March.", "Soldiers burned a farm.", "They left.")
    assert found == (date(2024, 3, 2), "the date above it")


def test_a_sentence_with_more_than_a_day_heads_nothing(near):
    assert near("He came on 2 March.", "Soldiers burned a farm.") is None


def test_the_day_stated_in_the_sentence_before_carries_on(near):
    day = date(2024, 3, 12)
    parts = ("They came on Tuesday.", "They burned a farm.")
    assert near(*parts, stated=day) == (day, "the day of the sentence before")


def test_a_new_paragraph_begins_anew(near):
    parts = ("They came on Tuesday.", "Rebels burned a farm.")
    assert near(*parts, stated=date(2024, 3, 12), gap="\n\n") is None


@pytest.mark.parametrize(
    ("days", "main"),
    [
        ((date(2024, 3, 12), date(2024, 3, 11)), date(2024, 3, 12)),
        ((date(2023, 3, 12), date(2024, 3, 11)), date(2024, 3, 11)),
        ((date(2024, 3, 20),), None),
    ],
)
def test_the_first_recent_day_is_what_a_report_is_about(days, main):
    told = DaysTold("", PUBLISHED)
    for day in days:
        told.note_main(day)
    assert told.main == main
