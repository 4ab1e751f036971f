from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest

from placemap.core import Document
from placemap.events.extractor import read_drafts
from placemap.events.places.worth import WorthModel, keep_worthy, rows_of
from placemap.events.places.worth_clues import WorthClues
from placemap.events.places.worth_words import WordWeights
from placemap.trees import Trees

KINDS = {"Lima": "P.PPLC|||PE", "Norland": "A.PCLI"}


@pytest.fixture
def read(toponyms_in):
    """Return a maker: the drafts and the scene of a text."""

    def make(text):
        document = Document(id="d", text=text, published=date(2024, 3, 14))
        return read_drafts(document, toponyms_in(text, KINDS))

    return make


def model_saying(odds):
    """Return a model of a single leaf: all pins are as likely."""
    trees = Trees(
        roots=np.array([0]),
        feature=np.array([0]),
        threshold=np.array([0.0], np.float32),
        value=np.array([odds], np.float32),
        child=np.array([0, 0]),
        depth=0,
    )
    return WorthModel(WordWeights({"head shell": 0.5}, 0.25), trees)


def test_likely_pins_are_drawn(read):
    drafts, scene = read("Rebels shelled Lima.")
    kept = keep_worthy(drafts, scene, model_saying(2.0))
    assert [len(d.event.places) for d in kept] == [1]
    assert "chance 0.88" in kept[0].event.why["worth"]


@pytest.mark.parametrize(
    ("text", "pins"),
    [
        ("In 1991 rebels shelled Norland.", 1),
        ("Rebels shelled Norland.", 0),
        ("In 1991 rebels shelled Lima.", 0),
        ("Norland denied that its army had shelled Norland.", 1),
    ],
)
def test_history_in_a_whole_country_needs_a_smaller_chance(read, text, pins):
    drafts, scene = read(text)
    assert [d.event.type for d in drafts] == ["ASSAULT"]
    kept = keep_worthy(drafts, scene, model_saying(0.2))
    assert len(kept[0].event.places) == pins


def model_by_clue(rows, chances):
    """Return a model that gives two rows that differ in a clue a chance each."""
    column = next(k for k, (a, b) in enumerate(zip(*rows, strict=True)) if a != b)
    first, second = rows[0][column], rows[1][column]
    odds = [math.log(chance / (1 - chance)) for chance in chances]
    low, high = odds if first < second else reversed(odds)
    trees = Trees(
        roots=np.array([0]),
        feature=np.array([column, 0, 0]),
        threshold=np.array([(first + second) / 2, 0, 0], np.float32),
        value=np.array([0, low, high], np.float32),
        child=np.array([1, 2, 1, 1, 2, 2]),
        depth=1,
    )
    return WorthModel(WordWeights({}, 0.25), trees)


@pytest.mark.parametrize(("chances", "pins"), [((0.9, 0.5), 2), ((0.9, 0.2), 0)])
def test_both_ends_of_a_road_are_drawn_or_neither(toponyms_in, chances, pins):
    text = "Quito was quiet. Rebels shelled a bus on the road between Lima and Quito."
    kinds = {"Lima": "P.PPLC|||PE", "Quito": "P.PPLC|||EC"}
    document = Document(id="d", text=text, published=date(2024, 3, 14))
    drafts, scene = read_drafts(document, toponyms_in(text, kinds))
    rows = WorthClues(scene, drafts).rows(0)
    kept = keep_worthy(drafts, scene, model_by_clue(rows, chances))
    assert [len(d.event.places) for d in kept] == [pins]


def test_events_of_the_table_stay_without_unlikely_pins(read):
    drafts, scene = read("Rebels shelled Lima.")
    kept = keep_worthy(drafts, scene, model_saying(-2.0))
    assert [len(d.event.places) for d in kept] == [0]
    assert kept[0].event.why["place"].startswith("too doubtful for a pin")


def test_plain_happenings_go_with_their_pins(read):
    drafts, scene = read("A couple found a cat in Lima on Tuesday.")
    assert drafts
    assert not keep_worthy(drafts, scene, model_saying(-2.0))


def test_a_text_without_events_has_no_pins(read):
    drafts, scene = read("Nothing.")
    assert keep_worthy(drafts, scene, model_saying(2.0)) == []


def test_a_model_is_read_as_it_was_written(read):
    drafts, scene = read("Rebels shelled Lima.")
    model = model_saying(1.0)
    again = WorthModel.load(model.dump())
    rows = rows_of(WorthClues(scene, drafts), again.words, 0)
    assert again.chances(rows) == model.chances(rows)
    assert again.words == model.words
    assert again.dump() == model.dump()


def test_what_the_words_say_is_the_last_clue(read):
    drafts, scene = read("Rebels shelled Lima.")
    clues = WorthClues(scene, drafts)
    words = WordWeights({"head shell": 0.5}, 0.25)
    assert [row[-1] for row in rows_of(clues, words, 0)] == [0.75]
    assert rows_of(clues, words, 0)[0][:-1] == clues.rows(0)[0]
