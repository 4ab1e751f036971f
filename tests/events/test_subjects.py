from __future__ import annotations

import pytest

from placemap.events.subjects import find_subject, phrase_after


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The army said it was over.", "said", "The army"),
        ("His family said it was over.", "said", "His family"),
        ("Chad, which borders Sudan, said it was over.", "said", "Chad"),
        ("However, the mayor later said it was over.", "said", "the mayor"),
        ("In a brief speech, the mayor said it was over.", "said", "the mayor"),
    ],
)
def test_the_subject_stands_before_its_verb(sentence_of, text, verb, subject):
    sentence = sentence_of(text)
    at = next(i for i, w in enumerate(sentence.words) if w.text == verb)
    assert find_subject(text, sentence, at).text == subject


def test_a_clause_without_words_before_the_verb_has_no_subject(sentence_of):
    text = "Said by nobody."
    assert find_subject(text, sentence_of(text), 0) is None


def test_a_phrase_ends_at_the_next_preposition_of_time_or_place(sentence_of):
    text = "It was over, said the governor of the province on Tuesday."
    sentence = sentence_of(text)
    at = next(i for i, w in enumerate(sentence.words) if w.text == "the")
    assert phrase_after(text, sentence, at).text == "the governor of the province"
