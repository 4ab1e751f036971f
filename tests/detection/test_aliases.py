"""Statements that two names are one place: what is one, and what only looks like it."""

import pytest

from placemap.core import Document, Mention, Span
from placemap.detection.aliases import find_aliases, follow_aliases

PEOPLE = {"Armenian", "Armenians", "Kurdish", "Kurds", "German", "Turkish", "Greek"}


def mentions_of(text, *names):
    found = []
    for name in names:
        form = "demonym" if name in PEOPLE else "name"
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            found.append(Mention(span=span, text=name, form=form))
            start = text.find(name, span.end)
    return sorted(found, key=lambda mention: mention.span)


def statements_in(text, *names):
    document = Document(id="d", text=text)
    return find_aliases(document, mentions_of(text, *names))


def told(text, *names):
    """Return left, relation, right and user of every statement."""
    return [
        (s.left.of(text), s.relation, s.right.of(text), s.used_by)
        for s in statements_in(text, *names)
    ]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "They fled Arda, known as Berda by Armenians.",
            ["Arda", "Armenians"],
            ("Arda", "known_as", "Berda", "Armenians"),
        ),
        (
            "They fled Arda, known to nationalists as Berda.",
            ["Arda"],
            ("Arda", "known_as", "Berda", "nationalists"),
        ),
        (
            "They fled Arda, known locally as Berda.",
            ["Arda"],
            ("Arda", "known_as", "Berda", "locally"),
        ),
        (
            "Arda (also known as Berda) is quiet.",
            ["Arda"],
            ("Arda", "known_as", "Berda", ""),
        ),
        (
            "Arda, which Kurds call Berda, is quiet.",
            ["Arda", "Kurds"],
            ("Arda", "called_by", "Berda", "Kurds"),
        ),
        (
            "The city of Arda, called Berda by many locals, is quiet.",
            ["Arda"],
            ("Arda", "called_by", "Berda", "locals"),
        ),
        (
            "Kurds call Arda Berda.",
            ["Arda", "Berda", "Kurds"],
            ("Arda", "called_by", "Berda", "Kurds"),
        ),
        (
            "Arda, or Berda as Kurds call it, is quiet.",
            ["Arda", "Kurds"],
            ("Arda", "called_by", "Berda", "Kurds"),
        ),
        (
            "Arda, or Berda in Kurdish, is quiet.",
            ["Arda", "Kurdish"],
            ("Arda", "in_language", "Berda", "Kurdish"),
        ),
        (
            "Arda (Kurdish: Berda) is quiet.",
            ["Arda", "Kurdish"],
            ("Arda", "in_language", "Berda", "Kurdish"),
        ),
        (
            "Arda (Berda in Kurdish) is quiet.",
            ["Arda", "Kurdish"],
            ("Arda", "in_language", "Berda", "Kurdish"),
        ),
        (
            "Arda's Kurdish name Berda was painted over.",
            ["Arda", "Kurdish"],
            ("Arda", "in_language", "Berda", "Kurdish"),
        ),
        (
            "Arda, known in Germany as Berda, is quiet.",
            ["Arda", "Germany"],
            ("Arda", "in_language", "Berda", "Germany"),
        ),
        (
            "Arda, formerly Berda, is quiet.",
            ["Arda"],
            ("Arda", "former", "Berda", ""),
        ),
        (
            "Arda, previously known as Berda, is quiet.",
            ["Arda"],
            ("Arda", "former", "Berda", ""),
        ),
        ("Arda, now Berda, is quiet.", ["Arda"], ("Arda", "renamed", "Berda", "")),
        (
            "Arda was renamed Berda in 1995.",
            ["Arda"],
            ("Arda", "renamed", "Berda", ""),
        ),
        (
            "Arda changed its name to Berda.",
            ["Arda"],
            ("Arda", "renamed", "Berda", ""),
        ),
        (
            "Arda, as Berda was then called, grew.",
            ["Berda"],
            ("Arda", "former", "Berda", ""),
        ),
        (
            "Arda, officially Berda, is quiet.",
            ["Arda"],
            ("Arda", "official", "Berda", ""),
        ),
        (
            "Arda, also spelled Ardha, is quiet.",
            ["Arda"],
            ("Arda", "transliteration", "Ardha", ""),
        ),
        ("Rain in Arda (Berda).", ["Arda"], ("Arda", "parenthetical", "Berda", "")),
        ("They left Arda/Berda.", ["Arda", "Berda"], ("Arda", "slash", "Berda", "")),
        ("Arda, or Berda, fell.", ["Arda", "Berda"], ("Arda", "or", "Berda", "")),
        (
            "The Arda Valley Republic (AVR) fell.",
            ["Arda"],
            ("Arda Valley Republic", "abbreviation", "AVR", ""),
        ),
        (
            "The United Arda Emirates (UAE) fell.",
            [],
            ("United Arda Emirates", "abbreviation", "UAE", ""),
        ),
        (
            "Arda, known as “Berda” by Armenians.",
            ["Arda", "Armenians"],
            ("Arda", "known_as", "Berda", "Armenians"),
        ),
        (
            "In the village of Unk, known locally as Onk, it rained.",
            [],
            ("Unk", "known_as", "Onk", "locally"),
        ),
    ],
)
def test_wordings_of_an_alias_are_understood(text, names, expected):
    assert told(text, *names) == [expected]


