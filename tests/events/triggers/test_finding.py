from __future__ import annotations

from itertools import pairwise

import pytest

from placemap.events.sentence import make_sentence
from placemap.events.triggers.finding import find_ordinal, find_triggers


def types_of(text):
    triggers = find_triggers(make_sentence(text, 0, len(text)))
    return [(t.span.of(text), t.entry.type, t.entry.mode) for t in triggers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warplanes carried out a strike on the depot.",
         [("carried out a strike", "ASSAULT", "aerial")]),
        ("The convoy came under fire near the bridge.",
         [("came under fire", "ASSAULT", "firearms")]),
        ("Thousands took to the streets.",
         [("took to the streets", "PROTEST", "demo")]),
        ("The ministers held talks.", [("held talks", "CONSULT", "")]),
        ("Nurses went on strike over pay.", [("went on strike", "PROTEST", "strike")]),
        ("The two firms struck a deal.", [("struck a deal", "AGREE", "")]),
        ("A ferry capsized off the coast.", [("capsized", "ACCIDENT", "shipwreck")]),
        ("An earthquake struck the valley.",
         [("earthquake", "DISASTER", "earthquake"), ("struck", "DISASTER", "")]),
        ("Cholera cases rose again.", [("Cholera", "DISEASE", "outbreak")]),
        ("Masked men robbed the bank.", [("robbed", "CRIME", "robbery")]),
        ("Police arrested two men.", [("arrested", "COERCE", "arrest")]),
        ("Russia expelled three diplomats.", [("expelled", "SANCTION", "expel")]),
        ("A court sentenced the editor.", [("sentenced", "COERCE", "convict")]),
        ("Judges found the colonel guilty.",
         [("found the colonel guilty", "COERCE", "convict")]),
        ("Agents picked up a suspect.", [("picked up", "COERCE", "arrest")]),
        ("A falling bridge killed two.", [("killed", "ACCIDENT", "")]),
        ("Cholera struck again.", [("Cholera struck", "DISEASE", "outbreak")]),
        ("A tanker blew up.", [("blew up", "ACCIDENT", "explosion")]),
        ("Rebels have taken the town.",
         [("taken the town", "ASSAULT", "")]),
        ("Navy storms hijacked ship.", [("hijacked", "ASSAULT", "abduct")]),
        ("It ebbed after Cyclone Mocha.", [("Cyclone", "DISASTER", "storm")]),
        ("Residents were evacuated as a wildfire spread.",
         [("evacuated", "DISASTER", ""), ("wildfire", "DISASTER", "wildfire")]),
        ("Residents were evacuated by bus.", [("evacuated", "OTHER", "evacuation")]),
        ("Farmers blocked the main motorway.",
         [("blocked the main motorway", "PROTEST", "obstruct")]),
        ("A convoy of trucks reached the camp.", [("reached", "AID", "")]),
        ("A small plane came down.", [("came down", "ACCIDENT", "crash")]),
        ("Jets bombed the airfield.", [("bombed", "ASSAULT", "aerial")]),
        ("The army air-strikes went on.", [("air-strikes", "ASSAULT", "aerial")]),
        ("A bomb was thrown at the shop.",
         [("bomb was thrown", "ASSAULT", "explosives")]),
        ("Rebels dynamited a pipeline.", [("dynamited", "ASSAULT", "explosives")]),
        ("Men placed a charge of dynamite under a bus.",
         [("placed a charge", "ASSAULT", "explosives")]),
        ("Hackers defaced the website.", [("defaced", "COERCE", "cyber")]),
        ("The murder of a senator shocked all.",
         [("murder", "ASSAULT", "targeted")]),
        ("A headless body lay on the road.", [("body", "ASSAULT", "")]),
        ("They took four men captive.",
         [("took four men captive", "ASSAULT", "abduct")]),
    ],
)  # fmt: skip
def test_expressions_give_their_type_and_mode(text, expected):
    assert types_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The striker shot wide in the second half of the match.",
        "The mayor shot down the proposal.",
        "He launched a blistering attack on his rival.",
        "The film bombed at the box office.",
        "The senator attacked the minister's handling of the budget.",
        "A war of words broke out between the two.",
        "He scored twice and shot over the bar.",
        "The boxer battled to the last round.",
        "He suffered a heart attack on the train.",
        "The firm struck oil in the north.",
        "She shot a film in the desert.",
        "The company fired the manager.",
        "Shares hit a record on Monday.",
        "Strike Force Two is a film about the sea.",
        "The Defence Ministry Attack Fund was closed.",
        "The home side beat the visitors in the tournament final.",
        "Prices crashed on the stock market.",
        "The captured village lies on a hill.",
        "He was convicted of two counts of assault.",
        "She died peacefully in hospice care.",
    ],
)
def test_other_senses_are_not_violence(text):
    found = {kind for _, kind, _ in types_of(text)}
    assert not found & {"ASSAULT", "ACCIDENT", "CRIME", "DISASTER"}


def test_a_headline_in_capitals_is_read_like_a_sentence():
    assert types_of("Gunmen Attack Village Near Northern Border")[0][1] == "ASSAULT"


def test_triggers_do_not_overlap_and_come_in_order():
    text = "A suicide car bomb exploded as police held talks and fired tear gas."
    triggers = find_triggers(make_sentence(text, 0, len(text)))
    assert all(a.last <= b.first for a, b in pairwise(triggers))
    assert len(triggers) >= 3


def test_an_ordinal_counts_on_from_the_sentence_before():
    first, second = "They went to war twice.", "The second, a brief one, was in 2020."
    earlier = find_triggers(make_sentence(first, 0, len(first), index=0))
    sentence = make_sentence(second, 0, len(second), index=1)
    ordinal = find_ordinal(sentence, earlier)
    assert ordinal is not None
    assert ordinal.entry == earlier[0].entry
    assert ordinal.is_ordinal


def test_an_ordinal_before_a_noun_counts_that_noun():
    sentence = make_sentence("The second bus was late.", 0, 24, index=1)
    earlier = find_triggers(make_sentence("They went to war.", 0, 17, index=0))
    assert find_ordinal(sentence, earlier) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Volunteers ladled out lentils.", "AID"),
        ("Forty lorries of millet pulled in.", "AID"),
        ("Fifty neighbours were put up in a hall.", "AID"),
        ("The river topped the levee.", "DISASTER"),
        ("Gusts tore off the roof.", "DISASTER"),
        ("A slab crushed two masons.", "ACCIDENT"),
        ("Two skaters went through the ice.", "ACCIDENT"),
        ("The province confirmed nine cases.", "DISEASE"),
        ("Farmers blocked the highway.", "PROTEST"),
        ("Students burned copies of the law.", "PROTEST"),
        ("Soldiers shut the frontier.", "COERCE"),
        ("Police searched houses.", "COERCE"),
        ("He was booked on suspicion of theft.", "COERCE"),
        ("Thieves broke into a shop.", "CRIME"),
        ("A post was raked with rifle fire.", "ASSAULT"),
        ("Infantry pushed to the river.", "ASSAULT"),
        ("Troops were airlifted to the border.", "MOBILIZE"),
        ("The governor inspected the damage.", "CONSULT"),
    ],
)
def test_doer_and_object_tell_the_type_of_a_common_verb(sentence_of, text, kind):
    assert kind in {t.entry.type for t in find_triggers(sentence_of(text))}
