from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Span
from placemap.events.sentence import make_sentence


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("Rebels left when troops came.", ("start", "sub")),
        ("A mine exploded, killing two.", ("start", "part")),
        ("Police said the road was shut.", ("start", "that")),
        ("The mayor, who left early, was held.", ("start", "rel", "resume")),
        ("The road was shut, police said.", ("start", "say")),
        ("They shelled the port and fled.", ("start", "coord")),
        ("Army and police units met.", ("start",)),
    ],
)
def test_clauses_begin_where_a_reader_would_cut(text, breaks):
    assert make_sentence(text, 0, len(text)).breaks == breaks


def test_what_stands_between_commas_does_not_part_its_surroundings():
    text = "The mayor, who had denied it, was held."
    sentence = make_sentence(text, 0, len(text))
    held = sentence.word_at(text.index("held"))
    assert sentence.breaks_between(1, held) == ()


@given(st.text(alphabet="abc ,.'\"()-AND 19", max_size=120))
def test_any_text_can_be_cut(text):
    sentence = make_sentence(f"x{text}", 0, len(text) + 1)
    assert len(sentence.clauses) == len(sentence.words)
    assert list(sentence.clauses) == sorted(sentence.clauses)


def test_a_span_is_mapped_to_the_words_it_touches(sentence_of):
    sentence = sentence_of("Floods hit Port Sudan today.")
    assert sentence.word_range(Span(11, 21)) == (2, 4)
