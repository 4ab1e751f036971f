"""Where each trigger of a document happened: links made into event places.

A place the sentence itself gives comes first. Beyond the sentence only three things
count: "here" means the dateline, "the city" or "the region" the last place of that
kind when there is only one, and a list that continues in the next sentence
("They include X and Y") adds to the event before it. Such places are inferred.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from placemap.core import EventPlace
from placemap.events.places.anaphors import (
    find_antecedent,
    find_both,
    find_there,
    here_at,
    there_at,
)
from placemap.events.places.linking import ENOUGH, choose, link_all
from placemap.events.places.pairs import Anchor, Link
from placemap.events.places.phrase import rank
from placemap.events.places.phrases import find_phrases
from placemap.events.places.precision import VAGUE, where_precision
from placemap.events.triggers.happenings import HAPPENING
from placemap.events.words import looks_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Place, Relation, Toponym
    from placemap.events.places.anaphors import Antecedent
    from placemap.events.places.phrase import PlacePhrase
    from placemap.events.scene import Scene
    from placemap.events.sentence import Sentence
    from placemap.events.triggers.finding import Trigger

# Words that have no place by nature; theirs must be stated right beside them.
STATEMENTS = frozenset(
    "REQUEST ACCUSE REJECT THREATEN SUPPORT CONCEDE SANCTION".split()
)
_ANAPHOR_SCORE, _HERE_SCORE = 0.55, 0.6
_AREA_WORDS = frozenset(
    "area region countryside vicinity surroundings hinterland".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a trigger happened: the places, how sure, why, and the runner-up."""

    places: tuple[EventPlace, ...] = ()
    score: float = 0.0
    why: str = "no place is tied to it"
    runner_up: str = ""


NOWHERE = Placement()


def unplaced(placement: Placement) -> Placement:
    """Return the placement of what did not happen: nowhere, and where it would be."""
    if not placement.places:
        return placement
    return Placement(
        why=f"not told as real, so nowhere; {placement.why}",
        runner_up=placement.runner_up,
    )


def place_triggers(
    scene: Scene, sentence: Sentence, triggers: Sequence[Trigger]
) -> list[Placement]:
    """Return where each trigger of a sentence happened, in the order given."""
    phrases = find_phrases(sentence, scene.within(sentence))
    links: list[list[Link]] = [[] for _ in triggers]
    if phrases:
        clues = scene.clues(sentence)
        links = link_all(clues, [anchor(t) for t in triggers], phrases)
    return [
        _placement(scene, trigger, found, phrases, triggers)
        for trigger, found in zip(triggers, links, strict=True)
    ]


def _placement(
    scene: Scene,
    trigger: Trigger,
    links: Sequence[Link],
    phrases: Sequence[PlacePhrase],
    others: Sequence[Trigger],
) -> Placement:
    chosen = _without_landmarks(_before_there(trigger, choose(links)))
    if _means_here(trigger, chosen, others):
        return _at_dateline(scene, trigger)
    chosen = [x for x in chosen if not _is_of_war(trigger, x)]
    places = tuple(p for x in chosen for p in _event_places(x))
    if places:
        rest = [x for x in links if x not in chosen]
        return Placement(
            places=places,
            score=chosen[0].score,
            why=f"{chosen[0].rule} ({_phrase_text(chosen[0].phrase)})",
            runner_up=_phrase_text(rest[0].phrase) if rest else "",
        )
    if needs_statement(trigger):
        return NOWHERE
    recent = scene.before(trigger.sentence)
    home = scene.dateline_at(trigger.span.start)
    same = [t for p in phrases if p.last <= trigger.first for t in p.heads]
    both = find_both(trigger, [*recent, *same])
    is_scene = bool(recent) and scene.is_said_where(recent[-1])
    found = find_there(trigger, phrases, recent, is_scene=is_scene) or find_antecedent(
        trigger, [*recent, *same], home
    )
    return _by_anaphor(both or ([found] if found else []))


def _is_of_war(trigger: Trigger, found: Link) -> bool:
    """Tell "he fled the war in X" and "the war in X has pushed up prices".

    The war was there; whether the rest was, nobody says.
    """
    at = found.phrase.governor_at - 1
    is_own = trigger.first <= at < trigger.last
    if at < 0 or is_own or trigger.entry.type != "OTHER":
        return False
    return trigger.sentence.words[at].lower in _WARS


_WARS = frozenset("war wars conflict conflicts".split())


def _without_landmarks(chosen: list[Link]) -> list[Link]:
    """Return the links without what only says how far off: "in X, 30 km from Y"."""
    is_near = bool(chosen) and chosen[0].phrase.is_near
    return [x for x in chosen if is_near or not x.phrase.is_near]


