"""Happenings that the table of event expressions does not know.

Reports tell of more than any table holds: a cat found, a clinic opened, a comedy show.
Finite verbs that tell of doings, and nouns for what people gather for, may be events
of type OTHER. What speaks against one is noted as its doubts; whether it is told to be
seen on a map is decided when its place is known (`places/worth.py`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.sentence import SAYING
from placemap.events.triggers.doers import type_by_doer
from placemap.events.triggers.finding import Trigger
from placemap.events.triggers.generic import is_generic
from placemap.events.triggers.lexicon import Entry
from placemap.events.triggers.topics import type_by_topic
from placemap.events.triggers.wordkinds import word_kind
from placemap.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    is_adverb,
    is_participle,
    lemma,
    looks_finite,
    noun_forms,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.triggers.finding import Doubt
    from placemap.events.triggers.lexicon import Part
    from placemap.events.words import Word

# The role of their entries, beside those of the table.
HAPPENING = "happening"

# Verbs of being, having, getting, keeping, thinking, wishing and depending: nothing
# happens.
_STATES = frozenset(
    "accord accustom adjoin affiliate age allow appear ask associate assume base "
    "be bear become belong boast border bore born care cause cite compare "
    "comprise concern connect consider consist contain continue cost cover date "
    "decline dedicate deem delight depend depict describe design devote differ "
    "discuss divorce do dominate dot double doubt dream dub dwell earn ease "
    "employ enable enjoy ensure entitle estimate evolve excite exile exist expect "
    "face fear feature feel flank follow forget habit hail hate have headquarter "
    "hear hope imagine include indicate influence inhabit intend interest involve "
    "keep know lack last like line link live locate look love maintain "
    "manufacture matter mean measure mention name near need nickname obtain occur "
    "originate overlook owe own pertain plan please pledge populate portray "
    "possess predict prefer preserve promise prove qualify quote range realise "
    "realize recall reflect refuse regard relate remain remember rent represent "
    "require resemble reside retain schedule see seem sit situate sound "
    "specialise specialize star stem study style suggest suppose surprise "
    "surround sustain teach tend thought threaten tire title total translate "
    "understand urge use vary view vow want wear weigh wish wonder worry".split()
)
# Verbs that tell so little that only the day, or the perfect, makes them news: "Voters
# gave him a third term on Sunday", "the town has put up a dyke".
_WEAK = frozenset(
    "abandon acquire agree answer begin call cancel choose climb crouch crowd "
    "dress drop fall gain get give grow help learn let lie make marry offer pack pay "
    "plunge postpone put rank ring rise scrap set shrink slide slump soar spend "
    "stand start stay stop strike talk tie triple try tumble turn wait work".split()
)
# What they go to, and what they reach, is where it happened.
_GOING = frozenset(
    "arrive fly travel go come return move head sail march drive walk land "
    "bring deliver send ship".split()
)
REACHING = frozenset("reach visit tour enter leave cross".split())
_JOURNEYS = frozenset("tour visit trip stop stopover arrival".split())
_MEETING = frozenset("gather visit tour meet convene assemble".split())
_MEETINGS = frozenset(
    "meeting conference congress convention seminar workshop symposium reception "
    "session lecture lesson gathering".split()
)
# What people come together for.
_OCCASIONS = frozenset(
    "arrival auction audit ballot banquet benefit breakfast camp carnival "
    "celebration ceremony championship clean-up cleanup competition concert "
    "conference congress contest convention course dinner drill election event "
    "exercise exhibit exhibition expo fair festival fundraiser funeral gala game "
    "gathering graduation hearing hunt inauguration inquest inspection launch "
    "lecture lesson luncheon marathon mass match meeting opening parade party "
    "performance premiere race raid rally reception recital referendum reunion "
    "search seminar session show stop stopover survey symposium tour tournament "
    "trial trip unveiling vigil visit vote wedding workshop".split()
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
    found = _find(sentence, "" if known else type_by_topic(sentence))
    return [
        replace(t, doubts=t.doubts | {"generic"}) if is_generic(t) else t
        for t in found
        if t.first not in taken
    ]


def _find(sentence: Sentence, topic: str) -> Iterator[Trigger]:
    """Yield the happenings; `topic` is the type of those that nothing else tells."""
    for i, word in enumerate(sentence.words):
        if not word.text.isalpha() or word.is_capital:
            continue
        if _is_doing(sentence.words, i):
            verb = lemma(word.lower)
            told = type_by_doer(sentence, i, is_motion=verb in _MOTION)
            entry = _verb_entry(verb, told or topic)
            yield Trigger(
                entry=entry,
                sentence=sentence,
                first=i,
                last=i + 1,
                kind="verb",
                doubts=frozenset(_doubts(sentence.words, i)),
            )
        elif _is_occasion(sentence.words, i):
            entry = _noun_entry(noun_forms(word.lower)[-1])
            yield Trigger(
                entry=entry, sentence=sentence, first=i, last=i + 1, kind="noun"
            )


def _is_doing(words: Sequence[Word], i: int) -> bool:
    """Tell a verb of doing, finite or after "will", from states and sayings."""
    lower = words[i].lower
    if lower in AUXILIARIES or lower in MODALS or lower in NEGATIONS:
        return False
    form = verb_form(lower)
    if not _is_finite(words, i, form):
        return False
    if form != "base" and word_kind(words, i) != "verb":
        return False
    verb = lemma(lower)
    if verb == "name":
        return [w.lower for w in words[i + 1 : i + 2]] in (["to"], ["as"])
    return verb not in _STATES and verb not in SAYING


def _doubts(words: Sequence[Word], i: int) -> Iterator[Doubt]:
    """Yield what speaks against the news value of the verb at `i`."""
    if _is_background(words, i):
        yield "background"
    if _is_reduced(words, i):
        yield "reduced"
    is_weak = lemma(words[i].lower) in _WEAK
    if is_weak and not (_is_perfect(words, i) or _has_day(words)):
        yield "weak"


def _is_perfect(words: Sequence[Word], i: int) -> bool:
    before = [w.lower for w in words[max(0, i - 3) : i] if not is_adverb(w.lower)]
    return before[-1:] in (["has"], ["have"])


def _has_day(words: Sequence[Word]) -> bool:
    """Tell whether a sentence says on which of the last days it happened."""
    lowers = [word.lower for word in words]
    return not _DAYS.isdisjoint(lowers) or any(
        a in ("this", "last") and b in _LATELY for a, b in pairwise(lowers)
    )


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today "
    "overnight midnight dawn daybreak".split()
)
_LATELY = frozenset("night week weekend morning afternoon evening month".split())


def _is_finite(words: Sequence[Word], i: int, form: str) -> bool:
    if form == "past":
        return True
    at = i - 1
    while at >= 0 and (is_adverb(words[at].lower) or words[at].lower in _BETWEEN):
        at -= 1
    before = words[at].lower if at >= 0 else ""
    if form == "ing":
        return before in _BE or (before == "after" and at == i - 1)
    lower = words[i].lower
    is_plain = not is_adverb(lower) and lower not in _NO_VERBS
    is_helped = before in ("help", "helped", "helps")
    return form == "base" and (before == "will" or is_helped) and is_plain


def _is_background(words: Sequence[Word], i: int) -> bool:
    """Tell "had left", which came before the news, and "is made", a habit.

    After a verb of saying "had" is no earlier than the news: "they said they had won".
    """
    group: list[str] = []
    for word in reversed(words[max(0, i - 4) : i]):
        if word.lower not in AUXILIARIES and not is_adverb(word.lower):
            break
        group.append(word.lower)
    is_present = bool({"is", "are"}.intersection(group)) and "being" not in group
    is_news = lemma(words[i].lower) in _SEEKING
    is_told = any(lemma(word.lower) in SAYING for word in words[max(0, i - 7) : i])
    return ("had" in group and not is_told) or (is_present and not is_news)


def _is_reduced(words: Sequence[Word], i: int) -> bool:
    """Tell "he shows a boat painted in X": the participle only describes."""
    before = words[i - 1] if i else None
    if before is None or not is_participle(words[i].lower):
        return False
    is_noun = before.text.isalpha() and before.lower not in _BEFORE_VERBS
    earlier = words[max(0, i - 8) : i - 1]
    has_verb = any(
        looks_finite(word) or (k and earlier[k - 1].lower in PRONOUNS)
        for k, word in enumerate(earlier)
    )
    return (
        is_noun
        and not looks_finite(before)
        and has_verb
        and not is_adverb(before.lower)
        and not any(w.text == "," or w.lower in COORDINATORS for w in earlier)
    )


_BEFORE_VERBS = PRONOUNS | AUXILIARIES | COORDINATORS | RELATIVES | {"also", "then"}

_BE = frozenset("is are was were been".split())
# What is news while it lasts: "Police are searching for two men".
_SEEKING = frozenset("search seek hunt investigate probe look".split())
_BETWEEN = frozenset("also be now still being then".split())
_NO_VERBS = _BETWEEN | PRONOUNS | DETERMINERS | PREPOSITIONS | {"to"}


def _is_occasion(words: Sequence[Word], i: int) -> bool:
    if not _OCCASIONS.intersection(noun_forms(words[i].lower)):
        return False
    follows = words[i + 1].lower if i + 1 < len(words) else ""
    is_head = (
        not follows.isalpha()
        or follows in _AFTER_HEAD
        or verb_form(follows) != ("base")
    )
    return is_head and word_kind(words, i) == "noun"


_AFTER_HEAD = frozenset(
    "after and are at before by during for from had has have here in inside is "
    "last near next of on or outside that there this to today tomorrow tonight "
    "was were where which will with would yesterday".split()
)


_MOTION = _GOING | REACHING | {"deploy"}


@lru_cache(maxsize=1 << 12)
def _verb_entry(word: str, told: str) -> Entry:
    where = "g" if word in _GOING else "o" if word in REACHING else ""
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
