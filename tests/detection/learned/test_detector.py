"""What the learned detector finds with the shipped weights and gazetteer."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placemap.core import Document
from placemap.detection.learned.detector import WEIGHTS, LearnedDetector
from placemap.gazetteer import open_gazetteer
from placemap.protocols import Detector


@pytest.fixture(scope="module")
def detector():
    return LearnedDetector(open_gazetteer())


@pytest.fixture
def found(detector, document):
    """Return the texts of the mentions in a text."""
    return lambda text: [mention.text for mention in detector.detect(document(text))]


def test_detector_fits_the_protocol(detector):
    assert isinstance(detector, Detector)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell in Leeds on Monday.", ["Leeds"]),
        ("Fires burn near Houston and Austin.", ["Houston", "Austin"]),
        ("They fled to Alexandria, La., by bus.", ["Alexandria", "La."]),
        ("The bus left Paris, Texas, at noon.", ["Paris", "Texas"]),
        ("Ferries to the Isle of Man were late.", ["Isle of Man"]),
        ("The road is in southern Turkey now.", ["Turkey"]),
        ("Talks in the U.S. and in the US stalled.", ["U.S.", "US"]),
        ("Deputies in Walker County met.", ["Walker County"]),
        ("The train stopped in Reading, near London.", ["Reading", "London"]),
    ],
)
def test_places_are_found_with_their_whole_name(found, text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reading is fun, most people said.",
        "Nice work, he said, mobile phone in hand.",
        "They were reading a nice book.",
        "Mr. Clinton paid. Clinton then left.",
        "Sheriff Walker spoke.",
        "Michael Jordan scored twice. Jordan was tired.",
        "March and May passed.",
        "The committee met twice and adjourned without a vote.",
    ],
)
def test_words_and_people_are_no_places(found, text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KHANKENDI, Sept 19 (AP) -- Shelling was heard in the city.", "KHANKENDI"),
        ("LEEDS (AP) - Trains stood still.", "LEEDS"),
        ("NAIROBI, Kenya - Rivers rose for a third day.", "NAIROBI"),
        ("TBILISI: Schools stayed shut, the ministry said.", "TBILISI"),
    ],
)
def test_place_of_a_dateline_is_found(found, text, name):
    assert name in found(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SHELLS FELL ON STEPANAKERT. RESIDENTS OF SHUSHA FLED TO ARMENIA.",
         {"STEPANAKERT", "SHUSHA", "ARMENIA"}),
        ("FLOODS IN PAKISTAN HAVE KILLED MANY, POLICE IN LAHORE SAID.",
         {"PAKISTAN", "LAHORE"}),
        ("THE ARMY LEFT ALEPPO FOR DAMASCUS.", {"ALEPPO", "DAMASCUS"}),
    ],
)  # fmt: skip
def test_report_in_capitals_is_read_as_well(found, text, names):
    assert set(found(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two Dead as Storm Hits Manila and Cebu City", ["Manila", "Cebu City"]),
        ("Thousands March in Warsaw Over New Law", ["Warsaw"]),
        ("Governor Visits Flooded Towns in Kerala", ["Kerala"]),
    ],
)
def test_headline_in_which_every_word_has_a_capital_is_read(found, text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Floods cut off Dushanbe, Khujand, Kulob and the villages around Vahdat.",
            ["Dushanbe", "Khujand", "Kulob", "Vahdat"],
        ),
        (
            "Offices in Lagos, Abuja, Kano and Port Harcourt will close.",
            ["Lagos", "Abuja", "Kano", "Port Harcourt"],
        ),
    ],
)
def test_every_place_of_a_list_is_found(found, text, names):
    assert found(text) == names


@pytest.mark.parametrize("mark", ["'", "’"])
def test_possessive_ending_is_not_part_of_the_span(found, mark):
    assert found(f"Rain hit Sarajevo{mark}s old town.") == ["Sarajevo"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A Paris-based firm won.", ["Paris"]),
        ("Fighting in Nagorno-Karabakh stopped.", ["Nagorno-Karabakh"]),
        ("The Lisbon-Madrid train was late.", ["Lisbon", "Madrid"]),
    ],
)
def test_hyphens_join_or_part_as_the_name_does(found, text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text", ['Fans in "Damascus" wept.', "Fans in “Damascus” wept.", "in 'Damascus'."]
)
def test_quotation_marks_do_not_hide_a_place(found, text):
    assert found(text) == ["Damascus"]


@pytest.mark.parametrize("name", ["Sao Paulo", "São Paulo", "Zurich", "Zürich"])
def test_missing_accents_do_not_hide_a_place(found, name):
    assert found(f"Banks in {name} closed early.") == [name]


def test_name_the_gazetteer_lacks_is_found_where_the_text_shows_it(found):
    text = "Two people died in Akzharsk, a town in northern Kazakhstan."
    assert found(text) == ["Akzharsk", "Kazakhstan"]


def test_acronym_follows_the_name_it_stands_for(found):
    text = "Aid reached the Democratic Republic of the Congo (DRC). The DRC is vast."
    assert found(text) == ["Democratic Republic of the Congo", "DRC", "DRC"]


@pytest.mark.parametrize(
    ("text", "name", "form", "role"),
    [
        ("Three Armenians came.", "Armenians", "demonym", "literal"),
        ("An Armenian officer came.", "Armenian", "adjective", "literal"),
        ("Floods in the U.S. receded.", "U.S.", "abbreviation", "literal"),
        ("Baku said the talks were over.", "Baku", "name", "metonym"),
        ("Shells fell on Baku at night.", "Baku", "name", "literal"),
        ("Leeds Police opened an inquiry.", "Leeds", "name", "embedded"),
    ],
)
def test_form_and_role_are_told(detector, document, text, name, form, role):
    mentions = {one.text: one for one in detector.detect(document(text))}
    assert (mentions[name].form, mentions[name].role) == (form, role)


def test_name_in_another_script_is_found_within_an_english_text(found):
    text = "The road from Tbilisi to the town they call Москва was closed."
    assert found(text) == ["Tbilisi", "Москва"]


def test_document_in_another_language_is_read_by_its_own_rules(detector):
    text = "Le ministre est arrivé à Marseille avec des experts de la région."
    mentions = detector.detect(Document(id="d", text=text, language="fr"))
    assert "Marseille" in [one.text for one in mentions]


def test_weights_may_be_given_as_bytes_or_as_a_file(document):
    gazetteer = open_gazetteer()
    text = document("Rain fell in Leeds and in Paris, Texas.")
    shipped = LearnedDetector(gazetteer).detect(text)
    assert LearnedDetector(gazetteer, weights=WEIGHTS).detect(text) == shipped
    content = WEIGHTS.read_bytes()
    assert LearnedDetector(gazetteer, weights=content).detect(text) == shipped


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "no names here at all"])
def test_text_without_names_has_no_mentions(found, text):
    assert found(text) == []


@settings(deadline=None)
@given(st.text(alphabet="LeedsParis St. U.S.'’-,()\n ab7", max_size=60))
def test_any_text_gives_ordered_spans_within_it(detector, text):
    mentions = detector.detect(Document(id="d", text=text))
    for mention in mentions:
        assert mention.span.of(text) == mention.text
        assert 0.0 <= mention.score <= 1.0
    for one, following in pairwise(mentions):
        assert one.span.end <= following.span.start
    assert mentions == detector.detect(Document(id="d", text=text))
