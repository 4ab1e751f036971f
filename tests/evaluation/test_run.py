"""Predictions for gold files: layouts, order, and what goes wrong with bad files."""

import importlib.util
import json
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

import placemap
from placemap.core import Mention, Span

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


# -- capitals -------------------------------------------------------------------------


def test_capitals_keep_every_offset(run, pipeline, tmp_path):
    text = "Straße: rain fell near Baku, ﬁne."
    row = {"id": "a", "text": text, "title": "Baku"}
    capitals = sys.modules["gold_rows"].to_capitals(row)
    assert capitals["text"] == "STRAßE: RAIN FELL NEAR BAKU, ﬁNE."
    assert (capitals["title"], capitals["id"]) == ("BAKU", "a")
    gold, out = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    gold.write_text(json.dumps(row), encoding="utf-8")
    run.write_predictions("toponyms", gold, out, pipeline=pipeline, is_upper=True)
    found = json.loads(out.read_text(encoding="utf-8"))["toponyms"]
    assert [text[one["start"] : one["end"]] for one in found] == ["Baku"]


# -- cross-validation -----------------------------------------------------------------


class Remembering:
    """A detector that finds a name only in documents it was not trained on."""

    def __init__(self, gazetteer, weights):
        self._known = weights.decode().split()

    def detect(self, document):
        if document.id in self._known:
            pytest.fail(f"{document.id} was trained on")
        start = document.text.index("Baku")
        return [Mention(span=Span(start, start + 4), text="Baku")]


@pytest.fixture
def models():
    """A detector whose weights are the ids it was trained on."""

    def train(documents, *, gazetteer, seed):
        return " ".join(one.document.id for one in documents).encode()

    return [SimpleNamespace(stage="detector", train=train, make=Remembering)]


@pytest.fixture
def corpora(tmp_path):
    """Two small news corpora; one has documents of one local newspaper."""
    folder = tmp_path / "corpora"
    folder.mkdir()
    for corpus in ("lgl", "gwn"):
        rows = [
            {
                "id": f"{corpus}-{n}",
                "text": f"{corpus} tells of Baku, {n}.",
                "source": f"paper{n % 3}.com",
                "toponyms": [],
            }
            for n in range(9)
        ]
        path = folder / f"{corpus}.dev.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


def test_no_document_is_answered_by_what_was_trained_on_it(
    run, pipeline, models, corpora, tmp_path
):
    golds = {
        corpora / f"{name}.dev.jsonl": tmp_path / f"{name}.pred.jsonl"
        for name in ("lgl", "gwn")
    }
    run.cross_validate(
        "toponyms", golds, corpora=corpora, models=models, pipeline=pipeline, folds=3
    )
    for gold, out in golds.items():
        asked = [row["id"] for row in run.read_rows(gold)]
        lines = out.read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["id"] for line in lines] == asked
        assert all(json.loads(line)["toponyms"] for line in lines)


def test_one_gold_file_is_answered_by_training_on_all_corpora(
    run, pipeline, corpora, tmp_path
):
    seen = []

    def train(documents, *, gazetteer, seed):
        seen.append({one.corpus for one in documents})
        return b""

    models = [SimpleNamespace(stage="detector", train=train, make=Remembering)]
    out = tmp_path / "pred.jsonl"
    run.cross_validate(
        "given-spans",
        {corpora / "gwn.dev.jsonl": out},
        corpora=corpora,
        models=models,
        pipeline=pipeline,
        folds=3,
    )
    assert seen == [{"lgl", "gwn"}] * 3
    assert len(out.read_text(encoding="utf-8").splitlines()) == 9


def test_folds_keep_a_local_newspaper_together(run, corpora):
    from corpora import read_corpus, split

    for known, unseen in split(read_corpus(corpora, "lgl"), folds=3):
        papers = [{one.document.source for one in part} for part in (known, unseen)]
        assert not papers[0] & papers[1]
        assert unseen


@pytest.mark.parametrize(
    "arguments",
    [["aliases", "--cross-validate"], ["muc", "--cross-validate"]],
)
def test_only_what_learns_can_be_cross_validated(run, corpora, capsys, arguments):
    gold = str(corpora / "lgl.dev.jsonl")
    with pytest.raises(SystemExit) as stopped:
        run.main([arguments[0], gold, "-o", "x", *arguments[1:]])
    assert stopped.value.code == 2
    assert "toponyms and given-spans and pins" in capsys.readouterr().err


def test_several_gold_files_go_to_a_folder(run, corpora, tmp_path):
    golds = [str(path) for path in sorted(corpora.iterdir())]
    out = tmp_path / "out"
    run.main(["toponyms", *golds, "-o", str(out), "--detector", "lexicon"])
    assert sorted(path.name for path in out.iterdir()) == [
        "gwn.dev.pred.jsonl",
        "lgl.dev.pred.jsonl",
    ]


SHELLED = "Shells hit Khankendi on Monday."


@pytest.fixture
def shelled(tmp_path):
    """A corpus with one document, and a gold file that names it by its id."""
    marked = {"start": 11, "end": 20, "lat": 10.0, "lon": 20.0}
    document = {"id": "1", "text": SHELLED, "date": "2024-03-14", "toponyms": [marked]}
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "gwn.dev.jsonl").write_text(json.dumps(document), encoding="utf-8")
    gold = tmp_path / "articles.jsonl"
    row = {"corpus": "gwn", "id": "1", "published": None, "events": []}
    gold.write_text(json.dumps(row), encoding="utf-8")
    return gold, folder


def test_a_row_without_text_is_joined_with_its_document(run, shelled):
    gold, folder = shelled
    (row,) = run.read_rows(gold, corpora=folder)
    assert (row["text"], row["date"], row["events"]) == (SHELLED, "2024-03-14", [])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"corpus": "gwn", "id": "2"}, "no document '2'"),
        ({"corpus": "lgl", "id": "1"}, "--corpora"),
        ({"id": "1"}, '"text" or "corpus"'),
    ],
)
def test_a_row_whose_document_is_missing_says_so(run, shelled, row, expected):
    gold, folder = shelled
    gold.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        list(run.read_rows(gold, corpora=folder))
    assert expected in str(stopped.value)


def test_pins_of_joined_rows_use_the_gold_toponyms_where_asked(
    run, pipeline, shelled, tmp_path
):
    gold, folder = shelled
    out = tmp_path / "pred.jsonl"
    run.write_predictions(
        "pins", gold, out, pipeline=pipeline, corpora=folder, is_given=True
    )
    (row,) = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    places = [place for event in row["events"] for place in event["places"]]
    assert (row["corpus"], row["id"]) == ("gwn", "1")
    assert {(p["lat"], p["lon"]) for p in places} == {(10.0, 20.0)}


def test_gold_toponyms_are_for_tasks_with_events_alone(run, shelled, capsys):
    gold, _ = shelled
    with pytest.raises(SystemExit) as stopped:
        run.main(["aliases", str(gold), "-o", "x", "--gold-toponyms"])
    assert stopped.value.code == 2
    assert "muc and pins" in capsys.readouterr().err


def test_pins_are_cross_validated_over_the_corpora_the_rows_name(
    run, pipeline, models, corpora, tmp_path
):
    gold, out = tmp_path / "articles.jsonl", tmp_path / "pred.jsonl"
    rows = [{"corpus": "gwn", "id": f"gwn-{n}"} for n in (3, 1)]
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run.cross_validate(
        "pins", {gold: out}, corpora=corpora, models=models, pipeline=pipeline, folds=3
    )
    found = [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()]
    assert found == ["gwn-3", "gwn-1"]
