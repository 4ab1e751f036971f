import csv
import io

import pytest

from placemap.scoring.causes import find_faults
from placemap.scoring.figures import intervals, summarize, tally
from placemap.scoring.listing import (
    HEADING,
    cause_rows,
    distance_line,
    figure_rows,
    to_csv,
)
from placemap.scoring.pairing import pair

TEXT = "Rain fell on =Baku and\non Old Baku."


@pytest.fixture
def paired(gold, answers):
    return pair(gold(TEXT, (14, 18), (26, 34)), answers((13, 18), (26, 34)))


@pytest.fixture
def faults(paired):
    return find_faults(paired, lambda name: (), document="=1+1")


def test_figures_are_in_percent_with_their_intervals(paired):
    tallies = [tally(paired)]
    figures, bands = summarize(tallies), intervals(tallies, times=5)
    rows = {row[0]: row[1:] for row in figure_rows(figures, bands)}
    assert rows["recognition, exact span"] == ("50.0", "50.0", "50.0", "50.0 to 50.0")
    assert rows["end to end within 161 km"][2] == "100.0"
    assert "AUC 0.000" in distance_line(figures)


def test_partial_gold_has_no_precision(paired):
    rows = figure_rows(summarize([tally(paired)]), {}, is_partial=True)
    assert rows[0] == ("recognition, exact span", "", "50.0", "", "")


def test_given_spans_show_the_resolution_alone(paired):
    rows = figure_rows(summarize([tally(paired)]), {}, is_given=True)
    assert [row[0] for row in rows] == [
        "exact span and within 161 km, of all located gold"
    ]


def test_causes_are_counted_in_a_fixed_order(faults, gold, answers):
    missed = pair(gold(TEXT, (0, 4)), answers((5, 9)))
    more = find_faults(missed, lambda name: (), document="d")
    assert cause_rows([*faults, *more]) == [
        ("missed: not in gazetteer", 1),
        ("spurious", 1),
        ("wrong span", 1),
    ]


def test_the_table_holds_one_line_an_error_and_no_formula(faults):
    rows = list(csv.reader(io.StringIO(to_csv(faults), newline="")))
    assert rows[0] == list(HEADING)
    (cells,) = (dict(zip(HEADING, row, strict=True)) for row in rows[1:])
    assert cells["document"] == "'=1+1"
    assert cells["found"] == "'=Baku"
    assert cells["after"] == " and on Old Baku."
    assert (cells["gold_lat"], cells["gold_lon"]) == ("40.4000", "49.9000")


def test_a_negative_number_stays_a_number(gold, answers):
    from placemap.scoring.layout import Point

    lima = Point(lon_deg=-77.0, lat_deg=-12.0)
    paired = pair(gold("Lima", (0, 4, lima)), answers())
    (fault,) = find_faults(paired, lambda name: (), document="d")
    assert ",-12.0000,-77.0000," in to_csv([fault])
