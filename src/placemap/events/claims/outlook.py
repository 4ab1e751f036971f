"""Whether a trigger tells of what is to come, or of what is only possible.

Both are told by the words before it: modals, "to" and the verb it hangs on,
conditions, and verbs of planning, wishing and fearing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.claims.schedule import (
    FUTURE_MODALS,
    PLANNING,
    begins_soon,
    future_noun,
    is_put_off,
)
from placemap.events.claims.undone import rules_out
from placemap.events.claims.untrue import imagined
from placemap.events.claims.wording import pairs, verb_group, words_before
from placemap.events.words import (
    DETERMINERS,
    MODALS,
    is_adverb,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from placemap.events.triggers.finding import Trigger

__all__ = ["is_unkept", "looks_ahead", "only_possible", "still_to_come", "verb_group"]

_UNREAL_MODALS = MODALS - FUTURE_MODALS - frozenset(("can't", "couldn't"))
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


def looks_ahead(trigger: Trigger, *, is_told: bool = False) -> bool:
    """Tell whether the sentence speaks of the event as still to come."""
    return bool(still_to_come(trigger, is_told=is_told))


def only_possible(trigger: Trigger, *, is_told: bool = False) -> str:
    """Return why the event is only wished, feared, tried or supposed; "" if it is not.

    `is_told` says that somebody's words are reported, where "would" means "will".
    """
    group = verb_group(trigger) if trigger.kind == "verb" else []
    inside = trigger.sentence.lowers(trigger.first + 1, trigger.last)
    for word in (*group, *inside):  # "a missile could hit X" is one expression
        if word in _UNREAL_MODALS and not (is_told and word == "would"):
            return f"modal '{word}'"
    if group == [] and _shares_modal(trigger):
        return "a modal before it in the series"
    if group and group[-1] == "to" and not _is_done(trigger):
        aim = "" if _plans(trigger) else "an aim, not a deed: 'to' + verb"
        return _supposed(trigger, is_told=is_told) or aim
    return _supposed(trigger, is_told=is_told) or _wished(trigger)


def _supposed(trigger: Trigger, *, is_told: bool = False) -> str:
    """Tell "if rebels take the town", "had it gone off" and "cannot be ruled out"."""
    supposed = imagined(trigger)
    if supposed:
        return supposed
    opener = _clause_opener(trigger)
    if opener in _CONDITIONS or (opener == "had" and _would_have(trigger)):
        return f"condition '{opener}'"
    if trigger.kind != "noun":
        return ""
    after = trigger.sentence.lowers(trigger.last, trigger.last + 8)
    if "unlikely" in after:
        return "held to be unlikely"
    if any(a == "should" and b in ("it", "they", "one") for a, b in pairs(after)):
        return "condition 'should'"
    before = words_before(trigger, 4)
    if trigger.entry.type == "ASSAULT" and _PLOTTING.intersection(before[-3:]):
        return "only planned"
    modal = "" if is_told else _subject_modal(trigger)
    if modal == "might":
        return "modal 'might'"
    if modal or before[:3] == ["it", "would", "take"]:
        return "modal 'would'"
    excluded = rules_out(trigger)
    return "not ruled out" if excluded and excluded.is_open else ""


_PLOTTING = frozenset("planning plotting plotted".split())


def _subject_modal(trigger: Trigger) -> str:
    """Return the "would" of which a noun is the subject: "a quake would kill many"."""
    words = trigger.sentence.words
    for k in range(trigger.last, min(len(words), trigger.last + 8)):
        lower = words[k].lower
        if lower == "would" or (lower == "might" and k == trigger.last):
            return lower
        if looks_finite(words[k]) or trigger.sentence.clauses[k] != trigger.clause:
            return ""
    return ""


def _wished(trigger: Trigger) -> str:
    """Tell "called for a truce", "feared an attack" and "to secure a withdrawal"."""
    sentence = trigger.sentence
    if trigger.kind == "noun" and _is_aim_object(trigger):
        return "object of an aim: 'to' + verb"
    wished = [w for w in words_before(trigger, 4) if lemma(w) in _CALLED_FOR]
    of = [a for a, b in pairs(words_before(trigger)) if b == "of"]
    wished = wished or [w for w in of if lemma(w) in _CALLED_FOR]
    may_be = trigger.kind == "noun" or (
        verb_form(sentence.words[trigger.first].lower) == "ing"
    )
    is_told = words_before(trigger, 1) == ["feared"]  # "six are feared dead"
    if wished and may_be and not is_told:
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
    return not any(lemma(w) in _DONE or lemma(w) in PLANNING for w in near)


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
    """Tell "called for a ceasefire", "calls for an end to it" and "close to a deal"."""
    reach = 6 if trigger.kind == "noun" else 3
    return any(
        (b == "for" and lemma(a) in _APPEALING) or (a, b) in _ALMOST
        for a, b in pairs(words_before(trigger, reach))
    )


_APPEALING = frozenset("call appeal push plead".split())
_ALMOST = frozenset(
    (("close", "to"), ("closer", "to"), ("verge", "of"), ("brink", "of"))
)


def _clause_opener(trigger: Trigger) -> str:
    first, _ = trigger.sentence.clause_range(trigger.first)
    return trigger.sentence.words[first].lower


def _would_have(trigger: Trigger) -> bool:
    """Tell "had it gone off, six would have died" from "had gone off"."""
    after = trigger.sentence.lowers(trigger.last, len(trigger.sentence.words))
    return any(a in _UNREAL_MODALS and b == "have" for a, b in pairs(after))


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
    if any(lemma(w.lower) in PLANNING or w.lower in PLANNING for w in near):
        return True
    before_to = [w.lower for w in near if w.lower != "to"]
    return bool(before_to) and before_to[-1] in ("is", "are", "was", "were")


def is_unkept(trigger: Trigger) -> bool:
    """Tell what nobody says will come: "had been due to meet", "vowed to storm X".

    Nor does a visit that was put off.
    """
    if trigger.kind == "noun" and is_put_off(trigger):
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
        if word in FUTURE_MODALS or (is_told and word == "would"):
            return f"future '{word}'"
    own = [w.lower for w in trigger.sentence.words[trigger.first : trigger.last]]
    if own[0] in ("readiness", "ready"):
        return f"planned: '{own[0]}'"
    if group and group[-1] == "to" and _plans(trigger) and not _is_done(trigger):
        return "planned: 'to' + verb"
    return future_noun(trigger) if trigger.kind == "noun" else begins_soon(trigger)
