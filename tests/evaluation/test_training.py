"""The training command and its figures, with small models that learn by heart."""

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from placemap.core import Mention, Span

SCRIPT = Path(__file__).parents[2] / "training" / "train.py"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("training_train", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class BakuDetector:
    """A detector that finds Baku, in capitals only if it was told so."""

    def __init__(self, gazetteer, weights):
        self._name = weights.decode()

    def detect(self, document):
        start = document.text.find(self._name)
        if start < 0:
            return []
        end = start + len(self._name)
        return [Mention(span=Span(start, end), text=self._name)]


@pytest.fixture
def corpora(tmp_path):
    """Three small news corpora and one that marks the page's name only."""
    folder = tmp_path / "corpora"
    folder.mkdir()
    for corpus in ("lgl", "trnews", "gwn", "wiktor"):
        text = f"Rain of {corpus} fell on Baku"
        toponym = {"start": len(text) - 4, "end": len(text), "lat": 40.4, "lon": 49.9}
        rows = [
            {"id": str(n), "text": f"{text}, {n}.", "toponyms": [toponym]}
            for n in range(5)
        ]
        path = folder / f"{corpus}.dev.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


@pytest.fixture
def model(tmp_path):
    def train(documents, *, gazetteer, seed):
        assert documents
        return b"Baku"

    path = tmp_path / "data" / "baku.weights"
    return SimpleNamespace(
        stage="detector", name="baku", train=train, make=BakuDetector, path=path
    )


@pytest.fixture
def run(script, corpora, model, tmp_path):
    record = tmp_path / "models.json"

    def run(*options):
        arguments = ["--corpora", str(corpora), *options]
        code = script.main(arguments, models=[model], record_path=record)
        kept = record.read_text(encoding="utf-8") if record.is_file() else "null"
        return code, json.loads(kept)

    return run


def test_training_writes_weights_and_what_they_were_made_from(run, model, corpora):
    code, record = run()
    assert code == 0
    assert model.path.read_bytes() == b"Baku"
    described = record["models"]["detector"]
    assert described["sha256"] == hashlib.sha256(b"Baku").hexdigest()
    assert (described["plugin"], described["bytes"]) == ("baku", 4)
    data = (corpora / "lgl.dev.jsonl").read_bytes()
    assert record["data"]["corpora/lgl.dev.jsonl"] == hashlib.sha256(data).hexdigest()
    assert record["gazetteer"]["sha256"]
    assert record["seed"] == 0


def test_check_tells_whether_the_shipped_weights_come_from_the_data(run, model, capsys):
    assert run("--check") == (1, None)
    assert not model.path.exists()
    run()
    assert run("--check")[0] == 0
    assert "detector: as trained" in capsys.readouterr().out
    model.path.write_bytes(b"Lima")
    assert run("--check")[0] == 1
    assert model.path.read_bytes() == b"Lima"


def test_one_model_is_trained_alone_and_the_record_of_others_stays(run, model):
    run()
    model.stage, model.path = "resolver", model.path.with_name("other")
    _, record = run("--only", "resolver")
    assert record["models"].keys() == {"detector", "resolver"}


def test_cross_validated_figures_are_kept(run, capsys):
    _, record = run("--cross-validate")
    figures = record["figures"]
    assert figures.keys() == {"lgl", "trnews", "gwn", "wiktor", "pooled"}
    assert figures["pooled"]["exact_f1"] == 1
    assert figures["pooled"]["plain_acc161"] == 1
    assert figures["lgl"]["given_acc161"] == 1
    assert figures["lgl"]["upper_exact_f1"] == 0  # BAKU is not what was learned
    assert "exact_f1" not in figures["wiktor"]
    assert json.loads(capsys.readouterr().out) == figures
    _, again = run()
    assert again["figures"] == figures


def test_figures_of_other_weights_are_dropped(run, model):
    run("--cross-validate")
    model.train = lambda documents, **options: b"Rain"
    assert run()[1]["figures"] == {}


def test_a_missing_corpus_is_told(run, corpora):
    (corpora / "gwn.dev.jsonl").unlink()
    with pytest.raises(SystemExit, match=r"gwn\.dev\.jsonl: not there"):
        run()
