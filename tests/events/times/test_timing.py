from __future__ import annotations

from datetime import date

import pytest

from placemap.events.times.dates import find_dates
from placemap.events.times.telling import DaysTold
from placemap.events.times.timing import UNKNOWN, choose_time, default_time

PUBLISHED = date(2024, 3, 14)  # a Thursday
TEXT = "Rebels shelled the port."


@pytest.fixture
def time_of(trigger_of):
    def run(text, spelled=None):
        trigger = trigger_of(text, spelled)
        dates = find_dates(text, trigger.sentence.span, published=PUBLISHED)
        return choose_time(trigger, dates)

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Rebels shelled the port on Tuesday.", "shelled", "2024-03-12"),
        ("On Tuesday, rebels shelled the port.", "shelled", "2024-03-12"),
        ("Rebels shelled the port on Tuesday and attacked it on Wednesday.", "attacked",
         "2024-03-13"),
        ("Fighting that began on Tuesday went on.", "Fighting", "2024-03-12"),
        ("They praised the 2020 ceasefire.", "ceasefire", "2020"),
        ("He urged them to honour the truce signed in 2020.", "truce", "2020"),
        ("Police arrested two men over a theft in May 2021.", "arrested", ""),
        ("Police arrested two men for theft on Monday.", "arrested", "2024-03-11"),
        ("He was jailed for 3 years in May 2021.", "jailed", "2021-05"),
        ("It was the worst attack since 1998, when rebels shelled the port.", "shelled",
         "1998"),
        ("It was the worst attack since 1998, when rebels shelled the port.", "attack",
         ""),
        ("Rebels denied responsibility for Tuesday's attack.", "attack", "2024-03-12"),
        ("Two days after it was shelled, the port closed.", "shelled",
         "2024-03-11/2024-03-12"),
    ],
)  # fmt: skip
def test_the_nearest_expression_of_the_clause_is_taken(time_of, text, trigger, edtf):
    assert time_of(text, trigger).edtf == edtf


def test_the_year_of_a_noun_is_not_that_of_the_verb(time_of):
    assert (
        time_of(
            "He urged them to honour the truce signed in 2020.", "urged them to"
        ).edtf
        == ""
    )


def test_the_day_of_saying_only_bounds_the_day_of_the_deed(time_of):
    when = time_of("Police said on Tuesday rebels shelled the port.", "shelled")
    assert (when.start, when.end) == (date(2024, 3, 11), date(2024, 3, 12))
    assert when.precision == 2
    assert not when.is_stated


def test_without_an_expression_publication_is_the_guess(trigger_of):
    when = default_time(
        trigger_of(TEXT), DaysTold(TEXT, PUBLISHED), [], published=PUBLISHED
    )
    assert (when.start, when.end) == (PUBLISHED, PUBLISHED)
    assert when.precision == 2
    assert when.why == "inferred: publication date"


def test_the_day_the_report_is_about_comes_before_the_publication_date(trigger_of):
    day = date(2024, 3, 12)
    days = DaysTold(TEXT, PUBLISHED)
    days.note_main(day)
    when = default_time(trigger_of(TEXT), days, [], published=PUBLISHED)
    assert (when.start, when.end) == (day, day)
    assert when.precision >= 2


@pytest.mark.parametrize(
    "text", ["The blockade hurt traders.", "Rebels often shelled the port."]
)
def test_states_and_habits_have_no_default_day(trigger_of, text):
    days = DaysTold(text, PUBLISHED)
    assert default_time(trigger_of(text), days, [], published=PUBLISHED) is UNKNOWN


def test_without_a_publication_date_nothing_is_guessed(trigger_of):
    days = DaysTold(TEXT, None)
    assert default_time(trigger_of(TEXT), days, [], published=None) is UNKNOWN
