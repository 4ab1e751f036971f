#!/usr/bin/env python3
"""Write placemap's predictions for gold documents, for a scorer to judge.

    python evaluation/run.py TASK GOLD.jsonl -o PRED.jsonl [--field FIELD] [--upper]
    python evaluation/run.py TASK GOLD.jsonl... -o FOLDER --cross-validate

TASK is one of

toponyms        what placemap finds and where it puts it. Every mention is predicted,
                demonyms and adjectives ("the Turkish city"), names inside those of
                organisations ("Leeds University") and governments called by their
                capital too, since the usual gold corpora annotate all of these; one
                without a place has lat and lon null.
given-spans     where placemap puts the gold mentions: disambiguation alone.
aliases         the alias statements with verdict, user and place.
event-location  where the verb that a row marks happened: spans of names, or none.
event-types     the type of the main event of a text, in the terms of FIELD:
                acled_event_type (default), acled_sub_event_type, plover or quad.
muc             typed, dated and placed incidents. What the MUC keys count as one is
                learned, for this task alone: see incidents.py.
pins            every event with its places and coordinates.

GOLD has one JSON object a line with "id" and "text"; "title", "source", "url" and
"date" or "published" are passed on where there are any. A row that has a "corpus"
instead of a text stands for a document of the corpora (gold/articles.md), which are
looked for in ../shared/corpora unless --corpora names another folder. Everything runs
with the shipped gazetteer, weights and settings. Progress goes to stderr. With several
GOLD files the output is a folder and holds one file for each, named after it.

--upper         writes title and text in capitals first; offsets stay what they are.
--gold-toponyms  for muc and pins: takes the toponyms that GOLD marks, to tell errors of
                the events from those of the toponyms.
--cross-validate  for toponyms, given-spans and pins: each document is answered by
                detector and resolver trained without it, nor anything from the same
                local newspaper, in the folds of training/corpora.py over all training
                corpora, which are looked for in the folder of GOLD, or for pins where
                the texts are, unless --corpora names another.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import placemap
from placemap.core import Span
from placemap.scoring.runs import NoEvents, find_toponyms, place_spans

# The modules that train and those beside this file, however it is started.
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from event_tasks import (
    FIELDS,
    predict_event_location,
    predict_event_type,
    predict_muc,
    predict_pins,
)
from gold_rows import CORPORA, read_document, read_rows, to_capitals
from gold_toponyms import with_gold_toponyms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corpora import GoldDocument
    from models import Model

    from placemap.core import AliasStatement, Toponym
    from placemap.pipeline import Pipeline

    Predict = Callable[[Pipeline, Mapping[str, Any]], dict[str, Any]]

_EVERY = 100


def predict_toponyms(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the toponyms of a gold row's text."""
    found = find_toponyms(pipeline, read_document(row))
    return {"toponyms": [_located(one) for one in found]}


def predict_given_spans(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a place for each of the mentions that a gold row gives."""
    spans = [Span(gold["start"], gold["end"]) for gold in row["toponyms"]]
    placed = place_spans(pipeline, read_document(row), spans)
    return {"toponyms": [_located(one) for one in placed]}


def _located(toponym: Toponym) -> dict[str, Any]:
    place = toponym.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "lat": place.lat_deg if place else None,
        "lon": place.lon_deg if place else None,
    }


def predict_aliases(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the alias statements of a gold row's text."""
    parsed = replace(pipeline, extractor=NoEvents()).parse(read_document(row))
    return {"statements": [_stated(one, pipeline) for one in parsed.aliases]}


def _stated(statement: AliasStatement, pipeline: Pipeline) -> dict[str, Any]:
    place = statement.place and pipeline.gazetteer.place(statement.place)
    left, right = statement.left, statement.right
    return {
        "left": {"start": left.start, "end": left.end},
        "right": {"start": right.start, "end": right.end},
        "relation": statement.relation,
        "used_by": statement.used_by or None,
        "verdict": statement.verdict,
        "place": {"lat": place.lat_deg, "lon": place.lon_deg} if place else None,
    }


TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "toponyms": predict_toponyms,
    "given-spans": predict_given_spans,
    "aliases": predict_aliases,
    "event-location": predict_event_location,
    "event-types": predict_event_type,
    "muc": predict_muc,
    "pins": predict_pins,
}
# What rests on weights learned from gold toponyms, so that it can be cross-validated.
LEARNED_TASKS = ("toponyms", "given-spans", "pins")
# What may be answered with the toponyms that people marked.
PLACED_TASKS = ("muc", "pins")


