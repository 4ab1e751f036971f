import pytest

from placemap.scoring.calibration import calibration_error, judged, precision_at
from placemap.scoring.layout import Point
from placemap.scoring.pairing import pair

FAR = Point(lon_deg=2.35, lat_deg=48.85)


def test_located_gold_is_judged_by_exact_span_and_place(gold, answers):
    text = "Baku Baku Baku Baku Baku"
    paired = pair(
        gold(text, (0, 4), (5, 9), (10, 14), (15, 19), (20, 24, None)),
        answers((0, 4), (5, 8), (10, 14, FAR), (15, 19, None), (20, 24)),
    )
    assert list(judged(paired)) == [
        (1.0, True), (0.0, False), (1.0, False), (0.0, False)
    ]  # fmt: skip


def test_the_calibration_error_is_the_gap_between_scores_and_shares():
    sure_but_half_right = [(0.95, True), (0.95, False)]
    assert calibration_error(sure_but_half_right) == pytest.approx(0.45)
    assert calibration_error([(0.0, False)]) == 0


def test_precision_takes_the_best_scored_share():
    scored = [(0.9, True), (0.8, True), (0.7, False), (0.6, True), (0.0, False)]
    assert precision_at(scored, coverage=0.4) == 1
    assert precision_at(scored, coverage=0.8) == 3 / 4
    assert precision_at([], coverage=0.8) == 0
