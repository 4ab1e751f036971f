from __future__ import annotations

import pytest

from placemap.events.places.datelines import find_datelines


def places(text):
    return [line.place.of(text).strip() for line in find_datelines(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lima, Peru - Rivers rose.", ["Lima, Peru"]),
        ("Rivers rise\n\nLIMA, Peru, June 18 - Rivers rose.", ["LIMA, Peru"]),
        ("Rivers rise. LIMA: Rivers rose on Monday.", ["LIMA"]),
        ("Rivers rise. LIMA — Rivers rose on Monday.", ["LIMA"]),
        ("IN BRIEF\n\nLIMA - One.\n\nCUZCO (Agency) - Two.", ["LIMA", "CUZCO"]),
        ("Rivers rose in Lima - again.", []),
        ("SUMMARY\n- Rivers rose.\n- Roads were cut.", []),
        ("Rivers rose. It was wet. " * 20 + "LIMA - Rivers rose.", []),
    ],
)
def test_datelines_stand_first_after_the_headline_and_before_each_item(text, found):
    assert places(text) == found


def test_in_a_text_in_capitals_only_the_first_line_is_one():
    text = "LIMA, 5 DEC 89 -- RIVERS ROSE.\nCUZCO - ROADS WERE CUT."
    assert places(text) == ["LIMA"]


def test_what_is_reported_begins_after_the_dash():
    text = "LIMA (Agency) - Rivers rose."
    (line,) = find_datelines(text)
    assert text[line.end :] == "Rivers rose."
