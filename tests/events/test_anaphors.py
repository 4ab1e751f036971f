from __future__ import annotations

import pytest


def places_of(events, kind="ASSAULT"):
    return [
        (p.place, p.relation, p.inferred)
        for e in events
        if e.type == kind
        for p in e.places
    ]


def test_there_is_the_place_named_last(extract):
    text = "The mayor of Hama was abducted and killed there on Tuesday."
    assert places_of(extract(text, {"Hama": "P.PPL"})) == [("test:Hama", "in", True)]


def test_there_is_open_where_two_places_were_named(extract):
    text = "Buses left Hama and Raqqa, and six people were killed there."
    assert places_of(extract(text, {"Hama": "P.PPL", "Raqqa": "P.PPL"})) == []


@pytest.mark.parametrize("line", ["line of contact", "entire line of contact"])
def test_a_line_of_contact_is_that_of_the_one_region(extract, line):
    text = f"Norland was calm in May. The army shelled villages along the {line}."
    found = extract(text, {"Norland": "L.RGN"})
    assert places_of(found) == [("test:Norland", "along", True)]
    assert found[0].places[0].where_prec == 5
