"""Whether a trigger tells of what is to come, or of what is only possible.

Both are told by the words before it: modals, "to" and the verb it hangs on,
conditions, and verbs of planning, wishing and fearing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    is_adverb,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.triggers.finding import Trigger

_FUTURE_MODALS = frozenset("will shall won't".split())
_UNREAL_MODALS = MODALS - _FUTURE_MODALS - frozenset(("can't", "couldn't"))
# "is announced, called or planned for Friday".
_ANNOUNCING = frozenset(
    "announce call plan schedule convene organise organize set arrange propose".split()
)
_POSTPONING = frozenset("postpone delay".split())
# "plans to attack": what follows is ahead.
_PLANNING = frozenset(
    "plan planned due set scheduled expected expect ready readiness prepare prepared "
    "intend vow pledge promise agree poised decide decision willing willingness about "
    "going aim hope arrange slated bound announce continue".split()
)
_PLANNED = frozenset("planned upcoming forthcoming scheduled imminent future".split())
# "managed to capture": what follows has happened.
_DONE = frozenset(
    "manage continue begin start force proceed use return able rush arrive".split()
)
_CALLED_FOR = frozenset(
    "demand urge request propose threaten fear risk possible possibility potential "
    "need warn avoid threat plot conspire conspiracy hope prospect danger warning "
    "encourage invite proposal want would-be condition".split()
)
_CONDITIONS = frozenset("if unless whether should lest otherwise".split())
_REACH = 8


def looks_ahead(trigger: Trigger, *, is_told: bool = False) -> bool:
    """Tell whether the sentence speaks of the event as still to come."""
    return bool(still_to_come(trigger, is_told=is_told))


def words_before(trigger: Trigger, reach: int = _REACH) -> list[str]:
    """Return the words before the trigger in its clause, nearest last."""
    sentence = trigger.sentence
    start = trigger.first
    while start > 0 and trigger.first - start < reach:
        if sentence.clauses[start - 1] != trigger.clause:
            break
        start -= 1
    return sentence.lowers(start, trigger.first)


def verb_group(trigger: Trigger) -> list[str]:
    """Return the auxiliaries, modals and adverbs right before a verb."""
    group: list[str] = []
    words = trigger.sentence.words
    for word in reversed(words[max(0, trigger.first - 5) : trigger.first]):
        lower = word.lower
        if word.text in "‘'“\"":
            continue  # call to "begin negotiations"
        is_part = (
            lower in AUXILIARIES
            or lower in MODALS
            or lower in NEGATIONS
            or lower in ("to", "also", "ever", "then", "yet", "soon")
            or is_adverb(lower)
        )
        if not is_part:
            break
        group.append(lower)
    return group[::-1]


def pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return each word with the next one."""
    return list(pairwise(words))


def only_possible(trigger: Trigger, *, is_told: bool = False) -> str:
    """Return why the event is only wished, feared, tried or supposed; "" if it is not.

    `is_told` says that somebody's words are reported, where "would" means "will".
    """
    sentence = trigger.sentence
    group = verb_group(trigger) if trigger.kind == "verb" else []
    for word in group:
        if word in _UNREAL_MODALS and not (is_told and word == "would"):
            return f"modal '{word}'"
    if group == [] and _shares_modal(trigger):
        return "a modal before it in the series"
    opener = _clause_opener(trigger)
    if opener in _CONDITIONS:
        return f"condition '{opener}'"
    if group and group[-1] == "to" and not _is_done(trigger):
        return "" if _plans(trigger) else "an aim, not a deed: 'to' + verb"
    if trigger.kind == "noun" and _is_aim_object(trigger):
        return "object of an aim: 'to' + verb"
    wished = [w for w in words_before(trigger, 4) if lemma(w) in _CALLED_FOR]
    of = [a for a, b in pairs(words_before(trigger)) if b == "of"]
    wished = wished or [w for w in of if lemma(w) in _CALLED_FOR]
    if wished and trigger.kind == "noun":
        return f"wished or feared: '{wished[-1]}'"
    if wished and verb_form(sentence.words[trigger.first].lower) == "ing":
        return f"wished or feared: '{wished[-1]}'"
    if sentence.lowers(trigger.last, trigger.last + 3) == ["as", "a", "condition"]:
        return "a condition"
    return "called for" if _called_for(trigger) else ""


def _shares_modal(trigger: Trigger) -> bool:
    """Tell "must leave the town, surrender all weapons and disband"."""
    sentence, first = trigger.sentence, trigger.first
    if first < 3 or verb_form(sentence.words[first].lower) != "base":
        return False
    follows = sentence.lowers(trigger.last, trigger.last + 1)
    is_verb = trigger.kind == "verb" or DETERMINERS.issuperset(follows)
    in_series = sentence.words[first - 1].lower in (",", "and", "or")
    before = words_before(trigger, 12)
    return is_verb and in_series and bool(_UNREAL_MODALS.intersection(before))


