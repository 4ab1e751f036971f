"""The two looks: clues, measures and echoes of every stretch."""

import pytest

from placemap.detection.learned.echoes import NOTHING, Echoes, FirstOdds
from placemap.detection.learned.looks import FLOOR, Looks
from placemap.detection.learned.measures import MEASURES
from placemap.detection.learned.weights import ClueWeights
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading

TEXT = (
    "LEEDS (AP) - Floods hit Leeds, Walker County and Paris, Texas, on Monday. "
    "Mayor Anne Clinton of Leeds said 12 Mill Road was safe. Clinton left for Paris."
)


@pytest.fixture
def looks(gazetteer):
    return Looks(gazetteer, Reading(TEXT), facts_from(gazetteer))


def test_first_look_sums_the_weights_of_a_stretchs_clues(looks):
    known = {clue: 0.25 for clues in looks.clues() for clue in clues}
    odds = [one.total for one in looks.first(ClueWeights(known, -1.0))]
    expected = [-1.0 + 0.25 * len(clues) for clues in looks.clues()]
    assert odds == pytest.approx(expected)


def test_unknown_clues_weigh_nothing(looks):
    assert set(looks.first(ClueWeights({}, -2.0))) == {FirstOdds(-2.0, 0.0)}


def test_clues_of_different_questions_never_mix(looks):
    for clues in looks.clues():
        questions = [clue.partition("=")[0] for clue in clues]
        assert len(set(questions)) == len(questions)


def test_second_look_leaves_out_what_the_first_gave_up(looks):
    odds = [FirstOdds(FLOOR - 1.0, 0.0)] * len(looks.stretches)
    odds[1] = FirstOdds(2.0, 1.0)
    kept, rows = looks.second(odds)
    assert kept == [1]
    assert len(list(rows)) == 1


def test_every_row_has_the_same_measures(looks):
    kept, found = looks.second([FirstOdds(0.5, 0.0)] * len(looks.stretches))
    rows = list(found)
    assert len(rows) == len(kept)
    assert {len(row) for row in rows} == {MEASURES + 20}
    assert all(float(value) == value for row in rows for value in row)


def echoes_of(looks, odds_by_text):
    odds = [
        FirstOdds(odds_by_text.get(TEXT[one.start : one.end], -4.0), 0.0)
        for one in looks.stretches
    ]
    return Echoes(looks.reading, looks.stretches, odds)


def index_of(looks, name, nth=0):
    return [
        number
        for number, one in enumerate(looks.stretches)
        if TEXT[one.start : one.end] == name
    ][nth]


def test_echo_of_a_name_is_its_best_odds_elsewhere(looks):
    echoes = echoes_of(looks, {"LEEDS": 3.0, "Leeds": 1.0})
    _, _, best, mean, count, *_ = echoes.measure(index_of(looks, "Leeds"))
    assert (best, mean, count) == (3.0, 2.0, 3)


def test_name_that_stands_once_has_no_echo(looks):
    _, _, best, mean, count, *_ = echoes_of(looks, {}).measure(index_of(looks, "Texas"))
    assert (best, mean, count) == (NOTHING, NOTHING, 1.0)


def test_longer_and_shorter_readings_are_heard(looks):
    echoes = echoes_of(looks, {"Walker County": 4.0, "Walker": 1.5})
    longer, shorter, _ = echoes.measure(index_of(looks, "Walker"))[5:8]
    assert (longer, shorter) == (4.0, NOTHING)
    longer, shorter, _ = echoes.measure(index_of(looks, "Walker County"))[5:8]
    assert (longer, shorter) == (NOTHING, 1.5)


def test_mentions_beside_are_heard_with_their_distance(looks):
    echoes = echoes_of(looks, {"Paris": 2.0, "Texas": 3.0})
    before, to_before, behind, to_behind = echoes.measure(index_of(looks, "Paris"))[
        8:12
    ]
    assert (behind, to_behind) == (3.0, 2)
    assert before == NOTHING
    assert to_before == 300


def test_text_without_names_has_nothing_to_look_at(gazetteer):
    looks = Looks(gazetteer, Reading("nothing here"), facts_from(gazetteer))
    assert looks.stretches == []
    assert looks.first(ClueWeights({}, 0.0)) == []
    kept, rows = looks.second([])
    assert (kept, list(rows)) == ([], [])
