from __future__ import annotations

import pytest

from placemap.events.people.parties import find_parties


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Masked gunmen killed two farmers.", ["Masked gunmen"], ["two farmers"]),
        (
            "Two farmers were killed by masked gunmen.",
            ["masked gunmen"],
            ["Two farmers"],
        ),
        ("He killed two farmers.", [], ["two farmers"]),
        ("Two farmers died.", [], ["Two farmers"]),
        ("The blast killed two farmers.", [], ["two farmers"]),
        ("The killing of two farmers went on.", [], []),
        ("Last month soldiers killed two farmers.", ["soldiers"], ["two farmers"]),
        ("Two days later rebels killed two farmers.", ["rebels"], ["two farmers"]),
        (
            "An overloaded bus killed two farmers.",
            ["An overloaded bus"],
            ["two farmers"],
        ),
        ("An air strike on the farm killed two farmers.", [], ["two farmers"]),
    ],
)
def test_parties_are_given_only_when_plain(trigger_of, text, actors, recipients):
    verb = "killed" if " killed" in text else None
    found = find_parties(text, trigger_of(text, verb))
    assert [p.text for p in found[0]] == actors
    assert [p.text for p in found[1]] == recipients


def test_what_the_same_people_did_before_is_no_part_of_them(extract):
    text = "Soldiers raided houses in Raqqa on Monday and shot dead two farmers."
    *_, shooting = extract(text, {"Raqqa": "P.PPL"})
    assert [p.text for p in shooting.actors] == ["Soldiers"]


def test_spans_match_the_text(trigger_of):
    text = "Masked gunmen killed two farmers."
    for party in (*find_parties(text, trigger_of(text))[0],):
        assert party.span.of(text) == party.text
