"""Who or what did it, and of which type that makes a verb that tells too little.

"Slammed into", "left the road" and "swept through" say nothing by themselves: shells,
storms, buses and rioters do all of it. The table names the verbs that tell; for all
others the subject decides, or what stands after the "by" of a passive.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.events.triggers.lexicon import groups
from placemap.events.triggers.wordkinds import is_passive
from placemap.events.words import (
    AUXILIARIES,
    PREPOSITIONS,
    is_adverb,
    lemma,
    noun_forms,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence

# Groups of people that may stand anywhere before the verb, in the order they are
# asked, and who they are when they go somewhere.
_PEOPLE = {"cops": "COERCE", "court": "COERCE", "militant": "ASSAULT"}
_MOVERS = {"army": "MOBILIZE", "militant": "MOBILIZE", "leaders": "CONSULT"}
# Groups that must be the subject itself: a shop may sell rockets.
_SUBJECTS = {
    "projectiles": "ASSAULT", "storms": "DISASTER", "flames": "ACCIDENT",
    "illnesses": "DISEASE", "marchers": "PROTEST", "thieves": "CRIME",
    "rescuers": "AID",
}  # fmt: skip
# Things that have an accident when they do what their group of verbs says.
_CRASHING = frozenset(
    "bump career careen clip collide crash dive drift drop explode fall flip hit jump "
    "leave lurch mount overshoot overturn plough plow plummet plunge ram roll run "
    "scrape shear sink skid slam slide slip smash spin split strike swerve swing tip "
    "topple tumble veer wander".split()
)
_FALLING = frozenset(
    "break buckle burst collapse crack crumble crumple fall fold give go implode "
    "pancake sag shatter shear sink slump snap split subside tilt topple tumble "
    "yield".split()
)
# What rockets do on their way to space.
_LIFTING = frozenset("launch lift soar blast orbit carry".split())


def type_by_doer(sentence: Sentence, i: int, *, is_motion: bool) -> str:
    """Return the type that the doers of word `i` make of it, "" for none.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> def ask(text, verb, **how):
    ...     sentence = make_sentence(text, 0, len(text))
    ...     return type_by_doer(sentence, sentence.word_at(text.index(verb)), **how)
    >>> ask("A missile ended up in a yard.", "ended", is_motion=False)
    'ASSAULT'
    >>> ask("A shop selling rockets opened.", "opened", is_motion=False)
    ''
    >>> ask("The coach left the road.", "left", is_motion=True)
    'ACCIDENT'
    """
    subject = find_doer(sentence, i)
    told = _by_subject(subject, lemma(sentence.words[i].lower))
    if told:
        return told
    near = _near(sentence, i)
    asked = _MOVERS if is_motion else _PEOPLE
    known = groups()
    found = (t for name, t in asked.items() if not known[name].isdisjoint(near))
    return next(found, "")


def _by_subject(subject: str, verb: str) -> str:
    told = _type_of_subject(subject)
    if told == "crash":
        return "ACCIDENT" if verb in _CRASHING else ""
    if told == "fall":
        return "ACCIDENT" if verb in _FALLING else ""
    if told == "ASSAULT" and verb in _LIFTING:
        return ""
    return told


@lru_cache(maxsize=1 << 12)
def _type_of_subject(subject: str) -> str:
    forms = {subject, subject.rpartition("-")[2], *noun_forms(subject)}
    known = groups()
    for name, told in _SUBJECTS.items():
        if not known[name].isdisjoint(forms):
            return told
    if not known["vehicle"].isdisjoint(forms):
        return "crash"
    return "fall" if not known["building"].isdisjoint(forms) else ""


def find_doer(sentence: Sentence, i: int) -> str:
    """Return the head of the subject of word `i`, or of its "by" phrase, or ""."""
    lowers = sentence.lower_words
    first, last = sentence.clause_range(i)
    if is_passive(sentence.words, i):
        after = lowers[i + 1 : last]
        return _head(after[after.index("by") + 1 :]) if "by" in after else ""
    end = i
    while end > first and (
        lowers[end - 1] in AUXILIARIES or is_adverb(lowers[end - 1])
    ):
        end -= 1
    start = end
    while start > first and lowers[start - 1] not in ",:;":
        start -= 1
    return _head(lowers[start:end])


def _head(lowers: Sequence[str]) -> str:
    """Return the last word before a preposition or participle: "lava from the cone"."""
    head = ""
    for lower in lowers:
        ends = lower in PREPOSITIONS or not lower or lower in ",;:."
        if ends or (head and verb_form(lower) in ("ing", "past")):
            break
        head = lower
    return head


def _near(sentence: Sentence, i: int) -> tuple[str, ...]:
    """Return the words before word `i` in its clause, and after a "by"."""
    start, end = sentence.clause_range(i)
    after = sentence.lower_words[i + 1 : end]
    by = after[after.index("by") :] if "by" in after else []
    return (*sentence.lower_words[start:i], *by)
