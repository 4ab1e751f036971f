"""What the gate measures: tasks, gold files, scorers, and which figures count."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import io
import json
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from event_tasks import FIELDS
from gate import RECORD, ROOT, digest
from gold_rows import read_rows
from run import write_predictions

import placemap
from placemap.scoring.figures import summarize, tally
from placemap.scoring.layout import read_answers, read_gold
from placemap.scoring.pairing import pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import ModuleType

    from placemap.pipeline import Pipeline

    Score = Callable[[Path, Path, Path], Mapping[str, Any]]

_GOLD = ROOT / "evaluation" / "gold"
# Every eighth row, chosen by its id, says enough and takes seconds.
_EVERY = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A task on a gold file, who scores it, and which of the figures count.

    `score` takes the folder of scorers, gold and predictions. `field` says in whose
    terms event types are given. With `is_sample` an eighth of the rows is asked.
    `needs` is the folder of the texts where the gold file has only offsets.
    """

    name: str
    task: str
    gold: Path
    score: Score
    figures: tuple[str, ...]
    field: str = FIELDS[0]
    is_upper: bool = False
    is_sample: bool = False
    needs: Path | None = None

    @property
    def is_ready(self) -> bool:
        """Whether the texts are there that the gold file lacks, if it does."""
        return self.needs is None or self.needs.is_dir()


_PINS = (
    "precision", "precision_trigger", "recall", "type", "status", "date_same_day",
)  # fmt: skip


def measures(shared: Path) -> list[Measure]:
    """Return what can be measured with the gold files that are there."""
    events = shared / "events"
    every = [
        *_toponym_measures(shared / "corpora"),
        Measure(
            name="languages",
            task="toponyms",
            gold=_GOLD / "languages.jsonl",
            score=_score_toponyms,
            figures=("exact_f1", "e2e161_f1"),
        ),
        Measure(
            name="aliases",
            task="aliases",
            gold=_GOLD / "aliases.jsonl",
            score=_score_aliases,
            figures=("pairs f1", "verdict accuracy", "place accuracy"),
        ),
        _pins("pins", "reports.jsonl"),
        _pins("short reports", "short_reports.jsonl"),
        _pins("long reports", "long_reports.jsonl"),
        _pins("articles", "articles.jsonl", needs=shared / "corpora"),
        _types("event-types", events / "case2021_task2.dev.jsonl", "acled_event_type"),
        _types(
            "event-subtypes",
            events / "case2021_task2.dev.jsonl",
            "acled_sub_event_type",
            figure="weighted f1",
        ),
        _types("plover", events / "plover_gsr.dev.jsonl", "plover"),
        _types("quad classes", events / "plover_gsr.dev.jsonl", "quad"),
        Measure(
            name="muc",
            task="muc",
            gold=events / "muc.dev.jsonl",
            score=_score_muc,
            figures=("documents f1", "events typed country f1", "events typed area f1"),
            is_sample=True,
        ),
        Measure(
            name="event-location",
            task="event-location",
            gold=events / "event_location.dev.jsonl",
            score=_score_event_location,
            figures=("exact f1", "no place agree"),
            is_sample=True,
        ),
    ]
    return [one for one in every if one.gold.is_file() and one.is_ready]


def _pins(name: str, file: str, *, needs: Path | None = None) -> Measure:
    return Measure(
        name=name,
        task="pins",
        gold=_GOLD / file,
        score=_score_pins,
        figures=_PINS,
        needs=needs,
    )


def _types(name: str, gold: Path, field: str, *, figure: str = "accuracy") -> Measure:
    return Measure(
        name=name,
        task="event-types",
        gold=gold,
        score=partial(_score_event_types, field),
        figures=(figure,),
        field=field,
    )


def _toponym_measures(corpora: Path) -> Iterator[Measure]:
    for corpus in ("lgl", "trnews", "gwn"):
        gold = corpora / f"{corpus}.dev.jsonl"
        for name, task, figures in (
            ("toponyms", "toponyms", ("exact_f1", "e2e161_f1")),
            ("capitals", "toponyms", ("exact_f1",)),
            ("given-spans", "given-spans", ("given_acc161",)),
        ):
            yield Measure(
                name=f"{corpus} {name}",
                task=task,
                gold=gold,
                score=_score_toponyms,
                figures=figures,
                is_upper=name == "capitals",
            )


