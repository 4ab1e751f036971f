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


def test_there_may_be_the_one_place_of_the_sentence_before(extract):
    text = "Hama was calm in May. Its mayor was abducted there on Tuesday."
    assert places_of(extract(text, {"Hama": "P.PPL"})) == [("test:Hama", "in", True)]
    two = "Hama and Raqqa were calm. The mayor was abducted there on Tuesday."
    assert places_of(extract(two, {"Hama": "P.PPL", "Raqqa": "P.PPL"})) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hama was calm in May. Rebels attacked the city on Tuesday.",
        "HAMA (Agency) - Rebels destroyed most of this city on Tuesday.",
    ],
)
def test_the_city_and_this_city_are_places_too(extract, text):
    found = extract(text, {"Hama": "P.PPL", "HAMA": "P.PPL"})
    assert [p.lower() for p, _, _ in places_of(found)] == ["test:hama"]


def test_the_country_is_the_one_country_named_before(extract):
    text = "Peru was calm in May. Six people were killed across the country."
    assert places_of(extract(text, {"Peru": "A.PCLI"})) == [("test:Peru", "in", True)]
