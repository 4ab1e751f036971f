from __future__ import annotations

import pytest

from placemap.core import Document
from placemap.events.scene import Scene

KINDS = {
    "LIMA": "P.PPLC|||PE",
    "Peruvian": "A.PCLI||adjective|PE",
    "Hama": "P.PPL|||SY",
    "IN": "A.ADM1||abbreviation|US",
}


@pytest.fixture
def scene(toponyms_in):
    return lambda text: Scene(Document(id="d", text=text), toponyms_in(text, KINDS))


@pytest.mark.parametrize(
    "line",
    [
        "LIMA (Agency) - ",
        "LIMA, 5 DEC 89 -- ",
        "LIMA, March 5 (Agency) - ",
        "LIMA (PERU), 11 JAN 90 -- ",
    ],
)
def test_the_dateline_is_known_with_its_day_in_many_forms(scene, line):
    text = f"{line}Peruvian police met in Hama."
    found = scene(text)
    assert found.dateline_at(len(line)).mention.text == "LIMA"
    assert list(found.parts(0, len(text))) == [(len(line), len(text))]


def test_a_report_may_have_no_dateline(scene):
    found = scene("Peruvian police met in Hama.")
    assert found.dateline_at(0) is None
    assert list(found.parts(0, 28)) == [(0, 28)]


def test_the_share_of_a_country_leaves_the_dateline_out(scene):
    text = "LIMA (Agency) - Peruvian police met in Hama."
    assert scene(text).share_in("PE", len(text)) == 0.5
    assert scene("LIMA (Agency) - Rain fell.").share_in("PE", 26) == 0.0


def test_adjectives_name_what_is_elsewhere(scene, sentence_of):
    text = "Peruvian police arrested six men."
    assert scene(text).names_elsewhere(sentence_of(text), {"SY"})
    assert not scene(text).names_elsewhere(sentence_of(text), {"PE"})


@pytest.mark.parametrize(("text", "count"), [("MET IN HAMA", 0), ("Met IN hama", 1)])
def test_a_word_in_a_text_in_capitals_is_no_abbreviation(
    scene, sentence_of, text, count
):
    assert len(scene(text).within(sentence_of(text))) == count


def test_each_item_of_a_round_up_has_its_dateline(scene):
    text = "IN BRIEF\n\nLIMA - Rain fell.\n\nHama - Roads.\n\nLIMA - Snow fell."
    found = scene(text)
    parts = [text[a:b].strip() for a, b in found.parts(0, len(text))]
    assert parts == ["IN BRIEF", "Rain fell.\n\nHama - Roads.", "Snow fell."]
    assert found.dateline_at(0).span.start == text.index("LIMA")
    assert found.dateline_at(len(text)).span.start == text.rindex("LIMA")


@pytest.mark.parametrize(
    ("text", "is_unknown"),
    [
        ("It fell in Tankovo.", True),
        ("It fell in the town of Tankovo.", True),
        ("It fell in Hama.", False),
        ("It fell in May.", False),
        ("The mayor of Tankovo fell.", False),
    ],
)
def test_a_name_where_a_place_is_due_may_be_unknown(
    scene, sentence_of, text, is_unknown
):
    assert scene(text).names_unknown(sentence_of(text)) is is_unknown


def test_ships_are_named_after_places(scene, sentence_of):
    text = "They fired at the destroyer Hama."
    assert scene(text).within(sentence_of(text)) == []


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Police in Hama met. Hama is old.", "Hama"),
        ("Police in Hama met.", None),
        ("Hama, Hama and LIMA met.", None),
    ],
)
def test_the_only_town_is_named_twice_and_alone(scene, text, town):
    found = scene(text).only_town
    assert (found and found.mention.text) == town


@pytest.mark.parametrize("line", ["Hama. ", "Hama: "])
def test_the_one_place_that_heads_a_report_is_its_dateline(scene, line):
    text = f"Days of rain\n\n{line}Rivers rose on Monday."
    assert scene(text).dateline_at(len(text)).mention.text == "Hama"
    assert scene(text).head_at(len(text)) is None


def test_a_section_is_headed_by_the_place_at_its_start(scene):
    text = "The week\n\nHama: Rivers rose.\n\nLIMA: It was dry.\n\nOutlook: Rain."
    found = scene(text)
    heads = [found.head_at(text.index(word)) for word in ("Rivers", "It", "Rain")]
    assert [h.place and h.place.mention.text for h in heads] == ["Hama", "LIMA", None]
    assert found.head_at(2) is None


def test_a_paragraph_is_headed_by_a_place_that_is_no_country(scene):
    text = "The week\n\nHama: Rivers rose.\n\nLIMA: It was dry.\n\n\nDust. Wind."
    found = scene(text)
    towns = [found.headed_by(text.index(w)) for w in ("The", "Rivers", "It", "Wind")]
    assert [t and t.mention.text for t in towns] == [None, "Hama", "LIMA", None]


def test_lines_between_two_offsets_are_counted(scene):
    found = scene("Rain\n\nfell in Hama.\n")
    assert [found.lines_between(0, end) for end in (3, 7, 21)] == [0, 2, 3]


@pytest.mark.parametrize(
    ("text", "word"), [("In the Hama", "in"), ("Hama", ""), ("From Hama", "from")]
)
def test_the_word_before_a_name_is_told_past_an_article(scene, text, word):
    found = scene(text)
    assert found.word_before(found.known[0]) == word
