"""How certain an event is, and by whose word: the claim status of a trigger."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.words import (
    AUXILIARIES,
    MODALS,
    NEGATIONS,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Status
    from placemap.events.speech import Record
    from placemap.events.triggers import Trigger

_FUTURE_MODALS = frozenset("will shall won't".split())
_UNREAL_MODALS = MODALS - _FUTURE_MODALS - frozenset(("can't", "couldn't"))
# "plans to attack": what follows is ahead.
_PLANNING = frozenset(
    "plan planned due set scheduled expected expect ready readiness prepare prepared "
    "intend vow pledge promise agree poised decide decision willing willingness about "
    "going aim hope arrange slated bound announce continue".split()
)
_PLANNED = frozenset("planned upcoming forthcoming scheduled imminent future".split())
# "managed to capture": what follows has happened.
_DONE = frozenset(
    "manage continue begin start force proceed use come help go return able "
    "fail seek rush arrive stop".split()
) - {"fail", "stop", "seek", "go", "help", "come"}
_DENYING = frozenset("deny refute reject dismiss rebut disavow".split())
_DENIED_ABOUT = frozenset(
    "claim report allegation accusation suggestion rumour rumor that any".split()
)
_NOT_THE_EVENT = frozenset(
    "responsibility involvement role involve wrongdoing complicity link".split()
)
_PREVENTED = frozenset("foil thwart avert prevent forestall abort".split())
_CALLED_FOR = frozenset(
    "demand urge call request propose suggest threaten fear risk possible possibility "
    "potential need warn avoid threat plot conspire conspiracy suspected hope prospect "
    "danger warning encourage invite proposal want would-be alleged condition".split()
) - {"suspected", "alleged", "call", "suggest"}
_CONDITIONS = frozenset("if unless whether should lest otherwise".split())
_MEMORY = frozenset(
    "anniversary commemorate commemoration memorial remembrance remember mark "
    "veteran aftermath legacy".split()
) - {"mark", "aftermath"}
_BACKGROUND_PREPOSITIONS = frozenset(
    "since after before during amid by from following despite of over to".split()
)
_REACH = 8


class Claim(NamedTuple):
    """Status, the claimant's words for who says so, and the rule that decided."""

    status: Status
    claimant: str
    why: str


def judge_status(
    trigger: Trigger, record: Record, *, is_past: bool, is_ahead: bool = False
) -> Claim:
    """Return how certain the event of `trigger` is.

    Parameters
    ----------
    record
        Who says what in the document.
    is_past
        Whether its date lies clearly before publication.
    is_ahead
        Whether its date lies after publication.
    """
    speech = record.find(trigger.span, trigger.sentence.index)
    claimant = speech.claimant.text if speech and speech.claimant else ""
    for status, rule in (
        ("denied", _denied(trigger)),
        ("hypothetical", _hypothetical(trigger)),
        ("future", _future(trigger) or ("its date is to come" if is_ahead else "")),
        ("historical", _historical(trigger, is_past=is_past)),
    ):
        if rule:
            return Claim(status, claimant, rule)  # type: ignore[arg-type] # literals
    if speech:
        return Claim("attributed", claimant, f"reported speech: '{speech.verb}'")
    hearsay = _hearsay(trigger)
    if hearsay:
        return Claim("attributed", "", hearsay)
    return Claim("asserted", "", "stated by the report itself")


def looks_ahead(trigger: Trigger) -> bool:
    """Tell whether the sentence speaks of the event as still to come."""
    return bool(_future(trigger))


def _before(trigger: Trigger, reach: int = _REACH) -> list[str]:
    """Return the words before the trigger in its clause, nearest last."""
    sentence = trigger.sentence
    start = trigger.first
    while start > 0 and trigger.first - start < reach:
        if sentence.clauses[start - 1] != trigger.clause:
            break
        start -= 1
    return sentence.lowers(start, trigger.first)


