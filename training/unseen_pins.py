#!/usr/bin/env python3
"""Measure pins on reports that the models which weigh them have not seen.

    python training/unseen_pins.py ../shared/corpora ../shared/eval

In each fold the report linker, the model of types, that of which pins are worth drawing
and that of what is told again learn from the other reports; the rest of the pipeline is
as shipped. The figures by gold file are printed and kept in training/models.json, where
evaluation/gate.py looks for them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from threadpoolctl import threadpool_limits

import placemap
from placemap.events.extractor import RuleExtractor
from placemap.events.places.worth import WorthModel
from placemap.events.type_model import TypeModel
from placemap.trees import Trees

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "evaluation"))
import event_types
import report_linker
import retelling
import worth
from event_tasks import predict_pins
from marked_reports import FOLDS, read_marked_reports
from train import RECORD, read_record, write_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from marked_reports import MarkedReport

FIGURES = (
    "precision", "precision_trigger", "recall", "no_pin_documents", "type", "status",
    "date_same_day",
)  # fmt: skip
_DIGITS = 4


def predict_unseen(
    reports: Sequence[MarkedReport], *, seed: int
) -> Iterator[tuple[MarkedReport, dict[str, Any]]]:
    """Yield each report with the prediction of models that have not seen it."""
    pipeline = placemap.load()
    for fold in range(FOLDS):
        seen = [one for one in reports if one.fold != fold]
        placed = worth.see_unseen(seen, seed=seed)
        extractor = RuleExtractor(
            report_linker=Trees.load(report_linker.fit(seen, seed=seed)),
            types=TypeModel.load(event_types.fit(seen)),
            worth=WorthModel.load(worth.fit(placed, seed=seed)),
            retelling=Trees.load(retelling.fit(placed, seed=seed)),
        )
        fresh = replace(pipeline, extractor=extractor)
        for one in reports:
            if one.fold == fold:
                yield one, predict_pins(fresh, one.row)


def measure(corpora: Path, scorers: Path, *, seed: int) -> dict[str, dict[str, float]]:
    """Return the figures by gold file."""
    sys.path.insert(0, str(scorers))
    scorer = importlib.import_module("score_events")
    counted: dict[str, list[Any]] = {}
    reports = list(read_marked_reports(corpora))
    for one, prediction in predict_unseen(reports, seed=seed):
        counts = scorer.score_document(one.row, prediction["events"])
        counted.setdefault(one.file.removesuffix(".jsonl"), []).append(counts)
    return {
        file.replace("_", " "): {
            key: round(value, _DIGITS)
            for key, value in scorer.summarise(scorer.total(counts)).items()
            if key in FIGURES and value is not None
        }
        for file, counts in sorted(counted.items())
    }


def main() -> int:
    """Measure, print, and keep."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path, metavar="CORPORA")
    parser.add_argument("scorers", type=Path, metavar="SCORERS")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    with threadpool_limits(1):
        figures = measure(chosen.corpora, chosen.scorers, seed=chosen.seed)
    print(json.dumps(figures, indent=1))
    write_record(read_record(RECORD) | {"pins": figures}, RECORD)
    return 0


if __name__ == "__main__":
    sys.exit(main())