def _is_aim_object(trigger: Trigger) -> bool:
    """Tell "to secure the withdrawal" from "met to discuss the attack"."""
    sentence = trigger.sentence
    words = sentence.words
    at = trigger.first - 1
    while at > 0 and trigger.first - at < 4 and words[at].lower in _LIGHT_OBJECT:
        at -= 1
    if at < 1 or words[at].lower not in _BRINGING_ABOUT:
        return False
    to = at - 1
    if words[to].lower in ("and", "or") and "to" in sentence.lowers(at - 5, to):
        return True  # "to disarm and secure the withdrawal"
    if words[to].lower != "to":
        return False
    near = [w.lower for w in words[max(0, to - 3) : to]]
    return not any(lemma(w) in _DONE or lemma(w) in _PLANNING for w in near)


# Verbs that bring about the noun they take: to hold talks, to secure a ceasefire.
_BRINGING_ABOUT = frozenset(
    "hold begin start launch carry conduct enter open resume stage mount sign reach "
    "make take commit declare organise organize secure ensure achieve guarantee force "
    "obtain enable facilitate impose enforce complete arrange prepare plan broker "
    "negotiate".split()
)
_LIGHT_OBJECT = frozenset(
    "a an the out into in on new fresh direct peace military further more any such "
    "another immediate large major full".split()
)


def _called_for(trigger: Trigger) -> bool:
    """Tell "called for a ceasefire" and "calls for an end to the fighting"."""
    reach = 6 if trigger.kind == "noun" else 3
    return any(
        lemma(a) in ("call", "appeal", "push", "plead") and b == "for"
        for a, b in pairs(words_before(trigger, reach))
    )


def _clause_opener(trigger: Trigger) -> str:
    clauses = trigger.sentence.clauses
    first = clauses.index(trigger.clause)
    return trigger.sentence.words[first].lower


def _is_done(trigger: Trigger) -> bool:
    """Tell "managed to capture" and "was forced to flee" from a mere aim."""
    words = trigger.sentence.words
    for word in reversed(words[max(0, trigger.first - 5) : trigger.first]):
        if word.lower == "to" or is_adverb(word.lower):
            continue
        is_verb = looks_finite(word) or verb_form(word.lower) in ("ing", "base")
        return is_verb and lemma(word.lower) in _DONE
    return False


def _plans(trigger: Trigger) -> bool:
    words = trigger.sentence.words
    near = words[max(0, trigger.first - 6) : trigger.first]
    if any(lemma(w.lower) in _PLANNING or w.lower in _PLANNING for w in near):
        return True
    before_to = [w.lower for w in near if w.lower != "to"]
    return bool(before_to) and before_to[-1] in ("is", "are", "was", "were")


def is_unkept(trigger: Trigger) -> bool:
    """Tell what nobody says will come: "had been due to meet", "vowed to storm X".

    Nor does a visit that was put off.
    """
    if trigger.kind == "noun" and _is_put_off(trigger):
        return True
    near = trigger.sentence.lowers(max(0, trigger.first - 7), trigger.first)
    if "to" not in near[-4:]:
        return False
    at = len(near) - 1 - near[::-1].index("to")
    before = near[:at]
    is_vow = any(lemma(word) in _VOWS for word in before[-3:])
    return is_vow or ("had", "been") in pairs(before)


_VOWS = frozenset("vow threaten pledge swear".split())


def still_to_come(trigger: Trigger, *, is_told: bool = False) -> str:
    """Return why the event is still to come; "" if it is not."""
    group = verb_group(trigger) if trigger.kind == "verb" else []
    for word in group:
        if word in _FUTURE_MODALS or (is_told and word == "would"):
            return f"future '{word}'"
    own = [w.lower for w in trigger.sentence.words[trigger.first : trigger.last]]
    if own[0] in ("readiness", "ready"):
        return f"planned: '{own[0]}'"
    if group and group[-1] == "to" and _plans(trigger) and not _is_done(trigger):
        return "planned: 'to' + verb"
    return _future_noun(trigger) if trigger.kind == "noun" else ""


def _future_noun(trigger: Trigger) -> str:
    """Tell "the planned summit", "talks will begin" and "a vigil is set for Friday"."""
    after = _verb_after(trigger)
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
    if _is_put_off(trigger):
        return "put off"
    modals = [w for w in after if w in _FUTURE_MODALS]
    return f"future '{modals[0]}'" if modals else ""


def _is_put_off(trigger: Trigger) -> bool:
    after = trigger.sentence.lowers(trigger.last, trigger.last + 5)
    near = (*words_before(trigger, 4), *after)
    return any(lemma(w) in _POSTPONING for w in near)


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


def _verb_after(trigger: Trigger) -> list[str]:
    """Return the words up to the first finite verb after a noun, itself included."""
    words = trigger.sentence.words
    found: list[str] = []
    for word in words[trigger.last : trigger.last + 8]:
        found.append(word.lower)
        if looks_finite(word) or not word.is_word:
            break
    return found
