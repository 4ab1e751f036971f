from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placemap.core import Document
from placemap.events.extractor import RuleExtractor
from placemap.protocols import EventExtractor


def only(events, **wanted):
    found = [e for e in events if all(getattr(e, k) == v for k, v in wanted.items())]
    assert len(found) == 1, [(e.type, e.status, e.why) for e in events]
    return found[0]


def test_it_is_an_event_extractor():
    assert isinstance(RuleExtractor(None), EventExtractor)


def test_a_report_becomes_an_event_with_all_its_parts(extract, where):
    text = "A car bomb exploded in Raqqa on Tuesday, killing at least six, police said."
    event = only(extract(text, {"Raqqa": "P.PPL"}))
    assert (event.type, event.mode) == ("ASSAULT", "explosives")
    assert event.acled.endswith("Remote explosive/landmine/IED")
    assert (event.cameo, event.quad) == ("18", "material conflict")
    assert (event.status, event.claimant) == ("attributed", "police")
    assert (event.edtf, event.date_prec) == ("2024-03-12", 1)
    assert where(event) == ["Raqqa"]
    assert event.places[0].location is None
    assert (event.deaths.best, event.deaths.high) == (6, None)
    assert "killing" in [m.of(text) for m in event.mentions]
    assert event.sentence.of(text) == text


def test_every_decision_is_explained(extract):
    for event in extract("Rebels shelled Raqqa.", {"Raqqa": "P.PPL"}):
        assert {"type", "status", "time", "place"} <= set(event.why)
        assert all(event.why.values())
        assert 0 < event.score <= 1


@pytest.mark.parametrize(
    "spec",
    ["P.PPLC|metonym", "P.PPLC|embedded", "P.PPLC||demonym", "P.PPLC||adjective"],
)
def test_a_mention_that_is_not_the_place_itself_carries_no_event(extract, spec):
    assert not any(
        e.places for e in extract("Rebels killed six people in Lima.", {"Lima": spec})
    )


def test_an_unresolved_place_gives_way_to_its_context(extract, where):
    text = "Gunmen killed six people in Okra village of Borno State."
    event = only(extract(text, {"Okra": "", "Borno State": "A.ADM1"}))
    assert where(event) == ["Borno State"]
    assert event.places[0].where_prec >= 4


def test_part_of_a_hyphenated_word_is_no_place(extract):
    text = "Six people were killed in the Lima-led campaign."
    assert only(extract(text, {"Lima": "P.PPLC"})).places == ()


def test_a_dateline_is_no_place_of_an_event(extract):
    text = "LIMA (Agency) - Six people were killed in a raid by rebels."
    assert not any(e.places for e in extract(text, {"LIMA": "P.PPLC"}))


def test_here_is_the_dateline(extract, where):
    text = "LIMA (Agency) - Thousands protested here on Tuesday."
    event = only(extract(text, {"LIMA": "P.PPLC"}), type="PROTEST")
    assert where(event) == ["LIMA"]
    assert event.places[0].inferred


def test_the_city_is_the_one_city_named_before(extract, where):
    text = "Raqqa woke up to sirens. Rebels killed six people in the city."
    event = only(extract(text, {"Raqqa": "P.PPL"}), type="ASSAULT")
    assert where(event) == ["Raqqa"]
    assert event.places[0].inferred


def test_the_city_stays_open_where_two_were_named(extract):
    text = "Raqqa and Hama woke up to sirens. Rebels killed six people in the city."
    event = only(extract(text, {"Raqqa": "P.PPL", "Hama": "P.PPL"}), type="ASSAULT")
    assert event.places == ()


def test_a_list_that_goes_on_in_the_next_sentence_is_added(extract, where):
    text = "Rebels attacked towns in Syria. They include Raqqa and Hama."
    event = only(extract(text, {"Syria": "A.PCLI", "Raqqa": "P.PPL", "Hama": "P.PPL"}))
    assert where(event) == ["Syria", "Raqqa", "Hama"]
    assert [p.inferred for p in event.places] == [False, True, True]


