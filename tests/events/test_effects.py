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
        ("The 1960 earthquake in Raqqa killed 12 people.", [("DISASTER", 12)]),
    ],
)
def test_a_consequence_joins_its_cause(extract, text, expected):
    assert kinds_of(extract(text)) == expected


@pytest.mark.parametrize(
    ("killers", "expected"),
    [("Six people were killed", "ACCIDENT"), ("Gunmen killed six people", "ASSAULT")],
)
def test_a_killing_without_a_killer_is_of_the_mishap_told_before(
    extract, killers, expected
):
    text = f"A train derailed near Raqqa. {killers} in Hama."
    *_, last = extract(text, {"Raqqa": "P.PPL", "Hama": "P.PPL"})
    assert last.type == expected
    assert ("Attack" in last.acled) == (expected == "ASSAULT")


def test_what_others_did_later_in_the_sentence_is_no_cause(extract):
    text = "Gunmen killed four men in Raqqa, and two armies exchanged fire near Hama."
    killing, firing = extract(text, {"Raqqa": "P.PPL", "Hama": "P.PPL"})
    assert [p.text for p in killing.actors] == ["Gunmen"]
    assert [p.place for p in killing.places] == ["test:Raqqa"]
    assert firing.deaths is None
    assert [p.place for p in firing.places] == ["test:Hama"]
