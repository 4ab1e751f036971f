from __future__ import annotations

import pytest

from placemap.events.triggers.finding import find_triggers
from placemap.events.triggers.happenings import HAPPENING, find_happenings


@pytest.fixture
def happenings(sentence_of):
    def find(text):
        sentence = sentence_of(text)
        return find_happenings(sentence, find_triggers(sentence))

    return find


def spelled(triggers, text):
    return [t.span.of(text) for t in triggers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A couple found a cat near the mill.", ["found"]),
        ("Elks will host a professional show in May.", ["host", "show"]),
        ("Players helped clean the pond.", ["clean"]),
        ("A man was held after pointing a toy gun at a guard.", ["pointing"]),
        ("Police are searching for two men.", ["searching"]),
        ("The clinic was opened.", ["opened"]),
    ],
)
def test_doings_and_occasions_are_happenings(happenings, text, found):
    assert set(found) <= set(spelled(happenings(text), text))


@pytest.mark.parametrize(
    "text",
    [
        "She lived in a village and owned a mill.",
        "The village was located on a hill.",
        "Officials said that he believed it.",
        "The boat had carried fish.",
        "Coins are minted there.",
        "She might paint a boat.",
        "He shows a boat painted there.",
        "Shares plunged and prices doubled.",
        "Rebels maintained control of the valley.",
        "Other firms have obtained a permit.",
        "The Festival Hall is old.",
    ],
)
def test_states_habits_sayings_and_background_are_none(happenings, text):
    assert spelled(happenings(text), text) == []


def test_what_the_table_knows_is_not_found_again(happenings):
    text = "Rebels attacked a bus."
    assert spelled(happenings(text), text) == []


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Police lifted three men over a wall.", "lifted", "COERCE"),
        ("Three men were lifted over a wall by police.", "lifted", "COERCE"),
        ("Cooks gathered for a security conference.", "gathered", "CONSULT"),
        ("Gunmen took the elders from home.", "took", "ASSAULT"),
        ("Soldiers moved into the valley.", "moved", "MOBILIZE"),
        ("The class toured the museum.", "toured", "CONSULT"),
        ("The tour of the country ended.", "tour", "CONSULT"),
        ("A couple found a cat.", "found", "OTHER"),
    ],
)
def test_the_type_follows_from_who_does_it_or_what_it_is(happenings, text, word, kind):
    (found,) = [t for t in happenings(text) if t.span.of(text) == word]
    assert (found.entry.type, found.entry.role) == (kind, HAPPENING)
