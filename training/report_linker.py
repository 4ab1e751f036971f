"""Fit the model that says where in its report an event happened.

It learns from reports and articles in which people marked what happened where
(marked_reports.py). An example is an event that its own sentence puts nowhere, with one
of the places of its report.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from marked_reports import Example, fit_trees, read_marked_reports

import placemap
from placemap.events.places.report_clues import ReportClues, may_be_placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from marked_reports import MarkedReport

WEIGHTS = Path(placemap.__file__).parent / "events" / "data" / "report_linker.npz"
# Chosen on folds of reports among 4 to 15 leaves and 60 to 250 rounds.
_TREES = {
    "learning_rate": 0.04,
    "num_leaves": 14,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
}
_ROUNDS = 200


def train(corpora: Path, *, seed: int) -> bytes:
    """Return the weights fitted to the marked reports: the model's file."""
    return fit(list(read_marked_reports(corpora)), seed=seed)


def fit(reports: Sequence[MarkedReport], *, seed: int) -> bytes:
    """Return the weights fitted to reports."""
    examples = [example for report in reports for example in _examples_of(report)]
    return fit_trees(examples, _TREES, rounds=_ROUNDS, seed=seed)


def _examples_of(report: MarkedReport) -> Iterator[Example]:
    clues = ReportClues(report.scene, report.drafts)
    for number, draft in enumerate(report.drafts):
        for option in clues.options(number) if may_be_placed(draft) else ():
            place = option.toponym.place
            is_right = place is not None and report.is_right(draft, place)
            yield Example(option.row, is_right)
