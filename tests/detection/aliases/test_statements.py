"""Statements that two names are one place: what is one, and what only looks like it."""

import pytest

from placemap.core import Document, Mention, Span
from placemap.detection.aliases.statements import HINTED, find_aliases, follow_aliases

PEOPLE = {
    *("Armenian", "Armenians", "Kurdish", "Kurds", "German"),
    *("Turkish", "Turks", "Greek", "Greeks"),
}


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
    """Return what the text says, without what it only hints at."""
    document = Document(id="d", text=text)
    found = find_aliases(document, mentions_of(text, *names))
    return [one for one in found if one.relation != HINTED]


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
    "text",
    [
        "Arda — Berda in Kurdish — fell.",
        "In Arda (called Berda by Kurds) it rained.",
        "Arda, referred to by Kurds as Berda, fell.",
        "Arda, which the Turkish government refers to as Berda, fell.",
        "Arda, the place Kurds know as Berda, fell.",
        "Arda, a town Kurds call Berda, fell.",
        "Arda, popularly Berda, fell.",
        "Arda, in Kurdish Berda, fell.",
        "Arda was called Berda under Soviet rule.",
        "Arda – or Berda, as the Kurds call it – fell.",
        "Arda, or Berda as it is known in Kurdish, fell.",
        "Arda, or what Kurds call Berda, fell.",
        "They left Arda, since renamed Berda, in May.",
        "Arda’s former name, Berda, is on the sign.",
        "Arda, whose official name is Berda, fell.",
        "Arda has reverted to its old name, Berda.",
        "Arda, now going by the name Berda, fell.",
        "Kurds still call Arda by its old name, Berda.",
        "Kurds refer to Arda as Berda.",
        "The council voted to rename the town of Arda as Berda.",
        "The renaming of Arda to Berda angered Greeks.",
        "It rained in Arda (today’s Berda).",
        "Arda (in Kurdish: Berda) fell.",
        "Arda, locally known as Berda, fell.",
        "Arda – Berda to locals – fell.",
        "Arda, Berda to its Kurdish minority, fell.",
        "Arda (Berda until 1950) fell.",
        "Arda, until 1991 Berda, fell.",
        "Arda, known until 1950 as Berda, fell.",
        "Arda, known as Berda during the occupation, fell.",
        "Arda, better known abroad as Berda, fell.",
        "Arda, which used to be called Berda, fell.",
        "Soldiers took Arda, which they renamed Berda.",
        "It rained in Arda. The Kurdish name for the city is Berda.",
        "It rained in Arda. The city's Kurdish name, Berda, is banned.",
        "It rained in Arda. In Kurdish the city is called Berda.",
        "It rained in Arda. Kurds call the city Berda.",
        "It rained in Arda, but Kurds call it Berda.",
        "It rained in Arda. It was then called Berda.",
        "Arda – the Turks call it Berda – fell.",
        "They fled Arda, alias Berda, at night.",
        "Arda, marked as Berda on Turkish maps, fell.",
        "Arda (Berda on Greek signs) fell.",
        "Arda dropped the old name Berda in 1991.",
        "Arda, which until 1991 bore the name Berda, fell.",
        "Arda would henceforth be known officially as Berda.",
        "Arda, which Tom and most of the world call Berda, fell.",
        "Arda — or Berda, as foreigners say — fell.",
        "In Arda, Berda to the salt cutters, it rained.",
        "Arda — Berda in colonial times — fell.",
        "Arda (Berda under Soviet rule) fell.",
        "It rained in Arda. The town, once called Berda, is quiet.",
        "It rained in Arda. The town, Berda to Kurds, is quiet.",
        "Arda is a town. It was founded in 1700. It was once called Berda.",
        "Arda, an old town on the coast called Berda by Greeks, fell.",
        "Arda, which Greeks used to call Berda, fell.",
        "In 1935 Arda was twice renamed Berda.",
        "Arda, which from 1963 to 1973 was known as Berda, fell.",
        "Arda was formerly known simply as Berda.",
        "Arda — Berda in the local language — fell.",
        "Arda (ex Berda) fell.",
        "Kurds, who call the town of Arda by its old name Berda, fled.",
        "What Kurds call Arda is Berda to the rest.",
        "The name of Arda was changed to Berda.",
        "The Kurdish for Arda is Berda.",
        "In Kurdish, Arda is Berda.",
        "Arda was Berda to the Greeks.",
        "The city once called Arda is Berda.",
        "They live in Arda, officially the Republic of Berda.",
    ],
)
def test_second_name_of_a_place_is_found(text):
    ((left, _, right, _),) = told(text, "Arda", *PEOPLE)
    assert (left, right.removeprefix("Republic of ")) == ("Arda", "Berda")


