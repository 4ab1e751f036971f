from __future__ import annotations

import pytest


def kinds_of(events):
    return [(e.type, e.deaths.best if e.deaths else None) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded in the market, killing eight people.", [("ASSAULT", 8)]),
        ("Floods killed nine people.", [("DISASTER", 9)]),
        ("Three people died.", []),
        ("Gunmen killed three people.", [("ASSAULT", 3)]),
        ("A ferry capsized. Forty people drowned.", [("ACCIDENT", 40)]),
        ("A ferry capsized. Forty people died.", [("ACCIDENT", 40)]),
    ],
)
def test_a_consequence_joins_its_cause(extract, text, expected):
    assert kinds_of(extract(text)) == expected


def test_different_tolls_are_different_events(extract):
    text = "Gunmen killed three people in Raqqa. Gunmen killed nine people in Raqqa."
    assert len(extract(text, {"Raqqa": "P.PPL"})) == 2


def test_events_on_different_days_stay_apart(extract):
    text = "Gunmen attacked Raqqa on Monday. Gunmen attacked Raqqa on Tuesday."
    assert len(extract(text, {"Raqqa": "P.PPL"})) == 2


def test_a_planned_event_is_not_the_one_that_happened(extract):
    text = "Thousands protested in Raqqa. Another protest will be held in Raqqa."
    assert {e.status for e in extract(text, {"Raqqa": "P.PPL"})} == {
        "asserted",
        "future",
    }


def test_a_merged_event_says_so(extract):
    text = "Gunmen attacked a bus in Raqqa. The attack left six dead."
    (event,) = extract(text, {"Raqqa": "P.PPL"})
    assert "told again" in event.why["merged"]
    assert list(event.mentions) == sorted(event.mentions)
