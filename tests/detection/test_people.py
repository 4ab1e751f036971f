"""Names of people, which are no places."""

import pytest

from placemap.core import Span
from placemap.detection.people import People
from placemap.detection.reading import Reading


def weight(text, name):
    start = text.rindex(name)
    return People(Reading(text)).weight(Span(start, start + len(name)), name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John Houston came.", "Houston"),
        ("J. D. Houston came.", "Houston"),
        ("Maria de la Cruz came.", "Cruz"),
        ("Paul Lincoln came. Then Lincoln left.", "Lincoln"),
    ],
)
def test_parts_of_full_names_speak_against_a_place(text, name):
    assert weight(text, name) < 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rain in Houston.", "Houston"),
        ("The Jackson County jail.", "County"),
        ("Madison Police came.", "Madison"),
        ("John, Houston and Leeds.", "Houston"),
    ],
)
def test_other_names_are_left_alone(text, name):
    assert weight(text, name) == 0
