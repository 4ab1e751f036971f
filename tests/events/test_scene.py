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
    found = scene(f"{line}Peruvian police met in Hama.")
    assert found.dateline is not None
    assert found.dateline.mention.text == "LIMA"
    assert found.dateline_end == len(line)


def test_a_report_may_have_no_dateline(scene):
    assert scene("Peruvian police met in Hama.").dateline is None


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
