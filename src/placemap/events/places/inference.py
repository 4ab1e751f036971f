"""Places of events whose own sentence names none, taken from the document around it.

Such a place is marked as inferred and the reason says from where: the event it is
counted with, the harm told just before, or the dateline of a report about the
dateline's own country. A sentence that names a place in another country gets none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.core import EventPlace
from placemap.events.claims.outlook import verb_group
from placemap.events.clauses import SAYING
from placemap.events.drafts import HARMFUL, TOLD
from placemap.events.places.anaphors import there_at
from placemap.events.places.phrase import rank
from placemap.events.places.precision import VAGUE, where_precision
from placemap.events.triggers.happenings import HAPPENING
from placemap.events.words import lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Toponym
    from placemap.events.drafts import Draft
    from placemap.events.scene import Scene
    from placemap.events.sentence import Sentence

# Sentences of headline and lead, which tell what a report is about.
LEAD = 2
# How many sentences a place carries over to harm told without one.
_FAR = 3
# The report is about its dateline's country if at least this share of the places named
# so far lies there, in adjectives and other forms too.
_HOME_SHARE = 0.5


def infer_places(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts, in order, those without a place with an inferred one if any.

    Only harm that is told as real is looked at, and what is counted with an earlier
    event ("the second"). Statements, plans and what somebody denies get no place.
    """
    done: list[Draft] = []
    for draft in drafts:
        done.append(draft if draft.event.places else _inferred(draft, done, scene))
    return done


def _inferred(draft: Draft, earlier: Sequence[Draft], scene: Scene) -> Draft:
    if draft.trigger.is_ordinal:
        return _counted_with(draft, earlier)
    under = _under_head(draft, scene)
    if under:
        return under
    if draft.trigger.entry.role == HAPPENING:
        is_lead = _is_lead(draft) and not _points_elsewhere(draft, scene)
        return (is_lead and _in_only_town(draft, scene)) or draft
    if _points_elsewhere(draft, scene):
        return draft
    if not _is_told_harm(draft):
        return _in_the_lead(draft, scene) or draft
    return (
        _carried_over(draft, earlier, scene)
        or _at_dateline(draft, earlier, scene)
        or _in_only_town(draft, scene)
        or _in_town_just_named(draft, scene)
        or draft
    )


def _under_head(draft: Draft, scene: Scene) -> Draft | None:
    """Return what a paragraph of a round-up tells at the place that heads it."""
    town = scene.headed_by(draft.event.trigger.start)
    is_news = draft.event.status in (*TOLD, "future")
    if town is None or not is_news or draft.event.type in _WORDS:
        return None
    last = scene.before(draft.trigger.sentence)[-1:]
    if there_at(draft.trigger) is not None and last not in ([], [town]):
        return None
    return _in_town(draft, town, "heads the paragraph")


# What is only said may be said of anywhere.
_WORDS = frozenset("ACCUSE REJECT THREATEN".split())


def _in_the_lead(draft: Draft, scene: Scene) -> Draft | None:
    """Return what the lead tells at the dateline, if the report names nothing else.

    A capital is where it may only have been announced.
    """
    home = scene.dateline_at(draft.event.trigger.start)
    if home is None or home.place is None or home.place.kind == _CAPITAL:
        return None
    is_act = draft.event.type in _ACTS and draft.event.status in TOLD
    if not is_act or not _is_lead(draft) or scene.within(draft.trigger.sentence):
        return None
    if scene.share_of_country(home.place.country) < 1:
        return None
    return _in_town(draft, home, "where the report was written, which names no other")


_CAPITAL = "P.PPLC"
_ACTS = frozenset("RETREAT MOBILIZE AID".split())


def _is_lead(draft: Draft) -> bool:
    is_news = draft.event.status in (*TOLD, "future")
    return is_news and draft.trigger.sentence.index < LEAD


def _is_told_harm(draft: Draft) -> bool:
    return draft.event.type in HARMFUL and draft.event.status in TOLD


def _points_elsewhere(draft: Draft, scene: Scene) -> bool:
    """Tell whether the sentence says "there" or names a place that nobody knows."""
    trigger = draft.trigger
    return there_at(trigger) is not None or scene.names_unknown(trigger.sentence)


