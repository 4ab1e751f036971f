from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Document
from placemap.events.places.candidates import Candidate
from placemap.events.places.clues import SentenceClues
from placemap.events.places.linker import (
    Linker,
    find_spans,
    shipped_linker,
    shipped_weights,
)
from placemap.events.sentence import make_sentence

KINDS = {"Raqqa": "P.PPL", "Hama": "P.PPL", "Syria": "A.PCLI", "Lima": "P.PPLC"}


@pytest.fixture
def places_of(sentence_of, toponyms_in):
    """Return a maker: the spellings that say where the trigger in a text happened."""

    def run(text, trigger):
        clues = SentenceClues(sentence_of(text), toponyms_in(text, KINDS))
        at = [w.text for w in clues.sentence.words].index(trigger)
        places = shipped_linker().find_places(clues, at, at + 1)
        return [span.of(text) for span in find_spans(clues, places)]

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Gunmen killed six people in Raqqa on Monday.", "killed", ["Raqqa"]),
        ("A car bomb exploded near a market in Hama.", "exploded", ["Hama"]),
        ("Police arrested two men in Oldbrook.", "arrested", ["Oldbrook"]),
        ("Two soldiers were wounded in Raqqa and Hama.", "wounded", ["Raqqa", "Hama"]),
        ("Gunmen killed a guard in Hama, Syria.", "killed", ["Hama"]),
        ("Two soldiers were killed on Monday.", "killed", []),
        ("Peru's president condemned the killings.", "condemned", []),
    ],
)  # fmt: skip
def test_the_model_finds_where_a_verb_happened(places_of, text, trigger, places):
    assert places_of(text, trigger) == places


def test_a_sentence_without_names_has_no_places(sentence_of):
    clues = SentenceClues(sentence_of("Two soldiers were killed on a road."), ())
    assert shipped_linker().find_places(clues, 3, 4) == []


@given(st.text(alphabet="Ab ,.'-\n", min_size=1, max_size=40))
def test_places_are_stretches_in_order_with_a_chance(text):
    document = Document(id="1", text=text)
    clues = SentenceClues(make_sentence(document.text, 0, len(text)), ())
    if not clues.sentence.words:
        return
    places = shipped_linker().find_places(clues, 0, 1)
    ends = [0, *(end for p in places for end in (p.first, p.last))]
    assert ends == sorted(ends)
    assert all(p.first < p.last and 0 < p.chance < 1 for p in places)
    assert len(find_spans(clues, places, least=0.0)) == len(places)


def test_weights_are_read_as_they_were_written():
    weights = shipped_weights()
    assert Linker.load(weights).dump() == weights


def test_weights_are_small():
    assert len(shipped_weights()) < 1 << 20


def test_spans_are_what_is_likely_enough(sentence_of):
    text = "near Deir Khabiyeh Raqqa today"
    clues = SentenceClues(sentence_of(text), ())
    places = [Candidate(1, 3, 0.9, 0.9, 0.9), Candidate(3, 4, 0.6, 0.6, 0.6)]
    assert [s.of(text) for s in find_spans(clues, places)] == [
        "Deir Khabiyeh",
        "Raqqa",
    ]
    assert [s.of(text) for s in find_spans(clues, places, least=0.7)] == [
        "Deir Khabiyeh"
    ]
