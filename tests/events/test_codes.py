from __future__ import annotations

import pytest

from placemap.events.codes import ACLED_EVENT_TYPES, code, known_types


@pytest.mark.parametrize(
    ("event_type", "mode", "acled", "cameo", "quad"),
    [
        ("ASSAULT", "drone", "Explosions/Remote violence / Air/drone strike", "19",
         "material conflict"),
        ("PROTEST", "riot", "Riots / Violent demonstration", "14", "material conflict"),
        ("CONSULT", "visit", "", "04", "verbal cooperation"),
        ("RETREAT", "ceasefire", "Strategic developments / Agreement", "08",
         "material cooperation"),
        ("COERCE", "convict", "", "11", "material conflict"),
        ("ACCUSE", "investigate", "", "09", "verbal conflict"),
    ],
)  # fmt: skip
def test_codes_follow_from_type_and_mode(event_type, mode, acled, cameo, quad):
    assert code(event_type, mode) == (quad, acled, cameo)


def test_an_unknown_mode_takes_the_codes_of_its_type():
    assert code("PROTEST", "whistling") == code("PROTEST")


def test_types_outside_plover_have_no_codes():
    assert code("DISASTER", "flood") == ("", "", "")


def test_a_finer_sub_event_replaces_the_acled_code_only():
    finer = code("ASSAULT", "explosives", sub_event="Grenade")
    assert finer.acled == "Explosions/Remote violence / Grenade"
    assert finer.cameo == code("ASSAULT", "explosives").cameo


def test_there_are_sixteen_plover_types_and_five_of_ours():
    assert len(known_types()) == 21
    assert len(ACLED_EVENT_TYPES) == 25


def acled_of(events):
    return {e.acled.partition(" / ")[2] for e in events if e.acled}


@pytest.mark.parametrize(
    ("text", "sub_events"),
    [
        ("Police fired tear gas at protesters in Lima.",
         {"Excessive force against protesters"}),
        ("Thousands marched against the law.", {"Peaceful protest"}),
        ("Thousands marched. Protesters clashed with police.",
         {"Violent demonstration"}),
        ("Police fired tear gas at protesters. Rioting went on all night.",
         {"Violent demonstration"}),
        ("Nurses went on strike. Rioting went on all night.",
         {"Peaceful protest", "Violent demonstration"}),
        ("Rioting went on. Rain fell. Rain fell. Thousands marched against the law.",
         {"Violent demonstration", "Peaceful protest"}),
    ],
)  # fmt: skip
def test_a_demonstration_with_violence_is_violent_as_a_whole(extract, text, sub_events):
    assert acled_of(extract(text)) == sub_events


@pytest.mark.parametrize(
    ("text", "sub_event"),
    [
        ("Ten rebels surrendered to the army.", "Agreement"),
        ("The peace talks went on for days.", "Agreement"),
        ("The army set up a new base near the border.",
         "Headquarters or base established"),
        ("Soldiers have established a military post.",
         "Headquarters or base established"),
        ("Two rifles and ammunition were found by police.", "Disrupted weapons use"),
        ("The army deployed troops.", "Change to group/activity"),
        ("Bandits attacked a hamlet.", "Attack"),
        ("Bandits attacked soldiers.", "Armed clash"),
        ("Troops captured the town after airstrikes.",
         "Government regains territory"),
    ],
)  # fmt: skip
def test_the_sub_event_follows_the_codebook(extract, text, sub_event):
    assert sub_event in acled_of(extract(text))