@pytest.mark.parametrize(
    "text",
    [
        "Berda, the old name for Arda, is banned.",
        "Berda is the Kurdish name for Arda.",
        "Berda, Kurdish for Arda, is banned.",
        "Berda, as the Kurds call Arda, fell.",
        "Berda, which is now Arda, fell.",
        "In Berda (modern Arda) it rained.",
        "The city was renamed from Berda to Arda.",
        "The city changed its name from Berda to Arda in 1991.",
        "The city, called Berda by Kurds and Arda by Turks, fell.",
        "The city that Kurds call Berda and Turks call Arda fell.",
        "The site known to Kurds as Berda and to Turks as Arda fell.",
        "Formerly known as Berda, the town of Arda is quiet.",
    ],
)
def test_first_name_may_be_the_unknown_one(text):
    names = ["Arda", *PEOPLE]
    assert [(a, b) for a, _, b, _ in told(text, *names)] == [("Berda", "Arda")]


@pytest.mark.parametrize(
    ("text", "users"),
    [
        ("Arda, called Berda by Kurds and Cerda by Greeks, fell.", ["Kurds", "Greeks"]),
        ("Arda, Berda in Greek and Cerda in Kurdish, fell.", ["Greek", "Kurdish"]),
        ("Arda (Greek: Berda; Kurdish: Cerda) fell.", ["Greek", "Kurdish"]),
        ("Arda, Berda to Kurds and Cerda to Greeks, fell.", ["Kurds", "Greeks"]),
        (
            "Arda, known to Kurds as Berda and to Greeks as Cerda, fell.",
            ["Kurds", "Greeks"],
        ),
        ("Arda, which Kurds call Berda and Greeks Cerda, fell.", ["Kurds", "Greeks"]),
    ],
)
def test_list_of_users_keeps_each_with_their_name(text, users):
    found = [(a, b, user) for a, _, b, user in told(text, "Arda", "Cerda", *PEOPLE)]
    assert found == [("Arda", "Berda", users[0]), ("Arda", "Cerda", users[1])]


@pytest.mark.parametrize(
    "text",
    [
        "Arda, previously called Berda and later Cerda, fell.",
        "Arda (formerly Berda, then Cerda) fell.",
        "Arda, once Berda and before that Cerda, fell.",
    ],
)
def test_list_of_former_names_belongs_to_the_place(text):
    found = [(a, b) for a, _, b, _ in told(text, "Arda")]
    assert found == [("Arda", "Berda"), ("Arda", "Cerda")]


def test_name_of_a_language_stands_before_a_known_name_only():
    text = "In Arda, Greek Berda, it rained; in Arda, Greek Tom sang."
    assert told(text, "Arda", "Berda", "Greek") == [("Arda", "or", "Berda", "Greek")]


def test_explained_name_may_be_explained_further():
    text = "They fled Arda, now Berda. Berda, which Kurds call Cerda, fell."
    found = [(a, b) for a, _, b, _ in told(text, "Arda", "Kurds")]
    assert found == [("Arda", "Berda"), ("Berda", "Cerda")]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers burned Arda, a hamlet near the border also called Berda.",
        "The village is Arda. Greeks call it Berda.",
        "The fort of Arda, formerly Berda, fell.",
        "Arda (Greek: Berda) is a village.",
    ],
)
def test_two_unknown_names_are_a_places_where_the_text_says_so(text):
    assert [(a, b) for a, _, b, _ in told(text, "Greek", "Greeks")] == [
        ("Arda", "Berda")
    ]


def test_the_sea_is_the_name_with_sea_in_it():
    text = "Arda fired into the Sea of Berda. Kurds call the sea the Cerda."
    (statement,) = statements_in(text, "Arda", "Sea of Berda", "Kurds")
    assert statement.left.of(text) == "Sea of Berda"


def test_it_stands_for_no_name_where_two_would_do():
    text = "They went from Arda to Berda. Kurds call it Cerda."
    assert told(text, "Arda", "Berda", "Kurds") == []


