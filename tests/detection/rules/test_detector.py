"""What is found as a mention, and with which span, form and role."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Document
from placemap.detection.rules.detector import LexiconDetector
from placemap.protocols import Detector


@pytest.fixture(scope="module")
def detector(gazetteer):
    return LexiconDetector(gazetteer)


@pytest.fixture
def found(detector, document):
    """Return the mentions of a text as a dictionary from text to mention."""
    return lambda text: {m.text: m for m in detector.detect(document(text))}


def test_detector_fits_the_protocol(detector):
    assert isinstance(detector, Detector)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell in Leeds on Monday.", ["Leeds"]),
        ("Fires burn near Houston and Austin.", ["Houston", "Austin"]),
        ("They fled to Alexandria, Kan., by bus.", ["Alexandria", "Kan."]),
        ("The bus left Paris, Texas, at noon.", ["Paris", "Texas"]),
        ("LEEDS (AP) - Trains stood still.", ["LEEDS"]),
        ("A Paris-based firm won.", ["Paris"]),
        ("Ferries to the Isle of Man were late.", ["Isle of Man"]),
        ("She moved to St. John's last year.", ["St. John's"]),
        ("The road is in southern Turkey now.", ["Turkey"]),
        ("A mine went off in the Khojavand area.", ["Khojavand"]),
        ("Talks in the U.S. and in the US stalled.", ["U.S.", "US"]),
        ("Trucks crossed the Lachin Corridor.", ["Lachin Corridor"]),
        ("Deputies in Walker County met.", ["Walker County"]),
    ],
)
def test_places_are_found_with_their_whole_name(detector, document, text, expected):
    assert [m.text for m in detector.detect(document(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reading is fun, most people said.",
        "Nice work, he said, mobile phone in hand.",
        "They were reading a nice book.",
        "We told them to eat turkey.",
        "Mr. Clinton paid. Clinton then left.",
        "Sheriff Walker spoke.",
        "Austin Powers danced.",
        "Michael Jordan scored. Jordan was tired.",
        "He lives at 12 London Road.",
        "An SUV and a Suv were parked.",
        "March and May passed.",
        "Police gave them two options, this or that, OR else.",
    ],
)
def test_words_people_and_streets_are_no_places(detector, document, text):
    assert detector.detect(document(text)) == []


@pytest.mark.parametrize("mark", ["'", "’"])
def test_possessive_ending_is_not_part_of_the_span(found, mark):
    assert list(found(f"Rain hit Leeds{mark}s old town.")) == ["Leeds"]


def test_common_word_is_a_place_where_the_text_shows_it(found):
    assert "Reading" in found("The train stopped in Reading, near London.")
    assert "Nice" in found("The mayor of the city of Nice spoke.")


def test_name_seen_clearly_once_is_found_everywhere(detector, document):
    text = "Floods hit the town of Shusha. Nobody in Shusha slept. Shusha waits."
    assert [m.text for m in detector.detect(document(text))] == ["Shusha"] * 3


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("Rain in Leeds.", "Leeds", "name"),
        ("Three Armenians came.", "Armenians", "demonym"),
        ("An Armenian officer came.", "Armenian", "adjective"),
        ("He is Armenian.", "Armenian", "demonym"),
        ("An Armenian-populated town.", "Armenian", "adjective"),
        ("The US army came.", "US", "abbreviation"),
        ("Floods in Salem, Oreg., receded.", "Oreg.", "abbreviation"),
    ],
)
def test_form_is_told(found, text, name, form):
    assert found(text)[name].form == form


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baku said the talks were over.", "Baku"),
        ("Moscow has also warned of war.", "Moscow"),
        ("A Moscow-brokered ceasefire held.", "Moscow"),
        ("However, Moscow's attention has moved.", "Moscow"),
        ("They answered an appeal to Baku from the rebels.", "Baku"),
        ("Relations between Baku and Yerevan are poor.", "Baku"),
        ("Relations between Baku and Yerevan are poor.", "Yerevan"),
        ("He accused Azerbaijan of lying.", "Azerbaijan"),
        ("Tensions with Turkey rose.", "Turkey"),
    ],
)
def test_country_or_capital_as_actor_is_a_metonym(found, text, name):
    assert found(text)[name].role == "metonym"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on Baku at night.", "Baku"),
        ("Officials in Moscow said little.", "Moscow"),
        ("Leeds said goodbye to its mayor in Leeds.", "Leeds"),
        ("He flew from Yerevan to Baku.", "Yerevan"),
    ],
)
def test_place_where_something_is_stays_literal(found, text, name):
    assert found(text)[name].role == "literal"


@pytest.mark.parametrize(
    "text",
    [
        "Leeds Police opened an inquiry.",
        "She studies at Leeds University.",
        "He studied at the University of Leeds.",
    ],
)
def test_name_inside_an_organisation_is_embedded(found, text):
    assert found(text)["Leeds"].role == "embedded"


def test_mentions_are_ordered_and_apart_and_repeatable(detector, document):
    text = "Leeds, London and Lachin Corridor. US troops left Baku, Paris, Texas."
    mentions = detector.detect(document(text))
    assert mentions == detector.detect(document(text))
    for one, following in pairwise(mentions):
        assert one.span.end <= following.span.start


@given(st.text(alphabet="LeedsParis U.S.'’-,()\n ab", max_size=60))
def test_any_text_gives_spans_within_it(gazetteer, text):
    mentions = LexiconDetector(gazetteer).detect(Document(id="d", text=text))
    for mention in mentions:
        assert mention.span.of(text) == mention.text
        assert 0.0 <= mention.score <= 1.0


def test_empty_text_has_no_mentions(detector, document):
    assert detector.detect(document("")) == []