def _verb_group(trigger: Trigger) -> list[str]:
    """Return the auxiliaries, modals and adverbs right before a verb."""
    group: list[str] = []
    words = trigger.sentence.words
    for word in reversed(words[max(0, trigger.first - 5) : trigger.first]):
        lower = word.lower
        is_part = (
            lower in AUXILIARIES
            or lower in MODALS
            or lower in NEGATIONS
            or lower in ("to", "also", "ever", "then", "yet", "soon")
            or lower.endswith("ly")
        )
        if not is_part:
            break
        group.append(lower)
    return group[::-1]


def _denied(trigger: Trigger) -> str:
    group = _verb_group(trigger) if trigger.kind == "verb" else []
    negated = [w for w in group if w in NEGATIONS]
    before = _before(trigger)
    if not negated and before[-3:]:
        negated = [w for w in before[-2:] if w in ("no", "without", "neither")]
        if before[-2:-1] == ["not"] or (before and before[-1] == "not"):
            negated = (
                []
                if trigger.sentence.lowers(trigger.first, trigger.first + 1) == ["only"]
                else ["not"]
            )
    if negated and not _has_number_subject(before):
        return f"negated by '{negated[0]}'"
    prevented = [w for w in before[-5:] if lemma(w) in _PREVENTED]
    if prevented:
        return f"did not come about: '{prevented[-1]}'"
    return _denied_by_verb(trigger)


def _has_number_subject(before: Sequence[str]) -> bool:
    """Tell "no fewer than six were killed" from "no one was killed"."""
    return any(a == "no" and b in ("fewer", "less") for a, b in _pairs(before))


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(words))


def _denied_by_verb(trigger: Trigger) -> str:
    sentence = trigger.sentence
    if trigger.entry.type == "REJECT":
        return ""
    before = sentence.lowers(trigger.first - 14, trigger.first)
    for k in range(len(before) - 1, -1, -1):
        if lemma(before[k]) not in _DENYING:
            continue
        object_ = [lemma(w) for w in before[k + 1 :]]
        if _NOT_THE_EVENT.intersection(object_):
            return ""
        at = trigger.first - len(before) + k
        breaks = set(sentence.breaks_between(at, trigger.first))
        denies = lemma(before[k]) == "deny" or _DENIED_ABOUT.intersection(object_[:4])
        if denies and breaks <= {"that"}:
            return f"'{before[k]}'"
    return ""


def _hypothetical(trigger: Trigger) -> str:
    sentence = trigger.sentence
    group = _verb_group(trigger) if trigger.kind == "verb" else []
    for word in group:
        if word in _UNREAL_MODALS:
            return f"modal '{word}'"
    opener = _clause_opener(trigger)
    if opener in _CONDITIONS:
        return f"condition '{opener}'"
    if group and group[-1] == "to" and not _is_done(trigger):
        return "" if _plans(trigger) else "an aim, not a deed: 'to' + verb"
    if trigger.kind == "noun" and _is_aim_object(trigger):
        return "object of an aim: 'to' + verb"
    before = _before(trigger, 4)
    wished = [w for w in before if lemma(w) in _CALLED_FOR]
    if wished and trigger.kind == "noun":
        return f"wished or feared: '{wished[-1]}'"
    if wished and verb_form(sentence.words[trigger.first].lower) == "ing":
        return f"wished or feared: '{wished[-1]}'"
    if trigger.sentence.lowers(trigger.last, trigger.last + 3) == [
        "as",
        "a",
        "condition",
    ]:
        return "a condition"
    return "called for" if _called_for(trigger) else ""


def _is_aim_object(trigger: Trigger) -> bool:
    """Tell "invited them to enter dialogue" from "met to discuss the attack"."""
    sentence = trigger.sentence
    words = sentence.words
    at = trigger.first - 1
    while at > 0 and trigger.first - at < 4 and words[at].lower in _LIGHT_OBJECT:
        at -= 1
    if at < 1 or words[at].lower not in _LIGHT_VERBS or words[at - 1].lower != "to":
        return False
    near = [lemma(w.lower) for w in words[max(0, at - 4) : at - 1]]
    return not any(w in _DONE or w in _PLANNING for w in near)


