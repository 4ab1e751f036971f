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
