"""Fit the model that says which pins are worth drawing.

It learns from reports and articles in which people marked what happened where
(marked_reports.py). An example is a place that the rules or the report linker give an
event. The report linker and the types of happenings are fitted anew for each fold, so
that no example shows them on a report they have learned; and so are the weights of
words, for the trees that see them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import report_linker
from event_types import type_unseen
from marked_reports import FOLDS, Example, fit_trees, read_marked_reports
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import placemap
from placemap.events.places.report_linker import place_by_report
from placemap.events.places.worth import WorthModel, rows_of
from placemap.events.places.worth_clues import WorthClues
from placemap.events.places.worth_words import WordWeights, value_of, word_clues
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from marked_reports import MarkedReport

    from placemap.events.drafts import Draft

WEIGHTS = Path(placemap.__file__).parent / "events" / "data" / "worth.npz"
# Chosen on folds of reports among 4 to 15 leaves, 150 to 1,200 rounds, and cuts drawn
# at random, which do better here, or sought.
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
# Likewise among 0.1 and 1: the inverse of the penalty on weights of words.
_FREEDOM = 0.1
# A word has to come up in so many reports.
_LEAST_REPORTS = 3


def train(corpora: Path, *, seed: int) -> bytes:
    """Return the weights fitted to the marked reports: the model's file."""
    return fit(see_unseen(list(read_marked_reports(corpora)), seed=seed), seed=seed)


def see_unseen(reports: Sequence[MarkedReport], *, seed: int) -> list[MarkedReport]:
    """Return the reports as models show them that have not seen them."""
    return type_unseen(place_unseen(reports, seed=seed))


def fit(reports: Sequence[MarkedReport], *, seed: int) -> bytes:
    """Return the weights fitted to reports whose events have been placed."""
    examples: list[Example] = []
    for fold in sorted({report.fold for report in reports}):
        words = fit_words([r for r in reports if r.fold != fold])
        unseen = (r for r in reports if r.fold == fold)
        examples += [one for report in unseen for one in _examples_of(report, words)]
    trees = Trees.load(fit_trees(examples, _TREES, rounds=_ROUNDS, seed=seed))
    return WorthModel(fit_words(reports), trees).dump()


def fit_words(reports: Sequence[MarkedReport]) -> WordWeights:
    """Return the weights of words fitted to reports whose events have been placed."""
    told = [
        (report, draft, word_clues(draft))
        for report in reports
        for draft in report.drafts
        if draft.event.places
    ]
    used = _common(told)
    rows = [{c: value_of(c) for c in sorted(clues & used)} for *_, clues in told]
    is_right = [any(_verdicts(report, draft)) for report, draft, _ in told]
    columns = DictVectorizer()
    model = LogisticRegression(C=_FREEDOM, solver="liblinear", max_iter=300)
    seen = columns.fit_transform(rows)
    # The solver takes no wider indices.
    seen.indices, seen.indptr = (
        a.astype(np.int32) for a in (seen.indices, seen.indptr)
    )
    model.fit(seen, np.array(is_right, np.int8))
    names = columns.get_feature_names_out()
    weights = zip(names, model.coef_[0], strict=True)
    return WordWeights(
        {name: round(float(w) * value_of(name), 4) for name, w in weights},
        float(model.intercept_[0]),
    )


def _common(told: Sequence[tuple[MarkedReport, Draft, set[str]]]) -> set[str]:
    """Return the clues that come up in enough reports."""
    of_report: dict[str, set[str]] = {}
    for report, _, clues in told:
        of_report.setdefault(report.name, set()).update(clues)
    counts = Counter(clue for clues in of_report.values() for clue in clues)
    return {clue for clue, count in counts.items() if count >= _LEAST_REPORTS}


def place_unseen(reports: Sequence[MarkedReport], *, seed: int) -> list[MarkedReport]:
    """Return the reports, placed by report linkers that have not seen them."""
    placed = []
    for fold in range(FOLDS):
        seen = [report for report in reports if report.fold != fold]
        linker = Trees.load(report_linker.fit(seen, seed=seed))
        placed += [
            replace(r, drafts=place_by_report(r.drafts, r.scene, linker))
            for r in reports
            if r.fold == fold
        ]
    return placed


def _examples_of(report: MarkedReport, words: WordWeights) -> Iterator[Example]:
    clues = WorthClues(report.scene, report.drafts)
    for number, draft in enumerate(report.drafts):
        if draft.event.places:
            rows = rows_of(clues, words, number)
            for row, is_right in zip(rows, _verdicts(report, draft), strict=True):
                yield Example(row, is_right)


def _verdicts(report: MarkedReport, draft: Draft) -> list[bool]:
    """Tell of each place of a draft whether people marked its event there."""
    places = {t.id: t.place for t in report.scene.known}
    named = [places[pin.toponym] for pin in draft.event.places]
    return [place is not None and report.is_right(draft, place) for place in named]
