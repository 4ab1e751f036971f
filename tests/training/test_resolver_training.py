"""The resolver's weights: learned from examples, the same each time, calibrated."""

import json

import numpy as np
import pytest
import resolver as training
from corpora import GoldDocument

from placemap.core import Document
from placemap.disambiguation.model import Model
from placemap.disambiguation.ranking import RankingResolver
from placemap.disambiguation.table import Codebook
from placemap.gazetteer import open_gazetteer

# Town, what the text adds, longitude, latitude.
TOWNS = [
    ("Cambridge", "Massachusetts", -71.11, 42.38),
    ("Cambridge", "England", 0.12, 52.2),
    ("Hamilton", "Ontario", -79.85, 43.26),
    ("Hamilton", "Ohio", -84.56, 39.4),
    ("Richmond", "Virginia", -77.44, 37.54),
    ("Richmond", "California", -122.35, 37.94),
    ("Salem", "Oregon", -123.04, 44.94),
    ("Salem", "Massachusetts", -70.9, 42.52),
]


def gold(number, corpus="lgl"):
    town, outer, lon, lat = TOWNS[number % len(TOWNS)]
    text = f"Report {number}. Rain fell in {town}, {outer}, on Monday."
    start = text.index(town)
    row = {"start": start, "end": start + len(town), "lon": lon, "lat": lat}
    outer_start = text.index(outer)
    unlocated = {"start": outer_start, "end": outer_start + len(outer)}
    unlocated |= {"lon": None, "lat": None}
    document = Document(id=str(number), text=text, source=f"paper{number}.com")
    return GoldDocument(corpus=corpus, document=document, toponyms=(row, unlocated))


@pytest.fixture(scope="module")
def world():
    return open_gazetteer()


@pytest.fixture(scope="module")
def documents():
    return [gold(number) for number in range(24)]


@pytest.fixture(scope="module")
def weights(world, documents):
    return training.train(documents, gazetteer=world, seed=0)


def test_same_documents_and_seed_give_the_same_bytes(world, documents, weights):
    assert training.train(documents, gazetteer=world, seed=0) == weights
    assert Model.load(weights).dump() == weights


def test_learned_weights_decide_what_they_were_shown(world, documents, weights):
    resolver = RankingResolver(world, weights)
    for one in documents[: len(TOWNS)]:
        example = training.make_example(one, world, Codebook())
        model = Model.load(weights)
        assert [is_right for _, is_right, _ in training.judge(model, example)] == [True]
    assert resolver.resolve(documents[0].document, []) == []


def test_evidence_for_a_place_never_counts_against_it(weights):
    stored = json.loads(weights)
    learned = stored["later"]["places"]
    assert all(value > 0 for name, value in learned.items() if "near" in name)
    assert learned["lies_in_stated"] >= 3.0
    assert learned["holds_stated"] >= 3.0


def test_places_without_coordinates_are_no_target(world, documents):
    example = training.make_example(documents[0], world, Codebook())
    assert [target.mentions for target in example.targets] == [1]


def test_weight_multiplies_that_of_the_corpus(world, documents):
    full = training.make_example(documents[0], world, Codebook())
    half = training.make_example(documents[0], world, Codebook(), weight=0.5)
    assert half.weight == full.weight / 2


def test_nearest_candidates_are_a_second_answer():
    target = training.Target(0, np.array([3.0, 90.0, 400.0]), 1)
    (most, within), (rest, nearest) = target.answers()
    assert most + rest == pytest.approx(1.0)
    assert within.tolist() == [True, True, False]
    assert nearest.tolist() == [True, False, False]


def test_name_without_candidates_has_no_right_answer():
    target = training.Target(0, np.array([]), 1)
    assert [answer.tolist() for _, answer in target.answers()] == [[], []]


@pytest.mark.parametrize(("share", "expected"), [(0.9, 0.9), (0.5, 0.5), (0.2, 0.2)])
def test_calibrated_chance_is_how_often_it_was_right(share, expected):
    right = round(200 * share)
    outcomes = [(0.7, number < right, 1.0) for number in range(200)]
    outcomes += [(0.3, number < right / 2, 1.0) for number in range(200)]
    slope, shift = training._calibrate(outcomes)
    none = Model.load(
        b'{"format": "placemap-resolver/1", "slope": %f, "shift": %f, '
        b'"first": {"places": {}, "none": {}}, "later": {"places": {}, "none": {}}}'
        % (slope, shift)
    )
    assert none.calibrated(0.7) == pytest.approx(expected, abs=0.01)
    assert none.calibrated(0.3) == pytest.approx(expected / 2, abs=0.01)


def test_partial_corpora_are_sampled_the_same_way_each_time(monkeypatch):
    monkeypatch.setattr(training, "_MOST_PARTIAL", 5)
    documents = [gold(n, "wiktor") for n in range(20)] + [gold(30)]
    kept = training._sample(documents, 0)
    assert kept == training._sample(documents, 0) != training._sample(documents, 1)
    assert len(kept) == 6
    assert documents[-1] in kept
