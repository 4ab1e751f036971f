"""The names of a document, each with the places it might mean."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import Candidate, Mention, Place

# Weights are in log-odds: 1 more makes a place 2.7 times as likely. Set on the
# development corpora by whole steps, as are those of the other modules here.
_PER_TENFOLD_POPULATION = 1.2
_KIND_WEIGHT = {
    "A.ADM1": 1.0,
    "A.ADM2": -0.5,
    "P.PPLC": 2.5,
    "P.PPLX": -1.0,
    "L.CONT": 5.0,
}
_COUNTRY_WEIGHT = 3.0
_FORMER_COUNTRY_WEIGHT = 1.0
# Seas, deserts and regions have no population; they are listed for being known.
_REGION_WEIGHT = 5.0
_NAME_WEIGHT = {"alternate": -2.5, "former": -1.0, "exonym": -0.3, "code": -4.0}
_PER_SPELLING = 10.0
# A short name that agrees only after folding is another name: "US" is not Us.
_SHORT, _SHORT_FACTOR = 4, 5.0


@dataclass(slots=True)
class Sense:
    """One name as the document uses it, with its candidates and their scores.

    `scores` are log-odds up to a constant, in the order of `candidates`.
    `mentions` are the positions of the mentions that use the name; `within` is
    the key of the sense that the text says this one lies in, if any.
    """

    key: str
    within: str | None
    candidates: Sequence[Candidate]
    base: list[float]
    mentions: list[int] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)

    def probabilities(self) -> list[float]:
        """Return how likely each candidate is, in their order."""
        return softmax(self.scores or self.base)


def softmax(scores: Sequence[float]) -> list[float]:
    """Return probabilities for log-odds.

    Examples
    --------
    >>> softmax([1.0, 1.0])
    [0.5, 0.5]
    """
    if not scores:
        return []
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def base_score(candidate: Candidate, key: str) -> float:
    """Return how likely a place is meant before the document is looked at."""
    place = candidate.place
    score = _PER_TENFOLD_POPULATION * math.log10(place.population + 10)
    score += _kind_weight(place)
    weight = _PER_SPELLING * (_SHORT_FACTOR if len(key) <= _SHORT else 1.0)
    score -= weight * (1.0 - candidate.score)
    if fold(place.name) != key:
        score += _NAME_WEIGHT.get(candidate.name_kind, 0.0)
    return score


def _kind_weight(place: Place) -> float:
    if place.is_country:
        is_former = place.kind == "A.PCLH"
        return _FORMER_COUNTRY_WEIGHT if is_former else _COUNTRY_WEIGHT
    if place.kind in _KIND_WEIGHT:
        return _KIND_WEIGHT[place.kind]
    if place.feature_class in {"P", "A"}:
        return 0.0
    return _REGION_WEIGHT if place.population == 0 else 0.0


def gather_senses(
    options: Sequence[tuple[Mention, Sequence[Candidate]]],
    within: Sequence[int | None],
) -> dict[str, Sense]:
    """Return the senses of a document, in the order of their first mention.

    Mentions of one name share a sense; those that the text places in something
    ("Alexandria, La.") share it only with mentions placed in the same.
    """
    keys = [fold(mention.text) for mention, _ in options]
    senses: dict[str, Sense] = {}
    for index, (_, candidates) in enumerate(options):
        outer = within[index]
        outer_key = None if outer is None else keys[outer]
        key = sense_key(keys[index], outer_key)
        if key not in senses:
            base = [base_score(one, keys[index]) for one in candidates]
            senses[key] = Sense(
                key=keys[index], within=outer_key, candidates=candidates, base=base
            )
        senses[key].mentions.append(index)
    return senses


def sense_key(name: str, within: str | None) -> str:
    """Return the key of the sense of a name within another."""
    return name if within is None else f"{name}, {within}"


def best_first(
    candidates: Sequence[Candidate], chances: Iterable[float]
) -> list[tuple[float, Candidate]]:
    """Return candidates with their chances, likeliest first, ties by id."""
    pairs = zip(chances, candidates, strict=True)
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1].place.id))