def measure(
    shared: Path,
) -> tuple[dict[str, float], dict[str, str], dict[str, str]]:
    """Return figures by name, and the digests of the gold data and of what was used."""
    chosen, pipeline = measures(shared), placemap.load()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for one in chosen:
            found = _measure(one, pipeline, shared, Path(folder))
            figures |= {f"{one.name} {key}": found[key] for key in one.figures}
    inputs = {one.gold.name: digest(one.gold) for one in chosen}
    return figures, inputs, made_with(pipeline)


def _measure(
    one: Measure, pipeline: Pipeline, shared: Path, folder: Path
) -> dict[str, float]:
    gold, predictions = one.gold, folder / "predictions.jsonl"
    if one.is_sample:
        gold = folder / one.gold.name
        gold.write_text("\n".join(_sample(one.gold)), encoding="utf-8")
    with contextlib.redirect_stderr(io.StringIO()):
        write_predictions(
            one.task,
            gold,
            predictions,
            pipeline=pipeline,
            field=one.field,
            is_upper=one.is_upper,
        )
    return dict(_flat(one.score(shared / "eval", gold, predictions)))


def _flat(figures: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    """Yield nested figures under the words that lead to them."""
    for key, value in figures.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key} ")
        elif isinstance(value, int | float):
            yield f"{prefix}{key}", value


def _sample(gold: Path) -> Iterator[str]:
    for row in read_rows(gold):
        if hashlib.sha256(str(row["id"]).encode()).digest()[0] % _EVERY == 0:
            yield json.dumps(row)


def made_with(pipeline: Pipeline) -> dict[str, str]:
    """Return the digests of the gazetteer and of the weights that were trained."""
    models = json.loads(RECORD.read_text("utf-8"))["models"] if RECORD.is_file() else {}
    files = sorted(model["file"] for model in models.values())
    weights = {file: digest(ROOT / file) for file in files if (ROOT / file).is_file()}
    return {"gazetteer": pipeline.gazetteer.sha256, **weights}


# -- scorers ------------------------------------------------------------------------


def _score_toponyms(scorers: Path, gold: Path, predictions: Path) -> dict[str, float]:
    del scorers  # placemap has its own
    answers = read_answers(predictions)
    return summarize(
        [
            tally(pair(text, answers.get(text.document.id, ())))
            for text in read_gold(gold)
        ]
    )


def _score_aliases(scorers: Path, gold: Path, predictions: Path) -> Mapping[str, Any]:
    scorer = _load(scorers / "score_alias.py")
    result, _ = scorer.score(*map(scorer.read_jsonl, (gold, predictions)))
    exact: Mapping[str, Any] = result["exact"]
    return exact


def _score_pins(scorers: Path, gold: Path, predictions: Path) -> Mapping[str, Any]:
    scorer = _load(scorers / "score_events.py")
    counters = scorer.score(*map(scorer.read, (gold, predictions)))
    figures: Mapping[str, Any] = scorer.summarise(scorer.total(counters.values()))
    return figures


def _score_event_types(
    field: str, scorers: Path, gold: Path, predictions: Path
) -> Mapping[str, Any]:
    scorer = _load(scorers / "score_event_type.py")
    files = map(scorer.read_jsonl, (gold, predictions))
    figures: Mapping[str, Any] = scorer.score(*files, field=field)
    return figures


def _score_muc(scorers: Path, gold: Path, predictions: Path) -> Mapping[str, Any]:
    scorer = _load(scorers / "score_muc.py")
    figures: Mapping[str, Any] = scorer.score(
        *map(scorer.read_jsonl, (gold, predictions))
    )
    return figures


def _score_event_location(
    scorers: Path, gold: Path, predictions: Path
) -> Mapping[str, Any]:
    scorer = _load(scorers / "score_event_location.py")
    files = map(scorer.read_jsonl, (gold, predictions))
    figures: Mapping[str, Any] = scorer.score(*files)
    return figures


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"{path}: expected a scorer, found none")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