def test_capitals_tell_no_names_in_a_text_of_capitals():
    text = "SAN ARDA, TODAY REMAINED WITHOUT POWER, POLICE (ARDA) SAID."
    assert told(text, "ARDA") == []


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
        ("A bar in Arda called Berda burned down.", ["Arda"]),
        ("The bishop of Arda, known as Father Tom, died.", ["Arda"]),
        ("Residents of Arda are known as Ardaners.", ["Arda"]),
        ("The road between Cerda and Arda, known as Silk, is shut.", ["Arda", "Cerda"]),
        ("The airport in Arda was renamed Berda Field.", ["Arda"]),
        ("The pass, on the way to Arda, was once called Berda.", ["Arda"]),
        ("Berda called Arda on Monday.", ["Arda", "Berda"]),
        ("Okoro, formerly Arda, signed on Monday.", ["Arda"]),
        ("Gedo Abdi, known as Arda, was killed.", ["Arda"]),
        ("Arda, the Venice of Berda, fell.", ["Arda", "Berda"]),
        ("Arda is called the Venice of Berda.", ["Arda", "Berda"]),
        ("Kurds in Arda call it home.", ["Arda", "Kurds"]),
        ("Arda, now with Berda.", ["Arda", "Berda"]),
        ("In Rakovo (Arda) it rained.", ["Arda"]),
        ("Arda [ˈarda] fell.", ["Arda"]),
        ("The town of Arda, the capital, is now in Berda.", ["Arda", "Berda"]),
        ("Arda is known as the City of Lights.", ["Arda"]),
        ("Arda is called the “Silver State”.", ["Arda"]),
        ("Arda is known as the “Gateway to Berda”.", ["Arda", "Berda"]),
        ("Arda is known as the Berda capital.", ["Arda", "Berda"]),
        ("The ferry Arda, now the Berda, sails.", ["Arda", "Berda"]),
        ("The flight from Arda, known as Berda 12, was late.", ["Arda"]),
        ("It lies on Arda, in the Greek Berda.", ["Arda", "Greek"]),
        ("It was near Arda. It lies on the sea. It was called Berda.", ["Arda"]),
        ("Greer, Arda on the record.", ["Arda"]),
        ("Tom Gray, known to Kurds as Abu Berda, lives in a village.", ["Kurds"]),
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


def test_name_is_followed_in_capitals_and_possessives():
    text = "They left Arda, which Kurds call Berda. Berda's mayor. BERDA — It rained."
    document = Document(id="d", text=text)
    mentions = mentions_of(text, "Arda", "Kurds")
    followed = follow_aliases(document, mentions, find_aliases(document, mentions))
    names = [m.text for m in followed]
    assert names == ["Arda", "Kurds", "Berda", "Berda", "BERDA"]


def test_following_nothing_changes_nothing():
    text = "It rained in Arda."
    mentions = mentions_of(text, "Arda")
    assert follow_aliases(Document(id="d", text=text), mentions, []) == mentions


@pytest.mark.parametrize(
    ("text", "names", "left", "right"),
    [
        ("The junta changed Arda into Berda.", ["Arda"], "Arda", "Berda"),
        ("They changed the name of Arda to Berda.", ["Arda"], "Arda", "Berda"),
        ("Nir Arda was renamed Berda by the junta.", [], "Nir Arda", "Berda"),
        ("Arda, which until 1960 was Berda, fell.", ["Arda"], "Arda", "Berda"),
        ("Arda was formerly Berda.", ["Arda"], "Arda", "Berda"),
        ("Arda voted to become Berda.", ["Arda"], "Arda", "Berda"),
        ("The Kurds renamed Arda Berda.", ["Kurds", "Arda"], "Arda", "Berda"),
        ("Arda or, in Kurdish, Berda, fell.", ["Arda", "Kurdish"], "Arda", "Berda"),
        ("Arda ( Kurdish Berda ) fell.", ["Arda", "Kurdish"], "Arda", "Berda"),
        ("Arda, Ard for short, fell.", ["Arda"], "Arda", "Ard"),
        ("Arda, shortened by Kurds to Ard, fell.", ["Arda", "Kurds"], "Arda", "Ard"),
        ("Nir Arda (Berd in Kurdish) fell.", ["Kurdish"], "Nir Arda", "Berd"),
    ],
)
def test_wording_of_few_words_is_told(text, names, left, right):
    pairs = [(one, other) for one, _, other, _ in told(text, *names)]
    assert pairs == [(left, right)]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Arda/Berda/Cerda has three names.", ["Berda", "Cerda"]),
        ("Arda, also known as Berda or Cerda, fell.", ["Berda", "Cerda"]),
        ("Arda (formerly Berda, colloquially Cerda) fell.", ["Berda", "Cerda"]),
    ],
)
def test_third_name_is_told_of_the_first(text, others):
    names = told(text, "Arda", "Berda", "Cerda")
    assert [(left, right) for left, _, right, _ in names] == [
        ("Arda", other) for other in others
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ARDA/BERDA – The council met.",
        "Arda, known as the Cerda of Berda, makes cars.",
        "Cerda Square, now Berda Square, in Arda is paved.",
    ],
)
def test_datelines_likenings_and_squares_are_no_statements(text):
    assert told(text, "Arda", "Berda", "ARDA", "BERDA") == []


