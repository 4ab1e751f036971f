"""Statements that speak of a name: whose it is, and where it stands."""

import pytest

from placemap.core import Document, Mention, Span
from placemap.detection.aliases.statements import find_aliases

KNOWN = {
    **dict.fromkeys(("Arda", "Berda"), "name"),
    **dict.fromkeys(("Kurds", "Kurdish", "Greek", "Greeks"), "demonym"),
}


def told(text):
    """Return left, right and user where Arda and Berda are both known places."""
    mentions = [
        Mention(span=Span(at, at + len(word)), text=word, form=form)
        for word, form in KNOWN.items()
        if (at := text.find(word)) >= 0 and not text[at + len(word)].isalpha()
    ]
    mentions.sort(key=lambda mention: mention.span)
    found = find_aliases(Document(id="d", text=text), mentions)
    return [(s.left.of(text), s.right.of(text), s.used_by) for s in found]


@pytest.mark.parametrize(
    ("text", "user"),
    [
        ("Arda is simply the Kurdish for Berda.", "Kurdish"),
        ("Arda remains the everyday name of Berda.", ""),
        ("Arda, to use the older name for Berda, was a province.", ""),
        ("Arda, Berda's Kurdish name, is on the bell.", "Kurdish"),
        ("Arda was what the Greeks called Berda.", "Greeks"),
        ("Posters said Arda, Berda being the Greek form.", "Greek"),
        ("Arda has two names, its Greek one being Berda.", "Greek"),
        ("By its old name of Arda, Berda was a city.", ""),
        ("The team reached Arda, for which the official name is Berda.", ""),
        ("Arda appears on Kurdish maps as Berda.", "Kurdish maps"),
        ("On Kurdish maps Arda is Berda.", "Kurdish maps"),
        ("Trains to Arda (Hung. Berda) are late.", "Hung"),
        ("Trains to Arda (official name: Berda) are late.", ""),
        ("Trains to Arda (historically also Berda) are late.", ""),
        ("Two men were shot in Arda. Berda is its Kurdish name.", "Kurdish"),
        ("They reached Arda. In Kurdish the name is Berda.", "Kurdish"),
        ("The city that Greeks called Arda is Berda.", "Greeks"),
        ("Old maps show Arda as Berda.", ""),
        ("Both names, Arda and Berda, are used.", ""),
    ],
)
def test_words_about_names_are_understood(text, user):
    assert told(text) == [("Arda", "Berda", user)]


def test_two_unknown_names_are_one_place_after_a_word_for_its_kind():
    text = "The island of Cerda, or Derda, is bare."
    assert told(text) == [("Cerda", "Derda", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Arda, known to his soldiers as Berda, was killed.",
        "Arda, known to Greeks as a triumph, was long ago.",
        "Kurds live in Arda, Greeks in Berda.",
        "The road from Cerda to Arda, called the Berda corridor, was blocked.",
        "Arda, known as the Silver City, froze.",
        "In Kurdish reports Arda and Berda are mentioned often.",
    ],
)
def test_what_is_no_name_of_the_place_is_left_alone(text):
    assert told(text) == []
