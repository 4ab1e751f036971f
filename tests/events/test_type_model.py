from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from placemap.core import Document
from placemap.events.extractor import read_drafts
from placemap.events.type_model import TypeModel, give_types


@pytest.fixture
def read(toponyms_in):
    """Return a maker: the drafts of a text."""

    def make(text):
        document = Document(id="d", text=text, published=date(2024, 3, 14))
        drafts, _ = read_drafts(document, toponyms_in(text, {"Lima": "P.PPLC|||PE"}))
        return drafts

    return make


@pytest.fixture
def model():
    """Return a model that takes whatever cats have to do with for a rescue."""
    return TypeModel(
        types=("AID", "CRIME"),
        clues={"clause cat": 0, "clause knife": 1},
        weights=np.array([[2.0, 0.0], [0.0, 2.0]]),
        start=np.array([0.0, 0.5]),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A couple found a cat in Lima on Tuesday.", "AID"),
        ("A couple found a knife in Lima on Tuesday.", "CRIME"),
        ("A couple found a coin in Lima on Tuesday.", "CRIME"),
    ],
)
def test_plain_happenings_have_the_type_their_words_tell(read, model, text, expected):
    (event,) = [draft.event for draft in give_types(read(text), model)]
    assert event.type == expected


def test_a_type_by_the_model_says_so(read, model):
    (event,) = [
        d.event for d in give_types(read("A couple found a cat in Lima."), model)
    ]
    assert event.why["type"] == "by the words around 'find'"


def test_what_the_table_knows_keeps_its_type(read, model):
    drafts = read("Rebels shelled a cat in Lima.")
    assert [d.event.type for d in drafts] == ["ASSAULT"]
    assert give_types(drafts, model) == drafts


def test_happenings_without_a_place_stay_as_they_are(read, model):
    drafts = read("A couple found a cat on Tuesday. Rain fell in Lima.")
    assert not drafts[0].event.places
    assert give_types(drafts, model)[0] == drafts[0]


def test_deaths_of_no_told_cause_are_typed_too(read, model):
    drafts = read("Six people died in Lima on Tuesday.")
    assert [d.event.type for d in give_types(drafts, model)] == ["CRIME"]


def test_a_text_without_events_needs_no_model():
    assert give_types([]) == []


def test_clues_nobody_has_seen_leave_the_commonest_type(model):
    assert model.type_of({}) == model.type_of({"own levitate": 1.0}) == "CRIME"


def test_a_model_is_read_as_it_was_written(model):
    again = TypeModel.load(model.dump())
    assert (again.types, again.clues) == (model.types, model.clues)
    assert again.dump() == model.dump()
    assert again.type_of({"clause cat": 1.0}) == "AID"
