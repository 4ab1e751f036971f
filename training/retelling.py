"""Fit the model that says which events of a report are one, told again.

It learns from reports and articles in which people marked all words that tell of an
event (marked_reports.py). An example is two events at one place, both of which somebody
marked. The report linker and the types of happenings are fitted anew for each fold, so
that no example shows them on a report they have learned.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from marked_reports import Example, fit_trees, read_marked_reports
from worth import see_unseen

import placemap
from placemap.events.retelling_clues import pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from marked_reports import MarkedReport

    from placemap.events.drafts import Draft

WEIGHTS = Path(placemap.__file__).parent / "events" / "data" / "retelling.npz"
# Chosen on folds of reports among 4 to 31 leaves and 150 to 600 rounds.
_TREES = {
    "extra_trees": True,
    "learning_rate": 0.06,
    "num_leaves": 12,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
}
_ROUNDS = 300


def train(corpora: Path, *, seed: int) -> bytes:
    """Return the weights fitted to the marked reports: the model's file."""
    return fit(see_unseen(list(read_marked_reports(corpora)), seed=seed), seed=seed)


def fit(reports: Sequence[MarkedReport], *, seed: int) -> bytes:
    """Return the weights fitted to reports whose events have been placed."""
    examples = [example for report in reports for example in _examples_of(report)]
    return fit_trees(examples, _TREES, rounds=_ROUNDS, seed=seed)


def _examples_of(report: MarkedReport) -> Iterator[Example]:
    told = [_told(report, draft) for draft in report.drafts]
    for pair in pairs_of(report.drafts):
        one, other = told[pair.first], told[pair.later]
        if one and other:
            yield Example(pair.row, is_right=not one.isdisjoint(other))


def _told(report: MarkedReport, draft: Draft) -> set[int]:
    """Return which of the marked events a draft has words of."""
    events = report.row["events"]
    return {number for number, one in enumerate(events) if report.tells(draft, one)}