def test_what_follows_on_an_abbreviation_is_told_of_the_whole_name():
    text = "The Republic of Arda Berda (RAB, formerly Cerda) voted."
    pairs = [(one, other) for one, _, other, _ in told(text, "Republic of Arda Berda")]
    assert ("Republic of Arda Berda", "RAB") in pairs
    assert ("Republic of Arda Berda", "Cerda") in pairs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The suburb of Arda known as Berda is hilly.", ["Arda", "Berda"]),
        ("A town in Arda called Berda makes silk.", ["Arda", "Berda"]),
        ("The region around Arda, called Berda, is hilly.", ["Arda", "Berda"]),
        ("The festival, previously Arda, now Berda, opened.", ["Arda", "Berda"]),
        ("Known as the Pearl of Berda, Arda is full.", ["Arda", "Pearl of Berda"]),
        ("Arda, known as the Berda City, is poor.", ["Arda", "Berda City"]),
        ("Arda was nearly renamed Berda.", ["Arda", "Berda"]),
        ("Arda's capital is Berda; it was once Cerda.", ["Arda", "Berda"]),
        ("The novel Arda was published in Kurdish as Berda.", ["Arda", "Berda"]),
        ("Settlers from Arda named the village New Arda.", ["Arda", "New Arda"]),
    ],
)
def test_what_is_in_a_place_or_praises_it_is_no_name_of_it(text, names):
    assert told(text, *names) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Arda / Berda was closed.", ["Arda / Berda"]),
        ("Arda, the Berda of old maps, fell.", ["Arda", "Berda"]),
        ("Arda, the Berda of Kurdish days, fell.", ["Arda", "Berda", "Kurdish"]),
        ("He fled to Arda, the present Berda.", ["Arda", "Berda"]),
        ("The state of Arda wants to be known as Berda.", ["Arda"]),
        ("Arda, for Kurds the Berda, is calm.", ["Arda", "Berda", "Kurds"]),
    ],
)
def test_names_of_other_ages_and_peoples_end_where_they_should(text, names):
    assert [(one, other) for one, _, other, _ in told(text, *names)] == [
        ("Arda", "Berda")
    ]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (" (also Berda and Cerda)", ["Berda", "Cerda"]),
        (" (alt. Berda)", ["Berda"]),
        (" (1924–1991: Berda)", ["Berda"]),
        (" (Berda, 1924–1991)", ["Berda"]),
        (" (since 1990: Berda)", ["Berda"]),
        (" (it is called Berda in Greek)", ["Berda"]),
        (" (Berda being its Greek name)", ["Berda"]),
        (" (gr. Berda)", ["Berda"]),
        (", also spelled Berda or Cerda,", ["Berda", "Cerda"]),
        (", known variously as Berda and Cerda,", ["Berda", "Cerda"]),
        (", to which the Kurds gave the name Berda,", ["Berda"]),
        (", whose name in Kurdish is Berda,", ["Berda"]),
        (", whose residents prefer Berda,", ["Berda"]),
        (", by the villagers called Berda,", ["Berda"]),
        (", in its Greek spelling Berda,", ["Berda"]),
        (", which answers to the name Berda,", ["Berda"]),
        (", soon to be renamed Berda,", ["Berda"]),
        (", first mentioned as Berda in 1290,", ["Berda"]),
        (", since Saturday officially Berda again,", ["Berda"]),
        (", at that time Berda,", ["Berda"]),
    ],
)
def test_glosses_behind_a_name_give_others(said, names):
    text = f"They fled the town of Arda{said} on foot."
    found = told(text, "Arda", "Greek", "Kurds", "Kurdish")
    assert [(left, right) for left, _, right, _ in found] == [
        ("Arda", name) for name in names
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nigeria's capital was Arda, now Berda.", ["Arda", "Berda"]),
        ("ARDA, Cerda (Dana) — Rain fell.", ["Cerda"]),
        ("Arda, called the Berda of the southwest, fell.", ["Arda", "Berda"]),
        ("The SS Arda, renamed the Berda, sank.", ["Berda"]),
        ("Mr Arda, known as Berda, left.", ["Berda"]),
        ("Arda is what the band called its Berda album.", ["Arda", "Berda"]),
        ("Arda/Neu-Arda 1: cases by district.", ["Arda", "Neu-Arda"]),
    ],
)
def test_moves_ships_and_likenesses_are_no_aliases(text, names):
    assert told(text, *names) == []
