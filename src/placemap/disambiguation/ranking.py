"""Decide places with weights learned from texts whose places are known."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from importlib import resources
from typing import TYPE_CHECKING

from placemap.core import Candidate, Span, Toponym, content_id
from placemap.disambiguation.model import Judgement, Model
from placemap.disambiguation.reasons import explain
from placemap.disambiguation.scene import make_scene
from placemap.disambiguation.seats import find_division, find_seat
from placemap.disambiguation.surroundings import well_known
from placemap.disambiguation.table import Codebook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from placemap.core import Document, Mention, Place
    from placemap.disambiguation.scene import Scene, Sense
    from placemap.protocols import Gazetteer

    Options = Sequence[tuple[Mention, Sequence[Candidate]]]

_WEIGHTS = "resolver.json"
_KEPT = 5
_REMEMBERED = 1 << 14
# Under this score a place is wrong three times out of four: better none.
_LEAST_SCORE = 0.25
# Names judged together. Longer documents are read in parts, so that the work, which
# grows with the square of the names, stays linear in the text.
_MOST_MENTIONS = 400


class RankingResolver:
    """Chooses the place that learned weights find likeliest.

    Every place a name may mean is judged by how well known it is, by what the text
    states ("Alexandria, La."), by where the other names of the document lie, by what
    stands beside it and by the home of the source. Mentions of one name mean one
    place throughout a document unless the text says otherwise.

    Parameters
    ----------
    gazetteer
        Asked for more candidates than the options hold, and for names around them.
    weights
        Content of a weights file, or its path; the shipped one when None.
    """

    def __init__(
        self, gazetteer: Gazetteer, weights: bytes | Path | None = None
    ) -> None:
        self._gazetteer = gazetteer
        self._weights = weights
        self._codebook = Codebook()
        # Words that begin sentences come in every document: looked up once.
        self._well_known = lru_cache(_REMEMBERED)(partial(well_known, gazetteer))

    @cached_property
    def _model(self) -> Model:
        return Model.load(self._read_weights())

    def _read_weights(self) -> bytes:
        weights = self._weights
        if weights is None:
            data = resources.files("placemap.disambiguation") / "data" / _WEIGHTS
            return data.read_bytes()
        return weights if isinstance(weights, bytes) else weights.read_bytes()

    @property
    def model_sha256(self) -> str:
        """Hexadecimal hash of the weights."""
        return hashlib.sha256(self._read_weights()).hexdigest()

    def resolve(self, document: Document, options: Options) -> Sequence[Toponym]:
        """Return one toponym for each mention, in the same order."""
        digest = document.sha256
        mentions = [mention for mention, _ in options]
        decisions = [
            decision
            for part, its_options in _parts(document, options)
            for decision in self._decide_all(part, its_options)
        ]
        text = document.text
        return [
            Toponym(
                id=content_id(
                    "t", document.id, digest, mention.span.start, mention.span.end
                ),
                mention=mention,
                place=decision.place,
                score=decision.score,
                reason=decision.reason,
                candidates=decision.candidates,
            )
            for mention, decision in zip(
                mentions,
                (
                    _applied(_in_division(decision, text, mention), mention)
                    for decision, mention in zip(decisions, mentions, strict=True)
                ),
                strict=True,
            )
        ]

    def _decide_all(self, document: Document, options: Options) -> list[_Decision]:
        scene = make_scene(self._gazetteer, document, options, self._well_known)
        judgement = self._model.judge(scene, self._codebook)
        decided: dict[int, _Decision] = {}
        for position, sense in enumerate(scene.senses):
            if sense.mentions:
                decision = _decide(self._model, judgement, position, sense)
                decision = _at_seat(decision, position, scene)
                decided.update(dict.fromkeys(sense.mentions, decision))
        return [decided[index] for index in range(len(options))]


@dataclass(frozen=True, slots=True)
class _Decision:
    place: Place | None
    score: float
    reason: str
    candidates: tuple[Candidate, ...]


def _decide(
    model: Model, judgement: Judgement, position: int, sense: Sense
) -> _Decision:
    if not sense.options:
        return _Decision(None, 0.0, "not in gazetteer", ())
    own = judgement.table.slice(position)
    chances = judgement.chances[own].tolist()
    ids = [option.candidate.place.id for option in sense.options]
    order = sorted(range(len(ids)), key=lambda index: (-chances[index], ids[index]))
    best = order[0]
    score = round(model.calibrated(chances[best]), 4)
    kept = _kept(sense, chances, order, score)
    if score < _LEAST_SCORE:
        is_elsewhere = bool(judgement.lies_elsewhere[position])
        return _Decision(None, score, _doubt(sense, is_elsewhere=is_elsewhere), kept)
    option = sense.options[best]
    if option.match == "part":
        reason = f"only a part of the name is known: {option.candidate.place.name}"
    elif len(order) == 1:
        reason = "only place of that name"
    else:
        gains = judgement.gains[:, own]
        reason = explain(judgement.features, gains[:, best], gains[:, order[1]])
    return _Decision(option.candidate.place, score, reason, kept)


def _at_seat(decision: _Decision, position: int, scene: Scene) -> _Decision:
    """Return the decision for the main town of a division, where that is meant."""
    place = decision.place
    seat = find_seat(place, position, scene) if place else None
    reason = "the main town of the division of that name, of which nothing is said"
    return _instead(decision, seat, reason) if seat else decision


def _in_division(decision: _Decision, text: str, mention: Mention) -> _Decision:
    """Return the decision for the division that a mention of its town speaks of."""
    place = decision.place
    if place is None:
        return decision
    division = find_division(place, decision.candidates, text, mention)
    reason = "the text speaks of the division of that name"
    return _instead(decision, division, reason) if division else decision


def _instead(decision: _Decision, place: Place, reason: str) -> _Decision:
    """Return the decision with the first candidate and another one changed over."""
    first, *others = decision.candidates
    own = next((other.score for other in others if other.place.id == place.id), 0.0)
    losers = [other for other in others if other.place.id != place.id]
    candidates = (replace(first, place=place), replace(first, score=own), *losers)
    return replace(decision, place=place, reason=reason, candidates=candidates[:_KEPT])


def _kept(
    sense: Sense, chances: Sequence[float], order: Sequence[int], score: float
) -> tuple[Candidate, ...]:
    """Return the likeliest candidates; the losers share what the score leaves."""
    best, losers = order[0], order[1:_KEPT]
    left = (1.0 - score) / max(1.0 - chances[best], 1e-9)
    # Rounded down, so that they never add up to more than 1.
    scores = [int(left * chances[index] * 10_000) / 10_000 for index in losers]
    kept = zip((best, *losers), (score, *scores), strict=True)
    return tuple(_scored(sense.options[index].candidate, its) for index, its in kept)


def _scored(candidate: Candidate, score: float) -> Candidate:
    # `replace` takes three times as long, for thousands a second.
    return Candidate(
        place=candidate.place,
        score=score,
        name_kind=candidate.name_kind,
        name_count=candidate.name_count,
    )


def _doubt(sense: Sense, *, is_elsewhere: bool) -> str:
    count = len(sense.options)
    if sense.options[0].match == "part":
        return "not in gazetteer"
    if is_elsewhere:
        return "not in gazetteer: no place of that name lies where the text says"
    if count > 1:
        return f"ambiguous: {count} places of that name, none likely"
    return "not in gazetteer: the only place of that name is hardly meant"


def _applied(decision: _Decision, mention: Mention) -> _Decision:
    """Return what a decision on a name comes to for one of its mentions."""
    if mention.role == "other":
        return replace(decision, place=None, score=0.0, reason="not a place")
    if mention.role == "metonym" and decision.place is not None:
        reason = f"{decision.reason}; stands for a government"
        return replace(decision, reason=reason)
    return decision


def _parts(document: Document, options: Options) -> Iterator[tuple[Document, Options]]:
    """Yield a document whole, or a long one in parts with their mentions."""
    if len(options) <= _MOST_MENTIONS:
        yield document, options
        return
    start = 0
    for first in range(0, len(options), _MOST_MENTIONS):
        batch = options[first : first + _MOST_MENTIONS]
        end = batch[-1][0].span.end
        text = document.text[start:end]
        yield (
            replace(document, text=text),
            [(_moved(mention, -start), found) for mention, found in batch],
        )
        start = end


def _moved(mention: Mention, by: int) -> Mention:
    span = mention.span
    return replace(mention, span=Span(span.start + by, span.end + by))
