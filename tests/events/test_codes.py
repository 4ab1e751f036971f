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
