"""Whether a noun names what is set for a day to come, or was put off."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from placemap.events.claims.wording import pairs, passives_after, words_before
from placemap.events.words import PREPOSITIONS, lemma, looks_finite, verb_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.triggers.finding import Trigger
    from placemap.events.words import Word

FUTURE_MODALS = frozenset("will shall won't".split())
# "plans to attack": what follows is ahead.
PLANNING = frozenset(
    "plan planned due set scheduled expected expect ready readiness prepare prepared "
    "intend vow pledge promise agree poised decide decision willing willingness about "
    "going aim hope arrange slated bound announce continue".split()
)
# "is announced, called or planned for Friday".
_ANNOUNCING = frozenset(
    "announce call plan schedule convene organise organize set arrange propose".split()
)
_POSTPONING = frozenset("postpone delay".split())
_PLANNED = frozenset("planned upcoming forthcoming scheduled imminent future".split())


def future_noun(trigger: Trigger) -> str:
    """Tell "the planned summit", "talks will begin" and "a vigil is set for Friday"."""
    after = verb_up_to(trigger)
    if after and _is_scheduled(trigger, len(after)):
        return "planned: it is set for a day to come"
    before = words_before(trigger, 6)
    planned = [w for w in before[-4:] if w in _PLANNED]
    if planned:
        return f"planned: '{planned[-1]}'"
    told = trigger.sentence.lowers(trigger.first - 6, trigger.first)
    announced = [w for w in told if lemma(w) in _ANNOUNCING]
    if announced and _is_for_a_day(trigger):
        return f"planned: '{announced[-1]}' for a day"
    if is_put_off(trigger):
        return "put off"
    modals = [w for w in after if w in FUTURE_MODALS]
    if modals:
        return f"future '{modals[0]}'"
    return _serves_plan(trigger) or begins_soon(trigger)


def is_put_off(trigger: Trigger) -> bool:
    """Tell "the talks were postponed" and "put off a visit"."""
    sentence = trigger.sentence
    verb = trigger.last + len(verb_up_to(trigger)) - 1
    after = sentence.lowers(trigger.last, trigger.last + 5)
    near = (
        *words_before(trigger, 4),
        ".",
        *after,
        ".",
        *sentence.lowers(verb, verb + 5),
    )
    told = (*pairs(near), *passives_after(trigger))
    return any(lemma(a) in _POSTPONING or (a, b) in _PUT_OFF for a, b in told)


_PUT_OFF = frozenset(
    (verb, particle)
    for verb in ("put", "pushed", "moved")
    for particle in ("off", "back")
) - {("moved", "off")}


def _serves_plan(trigger: Trigger) -> str:
    """Tell "will hold talks", "is to attend a summit" and "will fly to X for talks"."""
    before = words_before(trigger, 12)
    holders = [
        k
        for k, word in enumerate(before)
        if k >= len(before) - _NOUN_PHRASE
        and (word == "for" or lemma(word) in _HOLDING)
    ]
    if not holders:
        return ""
    at = holders[-1]
    head = before[:at] if before[at] == "for" else before[max(0, at - 4) : at]
    modals = [w for w in head if w in FUTURE_MODALS]
    if modals:
        return f"future '{modals[0]}'"
    if before[at] == "for" and {"expected", "due"}.intersection(head):
        return "planned: expected for it"
    planned = (
        before[at] != "for"
        and head[-1:] == ["to"]
        and (
            head[-2:-1] in (["is"], ["are"]) or any(lemma(w) in PLANNING for w in head)
        )
    )
    return "planned: 'to' + verb" if planned else ""


# Verbs that take a planned gathering for their object, and how far off it may stand.
_HOLDING = frozenset(
    "hold attend join host lead convene stage chair address organise organize "
    "face".split()
)
_NOUN_PHRASE = 4


def begins_soon(trigger: Trigger) -> str:
    """Tell "a trial begins on Monday", "the two are meeting", "she flies on Friday".

    The present tense with a weekday speaks of what is to come; headlines, which use it
    of the past, seldom name a day.
    """
    sentence = trigger.sentence
    ahead = sentence.words[trigger.last : trigger.last + 10]
    follows = list(takewhile(lambda w: w.text not in ";,", ahead))
    if trigger.kind == "noun":
        until_verb = takewhile(lambda w: not looks_finite(w), follows)
        lowers = [w.lower for w in until_verb if not w.is_capital]
        begins = not _BEGINS.isdisjoint(lowers)
        is_soon = begins and PREPOSITIONS.isdisjoint(words_before(trigger, 3))
    else:
        before = sentence.lowers(trigger.first - 2, trigger.first)
        form = verb_form(sentence.words[trigger.first].lower)
        is_going = form == "ing" and not _PRESENT.isdisjoint(before)
        is_soon = (trigger.entry.type == "CONSULT" and is_going) or (
            form == "s" and sentence.index > 0 and not _is_past(trigger)
        )
    if not is_soon or not _names_weekday(follows):
        return ""
    return "the present tense with a day to come"


def _is_past(trigger: Trigger) -> bool:
    """Tell "shells fell on", whose first word only looks like a verb."""
    own = trigger.sentence.lowers(trigger.first + 1, trigger.last)
    return any(verb_form(word) == "past" for word in own)


_PRESENT = frozenset(("is", "are"))
_BEGINS = frozenset(
    "begin begins start starts open opens resume resumes take takes kick kicks".split()
)


def _names_weekday(words: Sequence[Word]) -> bool:
    """Tell whether words name a weekday that is not said to be over."""
    return any(
        b.lower in _WEEKDAYS and a.lower in ("on", "next") for a, b in pairwise(words)
    )


_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


def _is_for_a_day(trigger: Trigger) -> bool:
    """Tell "a rally in X for 11 May" from "a rally for peace"."""
    lowers = trigger.sentence.lowers(trigger.last, trigger.last + 8)
    return any(a == "for" and (b[0].isdigit() or b in _DAYS) for a, b in pairs(lowers))


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december next tomorrow "
    "later early late".split()
)


def _is_scheduled(trigger: Trigger, verb: int) -> bool:
    """Tell "a vigil was planned for Saturday"."""
    at = trigger.last + verb - 1
    lowers = trigger.sentence.lowers(at, at + 4)
    return any(
        a in ("planned", "scheduled", "due", "expected", "set", "slated")
        and b in ("for", "on", "in", "to", "at", "later", "next", "tomorrow")
        for a, b in pairs(lowers)
    )


def verb_up_to(trigger: Trigger) -> list[str]:
    """Return the words up to the first finite verb after a noun, itself included."""
    words = trigger.sentence.words
    found: list[str] = []
    for word in words[trigger.last : trigger.last + 8]:
        found.append(word.lower)
        if looks_finite(word) or not word.is_word:
            break
    return found
