"""Statements that speak of a name: whose it is, and where it stands."""

import pytest

from placemap.core import Document, Mention, Span
from placemap.detection.aliases.statements import HINTED, find_aliases

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
    return [
        (s.left.of(text), s.right.of(text), s.used_by)
        for s in found
        if s.relation != HINTED
    ]


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
        ("Locals in Arda call the town Berda.", "Locals"),
        ("Fishermen in Arda use an older name for it: Berda.", "Fishermen"),
        ("Peasants near Arda still say Berda for the town.", "Peasants"),
        ("They fled Arda. One name for the town is Berda.", ""),
        ("Arda, Berda in the language of the pilots, is cold.", "pilots"),
        ("Arda, Berda to most who live there, is cold.", "most who live there"),
        ("Arda, Berda to the Dinka, is cold.", "Dinka"),
        ("Arda is Berda to the old folk.", "old folk"),
        ("Many Greeks use Arda for Berda.", "Greeks"),
        ("Greek maps show Arda as Berda.", "Greek maps"),
        ("They fled Arda. Greeks call the fenced-off quarter Berda.", "Greeks"),
        ("Greeks call the Arda the Berda.", "Greeks"),
        ("Elders in Arda recall when the town was called Berda.", ""),
    ],
)
def test_words_about_names_are_understood(text, user):
    assert told(text) == [("Arda", "Berda", user)]


def test_two_unknown_names_are_one_place_after_a_word_for_its_kind():
    text = "The island of Cerda, or Derda, is bare."
    assert told(text) == [("Cerda", "Derda", "")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("They reached Cerda, also known as Camp Derda.", ("Cerda", "Camp Derda")),
        ("They left Cerda (formerly Derda) on Monday.", ("Cerda", "Derda")),
        ("Cerda, or Hargreave's Atoll, is bare.", ("Cerda", "Hargreave's Atoll")),
        ("They retook Tell Cerda (Derda).", ("Tell Cerda", "Derda")),
        ("Umm Cerda/Um Derda: 320 tents.", ("Umm Cerda", "Um Derda")),
        ("Cerda, whose Kurdish name is Derda, fell.", ("Cerda", "Derda")),
        ("Cerdagrad, until 1991 Derda, is grey.", ("Cerdagrad", "Derda")),
        ("Cerda, known as Derda, lies on the coast.", ("Cerda", "Derda")),
    ],
)
def test_names_nobody_knows_are_places_where_something_shows_it(text, pair):
    assert [found[:2] for found in told(text)] == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Cerda, formerly Derda, signed on Monday.",
        "Cerda (Derda) sang.",
        "Cerda, called the Derda, froze.",
        "Cerda changed its name to FCSB.",
        "The Cerda Accords, known in Arda as Derda, failed.",
        "The ferry from Arda to Berda was renamed Cerda.",
        "Arda, which Greeks call the Cerdan regime, fell.",
    ],
)
def test_names_nobody_knows_are_no_places_otherwise(text):
    assert told(text) == []


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
