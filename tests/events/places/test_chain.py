from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.events.places.chain import LABELS, Chain
from placemap.events.places.clues import SentenceClues
from placemap.events.sentence import make_sentence

STATES = {
    "w=raqqa": (2.0, 0.5, -1.0),
    "w-1=in": (1.5, -0.5, 0.25),
    "c+1=prep": (0.1, 0.2, 0.3),
    "d=+0": (-0.5, 0.25, 0.0),
    "trigger": (-3.0, -2.0, 1.0),
    "g=in": (0.75, 0.5, 0.0),
}
STEPS = [(0.2, 1.0, 0.1), (0.1, 0.8, 0.2), (0.3, -9.0, 0.6)]
TEXT = "Gunmen killed six in Raqqa."


def clues_of(text):
    return SentenceClues(make_sentence(text, 0, len(text)), ())


def by_enumeration(clues, first, last):
    """Return the chances by weighing every sequence of labels there is."""
    rows = clues.around(first, last)
    totals = [[0.0] * len(LABELS) for _ in rows]
    for path in itertools.product(range(len(LABELS)), repeat=len(rows)):
        score = sum(
            STATES.get(clue, (0.0, 0.0, 0.0))[label]
            for row, label in zip(rows, path, strict=True)
            for clue in row
        ) + sum(STEPS[a][b] for a, b in itertools.pairwise(path))
        for word, label in enumerate(path):
            totals[word][label] += math.exp(score)
    return [(b / (b + i + o), i / (b + i + o)) for b, i, o in totals]


@pytest.mark.parametrize("trigger", [1, 2, 4])
def test_chances_are_those_over_all_sequences_of_labels(trigger):
    clues = clues_of(TEXT)
    chances = Chain(STATES, STEPS).word_chances(clues, trigger, trigger + 1)
    expected = by_enumeration(clues, trigger, trigger + 1)
    for found, wanted in zip(chances, expected, strict=True):
        assert found == pytest.approx(wanted)


def test_triggers_of_one_sentence_and_of_others_do_not_disturb_each_other():
    chain, other = Chain(STATES, STEPS), clues_of("Raqqa fell in May.")
    clues = clues_of(TEXT)
    first = chain.word_chances(clues, 1, 2)
    chain.word_chances(other, 1, 2)
    chain.word_chances(clues, 2, 3)
    assert chain.word_chances(clues, 1, 2) == first


def test_a_sentence_without_names_is_not_weighed():
    clues = clues_of("they left in haste")
    assert set(Chain(STATES, STEPS).word_chances(clues, 1, 2)) == {(0.0, 0.0)}


@given(st.text(alphabet="Raqq in,.'", min_size=1, max_size=30))
def test_any_text_has_chances_that_add_up_to_one_at_most(text):
    clues = clues_of(text)
    if clues.sentence.words:
        chances = Chain(STATES, STEPS).word_chances(clues, 0, 1)
        assert len(chances) == len(clues.sentence.words)
        assert all(b >= 0 and i >= 0 and b + i <= 1 + 1e-9 for b, i in chances)
