"""Event predictions: one row in, one row in the layout a scorer reads."""

import importlib.util
import json
import sys
from datetime import date
from pathlib import Path

import pytest

import placemap
from placemap.core import Event, Span

SCRIPT = Path(__file__).parents[2] / "evaluation" / "run.py"
GOLD = Path(__file__).parents[2] / "evaluation" / "gold" / "reports.jsonl"
TEXT = (
    "A car bomb exploded in Mogadishu on Saturday, killing at least nine people, "
    "police said. Kenya denied that it had closed its border."
)
ROW = {"id": "a", "corpus": "own", "text": TEXT, "published": "2024-03-17"}


@pytest.fixture(scope="module")
def run():
    spec = importlib.util.spec_from_file_location("evaluation_run_events", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pipeline():
    return placemap.load()


@pytest.fixture
def predict(run, pipeline, tmp_path):
    def predict(task, row, **options):
        gold, out = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
        gold.write_text(json.dumps(row), encoding="utf-8")
        run.write_predictions(task, gold, out, pipeline=pipeline, **options)
        return json.loads(out.read_text(encoding="utf-8"))

    return predict


@pytest.mark.parametrize(
    ("text", "verb", "places"),
    [
        (TEXT, "exploded", ["Mogadishu"]),
        (TEXT, "said", []),
        (TEXT, "denied", []),
        ("The choir sang in Lima.", "sang", ["Lima"]),  # no event expression
        ("They carried out an attack in Lima.", "carried", ["Lima"]),
        ("Rain fell. Gunmen killed six in Lima and Quito.", "killed",
         ["Lima", "Quito"]),
        ("Peru said six people were killed.", "killed", []),
    ],
)  # fmt: skip
def test_event_location_gives_spans_of_names_or_none(predict, text, verb, places):
    start = text.index(verb)
    row = {"id": "a", "text": text, "verb": {"start": start, "end": start + len(verb)}}
    found = predict("event-location", row)["locations"]
    assert [text[x["start"] : x["end"]] for x in found] == places


def test_a_verb_outside_every_sentence_is_an_error(predict):
    row = {"id": "a", "text": "Rain. \n", "verb": {"start": 6, "end": 7}}
    with pytest.raises(ValueError, match="no sentence holds offset 6"):
        predict("event-location", row)


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("plover", "ASSAULT"),
        ("quad", "material conflict"),
        ("acled_event_type", "Explosions/Remote violence"),
        ("acled_sub_event_type", "Remote explosive/landmine/IED"),
    ],
)
def test_event_types_label_the_main_event_in_the_terms_of_a_field(
    predict, field, label
):
    assert predict("event-types", ROW, field=field) == {"id": "a", "label": label}


def test_a_text_without_events_has_no_label(predict):
    assert predict("event-types", ROW | {"text": "Rain fell."})["label"] is None


def test_events_without_a_name_in_the_field_are_passed_over(predict):
    row = ROW | {"text": "Ministers held talks. Police arrested a judge."}
    assert predict("event-types", row, field="plover")["label"] == "CONSULT"
    assert predict("event-types", row, field="acled_sub_event_type") == {
        "id": "a",
        "label": "Arrests",
    }


def test_muc_incidents_are_typed_dated_and_placed(predict):
    (incident,) = predict("muc", ROW)["events"]
    assert (incident["type"], incident["subtype"]) == ("ASSAULT", "explosives")
    assert incident["date_start"] == incident["date_end"] == "2024-03-16"
    (place,) = incident["places"]
    assert place["country"] == "SO"
    assert "Mogadishu" in place["names"]


@pytest.mark.parametrize(
    "text",
    ["Floods hit Mogadishu on Saturday.", "The ministers met in Mogadishu."],
)
def test_muc_leaves_out_what_its_keys_never_hold(predict, text):
    assert predict("muc", ROW | {"text": text})["events"] == []


def test_muc_gives_arrests_as_they_are(predict):
    text = "Police arrested 20 students in Mogadishu on Saturday."
    found = predict("muc", ROW | {"text": text})["events"]
    assert [(e["type"], e["subtype"]) for e in found] == [("COERCE", "arrest")]


def test_pins_carry_coordinates_days_deaths_and_all_mentions(predict):
    row = predict("pins", ROW)
    assert (row["corpus"], row["id"]) == ("own", "a")
    event = row["events"][0]
    assert (event["type"], event["status"]) == ("ASSAULT", "attributed")
    assert (event["start"], event["end"]) == ("2024-03-16", "2024-03-16")
    assert event["deaths"] == {"best": 9, "low": 9, "high": None}
    triggers = [TEXT[x["start"] : x["end"]] for x in event["triggers"]]
    assert {"car bomb", "killing"} <= set(triggers)
    (place,) = event["places"]
    assert TEXT[place["start"] : place["end"]] == "Mogadishu"
    assert place["lat"] == pytest.approx(2.04, abs=0.2)
    assert place["where_prec"] == 1


def test_what_goes_on_lasts_until_publication(predict):
    text = "Since December, the army has maintained a blockade of Mogadishu."
    (event,) = predict("pins", ROW | {"text": text})["events"]
    assert (event["start"], event["end"]) == ("2023-12-01", "2024-03-17")


def test_an_early_deed_comes_before_later_ones_and_before_words(run):
    def event(kind, start, status="asserted"):
        return Event(id="e", trigger=Span(start, start + 3), type=kind, status=status)

    main_event = sys.modules["event_tasks"].main_event
    first, second = event("ASSAULT", 0), event("ASSAULT", 40)
    assert main_event([second, first]) is first
    assert main_event([event("ACCUSE", 0), event("ASSAULT", 20)]).type == "ASSAULT"
    assert main_event([event("ASSAULT", 0, "hypothetical"), second]) is second
    assert main_event([]) is None


def test_the_reports_of_the_gold_set_hang_together(run):
    rows = list(run.read_rows(GOLD))
    assert len({row["id"] for row in rows}) == len(rows) >= 40
    for row in rows:
        assert date.fromisoformat(row["published"])
        spans = [*row["no_pin"]]
        for event in row["events"]:
            assert event["triggers"]
            spans += [*event["triggers"], *event["places"]]
        for span in spans:
            assert row["text"][span["start"] : span["end"]] == span["text"], row["id"]