def _counted_with(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """Return "the second" at the place of the event it is counted with."""
    same = [d for d in earlier if d.event.type == draft.event.type and d.event.places]
    if not same:
        return draft
    return _placed(draft, same[-1].event.places, "counted with an earlier event there")


def _carried_over(draft: Draft, earlier: Sequence[Draft], scene: Scene) -> Draft | None:
    """Return the draft at the place of the harm told last, if that is just before."""
    sentence = draft.trigger.sentence
    if scene.within(sentence) or not _has_news_of_its_own(draft):
        return None
    head = scene.head_at(draft.event.trigger.start)
    for other in reversed(earlier):
        if sentence.index - other.trigger.sentence.index > _FAR:
            return None
        if scene.head_at(other.event.trigger.start) != head:
            return None
        if other.event.places and _is_told_harm(other):
            places = other.event.places
            if _has_time_of_its_own(draft, other) or _has_moved(draft, other, scene):
                return None
            if scene.names_elsewhere(sentence, scene.countries_of(places)):
                return None
            return _placed(draft, places, "where what was told just before happened")
    return None


def _has_moved(draft: Draft, other: Draft, scene: Scene) -> bool:
    """Tell whether another place has been named since the sentence of an event."""
    named = scene.before(draft.trigger.sentence)[-1:]
    told = {place.place for place in other.event.places}
    end = other.trigger.sentence.span.end
    return any(
        t.place and t.place.id not in told and t.span.start >= end for t in named
    )


def _has_news_of_its_own(draft: Draft) -> bool:
    """Tell what is told, counted or told more than once from a mere mention."""
    event, trigger = draft.event, draft.trigger
    if event.deaths or event.injured or event.displaced or len(event.mentions) > 1:
        return True
    is_aside = trigger.sentence.breaks[trigger.clause] == "rel"
    is_perfect = bool({"has", "have", "had"}.intersection(verb_group(trigger)))
    return trigger.kind == "verb" and not (is_aside or is_perfect)


def _has_time_of_its_own(draft: Draft, other: Draft) -> bool:
    """Tell whether a draft is stated to have happened at another time than `other`."""
    if not draft.has_stated_time:
        return False
    a, b = draft.event, other.event
    if not other.has_stated_time or a.start is None or b.start is None:
        return True
    return (a.end or b.start) < b.start or (b.end or a.start) < a.start


def _at_dateline(draft: Draft, earlier: Sequence[Draft], scene: Scene) -> Draft | None:
    """Return the draft around the dateline of a report about its own country.

    Once something is told of another place, the report was only written there.
    """
    home = scene.dateline_at(draft.event.trigger.start)
    if home is None or home.place is None:
        return None
    told = {place.place for other in earlier for place in other.event.places}
    if told - {home.place.id}:
        return None
    country, sentence = home.place.country, draft.trigger.sentence
    if scene.names_elsewhere(sentence, {country}):
        return None
    is_all = home.place.kind != _CAPITAL and scene.share_of_country(country) == 1
    if not is_all and scene.share_in(country, sentence.span.end) < _HOME_SHARE:
        return None
    place = EventPlace(
        toponym=home.id,
        place=home.place.id,
        where_prec=VAGUE,
        relation="near",
        inferred=True,
    )
    return _placed(draft, (place,), "somewhere around the dateline")


def _in_only_town(draft: Draft, scene: Scene) -> Draft | None:
    """Return the draft in the one town that a report names, if it names but one."""
    town = scene.only_town
    return _in_town(draft, town, "in the only town that the report names")


def _in_town_just_named(draft: Draft, scene: Scene) -> Draft | None:
    """Return the draft in the town that the lines before it name, if they name one.

    "It had been quiet in X. Then the shelling began." Anything named beside the town
    has to be its province or country.
    """
    sentence = draft.trigger.sentence
    before = [t for t in scene.before(sentence) if t.place]
    own = [t for t in scene.within(sentence) if not _is_of_speaker(sentence, t)]
    is_close = sentence.index <= LEAD and not own
    if not is_close or not (_has_news_of_its_own(draft) or draft.is_definite):
        return None
    towns = [t for t in before if rank(t.place) <= _TOWN]
    ids = {t.place.id for t in towns if t.place}
    countries = {t.place.country for t in before if t.place}
    if len(ids) != 1 or len(countries) != 1:
        return None
    is_rest_wide = all(t in towns or rank(t.place) >= _WIDE for t in before)
    if not is_rest_wide or scene.names_elsewhere(sentence, countries):
        return None
    return _in_town(draft, towns[-1], "in the only town named so far")


def _is_of_speaker(sentence: Sentence, toponym: Toponym) -> bool:
    """Tell "six were killed, the ministry in X said"."""
    last = sentence.word_range(toponym.span)[1]
    follows = sentence.lowers(last, last + 1)
    return bool(follows) and lemma(follows[0]) in SAYING


# The ranks of a settlement, and of what may lie around it.
_TOWN, _WIDE = 1, 4


def _in_town(draft: Draft, town: Toponym | None, why: str) -> Draft | None:
    if town is None or town.place is None:
        return None
    place = EventPlace(
        toponym=town.id,
        place=town.place.id,
        where_prec=where_precision(town.place, "in", named=town.mention.text),
        relation="in",
        inferred=True,
    )
    return _placed(draft, (place,), why)


def _placed(draft: Draft, places: Sequence[EventPlace], why: str) -> Draft:
    event = draft.event
    inferred = tuple(replace(place, inferred=True) for place in places)
    return replace(
        draft,
        event=replace(event, places=inferred, why={**event.why, "place": why}),
    )