def test_between_and_near_are_relations(extract):
    kinds = {"Raqqa": "P.PPL", "Hama": "P.PPL"}
    near = only(extract("Rebels killed six people near Raqqa.", kinds))
    assert (near.places[0].relation, near.places[0].where_prec) == ("near", 2)
    road = only(
        extract("Rebels killed six people on the road from Raqqa to Hama.", kinds)
    )
    assert {(p.relation, p.where_prec) for p in road.places} == {("between", 5)}


def test_a_war_of_a_country_is_placed_at_the_country(extract):
    text = "Trade has not recovered from the invasion of Peru."
    event = only(extract(text, {"Peru": "A.PCLI"}))
    assert event.places[0].where_prec == 6
    assert event.status == "historical"


def test_two_wars_are_told_apart_by_their_dates(extract, where):
    text = (
        "The neighbours have gone to war twice over Norland. The first conflict was in "
        "the early 1990s. The second, which nobody won, took place in late 2020."
    )
    first, second = (
        e for e in extract(text, {"Norland": "L.RGN"}) if e.type == "ASSAULT"
    )
    assert (first.edtf, second.edtf) == ("1990/1993", "2020-09/2020-12")
    assert where(first) == where(second) == ["Norland"]
    assert first.status == second.status == "historical"


def test_a_planned_meeting_is_future_and_placed(extract, where):
    text = "The government declared its readiness to meet in Hama with the rebels."
    event = only(extract(text, {"Hama": "P.PPL"}), type="CONSULT")
    assert (event.status, event.claimant) == ("future", "The government")
    assert where(event) == ["Hama"]


def test_a_blockade_since_a_month_is_open_ended(extract, where):
    text = (
        "Since December, the army has maintained a blockade of the only road, known as "
        "the Salt Corridor."
    )
    event = only(extract(text, {"Salt Corridor": "T.CRDR"}), type="COERCE")
    assert (event.edtf, event.end, event.status) == ("2023-12/..", None, "asserted")
    assert where(event) == ["Salt Corridor"]
    assert event.places[0].where_prec == 5


def test_a_second_mention_of_an_attack_is_the_same_event(extract):
    text = "Gunmen attacked a bus in Raqqa. The attack, on Tuesday, left six dead."
    event = only(extract(text, {"Raqqa": "P.PPL"}), type="ASSAULT")
    assert len(event.mentions) >= 2
    assert event.edtf == "2024-03-12"
    assert event.deaths.best == 6


def test_attacks_at_two_places_stay_two(extract):
    text = "Gunmen attacked a bus in Raqqa. Gunmen attacked a train in Hama."
    kinds = {"Raqqa": "P.PPL", "Hama": "P.PPL"}
    assert len(extract(text, kinds)) == 2


def test_an_accident_is_no_assault_though_people_are_killed(extract):
    text = "A bus crashed near Lima. Nine people were killed."
    event = only(extract(text, {"Lima": "P.PPLC"}))
    assert (event.type, event.deaths.best) == ("ACCIDENT", 9)


def test_rival_claims_keep_their_claimants(extract):
    text = "The army said rebels shelled Raqqa. The rebels denied shelling the town."
    told = {e.status: e.claimant for e in extract(text, {"Raqqa": "P.PPL"})}
    assert told["attributed"] == "The army"
    assert told["denied"] == "The rebels"


def test_a_publication_time_counts_as_its_day(extract):
    moment = datetime(2024, 3, 14, 23, 59, tzinfo=UTC)
    event = only(extract("Rebels shelled the port today.", published=moment))
    assert event.start == date(2024, 3, 14)


def test_without_a_publication_date_nothing_is_dated(extract):
    event = only(extract("Rebels shelled the port on Tuesday.", published=None))
    assert (event.edtf, event.start, event.end, event.date_prec) == (
        "",
        None,
        None,
        None,
    )


