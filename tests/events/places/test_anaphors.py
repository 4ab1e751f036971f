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


def test_there_may_open_the_clause(extract):
    text = "He died in Hama. There six men were abducted; in Raqqa they wept."
    found = extract(text, {"Hama": "P.PPL", "Raqqa": "P.PPL"})
    told = [e for e in found if text[e.trigger.start :].startswith("abducted")]
    assert places_of(told) == [("test:Hama", "in", True)]


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


@pytest.mark.parametrize(
    "text",
    [
        "HAMA (Agency) - Rebels and soldiers fought at the gates here on Tuesday.",
        "HAMA (Agency) - A mob in this quiet border town killed a judge.",
        "Judge dies\n\nHAMA (Agency) - A judge was killed here.",
        "HAMA (Agency) - Six people were killed. Rebels attacked the city.",
    ],
)
def test_here_and_the_city_may_be_the_dateline(extract, text):
    found = places_of(extract(text, {"HAMA": "P.PPL"}))
    assert found[-1][0] == "test:HAMA"


def test_here_in_a_quotation_is_where_the_speaker_is(extract):
    text = 'HAMA (Agency) - "They killed my uncle here," a man in Oslo said.'
    kinds = {"HAMA": "P.PPL|||SY", "Oslo": "P.PPLC|||NO"}
    assert places_of(extract(text, kinds)) == []


def test_here_is_where_the_first_of_several_things_happened(extract):
    text = "HAMA (Agency) - They signed a pact here to end a war."
    events = extract(text, {"HAMA": "P.PPL"})
    assert [bool(e.places) for e in events if e.type in ("AGREE", "ASSAULT")] == [
        True,
        False,
    ]


def test_a_place_said_after_the_trigger_goes_before_here(extract):
    text = "HAMA (Agency) - Refugees reached this town to escape fighting in Raqqa."
    found = places_of(extract(text, {"HAMA": "P.PPL", "Raqqa": "P.PPL"}))
    assert [p for p, _, _ in found] == ["test:Raqqa"]


def test_there_is_the_town_where_its_province_was_named_too(extract):
    kinds = {"Norland": "A.PCLI|||NO", "Hama": "P.PPL|||NO"}
    text = "Hama is in Norland. Six people were killed there."
    assert places_of(extract(text, kinds)) == [("test:Hama", "in", True)]


def test_both_towns_are_the_two_named_last(extract):
    kinds = {"Hama": "P.PPL", "Raqqa": "P.PPL", "Lima": "P.PPLC"}
    text = "Rebels reached Hama and Raqqa. The army pulled out of the area from both "
    found = places_of(extract(text + "towns.", kinds), "RETREAT")
    assert found == [("test:Hama", "in", True), ("test:Raqqa", "in", True)]


def test_both_towns_are_open_where_one_was_named(extract):
    text = "Rebels reached Hama. The army pulled out from both towns."
    assert places_of(extract(text, {"Hama": "P.PPL"}), "RETREAT") == []


@pytest.mark.parametrize(
    "text",
    [
        "Rain hurt Hama in May. Masked men abducted a judge in the area.",
        "Rain hurt Hama in May. In the city masked men abducted a judge.",
    ],
)
def test_the_area_and_the_city_may_be_pointed_at_before_the_trigger(extract, text):
    assert ("test:Hama", "in", True) in places_of(extract(text, {"Hama": "P.PPL"}))


TWO = "Rebels shelled Hama. Trucks were seized in Raqqa."


@pytest.mark.parametrize(
    ("later", "places"),
    [
        ("A judge was abducted there on Tuesday.", ["test:Raqqa"]),
        ("A judge was abducted in the same city on Tuesday.", ["test:Raqqa"]),
        ("A judge was abducted in the city on Tuesday.", []),
    ],
)
def test_there_and_the_same_city_are_the_last_scene(extract, later, places):
    found = extract(f"{TWO} {later}", {"Hama": "P.PPL", "Raqqa": "P.PPL"})
    last = [e for e in found if e.trigger.start > len(TWO)]
    assert [place for place, _, _ in places_of(last)] == places


def test_an_edge_of_the_town_is_in_it(extract):
    text = "Hama was calm in May. Rebels fired shells from the edge of the town."
    found = places_of(extract(text, {"Hama": "P.PPL"}))
    assert found == [("test:Hama", "in", True)]
