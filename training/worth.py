"""Fit the model that says which pins are worth drawing.

It learns from reports and articles in which people marked what happened where
(marked_reports.py). An example is a place that the rules or the report linker give an
event. The report linker is fitted anew for each fold, so that no example shows it on a
report it has learned.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import report_linker
from marked_reports import Example, fit_trees, read_marked_reports

import placemap
from placemap.events.places.report_linker import place_by_report
from placemap.events.places.worth_clues import WorthClues
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from marked_reports import MarkedReport

WEIGHTS = Path(placemap.__file__).parent / "events" / "data" / "worth.npz"
FOLDS = 5
# Chosen on folds of reports among 4 to 10 leaves and 120 to 250 rounds.
_TREES = {
    "learning_rate": 0.04,
    "num_leaves": 7,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
}
_ROUNDS = 150


def train(corpora: Path, *, seed: int) -> bytes:
    """Return the weights fitted to the marked reports: the model's file."""
    return fit(place_unseen(list(read_marked_reports(corpora)), seed=seed), seed=seed)


def fit(reports: Sequence[MarkedReport], *, seed: int) -> bytes:
    """Return the weights fitted to reports whose events have been placed."""
    examples = [example for report in reports for example in _examples_of(report)]
    return fit_trees(examples, _TREES, rounds=_ROUNDS, seed=seed)


def fold_of(report: MarkedReport) -> int:
    """Return the fold of a report, by the hash of its name."""
    return hashlib.sha256(report.name.encode()).digest()[2] % FOLDS


def place_unseen(reports: Sequence[MarkedReport], *, seed: int) -> list[MarkedReport]:
    """Return the reports, placed by report linkers that have not seen them."""
    placed = []
    for fold in range(FOLDS):
        seen = [report for report in reports if fold_of(report) != fold]
        linker = Trees.load(report_linker.fit(seen, seed=seed))
        placed += [
            replace(r, drafts=place_by_report(r.drafts, r.scene, linker))
            for r in reports
            if fold_of(r) == fold
        ]
    return placed


def _examples_of(report: MarkedReport) -> Iterator[Example]:
    clues = WorthClues(report.scene, report.drafts)
    places = {t.id: t.place for t in report.scene.known}
    for number, draft in enumerate(report.drafts):
        rows = clues.rows(number)
        for pin, row in zip(draft.event.places, rows, strict=True):
            place = places[pin.toponym]
            is_right = place is not None and report.is_right(draft, place)
            yield Example(row, is_right)
