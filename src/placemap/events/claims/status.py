"""How certain an event is, and by whose word: the claim status of a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from placemap.events.claims.hearsay import hearsay
from placemap.events.claims.outlook import is_unkept, only_possible, still_to_come
from placemap.events.claims.speech import denial_end
from placemap.events.claims.undone import undone
from placemap.events.claims.wording import pairs, verb_group, words_before
from placemap.events.words import AUXILIARIES, NEGATIONS, lemma, verb_form
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Status
    from placemap.events.claims.speech import Record
    from placemap.events.triggers.finding import Trigger

_DENYING = frozenset("deny refute reject dismiss rebut disavow".split())
_DENIED_ABOUT = frozenset(
    "claim report allegation accusation suggestion rumour rumor that any".split()
)
_NOT_THE_EVENT = frozenset(
    "responsibility involvement role involve wrongdoing complicity link".split()
)
_MEMORY = frozenset(
    "anniversary commemorate commemoration memorial remembrance remember veteran "
    "legacy".split()
)
_BACKGROUND_PREPOSITIONS = frozenset(
    "since after before during amid by from following despite of over to".split()
)


class Claim(NamedTuple):
    """Status, the claimant's words for who says so, and the rule that decided.

    `is_told_as_real` is False where nobody says that it has happened or will: "no
    rally was held", "a war is feared". What one side denies, another may have told.
    """

    status: Status
    claimant: str
    why: str
    is_told_as_real: bool = True


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
    negated = _negated(trigger)
    if negated:
        return Claim("denied", claimant, negated, is_told_as_real=False)
    told = speech is not None
    ahead = still_to_come(trigger, is_told=told)
    rules: tuple[tuple[Status, str], ...] = (
        ("denied", _denied_by_verb(trigger)),
        ("hypothetical", only_possible(trigger, is_told=told)),
        ("future", ahead or ("its date is to come" if is_ahead else "")),
        ("historical", _historical(trigger, is_past=is_past)),
    )
    for status, rule in rules:
        if rule:
            real = status != "hypothetical" and not is_unkept(trigger)
            return Claim(status, claimant, rule, real)
    if speech:
        return Claim("attributed", claimant, f"reported speech: '{speech.verb}'")
    unsure = hearsay(trigger)
    if unsure:
        return Claim("attributed", "", unsure)
    return Claim("asserted", "", "stated by the report itself")


def _negated(trigger: Trigger) -> str:
    before = words_before(trigger)
    negated = _negation(trigger, before)
    if negated and not _has_number_subject(before):
        return f"negated by '{negated}'"
    return undone(trigger)


def _negation(trigger: Trigger, before: Sequence[str]) -> str:
    """Return the word that negates the trigger: "did not shell", "no attack"."""
    group = verb_group(trigger) if trigger.kind == "verb" else []
    found = [w for w in group if w in NEGATIONS]
    found += [w for w in before[-2:] if w in ("no", "not", "without", "neither")]
    subject = " ".join([*before, trigger.sentence.words[trigger.first].lower])
    if trigger.kind == "verb" or not any(map(_is_verb, before)):
        found += [word for word in _NOBODY if subject.startswith(word)]
    found += _negation_inside(trigger)
    if "no" in before and _TRACE.intersection(before):
        found.append("no")  # "there was no sign of an attack"
    return found[0] if found else ""


def _negation_inside(trigger: Trigger) -> list[str]:
    """Return what negates a phrase from within: "reports no new infections"."""
    own = trigger.sentence.lowers(trigger.first + 1, trigger.last)
    given = frozenset().union(*trigger.entry.tokens)
    return [
        word for word in own if word in ("no", "not", "never") and word not in given
    ]


def _is_verb(lower: str) -> bool:
    return lower in AUXILIARIES or verb_form(lower) == "past"


_NOBODY = (
    "not a single",
    "not a drop",
    "not a soul",
    "not one",
    "no one",
    "nobody",
    "none of",
    "no-one",
)
_TRACE = frozenset("sign signs evidence indication indications trace proof".split())


def _has_number_subject(before: Sequence[str]) -> bool:
    """Tell "no fewer than six were killed" from "no one was killed"."""
    return any(a == "no" and b in ("fewer", "less") for a, b in pairs(before))


def _denied_by_verb(trigger: Trigger) -> str:
    """Tell what "denied" covers: its object or its clause, not the next verb."""
    sentence = trigger.sentence
    if trigger.entry.type == "REJECT":
        return ""
    start = max(0, trigger.first - _DENIAL_REACH)
    for at in range(trigger.first - 1, start - 1, -1):
        verb = sentence.lower_words[at]
        if not _MAY_DENY[verb]:
            continue
        object_ = [lemma(w) for w in sentence.lowers(at + 1, trigger.first)]
        if _NOT_THE_EVENT.intersection(object_):
            return ""
        breaks = set(sentence.breaks_between(at, trigger.first))
        if object_[:1] == ["as"]:  # "dismissed as a rumour that ..."
            breaks -= {"sub", "rel"}
        denies = lemma(verb) == "deny" or _DENIED_ABOUT.intersection(object_[:4])
        is_within = trigger.first < denial_end(sentence, at)
        if denies and is_within and breaks <= {"that", "coord", "resume"}:
            return f"'{verb}'"
    return ""


_MAY_DENY = WordTable(lambda lower: lemma(lower) in _DENYING)
# Words between "denied" and what is denied; long clauses stand in between.
_DENIAL_REACH = 24


def _historical(trigger: Trigger, *, is_past: bool) -> str:
    if is_past:
        return "its date lies well before publication"
    before = words_before(trigger, 6)
    after = trigger.sentence.lowers(trigger.last, trigger.last + 4)
    if trigger.entry.role == "state" and {"have", "has"}.intersection(before[-2:]):
        counted = {"once", "twice", "thrice", "times"}.intersection(after)
        if counted:
            return f"told as experience: '{min(counted)}'"
    memory = [w for w in (*before, *after) if _REMEMBERS[w]]
    if memory:
        return f"remembered: '{memory[0]}'"
    if "used" in before[-3:] and verb_group(trigger)[-1:] == ["to"]:
        return "what used to be"
    return _background(trigger)


_REMEMBERS = WordTable(lambda lower: lemma(lower) in _MEMORY)


def _background(trigger: Trigger) -> str:
    """Tell a state that is only referred to: "since its invasion of X"."""
    if trigger.entry.role != "state" or trigger.kind != "noun":
        return ""
    before = words_before(trigger, 6)
    definite = any(w in ("the", "its", "his", "their", "her", "'s") for w in before)
    oblique = any(w in _BACKGROUND_PREPOSITIONS for w in before)
    return "a lasting state the sentence only refers to" if definite and oblique else ""
