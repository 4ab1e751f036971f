import pytest

from placemap.scoring.pairing import pair

TEXT = "New York City and York, York; Baku."
SPANS = {"New York City": (0, 13), "York": (18, 22), "York 2": (24, 28)}


def spans(pairs):
    return [(*_bounds(g), *_bounds(a)) for g, a in pairs]


def _bounds(item):
    return item.span.start, item.span.end


def test_exact_pairs_need_the_same_span(gold, answers):
    paired = pair(gold(TEXT, (0, 13), (18, 22)), answers((0, 8), (18, 22)))
    assert spans(paired.exact) == [(18, 22, 18, 22)]


def test_overlap_takes_the_better_fit_first_and_each_side_once(gold, answers):
    paired = pair(gold(TEXT, (0, 13)), answers((0, 3), (4, 13)))
    assert spans(paired.overlap) == [(0, 13, 4, 13)]
    paired = pair(gold(TEXT, (0, 3), (4, 13)), answers((0, 13)))
    assert spans(paired.overlap) == [(4, 13, 0, 13)]


def test_a_span_that_only_touches_does_not_overlap(gold, answers):
    assert pair(gold(TEXT, (0, 8)), answers((8, 13))).overlap == ()


def test_one_gold_span_twice_needs_two_answers(gold, answers):
    twice = gold(TEXT, (18, 22), (18, 22))
    assert len(pair(twice, answers((18, 22))).exact) == 1
    assert len(pair(twice, answers((18, 22), (18, 22))).exact) == 2


@pytest.mark.parametrize(
    ("answer", "is_paired"),
    [
        ((24, 28), True),  # the same word, six characters on
        ((18, 21), False),  # another word
        ((18, 22, None), False),  # found, but without a place
    ],
)
def test_named_pairs_are_the_same_word_nearby_and_located(
    gold, answers, answer, is_paired
):
    paired = pair(gold(TEXT, (18, 22)), answers(answer))
    assert bool(paired.named) == is_paired


def test_named_pairs_stay_within_ten_characters(gold, answers):
    text = "Baku said Baku."
    assert pair(gold(text, (0, 4)), answers((10, 14))).named == ()


def test_ignored_gold_takes_what_overlaps_it_along(gold, answers):
    text = gold(TEXT, (0, 13), (18, 22), types=["modifier", ""])
    found = answers((0, 8), (18, 22), (24, 28))
    paired = pair(text, found, is_ignored=lambda one: one.type == "modifier")
    assert [one.span.start for one in paired.gold] == [18]
    assert [one.span.start for one in paired.answers] == [18, 24]


def test_an_answer_that_belongs_to_other_gold_stays(gold, answers):
    text = gold(TEXT, (0, 8), (9, 13), types=["modifier", ""])
    paired = pair(text, answers((0, 13)), is_ignored=lambda one: one.type == "modifier")
    assert spans(paired.overlap) == [(9, 13, 0, 13)]