def test_user_of_the_first_name_is_marked():
    (statement,) = statements_in("Berda, the Kurdish name for Arda.", "Arda", "Kurdish")
    assert statement.used_by == "Kurdish"
    assert statement.used_by_side == "left"


def test_list_of_names_in_several_languages_belongs_to_the_first():
    text = "Arda — Berda in Greek, Cerda in Turkish — is split."
    assert told(text, "Arda", "Greek", "Turkish") == [
        ("Arda", "in_language", "Berda", "Greek"),
        ("Arda", "in_language", "Cerda", "Turkish"),
    ]


def test_second_people_who_call_it_otherwise_are_kept():
    text = "Arda, which Kurds call Berda and Armenians call Cerda, is split."
    assert told(text, "Arda", "Kurds", "Armenians") == [
        ("Arda", "called_by", "Berda", "Kurds"),
        ("Arda", "called_by", "Cerda", "Armenians"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Arda (population 5,000) is quiet.", ["Arda"]),
        ("ARDA (AP) - Police came.", ["ARDA"]),
        ("In Arda (Reuters) it rained.", ["Arda"]),
        ("John Smith (Labour) won in Arda.", ["Arda"]),
        ("They met in Arda [in Berda].", ["Arda", "Berda"]),
        ("The only road from Arda, known as the Silk Gate, is shut.", ["Arda"]),
        ("An area of northern Arda known as Silkland fell.", ["Arda"]),
        ("The capital of Arda, known as a spa, is quiet.", ["Arda"]),
        ("Arda, now a port, grew.", ["Arda"]),
        ("He left Arda, now lives in Berda.", ["Arda", "Berda"]),
        ("Tom Gray, known as The Rock, sang in Arda.", ["Arda"]),
        ("Tom Gray, formerly Mayor of Arda, sang.", ["Arda"]),
        ("Arda, formerly of Berda, played.", ["Berda"]),
        ("The Arda Board of Schools (ABS) met.", ["Arda"]),
        ("He sells them in Arda (March).", ["Arda"]),
        ("The World Health Club (WHC) met in Arda.", ["Arda"]),
        ("", []),
    ],
)
def test_what_only_looks_like_an_alias_is_left_alone(text, names):
    assert told(text, *names) == []


def test_statement_carries_its_sentence():
    text = "It rained. Arda, formerly Berda, is quiet. Nothing more."
    (statement,) = statements_in(text, "Arda")
    assert statement.sentence.of(text) == "Arda, formerly Berda, is quiet."


def test_abbreviation_is_followed_through_the_text():
    text = "The Arda Republic (AR) fell. Later AR troops, and ARM, left AR."
    document = Document(id="d", text=text)
    mentions = mentions_of(text, "Arda")
    followed = follow_aliases(document, mentions, find_aliases(document, mentions))
    assert [(m.text, m.form) for m in followed] == [
        ("Arda Republic", "name"),
        ("AR", "abbreviation"),
        ("AR", "abbreviation"),
        ("AR", "abbreviation"),
    ]


def test_name_known_from_the_text_only_is_found_again():
    text = "Arda, known to Kurds as Berda, fell. In Berda it rained; Berdan is far."
    document = Document(id="d", text=text)
    mentions = mentions_of(text, "Arda", "Kurds")
    followed = follow_aliases(document, mentions, find_aliases(document, mentions))
    assert [m.text for m in followed] == ["Arda", "Kurds", "Berda", "Berda"]


def test_following_nothing_changes_nothing():
    text = "It rained in Arda."
    mentions = mentions_of(text, "Arda")
    assert follow_aliases(Document(id="d", text=text), mentions, []) == mentions
