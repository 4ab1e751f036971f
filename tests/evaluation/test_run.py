"""Predictions for gold files: layouts, order, and what goes wrong with bad files."""

import importlib.util
import json
import sys
from datetime import date
from pathlib import Path

import pytest

import placemap

SCRIPT = Path(__file__).parents[2] / "evaluation" / "run.py"
TEXT = "Shells hit Khankendi, known as Stepanakert by Armenians. Baku said nothing."


@pytest.fixture(scope="module")
def run():
    spec = importlib.util.spec_from_file_location("evaluation_run", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pipeline():
    return placemap.load()


@pytest.fixture
def predict(run, pipeline, tmp_path):
    def predict(task, *rows):
        gold, out = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
        gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        count = run.write_predictions(task, gold, out, pipeline=pipeline)
        lines = out.read_text(encoding="utf-8").splitlines()
        assert count == len(lines)
        return [json.loads(line) for line in lines]

    return predict


def test_toponyms_are_spans_with_coordinates_or_null(predict):
    (row,) = predict("toponyms", {"id": "a", "text": TEXT})
    found = {TEXT[t["start"] : t["end"]]: t for t in row["toponyms"]}
    assert {"Khankendi", "Stepanakert", "Armenians", "Baku"} <= found.keys()
    assert found["Stepanakert"]["lat"] == pytest.approx(39.8, abs=0.3)
    assert found["Stepanakert"]["lat"] == found["Khankendi"]["lat"]
    assert row["id"] == "a"


def test_given_spans_are_answered_and_nothing_else(predict):
    start = TEXT.index("Baku")
    gold = [{"start": start, "end": start + 4}]
    (row,) = predict("given-spans", {"id": "a", "text": TEXT, "toponyms": gold})
    ((place),) = row["toponyms"]
    assert (place["start"], place["end"]) == (start, start + 4)
    assert place["lon"] == pytest.approx(49.9, abs=0.3)


def test_aliases_carry_user_verdict_and_place(predict):
    (row,) = predict("aliases", {"id": "a", "text": TEXT})
    (statement,) = row["statements"]
    left, right = statement["left"], statement["right"]
    assert TEXT[left["start"] : left["end"]] == "Khankendi"
    assert TEXT[right["start"] : right["end"]] == "Stepanakert"
    assert (statement["used_by"], statement["verdict"]) == ("Armenians", "confirmed")
    assert statement["place"]["lat"] == pytest.approx(39.8, abs=0.3)


def test_rows_keep_their_order_and_blank_lines_are_skipped(predict):
    rows = [{"id": str(n), "text": "Rain."} for n in range(3)]
    assert [row["id"] for row in predict("toponyms", *rows)] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-09-19", date(2023, 9, 19)),
        ("2009-03-20 12:24:52-05", date(2009, 3, 20)),
        ("Monday, 5 January", None),
        (None, None),
    ],
)
def test_date_of_a_row_is_passed_on_where_it_is_one(run, value, expected):
    row = {"id": "a", "text": "Rain.", "date": value}
    assert run.read_document(row).published == expected


@pytest.mark.parametrize("line", ["{", "[1]", '{"id": "a"}'])
def test_bad_row_is_named(run, pipeline, tmp_path, line):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(f'{{"id": "0", "text": "x"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"gold\.jsonl:2: expected"):
        run.write_predictions("toponyms", gold, tmp_path / "p", pipeline=pipeline)


def test_command_line_needs_an_existing_file(run, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        run.main(["toponyms", str(tmp_path / "none"), "-o", str(tmp_path / "p")])
    assert stopped.value.code == 2
    assert "no such file" in capsys.readouterr().err
