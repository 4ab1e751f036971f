from __future__ import annotations

import pytest

from placemap.core import Span
from placemap.events.claims.speech import Record
from placemap.events.sentence import make_sentence
from placemap.text import sentences


def claimant_of(text, words):
    record = Record(text)
    found = [
        make_sentence(text, a, b, index=i) for i, (a, b) in enumerate(sentences(text))
    ]
    for sentence in found:
        record.hear(sentence)
    start = text.index(words)
    span = Span(start, start + len(words))
    index = next(s.index for s in found if s.span.covers(span))
    speech = record.find(span, index)
    return speech.claimant.text if speech and speech.claimant else None


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The army said rebels shelled the port.", "The army"),
        ("Rebels shelled the port, the army said.", "the army"),
        ("Rebels shelled the port, said the army chief.", "the army chief"),
        ("According to the army, rebels shelled the port.", "the army"),
        ("Rebels shelled the port, according to local officials.", "local officials"),
        ("In a brief speech, the premier said rebels shelled the port.", "the premier"),
        ("Toma Reva, a spokesman, said rebels shelled the port.",
         "Toma Reva, a spokesman"),
        ("The army accused the rebels of having shelled the port.", "The army"),
        ("The army took the hill and said rebels shelled the port.", "The army"),
        ("The army said it was over and claimed that rebels shelled the port.",
         "The army"),
        ("The mayor spoke of war. The statement said rebels shelled the port.", None),
        ("The army spoke out. It said rebels shelled the port.", None),
        ("No rest was claimed to follow after rebels shelled the port.", None),
        ("The need for peace, said once more, grew as rebels shelled the port.", None),
    ],
)  # fmt: skip
def test_the_claimant_is_the_speaker(text, claimant):
    assert claimant_of(text, "shelled") == claimant


def test_a_pronoun_is_the_last_speaker():
    text = "The army claimed victory. It said rebels shelled the port."
    assert claimant_of(text, "shelled") == "The army"


def test_a_quotation_belongs_to_the_nearest_speaker():
    text = "“They shelled the port again and again.” The mayor said it was over."
    assert claimant_of(text, "shelled") == "The mayor"


def test_what_nobody_is_quoted_for_has_no_claimant():
    assert claimant_of("Rebels shelled the port.", "shelled") is None


def test_a_denial_ends_before_the_next_verb():
    text = "The army denied the claim, recalled its envoy and shelled the port."
    assert claimant_of(text, "shelled") is None


def test_the_statement_speaks_for_the_last_speaker():
    text = "The army claimed victory. The statement said rebels shelled the port."
    assert claimant_of(text, "shelled") == "The army"


def test_a_passive_verb_of_saying_has_no_speaker():
    assert claimant_of("Clashes were reported near the port.", "Clashes") is None
    text = "The raid was described by the ministry as an operation."
    assert claimant_of(text, "raid") == "the ministry"
