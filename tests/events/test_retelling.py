from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from placemap.core import Document
from placemap.events.extractor import read_drafts
from placemap.events.retelling import join_retold
from placemap.events.retelling_clues import pairs_of
from placemap.trees import Trees

KINDS = {"Lima": "P.PPLC|||PE", "Callao": "P.PPL|||PE"}


@pytest.fixture
def read(toponyms_in):
    """Return a maker: the drafts of a text, as rules place them."""

    def make(text):
        document = Document(id="d", text=text, published=date(2024, 3, 14))
        return read_drafts(document, toponyms_in(text, KINDS))[0]

    return make


def trees_saying(odds):
    """Return a single leaf: all pairs are as likely to be one."""
    return Trees(
        roots=np.array([0]),
        feature=np.array([0]),
        threshold=np.array([0.0], np.float32),
        value=np.array([odds], np.float32),
        child=np.array([0, 0]),
        depth=0,
    )


def trees_asking_for_same_type(drafts):
    """Return trees that find one event in two of the same type."""
    rows = [pair.row for pair in pairs_of(drafts)]
    types = [
        drafts[p.first].event.type == drafts[p.later].event.type
        for p in pairs_of(drafts)
    ]
    (column, *_) = (
        k for k in range(len(rows[0])) if [bool(row[k]) for row in rows] == types
    )
    return Trees(
        roots=np.array([0]),
        feature=np.array([column, 0, 0]),
        threshold=np.array([0.5, 0.0, 0.0], np.float32),
        value=np.array([0.0, -3.0, 3.0], np.float32),
        child=np.array([1, 2, 1, 1, 2, 2]),
        depth=1,
    )


THREE = "Rebels shelled Lima. A crowd set off in Lima. Gunmen stormed a school in Lima."


def test_what_is_surely_one_is_joined_with_all_its_words(read):
    drafts = read(THREE)
    (event,) = [d.event for d in join_retold(drafts, trees_saying(2.0))]
    assert event.mentions == tuple(d.event.trigger for d in drafts)
    assert "told again (chance 0.88)" in event.why["merged"]


def test_in_doubt_all_stay(read):
    drafts = read(THREE)
    assert join_retold(drafts, trees_saying(0.5)) == drafts


def test_each_two_of_many_have_to_be_one(read):
    drafts = read(THREE)
    assert [d.event.type for d in drafts] == ["ASSAULT", "OTHER", "ASSAULT"]
    joined = join_retold(drafts, trees_asking_for_same_type(drafts))
    assert [d.event.type for d in joined] == ["ASSAULT", "OTHER"]
    assert len(joined[0].event.mentions) == 2


def test_events_elsewhere_are_not_compared(read):
    drafts = read("Rebels shelled Lima. Gunmen stormed a school in Callao.")
    assert not list(pairs_of(drafts))
    assert join_retold(drafts, trees_saying(9.0)) == drafts


@pytest.mark.parametrize(
    "text",
    [
        "Envoys met in Lima. Gunmen killed two people in Lima.",
        "An earthquake struck Lima. A fire broke out in Lima.",
        "Gunmen shelled Lima on Monday. Gunmen shelled Lima on Friday.",
        "Thousands marched in Lima. Students will march in Lima.",
        "Gunmen killed three people in Lima. Gunmen killed nine people in Lima.",
    ],
)
def test_what_is_told_as_two_is_never_one(read, text):
    drafts = read(text)
    assert len(drafts) == 2
    assert not list(pairs_of(drafts))


def test_an_event_without_a_pin_is_left_alone(read):
    drafts = read("Rebels shelled Lima. Prices were a reason for the attack.")
    assert join_retold(drafts, trees_saying(9.0)) == drafts


def test_no_place_is_lost(read):
    drafts = read("Rebels shelled Lima. Gunmen stormed schools in Lima and Callao.")
    assert len(drafts) == 2
    (event,) = [d.event for d in join_retold(drafts, trees_saying(2.0))]
    assert [p.place for p in event.places] == ["test:Lima", "test:Callao"]


def test_the_one_that_says_what_it_was_stands_for_all(read):
    drafts = read("A crowd set off in Lima. Rebels shelled Lima on Friday.")
    plain = [d for d in drafts if d.is_plain]
    assert plain
    assert plain[0] is drafts[0]
    (event,) = [d.event for d in join_retold(drafts, trees_saying(2.0))]
    assert event.type == "ASSAULT"


def test_each_event_is_compared_with_a_limited_number_before_it(read):
    """Of a long document the time may not grow with its square."""
    drafts = read("Rebels shelled Lima. ")
    pairs = list(pairs_of(drafts * 200))
    assert len({pair.later for pair in pairs}) == 199
    assert max(pair.later - pair.first for pair in pairs) < 100


def test_rows_are_of_one_length(read):
    lengths = {len(pair.row) for pair in pairs_of(read(f"{THREE} {THREE}"))}
    assert len(lengths) == 1
