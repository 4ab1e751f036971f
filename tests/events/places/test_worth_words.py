from __future__ import annotations

from datetime import date

import pytest

from placemap.core import Document
from placemap.events.extractor import read_drafts
from placemap.events.places.worth_words import WordWeights, value_of, word_clues


@pytest.fixture
def draft_of(toponyms_in):
    """Return a maker: the first event of a text."""

    def make(text):
        document = Document(id="d", text=text, published=date(2024, 3, 14))
        return read_drafts(document, toponyms_in(text, {"Lima": "P.PPLC"}))[0][0]

    return make


def test_the_words_of_trigger_clause_and_sentence_are_clues(draft_of):
    clues = word_clues(draft_of("Then rebels shelled Lima while farmers slept."))
    assert {"own shell", "head shell", "clause rebel", "sentence farmer"} <= clues
    assert "claim ASSAULT asserted" in clues
    assert "clause farmer" not in clues


def test_names_are_no_clues(draft_of):
    clues = word_clues(draft_of("In Lima rebels shelled a farm."))
    assert not any("lima" in clue.lower().split() for clue in clues)


def test_a_score_is_the_start_and_the_weights_of_the_clues(draft_of):
    draft = draft_of("Then rebels shelled Lima.")
    words = WordWeights(
        {"head shell": 0.5, "clause rebel": 0.25, "own sail": 9.0}, -1.0
    )
    assert words.score(draft) == pytest.approx(-0.25)
    assert WordWeights({}, -1.0).score(draft) == -1.0


@pytest.mark.parametrize(
    ("clue", "value"), [("head shell", 1.0), ("clause rebel", 0.5), ("sentence a", 0.3)]
)
def test_a_word_counts_for_less_the_farther_it_is(clue, value):
    assert value_of(clue) == value
