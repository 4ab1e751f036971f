"""Which places of a report an event may be given, and what is shown of them."""

from __future__ import annotations

import pytest

from placemap.core import Document
from placemap.events.extractor import read_drafts
from placemap.events.places.report_clues import ReportClues, may_be_placed

KINDS = {"Lima": "P.PPL", "Hama": "P.PPL", "Raqqa": "P.PPL"}


@pytest.fixture
def options(toponyms_in):
    def find(text, kinds=None):
        document = Document(id="d", text=text)
        drafts, scene = read_drafts(document, toponyms_in(text, kinds or KINDS))
        open_ = [i for i, draft in enumerate(drafts) if may_be_placed(draft)]
        return ReportClues(scene, drafts).options(open_[-1])

    return find


def names(found):
    return sorted(option.toponym.mention.text for option in found)


def test_every_place_of_a_short_report_is_weighed(options):
    text = "It was late in Lima. It was so in Hama and Raqqa. Police arrested six men."
    assert names(options(text)) == ["Hama", "Lima", "Raqqa"]


def test_places_of_other_sections_are_not_weighed(options):
    text = (
        "The week\n\nLima: It was late.\n\nHama: It was late in Raqqa.\n\n"
        "Outlook: Police arrested six men."
    )
    assert options(text) == []


def test_what_is_named_late_and_once_is_weighed_among_many(options):
    many = {f"Town{c}": "P.PPL" for c in "abcdefghijklmnop"}
    text = " ".join(f"It was late in {name}. {name} slept." for name in many)
    found = options(
        f"{text} It was late in Lima. Police arrested six men.", {**many, **KINDS}
    )
    assert "Lima" in names(found)
    assert len(found) < len(many)


def test_all_places_are_shown_by_as_many_numbers(options):
    text = "It was late in Lima. It was so in Hama. Police arrested six men."
    assert len({len(option.row) for option in options(text)}) == 1


def test_what_was_in_a_town_nobody_knows_is_given_no_other(options):
    text = "It was late in Lima. Gunmen killed six men near the village of Ab Khel."
    assert options(text) == []
