"""One document being read: a draft of an event for each of its triggers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

from placemap.core import Event, content_id
from placemap.events.claims.outlook import looks_ahead
from placemap.events.claims.speech import Record
from placemap.events.claims.status import judge_status
from placemap.events.claims.untrue import takes_back
from placemap.events.drafts import Draft
from placemap.events.people.parties import find_parties
from placemap.events.people.tolls import assign_tolls, count_size, told_by
from placemap.events.places.placing import (
    continued_places,
    is_continuation,
    place_triggers,
    unplaced,
)
from placemap.events.places.worth import keep_placed
from placemap.events.scene import Scene
from placemap.events.sentence import find_stretches, make_sentence
from placemap.events.times.datelines import dateline_day
from placemap.events.times.dates import find_dates
from placemap.events.times.headlines import date_headline
from placemap.events.times.telling import DaysTold
from placemap.events.times.timing import (
    UNKNOWN,
    choose_time,
    covering,
    default_time,
    unknown_past,
)
from placemap.events.triggers.figures import drop_figures
from placemap.events.triggers.finding import find_ordinal, find_triggers
from placemap.events.triggers.happenings import HAPPENING, find_happenings
from placemap.events.triggers.modes import refine_mode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from placemap.core import Count, Document, Toponym
    from placemap.events.claims.status import Claim
    from placemap.events.people.numbers import Harm
    from placemap.events.places.placing import Placement
    from placemap.events.sentence import Sentence
    from placemap.events.times.clock import View
    from placemap.events.times.dates import DateExpression
    from placemap.events.times.timing import When
    from placemap.events.triggers.finding import Trigger

# How telling a trigger is by itself: a phrase more than a word, a verb than a noun.
_EVIDENCE = {"phrase": 0.95, "verb": 0.9, "noun": 0.8}
# Sentences of headline and lead: a day they name is the one the report is about.
_LEAD = 2
# How many sentences at the start may tell the news in words that no table holds.
_NEWSY = 4
# Words that point at a day of the news, or at a place named before.
_POINTING = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today "
    "overnight midnight dawn there here nearby elsewhere scene town city village "
    "district port island area capital province region".split()
)


class Reading:
    """One document being read: what its sentences share.

    Attributes
    ----------
    scene
        Its places.
    """

    def __init__(self, document: Document, toponyms: Sequence[Toponym]) -> None:
        self._document = document
        self.scene = Scene(document, toponyms)
        self._record = Record(document.text)
        self._published = _day(document.published) or dateline_day(document.text)
        self._days = DaysTold(document.text, self._published)

    def draft_events(self) -> list[Draft]:
        """Return one draft for each trigger, in order."""
        drafts: list[Draft] = []
        for sentence, triggers in drop_figures(list(self._telling_sentences())):
            if takes_back(sentence):
                drafts = _taken_back(drafts, sentence)
            elif triggers:
                drafts.extend(self._draft_sentence(sentence, triggers))
            elif drafts:
                drafts[-1] = self._continued(sentence, drafts[-1])
        return date_headline(drafts)

    def _telling_sentences(self) -> Iterator[tuple[Sentence, list[Trigger]]]:
        """Yield the sentences with triggers, and those that continue one before.

        Who says what is heard in all of them. The others are let go, so that a long
        document is not held in memory word by word.
        """
        text = self._document.text
        earlier: list[Trigger] = []
        stretches = (self.scene.parts(*stretch) for stretch in find_stretches(text))
        for i, (start, end) in enumerate(chain.from_iterable(stretches)):
            sentence = make_sentence(text, start, end, index=i)
            self._record.hear(sentence)
            self._days.hear(sentence)
            triggers = find_triggers(sentence)
            ordinal = find_ordinal(sentence, earlier)
            if ordinal:
                triggers = [ordinal, *(t for t in triggers if t.first >= ordinal.last)]
            more = self._happenings(sentence, triggers)
            triggers = sorted((*triggers, *more), key=lambda t: t.first)
            if triggers or is_continuation(sentence) or takes_back(sentence):
                yield sentence, triggers
            earlier = [t for t in triggers if t.entry.role != HAPPENING] or earlier

    def _happenings(
        self, sentence: Sentence, known: Sequence[Trigger]
    ) -> list[Trigger]:
        """Return what else may have happened, where it may have a place."""
        if self._may_infer(sentence) or self.scene.within(sentence):
            return find_happenings(sentence, known)
        return []

    def _continued(self, sentence: Sentence, draft: Draft) -> Draft:
        event = draft.event
        more = continued_places(sentence, self.scene) if event.places else ()
        if not more or draft.trigger.sentence.index != sentence.index - 1:
            return draft
        why = {**event.why, "more places": "the next sentence goes on naming them"}
        return replace(
            draft, event=replace(event, places=(*event.places, *more), why=why)
        )

    def _draft_sentence(
        self, sentence: Sentence, triggers: list[Trigger]
    ) -> list[Draft]:
        placements = place_triggers(self.scene, sentence, triggers)
        found = list(zip(triggers, placements, strict=True))
        told = keep_placed(found, may_infer=self._may_infer(sentence))
        if not told:
            return []
        dates = self._dates(sentence, "open")
        read: dict[View, list[DateExpression]] = {"open": dates}
        told = [(t, where) for t, where in told if not covering(t.span, dates)]
        tolls = assign_tolls(sentence, [trigger for trigger, _ in told])
        drafts = []
        for (trigger, placement), toll in zip(told, tolls, strict=True):
            view = self._view(trigger) if dates else "open"
            if view not in read:
                read[view] = self._dates(sentence, view)
            when = choose_time(trigger, read[view])
            claim = judge_status(
                trigger,
                self._record,
                is_past=when.is_history(self._published),
                is_ahead=when.is_ahead(self._published),
            )
            when = self._settled(trigger, when, claim, dates)
            where = placement if claim.is_told_as_real else unplaced(placement)
            drafts.append(self._draft(trigger, where, when, claim, toll))
        if sentence.index < _LEAD:
            for day in (d.first for d in dates if d.is_day and not d.use):
                if day is not None:
                    self._days.note_main(day)
        return drafts

    def _may_infer(self, sentence: Sentence) -> bool:
        """Tell whether the report may say where something in a sentence happened.

        What comes early may be its news; what points at a day or a place, or stands
        under the name of one, its events.
        """
        if not self.scene.known:
            return False
        return (
            sentence.index < _NEWSY
            or not _POINTING.isdisjoint(sentence.lower_words)
            or self.scene.headed_by(sentence.span.start) is not None
        )

    def _view(self, trigger: Trigger) -> View:
        """Tell whether a trigger looks back or ahead; nouns may do either."""
        told = self._record.find(trigger.span, trigger.sentence.index) is not None
        if looks_ahead(trigger, is_told=told):
            return "ahead"
        return "back" if trigger.is_past else "open"

    def _dates(self, sentence: Sentence, view: View) -> list[DateExpression]:
        text, published = self._document.text, self._published
        return find_dates(text, sentence.span, published=published, view=view)

    def _settled(
        self,
        trigger: Trigger,
        when: When,
        claim: Claim,
        dates: Sequence[DateExpression],
    ) -> When:
        """Return the stated time, or the one the report as a whole suggests."""
        if when is not UNKNOWN:
            if when.is_stated and when.start == when.end:
                self._days.state(trigger.sentence, when.start)
            return when
        if claim.status == "denied":
            return unknown_past(self._published)
        if claim.status not in ("asserted", "attributed"):
            return when
        return default_time(trigger, self._days, dates, published=self._published)

    def _draft(
        self,
        trigger: Trigger,
        placement: Placement,
        when: When,
        claim: Claim,
        toll: Mapping[Harm, Count],
    ) -> Draft:
        document = self._document
        entry = trigger.entry
        span = trigger.span
        actors, recipients = find_parties(document.text, trigger)
        event = Event(
            id=content_id(
                "e", document.id, document.sha256, span.start, span.end, entry.type
            ),
            trigger=span,
            type=entry.type,
            mode=refine_mode(trigger),
            sentence=trigger.sentence.span,
            status=claim.status,
            claimant=claim.claimant,
            edtf=when.edtf,
            start=when.start,
            end=when.end,
            date_prec=when.precision,
            places=placement.places,
            actors=actors,
            recipients=recipients,
            deaths=told_by(toll.get("deaths"), claim.claimant),
            injured=told_by(toll.get("injured"), claim.claimant),
            displaced=told_by(toll.get("displaced"), claim.claimant),
            detained=told_by(toll.get("detained"), claim.claimant),
            mentions=(span,),
            score=_score(trigger, placement),
            why=_reasons(trigger, placement, when, claim),
        )
        return Draft(
            event=event,
            trigger=trigger,
            has_stated_time=when.is_stated,
            score=placement.score,
        )


def _taken_back(drafts: Sequence[Draft], sentence: Sentence) -> list[Draft]:
    """Return the drafts, those of the sentence before as what was not."""
    return [
        replace(draft, event=_denied(draft.event))
        if draft.trigger.sentence.index == sentence.index - 1
        else draft
        for draft in drafts
    ]


def _denied(event: Event) -> Event:
    why = {**event.why, "status": "the next sentence takes it back"}
    return replace(event, status="denied", places=(), why=why)


def _day(published: date | None) -> date | None:
    return published.date() if isinstance(published, datetime) else published


def _known_by(trigger: Trigger) -> str:
    return "not in the table" if trigger.entry.role == HAPPENING else "lexicon"


def _score(trigger: Trigger, placement: Placement) -> float:
    is_phrase = trigger.last - trigger.first > 1
    evidence = _EVIDENCE["phrase" if is_phrase else trigger.kind]
    return round(evidence * (placement.score if placement.places else 0.5), 3)


def _reasons(
    trigger: Trigger, placement: Placement, when: When, claim: Claim
) -> dict[str, str]:
    reasons = {
        "type": f"{_known_by(trigger)}: '{trigger.entry.name}' as a {trigger.kind}",
        "status": claim.why,
        "time": when.why,
        "place": placement.why,
    }
    if placement.runner_up:
        reasons["runner-up place"] = placement.runner_up
    size = count_size(trigger)
    if size:
        reasons["size"] = size
    return reasons
