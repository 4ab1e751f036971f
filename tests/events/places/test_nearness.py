"""How near to an event the places of its report were named."""

from __future__ import annotations

import pytest

from placemap.core import Document
from placemap.events.extractor import read_drafts
from placemap.events.places.nearness import Nearness

KINDS = {"Lima": "P.PPL", "Hama": "P.PPL", "Raqqa": "P.PPL"}
OTHERS_SINCE, SCENES_SINCE, LINES, GOVERNOR, POINTED = 0, 1, 5, 7, 10
TEXT = (
    "Rebels shelled Lima on Monday.\n\nSix people were killed in Hama.\n"
    "Officers came from Raqqa. Police arrested two men in the town."
)


@pytest.fixture
def row(toponyms_in):
    def tell(name, text=TEXT):
        toponyms = toponyms_in(text, KINDS)
        drafts, scene = read_drafts(Document(id="d", text=text), toponyms)
        last = next(
            i for i, d in enumerate(drafts) if d.trigger.span.of(text) == "arrested"
        )
        toponym = next(t for t in toponyms if t.mention.text == name)
        return Nearness(scene, drafts, last).of(toponym)

    return tell


def test_what_was_named_last_is_nearest(row):
    assert [row(n)[OTHERS_SINCE] for n in ("Raqqa", "Hama", "Lima")] == [0, 1, 2]


def test_scenes_of_events_are_counted_apart(row):
    assert row("Hama")[SCENES_SINCE] < row("Lima")[SCENES_SINCE]


def test_lines_between_are_counted_up_to_three(row):
    assert [row(n)[LINES] for n in ("Raqqa", "Hama", "Lima")] == [0, 1, 3]


def test_what_governs_the_name_is_told(row):
    assert len({row(n)[GOVERNOR] for n in ("Raqqa", "Hama", "Lima")}) == 3


def test_the_town_points_at_towns(row):
    assert row("Hama")[POINTED]
    assert not row("Hama", TEXT.replace("in the town", "on Tuesday"))[POINTED]


def test_places_named_lately_are_looked_at(toponyms_in):
    drafts, scene = read_drafts(Document(id="d", text=TEXT), toponyms_in(TEXT, KINDS))
    found = Nearness(scene, drafts, len(drafts) - 1).place_ids
    assert found == ["test:Raqqa", "test:Hama", "test:Lima"]
