"""Fit the model that says where in its report an event happened.

It learns from reports and articles in which people marked what happened where: the gold
files for event places, of which only the development halves are read. An example is an
event that its own sentence puts nowhere, with one of the places of its report; it is a
right one where a marked event has both, the words that tell of it and the place.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np

import placemap
from placemap.events.extractor import read_drafts
from placemap.events.places.report_clues import ReportClues, may_be_placed
from placemap.sphere import distance_m

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "evaluation"))
from gold_rows import read_document, read_rows
from lightgbm_trees import to_trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import Place
    from placemap.events.merging import Draft
    from placemap.pipeline import Pipeline

GOLD = Path(__file__).resolve().parents[1] / "evaluation" / "gold"
# The files, and which byte of which text's SHA-256 is even in the development half.
FILES = {
    "reports.jsonl": ("{id}", 0),
    "short_reports.jsonl": ("{id}", 0),
    "articles.jsonl": ("{corpus}:{id}", 1),
}
WEIGHTS = Path(placemap.__file__).parent / "events" / "data" / "report_linker.npz"
# Chosen on folds of reports among 4 to 15 leaves and 60 to 200 rounds.
_TREES = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 6,
    "min_data_in_leaf": 15,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "use_missing": False,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}
_ROUNDS = 150
# How far off a pin may be, in km, by the precision of the marked place.
_RADIUS_KM = {1: 25, 2: 25, 3: 60, 4: 200, 5: 400, 6: 600, 7: 100}


@dataclass(frozen=True, slots=True)
class Example:
    """What the model sees of an event and a place, and whether they belong together."""

    report: str
    row: Sequence[float]
    is_right: bool


def read_gold(corpora: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of the development halves, joined with the corpora they name."""
    for name, (form, byte) in FILES.items():
        path = GOLD / name
        for row in read_rows(path, corpora=corpora) if path.is_file() else ():
            if hashlib.sha256(form.format(**row).encode()).digest()[byte] % 2 == 0:
                yield row


def examples_of(row: Mapping[str, Any], pipeline: Pipeline) -> Iterator[Example]:
    """Yield the examples of one report."""
    document = read_document(row)
    drafts, scene = read_drafts(document, pipeline.parse(document).toponyms)
    clues = ReportClues(scene, drafts)
    report = f"{row['corpus']}:{row['id']}"
    for number, draft in enumerate(drafts):
        for option in clues.options(number) if may_be_placed(draft) else ():
            place = option.toponym.place
            is_right = place is not None and _is_marked(draft, place, row)
            yield Example(report, option.row, is_right)


def _is_marked(draft: Draft, place: Place, row: Mapping[str, Any]) -> bool:
    return any(
        _is_told_by(draft, event) and any(_is_at(place, p) for p in event["places"])
        for event in row["events"]
    )


def _is_told_by(draft: Draft, event: Mapping[str, Any]) -> bool:
    return any(
        mention.start < trigger["end"] and trigger["start"] < mention.end
        for mention in draft.event.mentions
        for trigger in event["triggers"]
    )


def _is_at(place: Place, marked: Mapping[str, Any]) -> bool:
    radius_km = marked["radius_km"] or _RADIUS_KM.get(marked["prec"], 25)
    away_m = distance_m(place.lon_deg, place.lat_deg, marked["lon"], marked["lat"])
    return away_m <= 1000 * radius_km


def train(corpora: Path, *, seed: int) -> bytes:
    """Return the weights fitted to the marked reports: the model's file."""
    pipeline = placemap.load()
    examples = [e for row in read_gold(corpora) for e in examples_of(row, pipeline)]
    return fit(examples, seed=seed)


def fit(examples: Sequence[Example], *, seed: int) -> bytes:
    """Return the weights fitted to examples."""
    rows = np.array([example.row for example in examples], np.float32)
    labels = np.array([example.is_right for example in examples], np.int8)
    data = lightgbm.Dataset(rows, labels)
    booster = lightgbm.train({**_TREES, "seed": seed}, data, num_boost_round=_ROUNDS)
    return to_trees(booster).dump()
