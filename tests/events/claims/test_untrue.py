from __future__ import annotations

import pytest

from placemap.events.claims.untrue import imagined, takes_back, untrue


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "Rumours that rebels had captured the port turned out to be false.",
            "captured",
        ),
        ("Reports on social media that troops shelled the port are untrue.", "shelled"),
        ("Police debunked a message that gunmen shelled the port.", "shelled"),
        ("A fake notice that rebels had captured the port was traced.", "captured"),
        ("The army contradicted a report that it had shelled a farm.", "shelled"),
        ("There was no truth in the bombing of the port.", "bombing"),
        ("Nothing suggests that an attack is near.", "attack"),
    ],
)
def test_what_only_a_tale_tells_is_untrue(trigger_of, text, trigger):
    assert untrue(trigger_of(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels shelled the port.", "shelled"),
        ("A report that rebels shelled the port came on Monday.", "shelled"),
        (
            'The army rejected as "fabricated" a report that it shelled a farm.',
            "shelled",
        ),
        ("Rebels shelled the port, and a false alarm followed.", "shelled"),
    ],
)
def test_what_is_told_or_only_denied_is_not(trigger_of, text, trigger):
    assert not untrue(trigger_of(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Suppose that rebels capture the port.", "capture"),
        ("What if rebels shelled the port?", "shelled"),
        ("Officers wrote a scenario of an attack on the port.", "attack"),
        ("They showed how a war might begin: with an attack on the port.", "attack"),
    ],
)
def test_what_is_supposed_or_played_is_imagined(trigger_of, text, trigger):
    assert imagined(trigger_of(text, trigger))


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the port.",
        "Police told how it began: gunmen shelled the port.",
    ],
)
def test_what_is_told_as_it_was_is_not_imagined(trigger_of, text):
    assert not imagined(trigger_of(text, "shelled"))


@pytest.mark.parametrize(
    ("text", "is_taken_back"),
    [
        ("There had been none.", True),
        ("None of it was true, police said.", True),
        ("It never happened.", True),
        ("No such attack took place.", True),
        ("It killed six.", False),
        ("None of the wounded died.", False),
    ],
)
def test_a_short_sentence_may_take_back_the_one_before(
    sentence_of, text, is_taken_back
):
    assert takes_back(sentence_of(text)) == is_taken_back


def test_what_is_taken_back_is_denied_and_has_no_place(extract):
    event = extract(
        "Everybody had heard of the mutiny in Lima. There had been none.",
        {"Lima": "P.PPLC"},
    )[0]
    assert (event.status, event.places) == ("denied", ())
