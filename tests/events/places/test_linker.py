from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placemap.core import Document
from placemap.events.places.clues import SentenceClues
from placemap.events.places.linker import find_spans, shipped_linker
from placemap.events.sentence import make_sentence

KINDS = {"Raqqa": "P.PPL", "Hama": "P.PPL", "Syria": "A.PCLI", "Lima": "P.PPLC"}


@pytest.fixture
def places_of(sentence_of, toponyms_in):
    """Return a maker: the spellings that say where the trigger in a text happened."""

    def run(text, trigger):
        clues = SentenceClues(sentence_of(text), toponyms_in(text, KINDS))
        at = [w.text for w in clues.sentence.words].index(trigger)
        chances = shipped_linker().word_chances(clues, at, at + 1)
        return [span.of(text) for span in find_spans(clues, chances)]

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Gunmen killed six people in Raqqa on Monday.", "killed", ["Raqqa"]),
        ("A car bomb exploded near a market in Hama.", "exploded", ["Hama"]),
        ("Police arrested two men in Oldbrook.", "arrested", ["Oldbrook"]),
        ("Two soldiers were wounded in Raqqa and Hama.", "wounded", ["Raqqa", "Hama"]),
        ("Two soldiers were killed on Monday.", "killed", []),
        ("Peru's president condemned the killings.", "condemned", []),
    ],
)  # fmt: skip
def test_the_model_finds_where_a_verb_happened(places_of, text, trigger, places):
    assert places_of(text, trigger) == places


def test_chances_add_up_to_one_at_most(sentence_of, toponyms_in):
    text = "In Raqqa, gunmen killed six people near Hama as Syria looked on."
    clues = SentenceClues(sentence_of(text), toponyms_in(text, KINDS))
    chances = shipped_linker().word_chances(clues, 4, 5)
    assert len(chances) == len(clues.sentence.words)
    assert all(0 <= begin + inside <= 1 + 1e-9 for begin, inside in chances)


def test_a_sentence_without_names_is_not_asked_for(sentence_of):
    clues = SentenceClues(sentence_of("Two soldiers were killed on a road."), ())
    assert set(shipped_linker().word_chances(clues, 3, 4)) == {(0.0, 0.0)}


@settings(deadline=None)  # the first example reads the model
@given(st.text(alphabet="Ab ,.'-\n", min_size=1, max_size=40))
def test_any_text_has_chances_for_each_of_its_words(text):
    document = Document(id="1", text=text)
    clues = SentenceClues(make_sentence(document.text, 0, len(text)), ())
    if clues.sentence.words:
        assert len(shipped_linker().word_chances(clues, 0, 1)) == len(
            clues.sentence.words
        )


def test_words_in_a_row_make_one_span_and_a_beginning_another(sentence_of):
    clues = SentenceClues(sentence_of("near Deir Khabiyeh Raqqa today"), ())
    chances = [(0, 0), (0.9, 0), (0.1, 0.6), (0.7, 0.2), (0.1, 0.1)]
    text = "near Deir Khabiyeh Raqqa today"
    assert [s.of(text) for s in find_spans(clues, chances)] == [
        "Deir Khabiyeh",
        "Raqqa",
    ]
    assert find_spans(clues, chances, least=0.99) == []
