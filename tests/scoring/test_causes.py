import pytest

from placemap.core import Candidate, Place
from placemap.scoring.causes import CAUSES, find_faults
from placemap.scoring.layout import Point
from placemap.scoring.pairing import pair

TEXT = "Rain fell on Baku and on Old Baku."
PARIS = Point(lon_deg=2.35, lat_deg=48.85)
KNOWN = {"Baku": [(49.9, 40.4), (44.0, 40.0)], "Old": [(2.35, 48.85)]}


def lookup(name):
    return [
        Candidate(
            place=Place(id=f"t:{n}", name=name, lon_deg=lon, lat_deg=lat), score=1
        )
        for n, (lon, lat) in enumerate(KNOWN.get(name, ()))
    ]


@pytest.mark.parametrize(
    ("gold_span", "answer", "causes"),
    [
        ((13, 17), (13, 17), []),
        ((13, 17), None, ["missed: rejected"]),
        ((25, 33), None, ["missed: not in gazetteer"]),
        (None, (13, 17), ["spurious"]),
        ((25, 33), (29, 33), ["wrong span"]),
        ((13, 17), (13, 17, None), ["no place: abstained"]),
        ((25, 33), (25, 33, None), ["no place: not in gazetteer"]),
        ((13, 17), (13, 17, PARIS), ["wrong place: right one known"]),
        ((25, 28), (25, 28, PARIS), ["wrong place: not in gazetteer"]),
        ((25, 33), (29, 33, PARIS), ["wrong span", "wrong place: not in gazetteer"]),
        ((13, 17, None), (13, 17, PARIS), []),  # gold without coordinates
        ((13, 17, None), (13, 17, None), []),
    ],
)
def test_each_error_has_its_cause(gold, answers, gold_span, answer, causes):
    text = gold(TEXT, *([gold_span] if gold_span else []))
    paired = pair(text, answers(*([answer] if answer else [])))
    faults = find_faults(paired, lookup, document="d")
    assert [fault.cause for fault in faults] == causes
    assert set(causes) <= set(CAUSES)


def test_partial_gold_knows_no_false_alarms(gold, answers):
    paired = pair(gold(TEXT, (13, 17)), answers((13, 17), (29, 33)))
    assert find_faults(paired, lookup, document="d", is_partial=True) == []


def test_an_error_shows_the_text_around_and_what_was_found(gold, answers):
    paired = pair(gold(TEXT, (25, 33)), answers((29, 33, PARIS)))
    fault = find_faults(paired, lookup, document="d")[0]
    assert fault.before == "Rain fell on Baku and on "
    assert (fault.words, fault.after, fault.found) == ("Old Baku", ".", "Baku")
    assert fault.distance_km == pytest.approx(3900, abs=200)


def test_errors_come_in_text_order(gold, answers):
    paired = pair(gold(TEXT, (25, 33), (13, 17)), answers((0, 4)))
    starts = [one.span.start for one in find_faults(paired, lookup, document="d")]
    assert starts == [0, 13, 25]
