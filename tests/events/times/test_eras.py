from __future__ import annotations

import pytest

from placemap.core import Span
from placemap.events.times.dates import find_dates


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It burned during the Second World War.", "1939/1945"),
        ("It burned in World War I.", "1914/1918"),
        ("It burned under the Khmer Rouge.", "1975/1979"),
    ],
)
def test_wars_and_ages_have_their_years(text, edtf):
    found = find_dates(text, Span(0, len(text)), published=None)
    assert [d.edtf for d in found] == [edtf]


def test_a_war_without_a_name_of_its_own_is_no_time():
    assert not find_dates("It burned in the war.", Span(0, 21), published=None)
