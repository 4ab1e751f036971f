from __future__ import annotations

import pytest

HOME = {"LIMA": "P.PPLC|||PE", "Peruvian": "A.PCLI||adjective|PE"}


def inferred(events, kind="ASSAULT"):
    """Return the place, its precision and the reason of each inferred event place."""
    return [
        (p.place.removeprefix("test:"), p.where_prec, e.why["place"])
        for e in events
        if e.type == kind
        for p in e.places
        if p.inferred
    ]


def test_harm_told_just_after_happened_at_the_same_place(extract):
    text = "Rebels shelled Hama on Monday. Masked men abducted a judge."
    found = extract(text, {"Hama": "P.PPL|||SY"})
    assert inferred(found) == [("Hama", 1, "where what was told just before happened")]


@pytest.mark.parametrize(
    "later",
    [
        "It was late. It was dark. It was cold. It was so. Men abducted a judge.",
        "Masked men from Lima abducted a judge.",
        "Police denied that masked men had abducted a judge.",
        "The president accused the rebels.",
        "Chadian soldiers abducted a judge.",
    ],
)
def test_a_place_does_not_carry_over_to_what_is_far_elsewhere_or_unreal(extract, later):
    kinds = {"Hama": "P.PPL|||SY", "Lima": "P.PPLC|||PE"}
    kinds["Chadian"] = "A.PCLI||adjective|TD"
    found = extract(f"Rebels shelled Hama on Monday. {later}", kinds)
    assert inferred(found) == inferred(found, "ACCUSE") == []


def test_harm_in_a_report_on_the_country_of_its_dateline_is_somewhere_around(extract):
    text = "LIMA, 5 DEC 89 -- Peruvian ministers met. Six people were killed by rebels."
    (found,) = inferred(extract(text, HOME))
    assert found == ("LIMA", 5, "somewhere around the dateline")


def test_the_dateline_counts_only_where_the_text_is_about_its_country(extract):
    elsewhere = {**HOME, "Hama": "P.PPL|||SY", "Raqqa": "P.PPL|||SY"}
    text = "LIMA (Agency) - Rebels in Hama and Raqqa spoke. Six people were killed."
    assert inferred(extract(text, elsewhere)) == []
    assert inferred(extract("LIMA (Agency) - Six people were killed.", HOME)) == []


@pytest.mark.parametrize("day", ["In 2002", "On 4 March 2019"])
def test_a_place_does_not_carry_over_to_another_time(extract, day):
    text = f"Rebels shelled Hama on Monday. {day}, masked men abducted a judge."
    assert inferred(extract(text, {"Hama": "P.PPL|||SY"})) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hama is old. Hama is big. A judge was abducted.", 1),
        ("Hama and Raqqa are old. Hama is big. A judge was abducted.", 0),
    ],
)
def test_harm_is_in_the_only_town_of_the_report(extract, text, count):
    kinds = {"Hama": "P.PPL|||SY", "Raqqa": "P.PPL|||SY"}
    found = [why for _, _, why in inferred(extract(text, kinds))]
    assert found == ["in the only town that the report names"] * count


def test_once_something_is_told_of_elsewhere_the_dateline_is_no_place(extract):
    kinds = {**HOME, "Cuzco": "P.PPL|||PE"}
    text = "LIMA (Agency) - Rebels in Cuzco shot a judge. On Monday a bus was bombed."
    assert [name for name, _, _ in inferred(extract(text, kinds))] != ["LIMA"]


@pytest.mark.parametrize(
    "place", ["in Tankovo", "at Tankovo", "in the town of Tankovo"]
)
def test_an_unknown_place_keeps_the_place_of_another_event_away(extract, place):
    text = f"Rebels shelled Hama on Monday. Masked men abducted a judge {place}."
    assert inferred(extract(text, {"Hama": "P.PPL|||SY"})) == []


@pytest.mark.parametrize(
    "later", ["The unrest goes on.", "They have fought for years."]
)
def test_a_mere_mention_takes_over_no_place(extract, later):
    text = f"Rebels shelled Hama on Monday. {later}"
    assert inferred(extract(text, {"Hama": "P.PPL|||SY"})) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It was quiet in Hama. Then the shelling began.", ["Hama"]),
        ("Hama, Syria, was quiet. Then the shelling began.", ["Hama"]),
        ("Hama was quiet. Raqqa was too. Then the shelling began.", []),
        ("Hama was quiet. Shelling of Peruvian bases is a crime.", []),
        ("Hama was quiet. It was late. It was dark. Then the shelling began.", []),
    ],
)
def test_harm_may_be_in_the_one_town_just_named(extract, text, places):
    kinds = {
        "Hama": "P.PPL|||SY", "Raqqa": "P.PPL|||SY", "Syria": "A.PCLI",
        "Peruvian": "A.PCLI||adjective|PE",
    }  # fmt: skip
    assert [name for name, _, _ in inferred(extract(text, kinds))] == places


@pytest.mark.parametrize(("kind", "places"), [("P.PPL", ["Hama"]), ("P.PPLC", [])])
def test_the_lead_tells_of_its_dateline_unless_that_is_a_capital(extract, kind, places):
    text = "Hama - Residents say the army pulled out before noon."
    found = inferred(extract(text, {"Hama": f"{kind}|||SY"}), "RETREAT")
    assert [name for name, _, _ in found] == places


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("Six men were abducted on Monday.", ["Raqqa"]),
        ("Protesters marched on Monday.", ["Raqqa"]),
        ("Six men were abducted in Hama on Monday.", ["Hama"]),
        ("The president accused the rebels.", []),
    ],
)
def test_what_a_paragraph_of_a_round_up_tells_is_at_its_head(extract, told, places):
    text = f"The week\n\nLima: It was late.\n\nRaqqa: {told}\n\nOutlook: It is dark."
    kinds = {"Hama": "P.PPL", "Lima": "P.PPLC", "Raqqa": "P.PPL"}
    found = [e for e in extract(text, kinds) if e.type != "OTHER"]
    names = [p.place.removeprefix("test:") for e in found for p in e.places]
    assert names == places


def test_a_place_does_not_carry_over_to_the_next_section(extract):
    text = "The week\n\nHama: Rebels abducted a judge.\n\nLima: Dry.\n\nOutlook: "
    kinds = {"Hama": "P.PPL", "Lima": "P.PPLC"}
    found = extract(f"{text}Rebels abducted six men.", kinds)
    assert [len(e.places) for e in found] == [1, 0]


def test_a_place_does_not_carry_over_once_another_is_named(extract):
    text = "Rebels abducted a judge in Hama. It was late in Raqqa. Six were abducted."
    found = extract(text, {"Hama": "P.PPL", "Raqqa": "P.PPL", "Lima": "P.PPL"})
    assert [len(e.places) for e in found if e.type == "ASSAULT"] == [1, 0]
