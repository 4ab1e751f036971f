"""Which events of a report are incidents in the sense of the MUC-3/4 keys.

The keys hold what its annotators took for terrorism: deeds that have happened, told as
such and not in passing, and none between armies. Nothing in placemap draws that
line, so it is learned here, for this evaluation alone: one logistic regression over the
words of a report says how likely it tells of an incident, a second one over what
placemap says of an event, the words of its sentence and the first one's answer how
likely that event is one. `train_incidents.py` makes the weights in `incidents.json`
from the dev part of the keys.

Every incident of the keys has a place. One that placemap puts nowhere, or only
somewhere around the dateline, is put where the report's nearest name within its main
country is, and in that country where there is none.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.words import lemma, restore_case, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from placemap.core import Document, Event, ParsedDocument, Place, Toponym

WEIGHTS = Path(__file__).with_name("incidents.json")
# What may be an incident: every assault, and crimes and blasts that are called one.
_OTHERS = {("CRIME", "murder"), ("CRIME", "arson"), ("CRIME", "robbery"),
           ("ACCIDENT", "explosion")}  # fmt: skip
_HEAD = 500  # characters that tell what a report is about
_AROUND = "somewhere around the dateline"


class Incident(NamedTuple):
    """An event with the places it is put at."""

    event: Event
    places: tuple[Place, ...]


class Linear(NamedTuple):
    """A logistic regression over features that are there or not."""

    bias: float
    weights: Mapping[str, float]

    def odds(self, features: Iterable[str]) -> float:
        """Return the log-odds for a set of features."""
        weights = self.weights
        return self.bias + math.fsum(weights.get(f, 0.0) for f in sorted(features))


class Model(NamedTuple):
    """The two regressions, the weight of the first in the second, and the limits.

    An event is taken from log-odds `limit` up. The likeliest one of a report without
    any is taken if the report's log-odds reach `rescue`.
    """

    report: Linear
    event: Linear
    trust: float
    limit: float
    rescue: float


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """Return the model in `incidents.json`."""
    record = json.loads(WEIGHTS.read_text("utf-8"))
    report, event = (Linear(**record.pop(part)) for part in ("report", "event"))
    return Model(report=report, event=event, **record)


def find_incidents(
    parsed: ParsedDocument, model: Model | None = None
) -> list[Incident]:
    """Return the incidents of a report, in the order of their triggers."""
    model = model or shipped_model()
    events = candidates(parsed)
    if not events:
        return []
    report = model.report.odds(report_features(parsed))
    features = event_features(parsed, events)
    odds = [model.event.odds(found) + model.trust * report for found in features]
    taken = [e for e, value in zip(events, odds, strict=True) if value >= model.limit]
    if not taken and report >= model.rescue:
        taken = [events[max(range(len(events)), key=odds.__getitem__)]]
    return [place(event, parsed) for event in taken]


def candidates(parsed: ParsedDocument) -> list[Event]:
    """Return the events that may be incidents, whatever is claimed of them."""
    return [
        event
        for event in parsed.events
        if event.type == "ASSAULT" or (event.type, event.mode) in _OTHERS
    ]


def report_features(parsed: ParsedDocument) -> set[str]:
    """Return the words of a report, those at its start once more, and its assaults."""
    document = parsed.document
    told = [e for e in parsed.events if e.status in ("asserted", "attributed")]
    assaults = [event for event in told if event.type == "ASSAULT"]
    return {
        *(f"word {w}" for w in _words(document, 0, len(document.text))),
        *(f"head {w}" for w in _words(document, 0, _HEAD)),
        *(f"mode {event.mode}" for event in assaults),
        *(f"acled {event.acled}" for event in assaults),
        f"assaults {min(6, len(assaults))}",
    }


def _words(document: Document, start: int, end: int) -> set[str]:
    """Return the dictionary words of a stretch, names left out."""
    words = restore_case(split_words(document.text, start, end))
    return {lemma(w.lower) for w in words if w.text[0].islower()}


def event_features(parsed: ParsedDocument, events: Sequence[Event]) -> list[set[str]]:
    """Return the features of each of a report's candidates."""
    return [
        _features(event, events[:k], parsed.document) for k, event in enumerate(events)
    ]


