"""What did not come about: foiled, called off, failed, made up or ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from placemap.events.claims.untrue import untrue
from placemap.events.claims.wording import (
    pairs,
    passives_after,
    verb_group,
    words_before,
)
from placemap.events.words import (
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    lemma,
    looks_finite,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from placemap.events.triggers.finding import Trigger

_PREVENTED = frozenset("foil thwart avert prevent forestall abort".split())
_CANCELLED = frozenset("cancel scrap shelve abandon drop".split())
# "Had been awaited": in vain.
_AWAITED = frozenset("awaited expected due scheduled billed slated".split())


def undone(trigger: Trigger) -> str:
    """Return why an event did not come about; "" if nothing tells so.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> def told(text):
    ...     return [undone(t) for t in find_triggers(make_sentence(text, 0, len(text)))]
    >>> told("Police foiled an attack on a church.")[-1]
    "did not come about: 'foiled'"
    >>> told("Reports of a bombing there were false.")
    ["untrue: 'false'"]
    """
    found = _prevented(trigger) or _fell_short(trigger) or untrue(trigger)
    if found or trigger.kind != "noun":
        return found
    return _never_was(trigger) or _staged(trigger) or _excluded(trigger)


def _prevented(trigger: Trigger) -> str:
    """Tell "foiled an attack", "called off a visit" and "the march was cancelled"."""
    near = words_before(trigger, 5)
    after = _verb_after(trigger) if trigger.kind == "noun" else []
    passives = passives_after(trigger) if trigger.kind == "noun" else []
    heard = (*near, *after, *(verb for verb, _ in passives))
    if not any(map(_UNDOING.__getitem__, heard)):
        return ""
    found = [w for w in near if lemma(w) in _PREVENTED]
    if trigger.kind == "noun":
        found += [w for w in (*near, *after) if lemma(w) in _CANCELLED]
        found += [
            verb
            for verb, particle in passives
            if lemma(verb) in _CANCELLED or _calls_off(verb, particle)
        ]
        found += [w for w in after if lemma(w) in _PREVENTED]
        found += [a for a, b in pairs([*near, ".", *after]) if _calls_off(a, b)]
        found += [b for a, b in pairs([".", *near]) if _forbids(a, b)]
        found += [w for w in after[:3] if w in _FORBIDDEN]
    return f"did not come about: '{found[-1]}'" if found else ""


def _fell_short(trigger: Trigger) -> str:
    """Tell "failed to take the town" and "almost took the town"."""
    if trigger.kind != "verb":
        return _awaited(words_before(trigger, 12))
    group = verb_group(trigger)
    if group[-2:] == ["had", "been"]:
        return _awaited([*group, trigger.sentence.words[trigger.first].lower, "for"])
    if group[-2:] == ["to", "have"] and group[-3:-2] in (["was"], ["were"]):
        return "did not come about: 'was to have'"
    at = trigger.first - len(group)
    before = trigger.sentence.lowers(at - 2, trigger.first)
    if before[-1:] in (["almost"], ["nearly"]):
        return f"did not quite come about: '{before[-1]}'"
    verb = before[:2][-1:] if group[:1] == ["to"] else []
    if verb and lemma(verb[0]) in _FAILING:
        return f"did not come about: '{verb[0]}'"
    return ""


def _awaited(words: list[str]) -> str:
    """Tell "had been awaited for the opening": it went on without, if at all."""
    for k, (had, been) in enumerate(pairs(words)):
        verb = words[k + 2 : k + 3]
        if (had, been) == ("had", "been") and _AWAITED.intersection(verb):
            is_for = "for" in words[k + 3 :]
            return f"did not come about: 'had been {verb[0]}'" if is_for else ""
    return ""


_FAILING = frozenset("fail refuse decline omit neglect".split())


def _never_was(trigger: Trigger) -> str:
    """Tell "the visit did not take place" and "a storm has never struck X"."""
    after = trigger.sentence.lowers(trigger.last, trigger.last + 9)
    for k, word in enumerate(after):
        if word in ("not", "never") and after[max(0, k - 1) : k] != ["or"]:
            is_ever = word == "never" and k <= _NEXT_TO
            happens = after[k + 1 : k + 2]
            if is_ever or any(lemma(w) in _HAPPENING for w in happens):
                return f"did not come about: '{word}'"
    return ""


# "took place" is said of what was, "did not take" of what was not.
_HAPPENING = frozenset("take happen go occur materialise materialize come".split())
_NEXT_TO = 2


def _staged(trigger: Trigger) -> str:
    """Tell "a mock attack" and "a bomb hoax" from the real thing."""
    near = trigger.sentence.lowers(trigger.first - 2, trigger.last + 1)
    staged = [w for w in near if w in _STAGED]
    return f"not real: '{staged[0]}'" if staged else ""


_STAGED = frozenset("mock simulated hoax fake bogus fictitious imaginary".split())


def _excluded(trigger: Trigger) -> str:
    """Tell "ruled out an attack" from "could not rule out an attack"."""
    excluded = rules_out(trigger)
    return "ruled out" if excluded and not excluded.is_open else ""


class Excluded(NamedTuple):
    """That an event is ruled out, or that it just is not."""

    is_open: bool


def rules_out(trigger: Trigger) -> Excluded | None:
    """Return whether the sentence rules an event out, None if it does not speak of it.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> text = "An attack on the town cannot be ruled out."
    >>> rules_out(find_triggers(make_sentence(text, 0, len(text)))[0])
    Excluded(is_open=True)
    """
    near = trigger.sentence.lowers(trigger.first - 10, trigger.last + 12)
    if "out" not in near:
        return None
    after = trigger.sentence.lowers(trigger.last, trigger.last + 12)
    for words in (words_before(trigger, 10), after):
        for k, (verb, particle) in enumerate(pairs(words)):
            if lemma(verb) == "rule" and particle == "out":
                return Excluded(bool(NEGATIONS.intersection(words[max(0, k - 4) : k])))
    return None


def _forbids(before: str, verb: str) -> bool:
    """Tell "banned protests" from "joined a banned protest", which was held."""
    is_ban = (before, verb) == ("ban", "on")
    return is_ban or (verb in _FORBIDDEN and before not in DETERMINERS | PREPOSITIONS)


_FORBIDDEN = frozenset("banned forbade forbidden prohibited outlawed".split())
# Words without any of which nothing is said to be prevented, cancelled or banned.
_UNDOING = WordTable(
    lambda word: (
        word in _FORBIDDEN
        or word == "ban"
        or lemma(word) in _PREVENTED | _CANCELLED | {"call"}
    )
)


def _calls_off(verb: str, particle: str) -> bool:
    return lemma(verb) == "call" and particle == "off"


def _verb_after(trigger: Trigger) -> list[str]:
    """Return the words from the first finite verb after a noun up to three more."""
    words = trigger.sentence.words
    for k in range(trigger.last, min(len(words), trigger.last + 10)):
        if looks_finite(words[k]) and not _is_reduced(trigger, k):
            return trigger.sentence.lowers(k, k + 4)
        if trigger.sentence.clauses[k] != trigger.clause:
            break
    return []


def _is_reduced(trigger: Trigger, k: int) -> bool:
    """Tell "the protests planned in X were called off": the verb is yet to come."""
    verb, follows = (*trigger.sentence.lowers(k, k + 2), "", "")[:2]
    is_scheduled = verb in ("planned", "scheduled", "called", "organised", "organized")
    return is_scheduled and follows in ("in", "for", "on", "at", "by")
