"""Fit the model that says of which type plain happenings are.

It learns from all events of the marked reports (marked_reports.py) that tell of a
marked one, be they of the table or not: what a type is like is the same for both.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from marked_reports import read_marked_reports
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import placemap
from placemap.events.type_clues import TypeClues
from placemap.events.type_model import TypeModel, give_types

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from marked_reports import MarkedReport

    from placemap.events.drafts import Draft

WEIGHTS = Path(placemap.__file__).parent / "events" / "data" / "types.npz"
# Chosen on folds of reports among 0.3 and 10: the inverse of the penalty on weights.
_FREEDOM = 1.0
# A clue has to come up so often.
_LEAST = 2
# Weights smaller than this are left out of the file, and clues without any other.
_SMALL = 0.02


@dataclass(frozen=True, slots=True)
class Typed:
    """What a model sees of an event, and which type people gave it."""

    clues: Mapping[str, float]
    type: str


def train(corpora: Path) -> bytes:
    """Return the weights fitted to the marked reports: the model's file."""
    return fit(list(read_marked_reports(corpora)))


def fit(reports: Sequence[MarkedReport]) -> bytes:
    """Return the weights fitted to reports."""
    examples = [example for report in reports for example in _examples_of(report)]
    counts = Counter(clue for example in examples for clue in example.clues)
    rows = [
        {clue: v for clue, v in sorted(e.clues.items()) if counts[clue] >= _LEAST}
        for e in examples
    ]
    columns = DictVectorizer()
    model = LogisticRegression(C=_FREEDOM, max_iter=200)
    model.fit(columns.fit_transform(rows), [e.type for e in examples])
    weights = np.where(np.abs(model.coef_.T) < _SMALL, 0.0, model.coef_.T)
    names = columns.get_feature_names_out()
    used = [i for i in range(len(names)) if weights[i].any()]
    return TypeModel(
        types=tuple(model.classes_),
        clues={names[i]: row for row, i in enumerate(used)},
        weights=weights[used],
        start=model.intercept_,
    ).dump()


def type_unseen(reports: Sequence[MarkedReport]) -> list[MarkedReport]:
    """Return the reports, typed by models that have not seen them."""
    typed = []
    for fold in sorted({report.fold for report in reports}):
        model = TypeModel.load(fit([r for r in reports if r.fold != fold]))
        typed += [
            replace(r, drafts=give_types(r.drafts, model))
            for r in reports
            if r.fold == fold
        ]
    return typed


def _examples_of(report: MarkedReport) -> Iterator[Typed]:
    clues = TypeClues(report.drafts)
    for number, draft in enumerate(report.drafts):
        told = [event for event in report.row["events"] if report.tells(draft, event)]
        if told:
            yield Typed(clues.of(number), _type_of(draft, told))


def _type_of(draft: Draft, told: Sequence[Mapping[str, Any]]) -> str:
    """Return the type of the marked events, that of the rules where it may be so."""
    known: str = draft.event.type
    fits = any(known in (event["type"], *event["alt_types"]) for event in told)
    return known if fits else told[0]["type"]