def predictor(
    task: str,
    *,
    field: str = FIELDS[0],
    is_upper: bool = False,
    is_given: bool = False,
) -> Predict:
    """Return the function that answers one row of a task.

    `field` says in whose terms event types are given; with `is_upper` the row is
    written in capitals first, with `is_given` it is answered with its gold toponyms.
    """
    predict = TASKS[task]
    if task == "event-types":
        predict = partial(predict, field=field)

    def answer(pipeline: Pipeline, row: Mapping[str, Any]) -> dict[str, Any]:
        asked = to_capitals(row) if is_upper else row
        if is_given:
            marked = asked["toponyms"]
            pipeline = with_gold_toponyms(pipeline, read_document(asked), marked)
        return {"id": row["id"], **predict(pipeline, asked)}

    return answer


def write_predictions(
    task: str,
    gold: Path,
    out: Path,
    *,
    pipeline: Pipeline | None = None,
    corpora: Path = CORPORA,
    field: str = FIELDS[0],
    is_upper: bool = False,
    is_given: bool = False,
) -> int:
    """Write the predictions of one task for a gold file, and return how many rows.

    `pipeline` is the shipped one unless another is given; `corpora` is where the texts
    are that the file does not hold. For the rest see `predictor`.
    """
    pipeline = pipeline or placemap.load()
    answer = predictor(task, field=field, is_upper=is_upper, is_given=is_given)
    started = time.perf_counter()
    rows = read_rows(gold, corpora=corpora)
    count = _write(out, (answer(pipeline, row) for row in rows))
    seconds = time.perf_counter() - started
    speed = count / seconds if seconds else 0.0
    print(
        f"{count} documents in {seconds:.1f} s, {speed:.0f} a second", file=sys.stderr
    )
    return count


