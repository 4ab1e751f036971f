from __future__ import annotations


def test_different_tolls_are_different_events(extract):
    text = "Gunmen killed three people in Raqqa. Gunmen killed nine people in Raqqa."
    assert len(extract(text, {"Raqqa": "P.PPL"})) == 2


def test_events_on_different_days_stay_apart(extract):
    text = "Gunmen attacked Raqqa on Monday. Gunmen attacked Raqqa on Tuesday."
    assert len(extract(text, {"Raqqa": "P.PPL"})) == 2


def test_a_planned_event_is_not_the_one_that_happened(extract):
    text = "Thousands protested in Raqqa. Another protest will be held in Raqqa."
    assert {e.status for e in extract(text, {"Raqqa": "P.PPL"})} == {
        "asserted",
        "future",
    }


def test_a_merged_event_says_so(extract):
    text = "Gunmen attacked a bus in Raqqa. The attack left six dead."
    (event,) = extract(text, {"Raqqa": "P.PPL"})
    assert "told again" in event.why["merged"]
    assert list(event.mentions) == sorted(event.mentions)


def test_a_headline_is_joined_by_the_sentence_that_says_where_exactly(extract, where):
    text = "Gunmen attack school in Norland\n\nArmed men stormed a school in Hama."
    kinds = {"Norland": "A.PCLI|||NO", "Hama": "P.PPL|||NO"}
    assert [where(e) for e in extract(text, kinds)] == [["Hama"]]


def test_a_later_mention_joins_the_event_told_in_its_words(extract):
    text = (
        "Troops launched a ground operation in Raqqa on Monday. They target militants. "
        "Residents said the ground operation had cut off the hospital."
    )
    told = extract(text, {"Raqqa": "P.PPL"})
    operation = next(e for e in told if e.trigger.of(text) == "ground operation")
    assert [m.of(text) for m in operation.mentions] == ["ground operation"] * 2


def test_a_suicide_bombers_attack_is_the_bomb_told_before(extract):
    text = (
        "A car bomb exploded in Raqqa, killing eleven people. "
        "Police said a suicide bomber carried out the attack."
    )
    (event,) = extract(text, {"Raqqa": "P.PPL"})
    assert len(event.mentions) > 2


def test_what_is_told_again_and_again_stays_one_event(extract):
    text = (
        "A bomb exploded in Raqqa. Police closed roads. The blast broke windows. "
        "Doctors came. Markets closed. The explosion was heard far away."
    )
    kinds = [e.type for e in extract(text, {"Raqqa": "P.PPL"})]
    assert (kinds.count("ASSAULT"), kinds.count("ACCIDENT")) == (1, 0)


def test_the_detained_are_kept_when_mentions_are_joined(extract):
    text = "Gunmen kidnapped six nuns in Raqqa. The kidnapping shocked the town."
    (event,) = extract(text, {"Raqqa": "P.PPL"})
    assert event.detained.best == 6


def test_what_is_told_with_doubts_is_no_cause(extract, where):
    text = "Rockets made in Raqqa killed six people in Hama."
    told = extract(text, {"Raqqa": "P.PPL", "Hama": "P.PPL"})
    assert [(e.type, where(e)) for e in told] == [("ASSAULT", ["Hama"])]


def test_what_is_told_again_of_more_places_has_them_all(extract, where):
    text = "Rebels shelled Raqqa. Rebels shelled Raqqa and Hama on Friday."
    kinds = {"Raqqa": "P.PPL", "Hama": "P.PPL"}
    assert [where(e) for e in extract(text, kinds)] == [["Raqqa", "Hama"]]
