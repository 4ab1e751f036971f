"""Learning the types of happenings from reports with marked events."""

from __future__ import annotations

from datetime import date

import pytest
from event_types import fit, type_unseen
from marked_reports import FOLDS, MarkedReport

from placemap.core import Document, Mention, Place, Span, Toponym
from placemap.events.extractor import read_drafts
from placemap.events.type_model import TypeModel, give_types

LIMA = Place(id="t:1", name="Lima", lon_deg=-77.0, lat_deg=-12.0, kind="P.PPLC")
CASES = {"AID": "a stray cat", "CRIME": "a bloody knife", "DISEASE": "mosquito larvae"}


def report(number, kind):
    """Return a report in which somebody found what tells of a type."""
    text = f"Neighbours found {CASES[kind]} in Lima on Tuesday."
    document = Document(id=f"{kind}{number}", text=text, published=date(2024, 3, 14))
    span = Span(text.index("Lima"), text.index("Lima") + 4)
    toponym = Toponym(
        id="t",
        mention=Mention(span=span, text="Lima"),
        place=LIMA,
        score=1.0,
        reason="",
    )
    start = text.index("found")
    event = {
        "type": kind,
        "alt_types": [],
        "triggers": [{"start": start, "end": start + len("found")}],
        "places": [],
    }
    row = {"corpus": "made", "id": f"{kind}{number}", "text": text, "events": [event]}
    return MarkedReport("made.jsonl", row, *read_drafts(document, [toponym]))


@pytest.fixture(scope="module")
def reports():
    return [report(number, kind) for number in range(20) for kind in CASES]


def test_words_tell_types_apart_that_the_verb_does_not(reports):
    model = TypeModel.load(fit(reports))
    assert model.types == tuple(CASES)
    for one in reports[:3]:
        (draft,) = give_types(one.drafts, model)
        assert draft.event.type == one.row["events"][0]["type"]


def test_the_same_reports_give_the_same_weights(reports):
    assert fit(reports) == fit(reports)


def test_every_report_is_typed_once_by_a_model_that_has_not_seen_it(reports):
    typed = type_unseen(reports)
    assert sorted(r.name for r in typed) == sorted(r.name for r in reports)
    assert len({r.fold for r in typed}) == FOLDS
    assert all(r.drafts[0].event.type == r.row["events"][0]["type"] for r in typed)
