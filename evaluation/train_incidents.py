#!/usr/bin/env python3
"""Learn which events are incidents of the MUC keys: the weights of `incidents.py`.

    python evaluation/train_incidents.py MUC.jsonl SCORER_FOLDER [--write]

SCORER_FOLDER holds `score_muc.py`. An event is an example of an incident if the scorer
pairs it with one of the keys, by type and country. The figures printed are those of
five folds by the hash of a report's id: each report is judged by weights that have
seen neither it nor, for the first regression's answers, itself. With --write the
weights are then learned from all reports and stored.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import placemap

sys.path.insert(0, str(Path(__file__).resolve().parent))
from event_tasks import incident_record, predict_incidents
from gold_rows import read_document, read_rows
from incidents import (
    WEIGHTS,
    Linear,
    Model,
    candidates,
    event_features,
    place,
    report_features,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.pipeline import Pipeline

_FOLDS = 5
_RAREST = 8  # reports a feature must occur in
_STRENGTH = {"report": 0.02, "event": 0.05}  # inverse of the penalty
_LEAST = 0.01  # weights below it change nothing
_TRUST = "report odds"
# The limits of the best country F1 in the folds, as probabilities.
_LIMIT, _RESCUE = 0.40, 0.40


def _fold(key: str, salt: str = "") -> int:
    return int(hashlib.sha256((salt + key).encode()).hexdigest(), 16) % _FOLDS


def _logit(share: float) -> float:
    return math.log(share / (1 - share))


def learn(
    found: Sequence[Mapping[str, float]], labels: Sequence[bool], part: str
) -> Linear:
    """Return a logistic regression over features, those that are rare left out."""
    counts = Counter(feature for features in found for feature in features)
    known = [
        {name: value for name, value in features.items() if counts[name] >= _RAREST}
        for features in found
    ]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(known)
    model = LogisticRegression(C=_STRENGTH[part], max_iter=1000).fit(matrix, labels)
    weights = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    kept = {str(name): round(float(w), 4) for name, w in weights if abs(w) >= _LEAST}
    return Linear(round(float(model.intercept_[0]), 4), kept)


class Example:
    """A report of the keys: what was found in it, and which of it is an incident."""

    def __init__(self, row: Mapping[str, Any], pipeline: Pipeline, muc: Any) -> None:  # noqa: ANN401 - the scorer is a module
        self.id, self.gold = row["id"], row["events"]
        self.parsed = pipeline.parse(read_document(row))
        self.is_relevant = any(not event["optional"] for event in self.gold)
        self.words = dict.fromkeys(sorted(report_features(self.parsed)), 1.0)
        events = candidates(self.parsed)
        self.features = event_features(self.parsed, events)
        found = [incident_record(place(e, self.parsed), pipeline) for e in events]
        pairs = muc.match(self.gold, found, "country", typed=True)
        right = {k for _, k in pairs}
        self.is_incident = [k in right for k in range(len(events))]


def learn_model(examples: Sequence[Example]) -> Model:
    """Return the model of some reports.

    While the second regression is learned, each report's odds come from the others.
    """
    odds: dict[str, float] = {}
    for fold in range(_FOLDS):
        report = learn_report([e for e in examples if _fold(e.id, "inner") != fold])
        held = [e for e in examples if _fold(e.id, "inner") == fold]
        odds |= {e.id: report.odds(e.words) for e in held}
    rows = [
        dict.fromkeys(sorted(features), 1.0) | {_TRUST: odds[e.id]}
        for e in examples
        for features in e.features
    ]
    event = learn(rows, [label for e in examples for label in e.is_incident], "event")
    weights = dict(event.weights)
    return Model(
        report=learn_report(examples),
        trust=weights.pop(_TRUST, 0.0),
        event=event._replace(weights=weights),
        limit=_logit(_LIMIT),
        rescue=_logit(_RESCUE),
    )


def learn_report(examples: Sequence[Example]) -> Linear:
    """Return the regression that tells reports of incidents from others."""
    words, labels = [e.words for e in examples], [e.is_relevant for e in examples]
    return learn(words, labels, "report")


def cross_validate(examples: Sequence[Example], pipeline: Pipeline) -> list[Any]:
    """Return predictions for each report by weights that have not seen it."""
    predictions = []
    for fold in range(_FOLDS):
        model = learn_model([e for e in examples if _fold(e.id) != fold])
        for example in (e for e in examples if _fold(e.id) == fold):
            found = predict_incidents(example.parsed, pipeline, model)
            predictions.append({"id": example.id, **found})
    return predictions


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of the folds and, if asked to, store the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("keys", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args(argv)
    sys.path.insert(0, str(args.scorer))
    muc = importlib.import_module("score_muc")
    rows, pipeline = list(read_rows(args.keys)), placemap.load()
    examples = [Example(row, pipeline, muc) for row in rows]
    print(muc.report(muc.score(rows, cross_validate(examples, pipeline))))
    if args.write:
        write_model(learn_model(examples))
    return 0


def write_model(model: Model) -> None:
    """Store a model where `incidents.py` looks for it."""
    parts = {"report": model.report._asdict(), "event": model.event._asdict()}
    record = json.dumps(model._asdict() | parts, sort_keys=True, indent=0)
    WEIGHTS.write_text(record + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
