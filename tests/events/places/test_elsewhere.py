"""Places said of something else than the trigger beside them."""

from __future__ import annotations

import pytest

KINDS = {
    "Raqqa": "P.PPL", "Hama": "P.PPL", "Lima": "P.PPLC", "Chad": "A.PCLI",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        # what somebody is charged with happened elsewhere
        ("A judge in Lima jailed a man for an attack in Hama.", "COERCE", ["Lima"]),
        ("Police arrested dozens of people in Lima.", "COERCE", ["Lima"]),
        # taken from a site is taken there
        ("Gunmen kidnapped pupils from a school in Hama.", "ASSAULT", ["Hama"]),
        # where things and people are from
        ("Rockets made in Raqqa killed six people in Hama.", "ASSAULT", ["Hama"]),
        ("Born in Raqqa, the singer was killed in Hama.", "ASSAULT", ["Hama"]),
        # named to compare with
        ("The talks follow those in Raqqa.", "CONSULT", []),
        ("The talks were held in Raqqa.", "CONSULT", ["Raqqa"]),
        # "over" the place, and over the matter
        ("A drone was shot down over Hama.", "ASSAULT", ["Hama"]),
        ("They held talks over Hama.", "CONSULT", []),
        # how it compares, and where they were taken
        ("The storm was the worst in Chad since June.", "DISASTER", []),
        ("Six men were shot and flown to a ward in Hama.", "ASSAULT", []),
        # back from there
        ("He was back in Lima from a visit to Hama.", "CONSULT", []),
        # the site of an infinitive is none, that of people driven out is
        ("They distributed food to displaced families at a camp in Raqqa.", "AID",
         ["Raqqa"]),
    ],
)  # fmt: skip
def test_the_place_is_that_of_what_it_is_said_of(extract, where, text, kind, places):
    events = [e for e in extract(text, KINDS) if e.type == kind]
    assert sorted({name for e in events for name in where(e)}) == places


@pytest.mark.parametrize("word", ["against", "since", "about"])
def test_a_war_that_something_is_about_is_not_news(extract, where, word):
    found = extract(f"Thousands marched {word} the war in Hama.", KINDS)
    assert not any(where(e) for e in found if e.type == "ASSAULT")