def test_the_same_text_gives_the_same_events(extract):
    text = "Rebels shelled Raqqa on Tuesday and captured Hama."
    kinds = {"Raqqa": "P.PPL", "Hama": "P.PPL"}
    assert extract(text, kinds) == extract(text, kinds)
    assert len({e.id for e in extract(text, kinds)}) == len(extract(text, kinds))


def test_ids_depend_on_the_document():
    extractor = RuleExtractor(None)
    document = Document(id="a", text="Rebels shelled the port.")
    other = replace(document, id="b")
    ids = [extractor.extract(d, [])[0].id for d in (document, other)]
    assert ids[0] != ids[1]


WORDS = (
    "rebels army killed six people in Raqqa on Tuesday said that the attack was not "
    "will bomb exploded , . \" ' ( ) - while who and Lima near from to of 2020 talks "
    "They The"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_jumble_gives_well_formed_events(words):
    text = " ".join(words)
    document = Document(id="d", text=text, published=date(2024, 3, 14))
    events = RuleExtractor(None).extract(document, [])
    assert events == sorted(events, key=lambda e: e.trigger)
    for event in events:
        assert event.trigger.of(text)
        assert event.sentence.covers(event.trigger)
        assert event.trigger in event.mentions


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text):
    assert isinstance(
        RuleExtractor(None).extract(Document(id="d", text=text), []), list
    )


def test_a_coordinated_verb_is_not_denied(extract):
    text = (
        "Norland denied the claim, recalled its ambassador and called off a visit by "
        "ministers to Lima."
    )
    found = {e.trigger.of(text): e for e in extract(text, {"Lima": "P.PPLC"})}
    assert found["recalled its ambassador"].status == "asserted"
    assert found["visit"].status == "denied"
    assert found["visit"].places == ()


def test_a_planned_day_is_the_coming_one(extract):
    text = "Organisers announced another rally in Lima for 11 May."
    event = only(extract(text, {"Lima": "P.PPLC"}, date(2024, 5, 2)))
    assert (event.status, event.edtf) == ("future", "2024-05-11")


def test_a_verb_in_the_past_never_gets_a_day_to_come(extract):
    text = "Gunmen killed six people in Lima in April."
    event = only(extract(text, {"Lima": "P.PPLC"}))
    assert event.edtf == "2023-04"


def test_status_and_claimant_agree_after_merging(extract):
    text = (
        "They asked for an end to the hostilities. The hostilities were described by "
        "the defence ministry as an operation it was conducting in Hama."
    )
    for event in extract(text, {"Hama": "P.PPL"}):
        assert not (event.status == "asserted" and event.claimant)
        assert not (event.status == "attributed" and not event.claimant)


def test_the_time_a_sentence_opens_with_bounds_what_is_told_in_it(extract):
    text = (
        "On the eve of the vote, hopes were rising that it would be calm, but police "
        "then announced six people were killed when their vehicle hit a landmine."
    )
    event = only(extract(text), mode="explosives")
    assert (event.edtf, event.date_prec) == ("2024-03-13/2024-03-14", 2)
    assert event.deaths.best == 6


def test_a_denied_deed_was_at_some_time_up_to_publication(extract):
    event = only(extract("Norland had denied building up troops."), status="denied")
    assert (event.edtf, event.start) == ("../2024-03-14", None)
    assert event.end == date(2024, 3, 14)


def test_the_size_of_a_force_is_kept(extract):
    text = "Some 3,000 peacekeepers were deployed along the line."
    event = only(extract(text), type="MOBILIZE")
    assert event.why["size"] == "3,000 peacekeepers"
    assert event.deaths is None


def test_the_dead_of_one_country_stay_there(extract, where):
    text = (
        "Infections were found in Hama and near the frontier with Peru, where a "
        "separate epidemic killed more than 1,700 people last year."
    )
    told = extract(text, {"Hama": "P.PPL", "Peru": "A.PCLI"})
    event = next(e for e in told if e.deaths)
    assert where(event) == ["Peru"]
    assert event.deaths.best == 1700


