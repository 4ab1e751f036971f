"""The gate: what is below its floor shuts it, and floors only move up."""

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

SCRIPT = Path(__file__).parents[2] / "evaluation" / "gate.py"


@pytest.fixture(scope="module")
def gate():
    spec = importlib.util.spec_from_file_location("evaluation_gate", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def judge(gate, tmp_path):
    """Judge figures against a gate file with one floor of 0.800."""
    path = tmp_path / "gate.json"
    floors = {"lgl exact_f1": 0.8}
    kept = {"floors": floors, "inputs": {"lgl": "1"}, "made_with": {"gazetteer": "1"}}
    path.write_text(json.dumps(kept), encoding="utf-8")

    def judge(figure, *, inputs=None, strays=(), is_raising=False, may_lower=False):
        chosen = SimpleNamespace(gate=path, is_raising=is_raising, may_lower=may_lower)
        figures = {"lgl exact_f1": figure, "gwn exact_f1": 0.9009}
        found = inputs or {"lgl": "1", "gwn": "3"}
        code = gate.judge(figures, found, {"gazetteer": "2"}, strays, chosen)
        return code, json.loads(path.read_text(encoding="utf-8"))["floors"]

    return judge


@pytest.mark.parametrize(
    ("figure", "verdict", "code"), [(0.8, "ok", 0), (0.9, "ok", 0), (0.79, "below", 1)]
)
def test_a_figure_below_its_floor_shuts_the_gate(judge, capsys, figure, verdict, code):
    assert judge(figure)[0] == code
    printed = capsys.readouterr().out
    (line,) = (x for x in printed.splitlines() if x.startswith("lgl exact_f1  "))
    assert line.split()[2:] == [f"{figure:.3f}", "0.800", verdict]
    assert ("Error: lgl exact_f1 is below its floor" in printed) == (code == 1)


def test_figures_without_a_floor_and_other_gazetteers_are_only_told(judge, capsys):
    assert judge(0.8)[0] == 0
    printed = capsys.readouterr().out
    assert "new" in printed
    assert "note: the floors were set with another gazetteer" in printed


def test_raising_moves_floors_up_and_adds_new_ones(judge):
    code, floors = judge(0.85678, is_raising=True)
    assert code == 0
    assert floors == {"lgl exact_f1": 0.854, "gwn exact_f1": 0.898}


def test_raising_does_not_lower(judge):
    code, floors = judge(0.7, is_raising=True)
    assert code == 1
    assert floors == {"lgl exact_f1": 0.8}


def test_lowering_takes_a_flag_of_its_own(judge):
    code, floors = judge(0.7, is_raising=True, may_lower=True)
    assert code == 0
    assert floors["lgl exact_f1"] == 0.698


@pytest.mark.parametrize("changed", [{"lgl": "2"}, {"gwn": "3"}])
def test_other_gold_data_is_an_error_that_tells_what_to_do(judge, capsys, changed):
    assert judge(0.9, inputs=changed)[0] == 1
    printed = capsys.readouterr().out
    assert "lgl is not the gold data the floors were set with" in printed
    assert "--raise --allow-lower" in printed
    assert judge(0.9, inputs=changed, is_raising=True)[0] == 1
    assert judge(0.9, inputs=changed, is_raising=True, may_lower=True)[0] == 0


def test_weights_that_were_not_trained_as_told_shut_the_gate(judge, capsys):
    options = {"is_raising": True, "may_lower": True}
    assert judge(0.9, strays=["weights.npz"], **options)[0] == 1
    assert "run training/train.py" in capsys.readouterr().out


def test_unseen_figures_are_those_of_the_shipped_weights(gate, tmp_path):
    (tmp_path / "a.npz").write_bytes(b"weights")
    good = hashlib.sha256(b"weights").hexdigest()
    record = tmp_path / "models.json"

    def read(digest):
        model = {"file": "a.npz", "sha256": digest}
        figures = {"lgl": {"exact_f1": 0.9, "median_km": 3.0}}
        pins = {"reports": {"recall": 0.7, "no_pin_documents": 0.1}}
        kept = {"models": {"detector": model}, "figures": figures, "pins": pins}
        record.write_text(json.dumps(kept), encoding="utf-8")
        return gate.unseen_figures(record, tmp_path)

    expected = {"unseen lgl exact_f1": 0.9, "unseen reports recall": 0.7}
    assert read(good) == (expected, [])
    assert read("0")[1] == ["a.npz"]
    assert gate.unseen_figures(tmp_path / "none", tmp_path) == ({}, [])


def test_without_the_data_nothing_is_measured_and_nothing_is_wrong(
    gate, tmp_path, capsys
):
    assert gate.main([str(tmp_path / "shared")]) == 0
    assert "not measured" in capsys.readouterr().out


def test_lowering_alone_makes_no_sense(gate, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        gate.main([str(tmp_path), "--allow-lower"])
    assert stopped.value.code == 2
