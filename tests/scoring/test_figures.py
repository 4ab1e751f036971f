"""The figures, by hand and against the scorer that defines them where it is there."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Document, Span
from placemap.scoring.figures import distance_km, intervals, summarize, tally
from placemap.scoring.layout import Answer, GoldText, GoldToponym, Point, read_gold
from placemap.scoring.pairing import pair

SHARED = Path(__file__).parents[3] / "shared"
TEXT = "Baku, Paris, Lima, Quito and Baku again; baku, BAKU. Lima Lima."
NEAR = Point(lon_deg=50.0, lat_deg=40.5)
FAR = Point(lon_deg=2.35, lat_deg=48.85)


def figures(*pairs):
    return summarize([tally(one) for one in pairs])


def test_recognition_counts_every_toponym(gold, answers):
    found = figures(
        pair(
            gold(TEXT, (0, 4), (6, 11), (13, 17), (19, 24, None)),
            answers((0, 4), (6, 9), (29, 33)),
        )
    )
    assert found["exact_p"] == pytest.approx(1 / 3)
    assert found["exact_r"] == pytest.approx(1 / 4)
    assert found["overlap_f1"] == pytest.approx(2 * (2 / 3) * (2 / 4) / (2 / 3 + 2 / 4))


def test_resolution_looks_at_overlaps_with_located_gold(gold, answers):
    found = figures(
        pair(
            gold(TEXT, (0, 4), (6, 11), (13, 17), (19, 24, None)),
            answers((0, 4, NEAR), (6, 9, FAR), (13, 17, None), (19, 24)),
        )
    )
    assert found["acc161"] == 1 / 2
    assert found["acc161_all"] == 1 / 3
    # Quito is placed, but its gold has no coordinates: nothing is said of it.
    assert found["e2e161_p"] == 1 / 2
    assert found["e2e161_r"] == 1 / 3
    assert found["given_acc161"] == 1 / 3  # the span of Paris was not exact
    assert found["mean_km"] == found["median_km"] > 1000


def test_auc_is_0_for_no_error_and_1_for_the_other_side_of_the_earth(gold, answers):
    baku = (0, 4)
    exact = pair(gold(TEXT, baku, (29, 33)), answers(baku, (29, 33)))
    assert figures(exact)["auc"] == 0
    missed = pair(gold(TEXT, baku, (29, 33)), [])
    assert figures(missed)["given_auc"] == pytest.approx(1, abs=0.001)


def test_nothing_found_in_nothing_is_0(gold):
    found = figures(pair(gold(TEXT), []))
    assert {found[key] for key in ("exact_f1", "e2e161_f1", "acc161", "auc")} == {0}


def test_distance_is_along_the_great_circle():
    pole, equator = (
        Point(lon_deg=0, lat_deg=90),
        Point(lon_deg=120, lat_deg=0),
    )
    assert distance_km(pole, equator) == pytest.approx(10_007.6, abs=0.1)


def test_intervals_hold_the_figure_and_come_out_the_same_again(gold, answers):
    tallies = [
        tally(pair(gold(TEXT, (0, 4), (6, 11)), answers(*([(0, 4)] * (n % 2)))))
        for n in range(20)
    ]
    bands = intervals(tallies, times=200)
    low, high = bands["exact_r"]
    assert low < summarize(tallies)["exact_r"] < high
    assert bands == intervals(tallies, times=200)


# -- against the scorer ---------------------------------------------------------------


@pytest.fixture(scope="module")
def scorer():
    path = SHARED / "eval" / "score.py"
    if not path.is_file():
        pytest.skip("the scorer in ../shared is not there")
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


points = st.none() | st.builds(
    Point, lon_deg=st.floats(-180, 180), lat_deg=st.floats(-90, 90)
)
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(
    lambda pair: Span(pair[0], min(len(TEXT), sum(pair)))
)
toponyms = st.lists(
    st.tuples(spans, points, st.sampled_from(["", "modifier"])), max_size=9
)


def to_rows(toponyms):
    return [
        {
            "start": span.start,
            "end": span.end,
            "text": TEXT[span.start : span.end],
            "lat": point.lat_deg if point else None,
            "lon": point.lon_deg if point else None,
            "type": kind,
        }
        for span, point, kind in toponyms
    ]


def to_paired(documents, is_ignored):
    for number, (gold, found) in enumerate(documents):
        text = GoldText(
            document=Document(id=str(number), text=TEXT),
            toponyms=tuple(
                GoldToponym(span=s, text=TEXT[s.start : s.end], point=p, type=k)
                for s, p, k in sorted(gold, key=lambda one: one[0])
            ),
        )
        answers = [Answer(span=s, point=p) for s, p, _ in found]
        yield pair(text, answers, is_ignored=is_ignored)


@given(st.lists(st.tuples(toponyms, toponyms), min_size=1, max_size=4), st.booleans())
def test_every_figure_is_that_of_the_scorer(scorer, documents, ignores):
    gold = [
        {"id": str(n), "text": TEXT, "toponyms": to_rows(rows)}
        for n, (rows, _) in enumerate(documents)
    ]
    found = {str(n): to_rows(rows) for n, (_, rows) in enumerate(documents)}
    theirs = scorer.score(
        gold, found, lambda t: ignores and t["type"] == "modifier", boot=3
    )
    paired = to_paired(documents, lambda one: ignores and one.type == "modifier")
    tallies = [tally(one) for one in paired]
    bands = theirs.pop("interval")
    ours = summarize(tallies)
    assert ours.keys() == theirs.keys()
    assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-6)
    for key, band in intervals(tallies, times=3).items():
        assert band == pytest.approx(bands[key], rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("corpus", ["lgl", "trnews", "gwn"])
def test_every_figure_is_that_of_the_scorer_on_news(scorer, corpus):
    """Each gold toponym is answered by the one before it: a bit right, much wrong."""
    path = SHARED / "corpora" / f"{corpus}.dev.jsonl"
    found, tallies = {}, []
    for text in read_gold(path):
        golds = text.toponyms
        answers = [
            Answer(span=one.span if n % 3 else Span(one.span.start, one.span.end + 1),
                   point=golds[n - n % 2].point)
            for n, one in enumerate(golds)
        ]  # fmt: skip
        tallies.append(tally(pair(text, answers)))
        found[text.document.id] = [
            {
                "start": one.span.start,
                "end": one.span.end,
                "lat": one.point.lat_deg if one.point else None,
                "lon": one.point.lon_deg if one.point else None,
            }
            for one in answers
        ]
    theirs = scorer.score(scorer.load(path), found)
    assert summarize(tallies) == pytest.approx(theirs, rel=1e-6, abs=1e-6)
