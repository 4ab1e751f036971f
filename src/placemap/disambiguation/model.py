"""The learned weights, and what they make of the evidence."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from placemap.disambiguation.context_evidence import Context
from placemap.disambiguation.own_evidence import own_evidence
from placemap.disambiguation.table import make_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from placemap.disambiguation.scene import Scene
    from placemap.disambiguation.table import Codebook, Floats, Table

_FORMAT = "placemap-resolver/1"
# exp of more than this says nothing new.
_LIMIT = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Log-odds by feature name.

    `places` weighs the candidates, `none` the answer that the place meant is not
    among them. A feature without a weight counts nothing.
    """

    places: Mapping[str, float]
    none: Mapping[str, float]

    def stack(self, evidence: Mapping[str, Floats]) -> Floats:
        """Return the columns that `places` weighs, as the rows of a matrix."""
        return np.array([evidence[name] for name in self.places])

    def chances(
        self, table: Table, stacked: Floats, none: Mapping[str, Floats]
    ) -> Floats:
        """Return how likely each candidate is; each sense's sum to at most 1."""
        weights = np.fromiter(self.places.values(), np.float64)
        places = _odds(weights @ stacked)
        nothing = np.zeros(len(table.senses))
        for name, weight in self.none.items():
            nothing += weight * none[name]
        whole = np.bincount(table.sense, places, len(table.senses)) + _odds(nothing)
        return np.asarray(places / whole[table.sense])


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was found for each candidate: its chance, and what spoke for it.

    `lies_elsewhere` is 1 for each sense that the text places where no candidate lies.
    `gains` has a row for each feature in `features` and a column for each candidate:
    the log-odds that the feature gives it.
    """

    table: Table
    chances: Floats
    lies_elsewhere: Floats
    features: tuple[str, ...]
    gains: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights before and after the other names are judged, and the calibration.

    `slope` and `shift` turn the log-odds of a chance into those of being right, as
    measured on documents that were not trained on.
    """

    first: Weights
    later: Weights
    slope: float = 1.0
    shift: float = 0.0

    @classmethod
    def load(cls, data: bytes) -> Model:
        """Return the model that `dump` wrote.

        Raises
        ------
        ValueError
            If the data is something else.
        """
        try:
            stored: dict[str, Any] = json.loads(data)
            is_ours = stored.get("format") == _FORMAT
        except (ValueError, AttributeError) as error:
            raise ValueError(f"expected {_FORMAT} weights as JSON, {error}") from error
        if not is_ours:
            raise ValueError(f"expected {_FORMAT} weights, found other JSON")
        return cls(
            first=Weights(**stored["first"]),
            later=Weights(**stored["later"]),
            slope=stored["slope"],
            shift=stored["shift"],
        )

    def dump(self) -> bytes:
        """Return the model as the bytes of a file; same model, same bytes."""
        stored = {
            "format": _FORMAT,
            "slope": self.slope,
            "shift": self.shift,
            **{
                name: {"places": dict(part.places), "none": dict(part.none)}
                for name, part in (("first", self.first), ("later", self.later))
            },
        }
        return (json.dumps(stored, indent=1) + "\n").encode()

    def judge(self, scene: Scene, codebook: Codebook) -> Judgement:
        """Return how likely each candidate of a scene is, and why."""
        table = make_table(scene, codebook)
        own = own_evidence(scene, table, codebook)
        none = none_evidence(table, own)
        context = Context(scene, table)
        chances = self.first.chances(table, self.first.stack(own), none)
        stacked = self.later.stack({**own, **context.evidence(chances)})
        chances = self.later.chances(table, stacked, none)
        weights = np.fromiter(self.later.places.values(), np.float64)
        return Judgement(
            table=table,
            chances=chances,
            lies_elsewhere=none["lies_elsewhere"],
            features=tuple(self.later.places),
            gains=stacked * weights[:, None],
        )

    def calibrated(self, chance: float) -> float:
        """Return how often a place with this chance is right, 0 to 1."""
        clipped = min(max(chance, 1e-6), 1 - 1e-6)
        odds = math.log(clipped / (1 - clipped))
        return 1 / (1 + math.exp(-self.slope * odds - self.shift))


def _odds(log_odds: Floats) -> Floats:
    return np.asarray(np.exp(np.maximum(np.minimum(log_odds, _LIMIT), -_LIMIT)))


def none_evidence(table: Table, own: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return what speaks for the place meant not being among the candidates."""
    return {
        "always": np.ones(len(table.senses)),
        "candidates": np.log1p(np.diff(table.starts)),
        "largest": table.largest(table.size),
        "part": table.largest(own["part"]),
        "lies_elsewhere": _lies_elsewhere(table, own["may_lie_in_stated"]),
    }


def _lies_elsewhere(table: Table, may_lie: Floats) -> Floats:
    """Mark the names that the text places where none of their candidates lies."""
    filled = np.diff(table.starts) > 0
    found = np.zeros(len(filled))
    for position, sense in enumerate(table.senses):
        if sense.within is not None and filled[position] and filled[sense.within]:
            found[position] = not may_lie[table.slice(position)].any()
    return found