def test_a_war_over_a_place_is_fought_around_it(extract, where):
    text = "The two have fought a war over Hama."
    event = only(extract(text, {"Hama": "P.PPL"}))
    assert where(event) == ["Hama"]
    assert event.places[0].where_prec == 5


def test_each_place_of_a_list_keeps_its_own_event(extract, where):
    text = (
        "Two hundred people stood outside the embassy in Hama, and a vigil was planned "
        "for Saturday in Raqqa, Syria."
    )
    kinds = {"Hama": "P.PPL", "Raqqa": "P.PPL", "Syria": "A.PCLI"}
    event = only(extract(text, kinds), status="future")
    assert where(event) == ["Raqqa"]


def test_a_later_mention_may_tell_the_place_more_exactly(extract, where):
    text = (
        "Norland fired missiles into Syria on Tuesday. State media said the strikes "
        "near Hama killed nine people."
    )
    event = only(extract(text, {"Syria": "A.PCLI", "Hama": "P.PPL|||SY"}))
    assert where(event) == ["Hama"]
    assert (event.status, event.claimant) == ("asserted", "")


def test_what_is_sent_is_not_yet_there(extract):
    text = "The government sent a plane with doctors to Hama on Tuesday."
    assert only(extract(text, {"Hama": "P.PPL"})).places == ()


def test_general_verbs_have_a_place_only_beside_them(extract):
    text = "In Hama, the minister supported the plan and invited the rebels to talks."
    assert not any(e.places for e in extract(text, {"Hama": "P.PPL"}))


def test_what_is_only_feared_is_nowhere(extract):
    text = "Officials fear an attack on Hama."
    event = only(extract(text, {"Hama": "P.PPL"}))
    assert (event.status, event.places) == ("hypothetical", ())
    assert "nowhere" in event.why["place"]


def test_a_semicolon_parts_two_events(extract, where):
    text = "Rebels shelled a camp; last month gunmen killed 11 policemen in Hama."
    events = extract(text, {"Hama": "P.PPL"})
    assert [where(e) for e in events] == [[], ["Hama"]]


def test_the_words_of_a_dateline_belong_to_no_sentence(extract):
    text = "LIMA, 5 June - Six people were killed in Hama on Monday."
    event = only(extract(text, {"LIMA": "P.PPLC", "Hama": "P.PPL"}))
    assert event.edtf == "2024-03-11"


def test_the_end_of_a_chain_does_not_widen_its_head(extract):
    text = "Rebels killed six people in Hama, in the Norland region."
    event = only(extract(text, {"Hama": "P.PPL", "Norland": "A.ADM1"}))
    assert [p.where_prec for p in event.places] == [1]


def test_people_are_evacuated_at_the_place_they_leave(extract, where):
    text = "A thousand people were evacuated to Hama on Tuesday."
    assert not any(e.places for e in extract(text, {"Hama": "P.PPL"}))
    text = "A thousand people were evacuated from Hama on Tuesday."
    assert where(only(extract(text, {"Hama": "P.PPL"}))) == ["Hama"]


def test_a_short_sentence_in_capitals_is_read_like_any_other(extract, where):
    text = "SHE WAS CAPTURED IN HAMA."
    assert where(only(extract(text, {"HAMA": "P.PPL"}))) == ["HAMA"]


def test_what_the_table_does_not_know_is_an_event_where_a_place_is_said(extract, where):
    text = "A couple found a cat in Lima on Tuesday. They were pleased and fed it."
    (event,) = extract(text, {"Lima": "P.PPLC|||PE"})
    assert (event.type, event.trigger.of(text), where(event)) == (
        "OTHER",
        "found",
        ["Lima"],
    )
    assert event.why["type"] == "not in the table: 'find' as a verb"