def _features(event: Event, earlier: Sequence[Event], document: Document) -> set[str]:
    sentence = event.sentence or event.trigger
    trigger = event.trigger.of(document.text).lower()
    return {
        f"type {event.type} {event.mode}",
        f"acled {event.acled}",
        f"status {event.status}",
        f"trigger {' '.join(map(lemma, trigger.split()))}",
        f"plural {trigger.endswith('s')}",
        f"mentions {min(4, len(event.mentions))}",
        f"offset {min(6, event.trigger.start // 400)}",
        *_of_place(event),
        *_of_time(event, document),
        *_of_people(event),
        *_of_earlier(event, earlier),
        *(f"word {w}" for w in _words(document, sentence.start, sentence.end)),
    }


def _of_place(event: Event) -> set[str]:
    if not event.places:
        return {"placed no"}
    place = event.places[0]
    return {
        f"where {place.where_prec}",
        f"relation {place.relation}",
        f"inferred {place.inferred}",
    }


def _of_time(event: Event, document: Document) -> set[str]:
    day = _day(document)
    lag = (day - event.start).days if day and event.start else None
    spans = [name for name, most in _LAGS if lag is not None and lag <= most]
    return {
        f"lag {spans[0] if spans else lag and 'long'}",
        f"date {event.date_prec}",
        f"time {event.why.get('time', '').partition(':')[0]}",
    }


_LAGS = (("days", 3), ("week", 8), ("months", 62))


def _day(document: Document) -> date | None:
    published = document.published
    return getattr(published, "date", lambda: published)()


def _of_people(event: Event) -> set[str]:
    deaths = event.deaths.best if event.deaths else None
    return {
        f"deaths {'no' if not event.deaths else min(3, deaths or 3)}",
        f"injured {event.injured is not None}",
        f"claimed {bool(event.claimant)}",
        *(f"by {w}" for party in event.actors for w in _lemmas(party.text)),
        *(f"to {w}" for party in event.recipients for w in _lemmas(party.text)),
    }


def _lemmas(text: str) -> list[str]:
    return [lemma(word) for word in text.lower().split()]


def _of_earlier(event: Event, earlier: Sequence[Event]) -> set[str]:
    """Return how an event compares with those told before it."""
    like = [e for e in earlier if _are_alike(e, event)]
    here = {place.place for place in event.places}
    at = [e for e in like if here.intersection(p.place for p in e.places)]
    then = [e for e in like if (e.start, e.end) == (event.start, event.end)]
    return {
        f"before {min(5, len(earlier))}",
        f"alike {min(3, len(like))}",
        f"alike here {bool(at)}",
        f"alike then {bool(then)}",
    }


def _are_alike(a: Event, b: Event) -> bool:
    return a.type == b.type and (a.mode == b.mode or not a.mode or not b.mode)


def place(event: Event, parsed: ParsedDocument) -> Incident:
    """Return an event as an incident, with a place wherever the report names one."""
    return Incident(event, _find_places(event, parsed))


def _find_places(event: Event, parsed: ParsedDocument) -> tuple[Place, ...]:
    places = {t.place.id: t.place for t in parsed.toponyms if t.place}
    is_vague = event.why.get("place") == _AROUND
    if event.places and not is_vague:
        return tuple(places[p.place] for p in event.places)
    country = _main_country(parsed)
    if country is None:
        return ()
    nearest = _nearest(event, parsed, country)
    if nearest is not None:
        return (nearest,)
    if event.places:
        return tuple(places[p.place] for p in event.places)
    within = [p for p in places.values() if p.country == country]
    return (max(within, key=lambda p: (p.is_country, p.population, p.id)),)


def _main_country(parsed: ParsedDocument) -> str | None:
    found = [t.place.country for t in parsed.toponyms if t.place and t.place.country]
    counts = Counter(found)
    return max(counts, key=lambda c: (counts[c], -found.index(c)), default=None)


def _nearest(event: Event, parsed: ParsedDocument, country: str) -> Place | None:
    """Return the place named in the event's sentence, else last before, else next."""
    sentence = event.sentence or event.trigger
    named = [t for t in parsed.toponyms if _may_hold(t, country)]
    within = [t for t in named if sentence.overlaps(t.span)]
    before = [t for t in named if _DATELINE < t.span.start < sentence.start]
    after = [t for t in named if t.span.start >= sentence.end]
    within.sort(key=lambda t: abs(t.span.start - event.trigger.start))
    found = [*within[:1], *before[-1:], *after[:1]]
    return found[0].place if found else None


_DATELINE = 45  # characters at the start in which a place is that of writing


def _may_hold(toponym: Toponym, country: str) -> bool:
    place, mention = toponym.place, toponym.mention
    return (
        place is not None
        and place.country == country
        and not place.is_country
        and mention.form in ("name", "abbreviation")
        and mention.role in ("literal", "embedded")
        and toponym.span.start > _DATELINE
    )
