"""Reports in which people marked what happened where, as the models are to see them.

They are the gold files for event places, of which only the development halves are read.
An event of the extractor is right at a place where a marked event has both, the words
that tell of it and the place.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np

import placemap
from placemap.events.extractor import read_drafts
from placemap.sphere import distance_m

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "evaluation"))
from gold_rows import read_document, read_rows
from lightgbm_trees import to_trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from placemap.core import Document, Event, Place, Toponym
    from placemap.events.drafts import Draft
    from placemap.events.scene import Scene

GOLD = Path(__file__).resolve().parents[1] / "evaluation" / "gold"
# The files, and which byte of which text's SHA-256 is even in the development half.
FILES = {
    "reports.jsonl": ("{id}", 0),
    "short_reports.jsonl": ("{id}", 0),
    "articles.jsonl": ("{corpus}:{id}", 1),
    "long_reports.jsonl": None,  # all of it is development
}
FOLDS = 5
# How far off a pin may be, in km, by the precision of the marked place.
_RADIUS_KM = {1: 25, 2: 25, 3: 60, 4: 200, 5: 400, 6: 600, 7: 100}


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report with its marks, and what the rules of the extractor make of it.

    `file` is the name of the gold file that it comes from.
    """

    file: str
    row: Mapping[str, Any]
    drafts: Sequence[Draft]
    scene: Scene

    @property
    def name(self) -> str:
        """Corpus and id."""
        return f"{self.row['corpus']}:{self.row['id']}"

    @property
    def fold(self) -> int:
        """The fold of the report, by the hash of its name."""
        return hashlib.sha256(self.name.encode()).digest()[2] % FOLDS

    def is_right(self, draft: Draft, place: Place) -> bool:
        """Tell whether people marked the event of a draft at a place."""
        return any(
            self.tells(draft, event) and any(_is_at(place, p) for p in event["places"])
            for event in self.row["events"]
        )

    @staticmethod
    def tells(draft: Draft, event: Mapping[str, Any]) -> bool:
        """Tell whether a draft has a word that tells of a marked event."""
        return any(
            mention.start < trigger["end"] and trigger["start"] < mention.end
            for mention in draft.event.mentions
            for trigger in event["triggers"]
        )


@dataclass(frozen=True, slots=True)
class Example:
    """What a model sees of an event and a place, and whether they belong together."""

    row: Sequence[float]
    is_right: bool


class _NoEvents:
    """An extractor that finds nothing: toponyms are all that is asked for."""

    def extract(self, _document: Document, _toponyms: Sequence[Toponym]) -> list[Event]:
        return []


def read_marked_reports(corpora: Path) -> Iterator[MarkedReport]:
    """Yield the reports of the development halves, with the corpora that they name."""
    pipeline = replace(placemap.load(), extractor=_NoEvents())
    for name, row in _read_gold(corpora):
        document = read_document(row)
        toponyms = pipeline.parse(document).toponyms
        yield MarkedReport(name, row, *read_drafts(document, toponyms))


def _read_gold(corpora: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, halves in FILES.items():
        for row in read_rows(GOLD / name, corpora=corpora):
            if halves is None or _is_development(row, *halves):
                yield name, row


def _is_development(row: Mapping[str, Any], form: str, byte: int) -> bool:
    return hashlib.sha256(form.format(**row).encode()).digest()[byte] % 2 == 0


def _is_at(place: Place, marked: Mapping[str, Any]) -> bool:
    radius_km = marked["radius_km"] or _RADIUS_KM.get(marked["prec"], 25)
    away_m = distance_m(place.lon_deg, place.lat_deg, marked["lon"], marked["lat"])
    return away_m <= 1000 * radius_km


def fit_trees(
    examples: Sequence[Example], settings: Mapping[str, Any], *, rounds: int, seed: int
) -> bytes:
    """Return trees fitted to examples: the file of a model.

    Parameters
    ----------
    settings
        Of LightGBM, beside those that make two runs the same.
    rounds
        How many trees.
    """
    rows = np.array([example.row for example in examples], np.float32)
    labels = np.array([example.is_right for example in examples], np.int8)
    fixed = {
        "objective": "binary",
        "use_missing": False,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,
        "verbosity": -1,
        "seed": seed,
    }
    booster = lightgbm.train(
        {**settings, **fixed}, lightgbm.Dataset(rows, labels), num_boost_round=rounds
    )
    return to_trees(booster).dump()
