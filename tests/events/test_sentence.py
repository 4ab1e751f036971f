from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Span
from placemap.events.sentence import make_sentence


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
    for i, number in enumerate(sentence.clauses):
        own = [k for k, other in enumerate(sentence.clauses) if other == number]
        assert own == list(range(*sentence.clause_range(i)))


def test_a_span_is_mapped_to_the_words_it_touches(sentence_of):
    sentence = sentence_of("Floods hit Port Sudan today.")
    assert sentence.word_range(Span(11, 21)) == (2, 4)