# Verbs that bring about the noun they take: to hold talks, to launch an attack.
_LIGHT_VERBS = frozenset(
    "hold begin start launch carry conduct enter open resume stage mount sign reach "
    "make take commit declare organise organize".split()
)
_LIGHT_OBJECT = frozenset(
    "a an the out into in on new fresh direct peace military further more any such "
    "another immediate large major full".split()
)


def _called_for(trigger: Trigger) -> bool:
    """Tell "called for a ceasefire" and "calls for an end to the fighting"."""
    before = _before(trigger, 6)
    return (
        any(
            lemma(a) in ("call", "appeal", "push", "plead") and b == "for"
            for a, b in _pairs(before)
        )
        and trigger.kind == "noun"
    )


def _clause_opener(trigger: Trigger) -> str:
    clauses = trigger.sentence.clauses
    first = clauses.index(trigger.clause)
    return trigger.sentence.words[first].lower


def _is_done(trigger: Trigger) -> bool:
    """Tell "managed to capture" and "was forced to flee" from a mere aim."""
    words = trigger.sentence.words
    for word in reversed(words[max(0, trigger.first - 5) : trigger.first]):
        if word.lower == "to" or word.lower.endswith("ly"):
            continue
        return lemma(word.lower) in _DONE
    return False


def _plans(trigger: Trigger) -> bool:
    words = trigger.sentence.words
    near = words[max(0, trigger.first - 4) : trigger.first]
    if any(lemma(w.lower) in _PLANNING or w.lower in _PLANNING for w in near):
        return True
    before_to = [w.lower for w in near if w.lower != "to"]
    return bool(before_to) and before_to[-1] in ("is", "are", "was", "were")


def _future(trigger: Trigger) -> str:
    group = _verb_group(trigger) if trigger.kind == "verb" else []
    for word in group:
        if word in _FUTURE_MODALS:
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
    planned = [w for w in _before(trigger, 4) if w in _PLANNED]
    if planned:
        return f"planned: '{planned[-1]}'"
    modals = [w for w in after if w in _FUTURE_MODALS]
    return f"future '{modals[0]}'" if modals else ""


def _is_scheduled(trigger: Trigger, verb: int) -> bool:
    """Tell "a vigil was planned for Saturday"."""
    at = trigger.last + verb - 1
    lowers = trigger.sentence.lowers(at, at + 4)
    return any(
        a in ("planned", "scheduled", "due", "expected", "set", "slated")
        and b in ("for", "on", "in", "to", "at", "later", "next", "tomorrow")
        for a, b in _pairs(lowers)
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


def _historical(trigger: Trigger, *, is_past: bool) -> str:
    if is_past:
        return "its date lies well before publication"
    before = _before(trigger, 6)
    after = trigger.sentence.lowers(trigger.last, trigger.last + 4)
    if trigger.entry.role == "state" and {"have", "has"}.intersection(before[-2:]):
        counted = {"once", "twice", "thrice", "times"}.intersection(after)
        if counted:
            return f"told as experience: '{min(counted)}'"
    memory = [w for w in (*before, *after) if lemma(w) in _MEMORY]
    if memory:
        return f"remembered: '{memory[0]}'"
    return _background(trigger)


def _background(trigger: Trigger) -> str:
    """Tell a state that is only referred to: "since its invasion of X"."""
    if trigger.entry.role != "state" or trigger.kind != "noun":
        return ""
    before = _before(trigger, 6)
    definite = any(w in ("the", "its", "his", "their", "her", "'s") for w in before)
    oblique = any(w in _BACKGROUND_PREPOSITIONS for w in before)
    return "a lasting state the sentence only refers to" if definite and oblique else ""


def _hearsay(trigger: Trigger) -> str:
    near = trigger.sentence.lowers(trigger.first - 6, trigger.last + 3)
    told = [
        w for w in near if w in ("reportedly", "allegedly", "apparently", "alleged")
    ]
    return f"hearsay: '{told[0]}'" if told else ""