def _write(out: Path, predictions: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    with out.open("w", encoding="utf-8") as lines:
        for count, prediction in enumerate(predictions, 1):
            lines.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            if count % _EVERY == 0:
                print(f"{count} documents", file=sys.stderr)
    return count


def cross_validate(
    task: str,
    golds: Mapping[Path, Path],
    *,
    corpora: Path,
    models: Sequence[Model],
    pipeline: Pipeline | None = None,
    is_upper: bool = False,
    folds: int = 5,
) -> None:
    """Write predictions by pipelines that have not seen the document.

    Parameters
    ----------
    task
        One of `LEARNED_TASKS`.
    golds
        Gold files, and where their predictions go.
    corpora
        The folder of the corpora, on which the folds are trained together with the
        gold files.
    models
        What is trained anew for each fold.
    pipeline
        What the trained stages are put into; the shipped one unless given.
    is_upper
        Whether rows are written in capitals before they are answered. Training
        sees them as they are.
    folds
        How many.
    """
    from crossval import fold_pipelines

    asked = {gold: list(read_rows(gold, corpora=corpora)) for gold in golds}
    rows = {_to_gold(gold, row).key: row for gold in golds for row in asked[gold]}
    answer = predictor(task, is_upper=is_upper)
    answers = {}
    for trained, unseen in fold_pipelines(
        _training_documents(asked, corpora),
        pipeline or placemap.load(),
        models=models,
        wanted=rows.keys(),
        folds=folds,
    ):
        for one in unseen:
            answers[one.key] = answer(trained, rows[one.key])
    for gold, out in golds.items():
        keys = [_to_gold(gold, row).key for row in asked[gold]]
        _write(out, (answers[key] for key in keys))


def _training_documents(
    golds: Mapping[Path, Sequence[Mapping[str, Any]]], corpora: Path
) -> list[GoldDocument]:
    """Return the documents of the corpora and of the gold files, each once."""
    from corpora import NEWS, PARTIAL, read_corpus

    names = (*NEWS, *PARTIAL)
    there = [name for name in names if (corpora / f"{name}.dev.jsonl").is_file()]
    documents = {one.key: one for name in there for one in read_corpus(corpora, name)}
    for gold, rows in golds.items():
        for row in rows:
            one = _to_gold(gold, row)
            documents[one.key] = one
    return list(documents.values())


def _to_gold(gold: Path, row: Mapping[str, Any]) -> GoldDocument:
    """Return a row as a document of the corpus it names, or its file is named after."""
    from corpora import GoldDocument

    if "toponyms" not in row:
        raise SystemExit(f"{gold}: document {row['id']!r} has no gold toponyms")
    return GoldDocument(
        corpus=row.get("corpus") or gold.name.partition(".")[0],
        document=read_document(row),
        toponyms=tuple(row["toponyms"]),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one task from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=TASKS, metavar="TASK")
    parser.add_argument("gold", type=Path, nargs="+", metavar="GOLD.jsonl")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--field", choices=FIELDS, default=FIELDS[0], metavar="FIELD")
    parser.add_argument("--upper", action="store_true", dest="is_upper")
    parser.add_argument("--gold-toponyms", action="store_true", dest="is_given")
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--corpora", type=Path, metavar="FOLDER")
    parser.add_argument("--detector", metavar="NAME")
    parser.add_argument("--resolver", metavar="NAME")
    chosen = parser.parse_args(arguments)
    for gold in chosen.gold:
        if not gold.is_file():
            parser.error(f"no such file: {gold}")
    if chosen.cross_validate and chosen.task not in LEARNED_TASKS:
        parser.error(f"--cross-validate goes with {' and '.join(LEARNED_TASKS)}")
    if chosen.is_given and (chosen.task not in PLACED_TASKS or chosen.cross_validate):
        parser.error(f"--gold-toponyms goes with {' and '.join(PLACED_TASKS)} alone")
    named = {"detector": chosen.detector, "resolver": chosen.resolver}
    stages = {stage: name for stage, name in named.items() if name}
    pipeline = placemap.load(**stages)
    golds = _outputs(chosen.gold, chosen.output)
    if chosen.cross_validate:
        cross_validate(
            chosen.task,
            golds,
            corpora=chosen.corpora or _corpora_folder(chosen.task, chosen.gold[0]),
            models=_models(pipeline),
            pipeline=pipeline,
            is_upper=chosen.is_upper,
        )
        return
    for gold, out in golds.items():
        write_predictions(
            chosen.task,
            gold,
            out,
            pipeline=pipeline,
            corpora=chosen.corpora or CORPORA,
            field=chosen.field,
            is_upper=chosen.is_upper,
            is_given=chosen.is_given,
        )


def _corpora_folder(task: str, gold: Path) -> Path:
    """Return where the corpora to train on are looked for."""
    return CORPORA if task == "pins" else gold.parent


def _outputs(golds: Sequence[Path], output: Path) -> dict[Path, Path]:
    """Return where the predictions for each gold file go."""
    if len(golds) == 1 and not output.is_dir():
        return {golds[0]: output}
    output.mkdir(parents=True, exist_ok=True)
    return {gold: output / f"{gold.stem}.pred.jsonl" for gold in golds}


def _models(pipeline: Pipeline) -> list[Model]:
    """Return what the stages of a pipeline can be trained by."""
    from models import MODELS

    options = pipeline.run_info.options
    return [model for model in MODELS if options[model.stage] == model.name]


if __name__ == "__main__":
    main()
