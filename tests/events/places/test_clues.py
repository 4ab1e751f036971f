from __future__ import annotations

import pytest

from placemap.events.places.clues import SentenceClues

KINDS = {"Raqqa": "P.PPL", "Hama": "P.PPL", "Syria": "A.PCLI"}


@pytest.fixture
def clues_of(sentence_of, toponyms_in):
    return lambda text: SentenceClues(sentence_of(text), toponyms_in(text, KINDS))


def of_word(clues, word, trigger):
    words = [w.text for w in clues.sentence.words]
    at = words.index(trigger)
    return set(clues.around(at, at + 1)[words.index(word)])


def test_names_are_toponyms_and_other_runs_of_capitals(clues_of):
    clues = clues_of("Troops near Deir Khabiyeh shelled Raqqa, Syria.")
    words = clues.sentence.words
    names = [" ".join(w.text for w in words[n.first : n.last]) for n in clues.names]
    assert names == ["Deir Khabiyeh", "Raqqa", "Syria"]
    assert [n.is_known for n in clues.names] == [False, True, True]
    assert [n.governor for n in clues.names] == ["near", "<past>", "<past>"]


def test_every_word_gets_clues_and_the_trigger_is_marked(clues_of):
    clues = clues_of("Gunmen killed six people in Raqqa.")
    rows = clues.around(1, 2)
    assert len(rows) == len(clues.sentence.words)
    assert [i for i, row in enumerate(rows) if "trigger" in row] == [1]


def test_the_side_of_the_trigger_is_told(clues_of):
    clues = clues_of("In Raqqa, gunmen killed six people near Hama.")
    assert "gs=in-" in of_word(clues, "Raqqa", "killed")
    assert "gs=near+" in of_word(clues, "Hama", "killed")


def test_the_nearest_name_is_first_in_order(clues_of):
    clues = clues_of("In Raqqa, gunmen killed six people near Hama.")
    assert "og=0in" in of_word(clues, "Raqqa", "gunmen")
    assert "og=1near" in of_word(clues, "Hama", "gunmen")


def test_clauses_between_are_told(clues_of):
    clues = clues_of("Rebels shelled a camp; gunmen killed six people in Hama.")
    assert "br=+stop" in of_word(clues, "Hama", "shelled")
    assert "br=+" in of_word(clues, "Hama", "killed")


def test_what_kind_of_toponym_a_word_is_belongs_to_its_clues(clues_of):
    clues = clues_of("Gunmen killed six people in Syria.")
    assert "t=B|nam|lit|A.PCLI" in of_word(clues, "Syria", "killed")
