"""Happenings that the table of event expressions does not know.

Reports tell of more than any table holds: a cat found, a clinic opened, a comedy show.
Finite verbs that tell of doings, and nouns for what people gather for, may be events
of type OTHER. What speaks against one is noted as its doubts; whether it is told to be
seen on a map is decided when its place is known (`places/worth.py`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.events.triggers.doers import type_by_doer
from placemap.events.triggers.doings import (
    ALONE,
    HELPED,
    HELPING,
    heads_headline,
    is_doing,
)
from placemap.events.triggers.doubts import find_doubts
from placemap.events.triggers.finding import Trigger
from placemap.events.triggers.generic import is_generic
from placemap.events.triggers.lexicon import Entry
from placemap.events.triggers.occasions import FOR_OCCASION, is_occasion
from placemap.events.triggers.presents import (
    is_bidden,
    is_lasting,
    is_present,
)
from placemap.events.triggers.topics import type_by_topic
from placemap.events.triggers.wordkinds import is_passive
from placemap.events.words import (
    lemma,
    noun_forms,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.triggers.lexicon import Part
    from placemap.events.words import Word

# The role of their entries, beside those of the table.
HAPPENING = "happening"

# Verbs that tell of no harm, whatever their sentence is about: "a plaque to the dead of
# the fire was unveiled".
_PEACEFUL = frozenset(
    "advise award celebrate cheer christen collect commemorate dance draw greet meet "
    "move pass queue receive return send travel vote film gather hand honor honour "
    "inherit install introduce launch marry mourn name open perform play present "
    "publish raise reopen retire sell serve show sign sing study swear teach unveil "
    "win".split()
)
# What they go to, and what they reach, is where it happened.
_GOING = frozenset(
    "arrive fly travel go come return move head sail march drive walk land "
    "bring deliver send ship".split()
)
# Where these take somebody or something is where it is next seen.
_MOVING = frozenset(
    "bus divert evacuate ferry flee move stream take tow transfer truck".split()
)
# Where these take somebody or something from is where it happened.
_LEAVING = frozenset(
    "bring drive escape evacuate ferry flee pluck pull recover rescue snatch steal "
    "stream winch".split()
)
REACHING = frozenset("reach visit tour enter leave cross".split())
_JOURNEYS = frozenset("tour visit trip stop stopover arrival".split())
_MEETING = frozenset("visit tour meet convene assemble".split())
_MEETINGS = frozenset(
    "meeting conference congress convention seminar workshop symposium reception "
    "session lecture lesson gathering".split()
)


def find_happenings(sentence: Sentence, known: Sequence[Trigger]) -> list[Trigger]:
    """Return what else may have happened, in order, apart from `known` triggers.

    Each comes with its doubts.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> text = "The cat was found at a farm, where it had lived, before the parade."
    >>> found = find_happenings(make_sentence(text, 0, len(text)), [])
    >>> [t.span.of(text) for t in found]
    ['found', 'parade']
    """
    taken = {i for trigger in known for i in range(trigger.first, trigger.last)}
    found = _find(sentence)
    return [
        replace(t, doubts=t.doubts | {"generic"}) if is_generic(t) else t
        for t in found
        if t.first not in taken and not (known and _supports(t))
    ]


def _supports(trigger: Trigger) -> bool:
    """Tell "conducting" and "was heard" from doings: what is conducted is the event."""
    words = trigger.sentence.words
    verb = lemma(words[trigger.first].lower)
    is_sensed = verb in _SENSED and is_passive(words, trigger.first)
    return verb in _SUPPORTING or is_sensed


_SENSED = frozenset(("hear", "feel"))
_SUPPORTING = frozenset(
    "conduct undertake perpetrate commit wage mount stage see".split()
)


def _find(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the happenings of a sentence.

    Verbs whose doer does not tell their type have that of the topic of the sentence.
    """
    lowers = sentence.lower_words
    topic: str | None = None
    is_helped = sentence.index == 0 or not HELPING.isdisjoint(lowers)
    may_happen = HELPED if is_helped else ALONE
    for i in [i for i, lower in enumerate(lowers) if may_happen[lower]]:
        word = sentence.words[i]
        if word.is_capital:
            if _opens_with_noun(sentence.words, i):
                yield _occasion(sentence, i)
            continue
        if _tells(sentence, i):
            verb = lemma(word.lower)
            told = type_by_doer(sentence, i, is_motion=verb in _MOTION)
            if not told and verb not in _PEACEFUL:
                topic = type_by_topic(sentence) if topic is None else topic
                told = topic
            entry = _verb_entry(verb, told)
            yield Trigger(
                entry=entry,
                sentence=sentence,
                first=i,
                last=i + 1,
                kind="verb",
                doubts=frozenset(find_doubts(sentence.words, i)),
            )
        elif FOR_OCCASION[word.lower] and is_occasion(sentence.words, i):
            yield _occasion(sentence, i)


def _tells(sentence: Sentence, i: int) -> bool:
    """Tell whether the word at `i` is a verb of doing, one way or another."""
    words = sentence.words
    return (
        is_doing(words, i)
        or heads_headline(sentence, i)
        or is_present(words, i)
        or is_bidden(words, i)
        or is_lasting(words, i)
    )


def _opens_with_noun(words: Sequence[Word], i: int) -> bool:
    """Tell "Fog closed the airport" from names: "Fire Brigade", "the Rain"."""
    if i or not FOR_OCCASION[words[i].lower] or words[i].text.isupper():
        return False
    is_name = any(word.is_capital for word in words[1:2])
    return not is_name and is_occasion(words, i)


def _occasion(sentence: Sentence, i: int) -> Trigger:
    entry = _noun_entry(noun_forms(sentence.words[i].lower)[-1])
    return Trigger(entry=entry, sentence=sentence, first=i, last=i + 1, kind="noun")


_MOTION = _GOING | REACHING | {"deploy"}


@lru_cache(maxsize=1 << 12)
def _verb_entry(word: str, told: str) -> Entry:
    where = "o" if word in REACHING else ""
    if word in _GOING or word in _MOVING:
        where += "g"
    if word in _LEAVING:
        where += "s"
    other = "CONSULT" if word in _MEETING else "OTHER"
    return _entry(word, "v", where, told or other)


@lru_cache(maxsize=1 << 10)
def _noun_entry(word: str) -> Entry:
    if word in _JOURNEYS:
        return _entry(word, "n", "fg", "CONSULT")
    return _entry(word, "n", "", "CONSULT" if word in _MEETINGS else "OTHER")


def _entry(word: str, part: Part, where: str, kind: str) -> Entry:
    return Entry(
        tokens=(frozenset({word}),),
        part=part,
        type=kind,
        mode="",
        role=HAPPENING,
        where=where,
        sub_event="",
        needs=(),
        forbids=(),
        order=0,
    )
