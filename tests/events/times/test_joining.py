from __future__ import annotations

from datetime import date

import pytest

from placemap.core import Span
from placemap.events.times.dates import find_dates

PUBLISHED = date(2023, 9, 20)  # a Wednesday


def found(text):
    dates = find_dates(text, Span(0, len(text)), published=PUBLISHED, view="back")
    return [(d.text, d.edtf) for d in dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It hit on Friday, 15 September.", ("Friday, 15 September", "2023-09-15")),
        ("It hit on Friday (September 15).", ("Friday (September 15", "2023-09-15")),
        ("Overnight on Saturday it hit.", ("Overnight on Saturday", "2023-09-16")),
        ("It hit in December last year.", ("December last year", "2022-12")),
        ("It hit on the eve of the vote on 4 September.",
         ("on the eve of the vote on 4 September", "2023-09-03")),
        ("It hit on the weekend of 9-10 September.",
         ("the weekend of 9-10 September", "2023-09-09/2023-09-10")),
    ],
)  # fmt: skip
def test_neighbours_that_mean_one_time_are_one(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It hit from Friday to Sunday.", "2023-09-15/2023-09-17"),
        ("It hit on Friday and Saturday.", "2023-09-15/2023-09-16"),
        ("From May 3 to May 5 it hit.", "2023-05-03/2023-05-05"),
        ("It hit from 30 August until 2 September.", "2023-08-30/2023-09-02"),
        ("It hit on 30 August - 2 September.", "2023-08-30/2023-09-02"),
    ],
)
def test_two_ends_make_a_stretch(text, days):
    assert [edtf for _, edtf in found(text)] == [days]


@pytest.mark.parametrize(
    "text",
    [
        "It hit on 3 May and 15 September.",
        "It hit on Friday; on Tuesday it hit again.",
        "It hit on Sunday and Friday.",
        "Talks since Monday and Tuesday failed.",
    ],
)
def test_two_times_stay_two(text):
    assert len(found(text)) == 2
