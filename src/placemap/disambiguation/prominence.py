"""Decide places by how well known they are and by what the document says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from placemap.core import Candidate, Toponym, content_id
from placemap.disambiguation.containment import lies_in, stated_containers
from placemap.disambiguation.context import Context
from placemap.disambiguation.locality import home_country, home_name
from placemap.disambiguation.senses import (
    Sense,
    base_score,
    best_first,
    gather_senses,
    sense_key,
)
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Document, Mention, Place
    from placemap.protocols import Gazetteer

# A lookup returns this many; a name with that many may have more.
_USUAL, _MANY = 10, 60
_KEPT = 5
# Under this chance the best candidate was right less than one time in three on the
# development corpora: better no place than a wrong one.
_LEAST_CHANCE = 0.25
_ROUNDS = 3
_STATED_WEIGHT = 8.0
_HOLDS_WEIGHT = 4.0
_SAME_NAME_WEIGHT = 5.0
_HOME_COUNTRY_WEIGHT = 2.0
# The name in a newspaper's address weighs as if the text had it this often.
_HOME_MENTIONS = 2


class ProminenceResolver:
    """Chooses the best-known place that fits the document.

    Population, kind and spelling give every candidate a start. What the text
    states ("Alexandria, La."), the countries and divisions of the other names,
    their distance and the home of the source move it. Mentions of one name mean
    one place throughout a document unless the text says otherwise.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def resolve(
        self,
        document: Document,
        options: Sequence[tuple[Mention, Sequence[Candidate]]],
    ) -> Sequence[Toponym]:
        """Return one toponym for each mention, in the same order."""
        options = self._with_more(options)
        mentions = [mention for mention, _ in options]
        senses = gather_senses(options, stated_containers(document.text, mentions))
        self._judge(senses, document)
        digest = document.sha256
        decided: list[Toponym | None] = [None] * len(mentions)
        for sense in senses.values():
            decision = _decide(sense)
            for index in sense.mentions:
                mention = mentions[index]
                span = mention.span
                decided[index] = Toponym(
                    id=content_id("t", document.id, digest, span.start, span.end),
                    mention=mention,
                    place=decision.place,
                    score=decision.score,
                    reason=_reason(decision, mention),
                    candidates=decision.candidates,
                )
        return [toponym for toponym in decided if toponym is not None]

    def _with_more(
        self, options: Sequence[tuple[Mention, Sequence[Candidate]]]
    ) -> list[tuple[Mention, Sequence[Candidate]]]:
        """Return the options with all candidates of names that have very many."""
        more: dict[str, Sequence[Candidate]] = {}
        for mention, candidates in options:
            if len(candidates) >= _USUAL and mention.text not in more:
                more[mention.text] = self._gazetteer.candidates(
                    mention.text, limit=_MANY
                )
        return [(mention, more.get(mention.text, found)) for mention, found in options]

    def _judge(self, senses: Mapping[str, Sense], document: Document) -> None:
        country = home_country(document)
        for sense in senses.values():
            for index, one in enumerate(sense.candidates):
                if country and one.place.country == country:
                    sense.base[index] += _HOME_COUNTRY_WEIGHT
        _apply_statements(senses)
        every = [*senses.values(), *self._home(document)]
        for _ in range(_ROUNDS):
            context = Context(every)
            support = [context.support(sense) for sense in every]
            for sense, extras in zip(every, support, strict=True):
                sense.scores = [
                    base + extra for base, extra in zip(sense.base, extras, strict=True)
                ]
        _share_senses(senses)

    def _home(self, document: Document) -> list[Sense]:
        """Return the name in the source's address as a sense nobody mentions."""
        name = home_name(document)
        found = self._gazetteer.candidates(name, limit=_MANY) if name else ()
        if not found:
            return []
        base = [base_score(one, fold(name)) for one in found]
        mentions = [-1] * _HOME_MENTIONS
        return [
            Sense(key=name, within=None, candidates=found, base=base, mentions=mentions)
        ]


def _apply_statements(senses: Mapping[str, Sense]) -> None:
    """Let stated containment move both sides: the container first."""
    pairs = [(s, senses.get(s.within)) for s in senses.values() if s.within is not None]
    for inner, outer in pairs:
        if outer is None:
            continue
        holds = [
            any(lies_in(i.place, o.place) for i in inner.candidates)
            for o in outer.candidates
        ]
        for index, does_hold in enumerate(holds):
            outer.base[index] += _HOLDS_WEIGHT * does_hold
    for inner, outer in pairs:
        if outer is None:
            continue
        chances = outer.probabilities()
        for index, one in enumerate(inner.candidates):
            share = sum(
                chance
                for chance, o in zip(chances, outer.candidates, strict=True)
                if lies_in(one.place, o.place)
            )
            inner.base[index] += _STATED_WEIGHT * share


def _share_senses(senses: Mapping[str, Sense]) -> None:
    """Let a name placed by the text once mean the same where it stands alone."""
    stated: dict[str, set[str]] = {}
    for sense in senses.values():
        if sense.within is not None and sense.candidates:
            best = best_first(sense.candidates, sense.probabilities())[0]
            stated.setdefault(sense.key, set()).add(best[1].place.id)
    for key, ids in stated.items():
        bare = senses.get(sense_key(key, None))
        if bare is not None:
            bare.scores = [
                score + _SAME_NAME_WEIGHT * (one.place.id in ids)
                for score, one in zip(bare.scores, bare.candidates, strict=True)
            ]


@dataclass(frozen=True, slots=True)
class _Decision:
    place: Place | None
    score: float
    reason: str
    candidates: tuple[Candidate, ...]


def _decide(sense: Sense) -> _Decision:
    if not sense.candidates:
        return _Decision(None, 0.0, "not in gazetteer", ())
    ranked = best_first(sense.candidates, sense.probabilities())
    kept = tuple(replace(one, score=round(chance, 4)) for chance, one in ranked[:_KEPT])
    best = kept[0]
    if best.score < _LEAST_CHANCE:
        reason = f"ambiguous: {len(ranked)} places of that name, none likely"
        return _Decision(None, best.score, reason, kept)
    reason = "prominence and context"
    if len(ranked) == 1:
        reason = "only place of that name"
    elif sense.within is not None:
        reason = "the text says where it lies"
    return _Decision(best.place, best.score, reason, kept)


def _reason(decision: _Decision, mention: Mention) -> str:
    if mention.role == "metonym" and decision.place is not None:
        return f"{decision.reason}; stands for a government"
    return decision.reason