def _means_here(
    trigger: Trigger, chosen: Sequence[Link], others: Sequence[Trigger]
) -> bool:
    """Tell whether "here" says where, and no place is said nearer after the trigger.

    A "here" before the trigger is that of the first one in the clause.
    """
    at = here_at(trigger)
    earlier = [t for t in others if t.first < trigger.first]
    if at is None or (
        at < trigger.first and any(t.clause == trigger.clause for t in earlier)
    ):
        return False
    if not chosen:
        return True
    first = chosen[0].phrase.first
    return not trigger.last <= first < (at if at >= trigger.last else first + 1)


def _before_there(trigger: Trigger, chosen: list[Link]) -> list[Link]:
    """Return what was chosen, unless "there" stands nearer: "killed there by X men"."""
    at = there_at(trigger)
    if at is None or not chosen:
        return chosen
    phrase = chosen[0].phrase
    return chosen if trigger.last <= phrase.first and phrase.last <= at else []


def _at_dateline(scene: Scene, trigger: Trigger) -> Placement:
    toponym = scene.dateline_at(trigger.span.start)
    if toponym is None or toponym.place is None:
        return NOWHERE
    return Placement(
        places=(_event_place(toponym, toponym.place, "in", inferred=True),),
        score=_HERE_SCORE,
        why=f"written there: the dateline {_text(toponym)}",
    )


def _by_anaphor(found: Sequence[Antecedent]) -> Placement:
    places = tuple(
        _event_place(one.toponym, one.toponym.place, one.relation, inferred=True)
        for one in found
        if one.toponym.place
    )
    if not places:
        return NOWHERE
    names = " and ".join(_text(one.toponym) for one in found)
    why = f"'{found[0].words}' is {names}"
    return Placement(places=places, score=_ANAPHOR_SCORE, why=why)


def is_continuation(sentence: Sentence) -> bool:
    """Tell whether a sentence goes on listing: "They include X and Y"."""
    lowers = sentence.lowers(0, 3)
    return lowers[:1] in (["they"], ["these"], ["among"], ["those"]) and bool(
        {"include", "included", "are", "were", "them"}.intersection(lowers)
    )


def continued_places(sentence: Sentence, scene: Scene) -> tuple[EventPlace, ...]:
    """Return the places of "They include X and Y", which continue the last event."""
    return tuple(
        _event_place(head, head.place, "in", inferred=True)
        for phrase in find_phrases(sentence, scene.within(sentence))[:1]
        if not any(looks_finite(w) for w in sentence.words[2 : phrase.first])
        for head in phrase.heads
        if head.place
    )


def anchor(trigger: Trigger) -> Anchor:
    """Return what the linking rules need to know of a trigger."""
    return Anchor(
        first=trigger.first,
        last=trigger.last,
        is_verb=trigger.kind != "noun",
        is_passive=trigger.is_passive,
        where=trigger.entry.where,
        needs_statement=needs_statement(trigger),
        shares=trigger.entry.role != "state",
        is_plain=trigger.entry.role == HAPPENING,
    )


def needs_statement(trigger: Trigger) -> bool:
    """Tell whether the trigger has no place unless the text states one beside it."""
    return trigger.entry.type in STATEMENTS or "x" in trigger.entry.where


def _event_places(found: Link) -> list[EventPlace]:
    """Return an event place for each head; for one unresolved, its context's."""
    if found.score < ENOUGH:
        return []
    phrase = found.phrase
    places = [
        _head_place(found, head, head.place) for head in phrase.heads if head.place
    ]
    if places or not phrase.context:
        return places
    known = [t for t in phrase.context if t.place]
    known.sort(key=lambda t: rank(t.place))
    return [_event_place(t, t.place, "in", wider=True) for t in known[:1] if t.place]


def _head_place(found: Link, head: Toponym, place: Place) -> EventPlace:
    """Return one head as an event place; the noun after belongs to the last one."""
    phrase = found.phrase
    members = (*phrase.heads, *phrase.context)
    is_last = head.span == max(t.span for t in members)
    after = phrase.after if is_last else ""
    wider = after in _AREA_WORDS
    made = _event_place(head, place, found.relation, wider=wider, division=after)
    is_around = phrase.governor == "over" and made.where_prec < VAGUE
    if is_around or phrase.is_border:  # a war over X is fought around it
        return replace(made, where_prec=VAGUE)
    return made


def _event_place(
    toponym: Toponym,
    place: Place,
    relation: Relation,
    *,
    wider: bool = False,
    division: str = "",
    inferred: bool = False,
) -> EventPlace:
    return EventPlace(
        toponym=toponym.id,
        place=place.id,
        where_prec=where_precision(
            place,
            relation,
            named=toponym.mention.text,
            wider=wider,
            division=division,
        ),
        relation=relation,
        inferred=inferred,
    )


def _phrase_text(phrase: PlacePhrase) -> str:
    names = ", ".join(_text(t) for t in phrase.heads)
    return f"{phrase.governor} {names}".strip()


def _text(toponym: Toponym) -> str:
    return toponym.mention.text
