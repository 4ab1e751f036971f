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

from placemap.events.clauses import SAYING
from placemap.events.triggers.doers import type_by_doer
from placemap.events.triggers.finding import Trigger
from placemap.events.triggers.generic import is_generic
from placemap.events.triggers.lexicon import Entry
from placemap.events.triggers.light import (
    DESCRIBING,
    is_attributive,
    is_begun,
    is_light,
    is_reduced,
)
from placemap.events.triggers.occasions import FOR_OCCASION, is_occasion
from placemap.events.triggers.presents import (
    BIDDEN,
    IN_PRESENT,
    STATES,
    is_bidden,
    is_lasting,
    is_present,
)
from placemap.events.triggers.topics import type_by_topic
from placemap.events.triggers.wordkinds import is_passive, word_kind
from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    lemma,
    looks_finite,
    noun_forms,
    verb_form,
)
from placemap.events.wordtable import WordTable

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
    "accord accustom adjoin affiliate age allow ask associate assume base be "
    "bear become belong boast border bore born care cause cite compare "
    "comprise concern practise practice sketch outline recount simulate "
    "connect consider consist contain continue cost cover date dedicate deem "
    "delight depend depict describe design devote differ do dominate dot "
    "doubt dream dub dwell earn ease employ enable enjoy ensure entitle "
    "estimate evolve excite exile exist expect face fear feature feel flank "
    "forget habit hail hate have headquarter hope imagine include indicate "
    "influence inhabit intend interest involve know lack last like line link "
    "live locate look love maintain manufacture matter mean measure mention "
    "name near need nickname obtain occur originate overlook owe own pertain "
    "plan please populate portray possess predict prefer preserve prove "
    "qualify quote range realise realize recall reflect regard relate remain "
    "remember rent represent require resemble reside retain schedule see seem sit "
    "situate sound specialise specialize star stem study style suggest "
    "suppose surprise surround sustain teach tend thought threaten tire title "
    "total translate understand urge use vary view vow want wear weigh wish "
    "wonder worry".split()
)
# Verbs that tell so little that only the day, or the perfect, makes them news: "Voters
# gave him a third term on Sunday", "the town has put up a dyke".
_WEAK = frozenset(
    "abandon acquire agree answer begin call cancel choose climb crouch crowd "
    "dress drop fall gain get give grow help learn let lie make marry offer "
    "pack pay plunge postpone put rank ring rise scrap set shrink slide slump "
    "soar spend keep stand start stay stop strike talk tie triple try "
    "tumble turn wait work".split()
)
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
    is_helped = sentence.index == 0 or not _HELPING.isdisjoint(lowers)
    may_happen = _HELPED if is_helped else _ALONE
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
                doubts=frozenset(_doubts(sentence.words, i)),
            )
        elif FOR_OCCASION[word.lower] and is_occasion(sentence.words, i):
            yield _occasion(sentence, i)


def _tells(sentence: Sentence, i: int) -> bool:
    """Tell whether the word at `i` is a verb of doing, one way or another."""
    words = sentence.words
    return (
        _is_doing(words, i)
        or _heads(sentence, i)
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


def _may_tell(lower: str) -> bool:
    """Tell a word that may be a verb of doing by itself, or names an occasion."""
    if FOR_OCCASION[lower] or lower in BIDDEN or lower in STATES:
        return True
    if not lower.isalpha():
        return False
    verb, form = lemma(lower), verb_form(lower)
    if verb == "name":
        return True
    if verb in _STATES or verb in SAYING:
        return False
    if form == "base" and (lower in _NO_VERBS or is_adverb(lower)):
        return False
    return form == "s" or not (lower in _AUXILIARY or lower in DESCRIBING)


# Words that may be finite verbs or name occasions. Base forms are finite after a helper
# alone: "will open", "began to build"; the present is news in a headline.
_HELPED = WordTable(_may_tell)
_ALONE = WordTable(
    lambda lower: (
        _HELPED[lower]
        and (
            verb_form(lower) in ("past", "ing")
            or FOR_OCCASION[lower]
            or IN_PRESENT[lower]
            or lower in STATES
        )
    )
)


def _is_doing(words: Sequence[Word], i: int) -> bool:
    """Tell a verb of doing, finite or after "will", from states and sayings."""
    lower = words[i].lower
    if lower in _AUXILIARY:
        return False
    form = verb_form(lower)
    if not _is_finite(words, i, form):
        return False
    is_clear = form == "base" or (form == "ing" and words[i - 1].lower != "after")
    if not is_clear and word_kind(words, i) != "verb":
        return False
    verb = lemma(lower)
    if verb == "name":
        return [w.lower for w in words[i + 1 : i + 2]] in (["to"], ["as"])
    if verb in _STATES or verb in SAYING or lower in DESCRIBING:
        return False
    return not is_attributive(words, i) and not is_light(words, i)


def _heads(sentence: Sentence, i: int) -> bool:
    """Tell the verb of a headline, which is in the present: "Town mourns four"."""
    words = sentence.words
    if sentence.index or i == 0 or verb_form(words[i].lower) != "s":
        return False
    verb = lemma(words[i].lower)
    is_known = verb in _STATES or verb in SAYING or is_light(words, i)
    is_open = words[i - 1].text.isalpha() and words[i - 1].lower not in _NO_VERBS
    return (
        is_open
        and not is_known
        and word_kind(words, i) == "verb"
        and not any(map(looks_finite, words))
    )


def _doubts(words: Sequence[Word], i: int) -> Iterator[Doubt]:
    """Yield what speaks against the news value of the verb at `i`."""
    if _is_background(words, i):
        yield "background"
    if is_reduced(words, i):
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
        is_next = at == i - 1
        return before in _BE or (is_next and (before == "after" or _is_deed(words, at)))
    lower = words[i].lower
    is_plain = not is_adverb(lower) and lower not in _NO_VERBS
    is_told = before in _HELPERS or is_begun(words, at)
    return form == "base" and is_told and is_plain


def _is_deed(words: Sequence[Word], at: int) -> bool:
    """Tell "X, touring bases" and "charged with lighting" by the word at `at`."""
    if words[at].text == ",":
        return at > 0
    earlier = [word.lower for word in words[max(0, at - 4) : at]]
    return words[at].lower in ("with", "of", "for", "to") and (
        not _CHARGED.isdisjoint(earlier)
    )


_CHARGED = frozenset(
    "accused charged convicted guilty suspected blamed jailed sentenced fined arrested "
    "years months".split()
)


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
    if is_present and not is_news:
        return True
    near = words[max(0, i - 7) : i] if "had" in group else ()
    return bool(near) and not any(lemma(word.lower) in SAYING for word in near)


_AUXILIARY = AUXILIARIES | MODALS | NEGATIONS
_HELPERS = frozenset("will did help helped helps".split())
_HELPING = _HELPERS | {"to"}
_BE = frozenset("is are was were been".split())
# What is news while it lasts: "Police are searching for two men".
_SEEKING = frozenset("search seek hunt investigate probe look".split())
_BETWEEN = frozenset(
    "again already also be being first later meanwhile next now soon still then".split()
)
_NO_VERBS = _BETWEEN | PRONOUNS | DETERMINERS | PREPOSITIONS | {"to"}


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
