from __future__ import annotations

import pytest

from placemap.events.triggers.lexicon import groups
from placemap.events.triggers.topics import type_by_topic


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wards filled up with fever patients.", "DISEASE"),
        ("Vandals emptied the till.", "CRIME"),
        ("The river rose behind the dyke.", "DISASTER"),
        ("The choir sang.", ""),
        ("The driver met the judge.", ""),
    ],
)
def test_most_telling_words_decide_and_a_draw_tells_nothing(sentence_of, text, kind):
    assert type_by_topic(sentence_of(text)) == kind


def test_names_tell_nothing(sentence_of):
    assert type_by_topic(sentence_of("He sang in Storm Lake.")) == ""


def test_no_word_speaks_for_two_types():
    topics = [words for name, words in groups().items() if name.startswith("about_")]
    assert sum(map(len, topics)) == len(frozenset().union(*topics))
