"""Places that stand before what happened there."""

from __future__ import annotations

import pytest

KINDS = {"Raqqa": "P.PPL", "Hama": "P.PPL", "Lima": "P.PPLC"}


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("In Raqqa gunmen abducted a judge, and at Hama a protest ended.", "ASSAULT",
         ["Raqqa"]),
        ("In Raqqa gunmen abducted a judge, and at Hama a protest ended.", "PROTEST",
         ["Hama"]),
        ("Six people were killed on Monday; in Hama a protest ended.", "ASSAULT", []),
        ("Six people were killed on Monday, but in Hama the protest ended.", "PROTEST",
         ["Hama"]),
        ("Rebels killed six people and in Hama.", "ASSAULT", ["Hama"]),
        # what is joined on has a place of its own
        ("Rebels attacked a bus on Monday, and the schools in Hama were shut.",
         "ASSAULT", []),
    ],
)  # fmt: skip
def test_a_place_said_first_is_that_of_what_follows(extract, where, text, kind, places):
    events = [e for e in extract(text, KINDS) if e.type == kind]
    assert sorted({name for e in events for name in where(e)}) == places
