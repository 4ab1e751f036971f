"""Orders of words that say where by themselves, and names that only sound like it."""

from __future__ import annotations

import pytest

KINDS = {"Raqqa": "P.PPL", "Hama": "P.PPL", "Lima": "P.PPLC"}


def told(events, where, kind):
    return sorted({name for e in events if e.type == kind for name in where(e)})


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("Raqqa: soldiers raided two homes and arrested three men.", "COERCE",
         ["Raqqa"]),
        ("- Raqqa: soldiers arrested three men.", "COERCE", ["Raqqa"]),
        ("The president flew to Lima for talks.", "CONSULT", ["Lima"]),
        ("Raqqa saw a second day of protests.", "PROTEST", ["Raqqa"]),
        ("Raqqa was rocked by an explosion.", "ACCIDENT", ["Raqqa"]),
        ("Raqqa was named by the leader of the protests.", "PROTEST", []),
        ("Raqqa's largest bridge collapsed on Tuesday.", "ACCIDENT", ["Raqqa"]),
        ("The mayor of Raqqa was shot dead outside her office.", "ASSAULT", ["Raqqa"]),
        ("The mayor of Raqqa was shot dead on a journey.", "ASSAULT", []),
        ("The mayor of Raqqa was shot dead in Hama.", "ASSAULT", ["Hama"]),
    ],
)  # fmt: skip
def test_a_construction_says_where(extract, where, text, kind, places):
    assert told(extract(text, KINDS), where, kind) == places


def test_a_line_headed_by_a_town_may_say_another_place_itself(extract, where):
    text = "Raqqa: soldiers raided two homes in Hama."
    assert told(extract(text, KINDS), where, "COERCE") == ["Hama"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Lima summit opened on Monday.", ["Lima"]),
        ("The Lima summit of 1884 drew the border.", []),
        ("The Lima summit promises are worth little.", []),
    ],
)
def test_the_name_of_a_meeting_is_not_its_news(extract, where, text, places):
    assert told(extract(text, KINDS), where, "CONSULT") == places
