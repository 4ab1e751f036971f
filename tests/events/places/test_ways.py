"""Ways between places, and what only lies near one."""

from __future__ import annotations

import pytest

from placemap.events.places.phrases import find_phrases

KINDS = {"Raqqa": "P.PPL", "Hama": "P.PPL"}


@pytest.fixture
def phrases(sentence_of, toponyms_in):
    return lambda text: find_phrases(sentence_of(text), toponyms_in(text, KINDS))


@pytest.mark.parametrize(
    "text",
    [
        "A bus burned on the road from Raqqa to Hama.",
        "A bus burned on the highway linking Raqqa and Hama.",
        "A bus burned on the road connecting Raqqa with Hama and went on.",
    ],
)
def test_a_way_has_two_ends_where_both_are_told(phrases, text):
    found = phrases(text)
    assert [p.is_road for p in found][:1] == ["with" not in text]
    names = [t.mention.text for p in found for t in p.heads]
    assert names == ["Raqqa", "Hama"]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a bus on the Raqqa-Hama road.",
        "A bus crashed on the Raqqa–Hama highway, killing two.",
        "On Monday gunmen attacked a train on the Raqqa-Hama railway line.",
    ],
)
def test_the_ends_of_a_way_may_stand_before_it(extract, text):
    (event,) = extract(text, KINDS)
    assert [(p.place, p.relation, p.where_prec) for p in event.places] == [
        ("test:Raqqa", "between", 5),
        ("test:Hama", "between", 5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Troops exchanged fire along the Chad-Peru border.",
        "Two guards were killed on the border between Chad and Peru.",
        "Two guards were shot dead at the Chadian–Peruvian frontier.",
    ],
)
def test_a_border_has_two_sides(extract, text):
    kinds = {
        "Chad": "A.PCLI",
        "Peru": "A.PCLI",
        "Chadian": "A.PCLI|literal|adjective",
        "Peruvian": "A.PCLI|literal|adjective",
    }
    (event,) = extract(text, kinds)
    found = [(p.relation, p.where_prec) for p in event.places]
    assert found == [("along", 5), ("along", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "Clashes in the Raqqa-Hama area killed two.",
        "A pro-Raqqa group met on the road.",
    ],
)
def test_other_dashes_link_no_ends(phrases, text):
    assert not any(p.is_road or p.is_border for p in phrases(text))


def test_a_bridge_linking_one_place_to_something_is_near_it(phrases):
    (phrase,) = phrases("A bomb exploded on the bridge linking Raqqa to the coast.")
    assert (phrase.governor, phrase.is_near, phrase.is_road) == ("at", True, False)


@pytest.mark.parametrize(
    "text",
    [
        "Clashes north of Raqqa killed four.",
        "Seventy kilometres from Raqqa, a bus was ambushed.",
        "Gunmen killed six in two attacks south of Raqqa.",
        "Gunmen killed six in two attacks south-west of Raqqa.",
        "A bomb exploded on the outskirts of Raqqa.",
    ],
)
def test_what_is_near_a_town_is_told_with_or_without_a_preposition(extract, text):
    found = [p for e in extract(text, KINDS) for p in e.places]
    assert [(p.place, p.relation, p.where_prec) for p in found] == [
        ("test:Raqqa", "near", 2)
    ]
