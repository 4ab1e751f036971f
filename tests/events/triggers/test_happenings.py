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
        ("The mill was repainted.", ["repainted"]),
        ("They began to sew flags.", ["sew"]),
        ("The choir is to sew flags.", ["sew"]),
        ("Town mends the clock.", ["mends"]),
        ("It rained. Leaders meet in a tent today.", ["meet"]),
        ("Two men were told to leave.", ["told"]),
        ("The chief, touring bases, wore red.", ["touring"]),
        ("A clerk was accused of pocketing fees.", ["pocketing"]),
        ("Divers are still bringing up jars.", ["bringing"]),
        ("Fog closed the airport.", ["Fog", "closed"]),
        ("They strung wire across a street.", ["strung"]),
        ("The team had to mend the roof.", ["mend"]),
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
        "She might paint a boat.",
        "Prices depended on it.",
        "Masked men are feared.",
        "Boats full of what he called herrings.",
        "The village went red and it took place.",
        "It is at a refugee camp.",
        "Rebels maintained control of the valley.",
        "Other firms have obtained a permit.",
        "The Festival Hall is old.",
    ],
)
def test_states_sayings_and_light_verbs_are_none(happenings, text):
    assert spelled(happenings(text), text) == []


@pytest.mark.parametrize(
    ("text", "word", "doubt"),
    [
        ("The boat had carried fish.", "carried", "background"),
        ("Coins are minted there.", "minted", "background"),
        ("He shows a boat painted there.", "painted", "reduced"),
        ("Tents mended by nuns were carried there.", "mended", "reduced"),
        ("Shares plunged and prices doubled.", "plunged", "weak"),
        ("The town painted the kerbs every year.", "painted", "generic"),
    ],
)
def test_what_speaks_against_a_happening_is_noted(happenings, text, word, doubt):
    (found,) = [t for t in happenings(text) if t.span.of(text) == word]
    assert found.doubts == {doubt}


@pytest.mark.parametrize(
    "text", ["The mill was painted.", "Shares plunged on Monday.", "He has plunged."]
)
def test_plain_news_is_without_doubts(happenings, text):
    assert [t.doubts for t in happenings(text)] == [frozenset()]


def test_what_the_table_knows_is_not_found_again(happenings):
    text = "Rebels attacked a bus."
    assert spelled(happenings(text), text) == []


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Police lifted three men over a wall.", "lifted", "COERCE"),
        ("Three men were lifted over a wall by police.", "lifted", "COERCE"),
        ("Cooks gathered for a security conference.", "gathered", "OTHER"),
        ("Gunmen ate with the elders.", "ate", "ASSAULT"),
        ("Soldiers walked to the valley.", "walked", "MOBILIZE"),
        ("A plaque to the rioter was unveiled.", "unveiled", "OTHER"),
        ("The class toured the museum.", "toured", "CONSULT"),
        ("The tour of the country ended.", "tour", "CONSULT"),
        ("A couple found a cat.", "found", "OTHER"),
    ],
)
def test_the_type_follows_from_who_does_it_or_what_it_is(happenings, text, word, kind):
    (found,) = [t for t in happenings(text) if t.span.of(text) == word]
    assert (found.entry.type, found.entry.role) == (kind, HAPPENING)


def test_what_was_heard_is_the_event_and_hearing_it_none(extract):
    events = extract("Explosions were heard in Raqqa on Tuesday.", {"Raqqa": "P.PPL"})
    assert len(events) == 1


def test_nouns_after_a_verb_are_no_verbs_in_the_present(extract):
    text = "Shelling damaged apartment blocks in Raqqa on Tuesday."
    assert len(extract(text, {"Raqqa": "P.PPL"})) == 1
