import csv
import importlib.util
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from placemap.cli import main

SCORER = Path(__file__).parents[3] / "shared" / "eval" / "score.py"
TEXT = "Shells hit Khankendi near Baku. Officials in Zorbograd said nothing."


def toponym(name, lat, lon, **more):
    start = TEXT.index(name)
    return {"start": start, "end": start + len(name), "lat": lat, "lon": lon, **more}


GOLD = [
    toponym("Khankendi", 39.8, 46.75),
    toponym("Baku", 48.85, 2.35),
    toponym("Zorbograd", 1.0, 1.0, type="invented"),
]


def call(*arguments):
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A folder with a gold file and answers to it."""
    monkeypatch.chdir(tmp_path)
    row = {"id": "a", "text": TEXT, "toponyms": GOLD}
    Path("gold.jsonl").write_text(json.dumps(row), encoding="utf-8")
    found = [toponym("Khankendi", 39.8, 46.7), toponym("Baku", 40.4, 49.9)]
    row = {"id": "a", "toponyms": found}
    Path("pred.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return tmp_path


def test_answers_are_compared_with_gold(workplace):
    result = call("score", "gold.jsonl", "pred.jsonl")
    assert result.exit_code == 0, result.stderr
    assert (
        "1 document; 3 gold toponyms (3 located); 2 found (2 placed)" in result.stdout
    )
    (line,) = (x for x in result.stdout.splitlines() if x.startswith("recognition, ex"))
    assert line.split()[-3:] == ["100.0", "66.7", "80.0"]


def test_the_documents_are_parsed_on_request(workplace):
    result = call("score", "gold.jsonl", "--run", "--json")
    assert result.exit_code == 0, result.stderr
    figures = json.loads(result.stdout)
    assert (figures["gold"], figures["pred"]) == (3, 2)
    assert figures["exact_p"] == 1


def test_given_spans_are_placed_and_nothing_else_judged(workplace):
    result = call("score", "gold.jsonl", "--run", "--given-spans")
    assert result.exit_code == 0, result.stderr
    assert "recognition" not in result.stdout
    (line,) = (x for x in result.stdout.splitlines() if x.startswith("exact span and"))
    assert line.split()[-1] == "33.3"


def test_a_report_of_parse_serves_as_answers(workplace):
    Path("docs.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}), "utf-8")
    call("parse", "docs.jsonl", "-o", "parsed.jsonl")
    result = call("score", "gold.jsonl", "parsed.jsonl", "-o", "errors.csv")
    assert result.exit_code == 0, result.stderr
    assert "wrote errors.csv: 2 errors" in result.stderr
    with Path("errors.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["cause"] for row in rows] == [
        "wrong place: not in gazetteer",
        "missed: not in gazetteer",
    ]
    assert rows[0]["our_place"] == "Baku"
    assert rows[0]["reason"]


def test_errors_are_listed_on_a_page(workplace):
    result = call("score", "gold.jsonl", "pred.jsonl", "-o", "out/errors.html")
    assert result.exit_code == 0, result.stderr
    page = Path("out/errors.html").read_text(encoding="utf-8")
    assert "<mark>Zorbograd</mark>" in page
    assert "gold.jsonl" in page


def test_errors_are_listed_in_the_terminal(workplace):
    result = call("score", "gold.jsonl", "pred.jsonl", "-o", "-")
    assert result.exit_code == 0, result.stderr
    assert "missed: not in gazetteer" in result.stdout
    assert "Officials in [Zorbograd]" in result.stdout


def test_types_and_words_can_be_left_out(workplace):
    Path("words.txt").write_text("BAKU\n", encoding="utf-8")
    options = ["--ignore-type", "invented", "--ignore-words", "words.txt"]
    result = call("score", "gold.jsonl", "pred.jsonl", "--json", *options)
    figures = json.loads(result.stdout)
    assert (figures["gold"], figures["pred"], figures["exact_f1"]) == (1, 1, 1)


def test_partial_gold_counts_no_false_alarms(workplace):
    row = {"id": "a", "text": TEXT, "toponyms": GOLD[:1]}
    Path("gold.jsonl").write_text(json.dumps(row), encoding="utf-8")
    result = call("score", "gold.jsonl", "pred.jsonl", "--partial-gold", "-o", "-")
    assert "no errors" in result.stdout
    (line,) = (x for x in result.stdout.splitlines() if x.startswith("recognition, ex"))
    assert line.split()[-1] == "100.0"


def test_intervals_are_shown_on_request(workplace):
    result = call("score", "gold.jsonl", "pred.jsonl", "--boot", "20")
    assert "80.0 to 80.0" in result.stdout


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer in ../shared is not there")
def test_the_figures_are_those_of_the_scorer(workplace):
    spec = importlib.util.spec_from_file_location("score", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    found = {row["id"]: row["toponyms"] for row in scorer.load("pred.jsonl")}
    theirs = scorer.score(scorer.load("gold.jsonl"), found)
    ours = json.loads(call("score", "gold.jsonl", "pred.jsonl", "--json").stdout)
    assert ours == pytest.approx(theirs, rel=1e-6)


# -- failures -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["gold.jsonl"],
        ["gold.jsonl", "pred.jsonl", "--run"],
        ["gold.jsonl", "pred.jsonl", "--detector", "lexicon"],
        ["gold.jsonl", "pred.jsonl", "-o", "errors.pdf"],
        ["none.jsonl", "--run"],
    ],
)
def test_nonsense_is_a_usage_error(workplace, arguments):
    assert call("score", *arguments).exit_code == 2


def test_answers_to_other_documents_are_refused(workplace):
    Path("pred.jsonl").write_text('{"id": "b", "toponyms": []}', encoding="utf-8")
    result = call("score", "gold.jsonl", "pred.jsonl")
    assert result.exit_code == 1
    assert "'b'" in result.stderr


def test_a_bad_line_is_named(workplace):
    Path("pred.jsonl").write_text('{"id": "a"}', encoding="utf-8")
    result = call("score", "gold.jsonl", "pred.jsonl")
    assert result.exit_code == 1
    assert "pred.jsonl:1" in result.stderr


def test_text_in_the_terminal_is_harmless(workplace):
    text = "Rain in \x1b[31mZorbograd\u202e now."
    toponyms = [{"start": 8, "end": 23, "lat": None, "lon": None}]
    row = {"id": "a\x1b", "text": text, "toponyms": toponyms}
    Path("gold.jsonl").write_text(json.dumps(row), encoding="utf-8")
    Path("pred.jsonl").write_text('{"id": "a\\u001b", "toponyms": []}', "utf-8")
    result = call("score", "gold.jsonl", "pred.jsonl", "-o", "-")
    assert result.exit_code == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
