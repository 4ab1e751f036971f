from __future__ import annotations

import pytest

from placemap.events.places.clues import SentenceClues
from placemap.events.places.linking import ENOUGH, choose, link_all
from placemap.events.places.phrases import find_phrases
from placemap.events.places.placing import anchor
from placemap.events.triggers.finding import find_triggers

KINDS = {
    "Raqqa": "P.PPL", "Hama": "P.PPL", "Aleppo": "P.PPL", "Syria": "A.PCLI",
    "Chad": "A.PCLI", "Lima": "P.PPLC", "Geneva": "P.PPL",
}  # fmt: skip


@pytest.fixture
def linked(sentence_of, toponyms_in):
    """Return a maker: {trigger words: names of its places} of a sentence."""

    def run(text):
        sentence = sentence_of(text)
        triggers = find_triggers(sentence)
        toponyms = toponyms_in(text, KINDS)
        phrases = find_phrases(sentence, toponyms)
        clues = SentenceClues(sentence, toponyms)
        links = link_all(clues, [anchor(t) for t in triggers], phrases)
        return {
            t.span.of(text): [
                h.mention.text for x in choose(found) for h in x.phrase.heads
            ]
            for t, found in zip(triggers, links, strict=True)
        }

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Gunmen killed six people in Raqqa.", "killed", ["Raqqa"]),
        ("In Raqqa, gunmen killed six people.", "killed", ["Raqqa"]),
        ("Gunmen in Raqqa killed six people.", "killed", ["Raqqa"]),
        ("Rebels captured the village of Hama.", "captured", ["Hama"]),
        ("Hama was shelled overnight.", "shelled", ["Hama"]),
        ("The bombardment of Aleppo went on.", "bombardment", ["Aleppo"]),
        ("An attack on Aleppo was beaten back.", "attack", ["Aleppo"]),
        ("The Aleppo bombing shocked many.", "bombing", ["Aleppo"]),
        ("A bomb exploded in Raqqa, killing eight.", "killing", ["Raqqa"]),
        ("Floods tore through the port of Lima.", "Floods", ["Lima"]),
        ("Troops were deployed to Hama.", "deployed", ["Hama"]),
        ("Troops withdrew from Hama.", "withdrew", ["Hama"]),
        ("Protests took place in Raqqa and in Hama.", "Protests", ["Raqqa", "Hama"]),
    ],
)
def test_the_text_ties_a_place_to_its_event(linked, text, trigger, places):
    assert linked(text)[trigger] == places


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad said gunmen killed six people.", "killed"),
        ("Chad's army killed six rebels.", "killed"),
        ("Gunmen killed the mayor of Raqqa.", "killed"),
        ("Gunmen killed six people, officials in Lima said.", "killed"),
        ("Chad condemned the attack in Raqqa.", "condemned"),
        ("Thousands protested against the war in Syria.", "protested"),
        ("The army shelled rebels from Chad.", "shelled"),
        ("Police seized a man from Raqqa.", "seized"),
        ("Six were wounded and taken to a hospital in Lima.", "wounded"),
        ("He went to Hama after six people were killed.", "killed"),
        ("Thousands were evacuated towards Hama.", "evacuated"),
        ("They held talks on the war with Syria.", "held talks"),
    ],
)
def test_places_that_are_only_named_carry_no_event(linked, text, trigger):
    assert linked(text)[trigger] == []


def test_a_statement_has_a_place_only_right_beside_it(linked):
    assert linked("The sides agreed in Geneva.")["agreed"] == ["Geneva"]
    assert linked("In Geneva, they condemned it.")["condemned"] == []


def test_each_trigger_keeps_its_own_place(linked):
    found = linked("Shelling hit Raqqa on Monday and gunmen attacked Hama.")
    assert found["attacked"] == ["Hama"]


def test_scores_are_between_nought_and_one_and_sorted(sentence_of, toponyms_in):
    text = "In Raqqa, gunmen killed six people near Hama as Syria looked on."
    sentence = sentence_of(text)
    toponyms = toponyms_in(text, KINDS)
    phrases = find_phrases(sentence, toponyms)
    clues = SentenceClues(sentence, toponyms)
    anchors = [anchor(t) for t in find_triggers(sentence)]
    for links in link_all(clues, anchors, phrases):
        scores = [x.score for x in links]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < s <= 1 for s in scores)
    assert 0 < ENOUGH < 1
