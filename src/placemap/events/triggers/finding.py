"""Find event expressions in a sentence.

A word is looked up by what it may be as a verb and as a noun; its neighbours decide
which of the two it is. Capitalised words within a sentence are parts of names
("Strike Force", "Defence Ministry"), not events, unless the text is a headline.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal

from placemap.core import Span
from placemap.events.triggers.generic import is_generic
from placemap.events.triggers.lexicon import Entry, entries, last_words
from placemap.events.triggers.matching import match, word_forms
from placemap.events.triggers.wordkinds import (
    Kind,
    find_verb_group,
    is_passive,
    word_kind,
)
from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    Word,
    looks_finite,
    noun_forms,
    verb_form,
    verb_lemmas,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence

# What may speak against a happening that the table does not know: it is over before the
# news or a habit, only describes something, tells little, or is general.
Doubt = Literal["background", "reduced", "weak", "generic"]
# A sentence with this share of capitalised words is a headline or a title.
_HEADLINE_SHARE = 0.9
# No rule looks farther back within a clause, in words.
_BEFORE = 12


# Without slots: many rules ask for what is derived here.
@dataclass(frozen=True, kw_only=True)
class Trigger:
    """An event expression in its sentence.

    `first` and `last` are the range of its words, half-open; `kind` tells whether
    it is a verb, a noun, or a participle before a noun ("the captured village").
    `doubts` tell what speaks against its being news.
    """

    entry: Entry
    sentence: Sentence
    first: int
    last: int
    kind: Kind
    is_ordinal: bool = False
    doubts: frozenset[Doubt] = frozenset()

    @cached_property
    def span(self) -> Span:
        """Where it stands in the text."""
        words = self.sentence.words
        return Span(words[self.first].start, words[self.last - 1].end)

    @cached_property
    def clause(self) -> int:
        """The number of its clause in the sentence."""
        return self.sentence.clauses[self.first]

    @cached_property
    def before(self) -> list[str]:
        """The last dozen words before it in its clause, in lower case."""
        start, _ = self.sentence.clause_range(self.first)
        return self.sentence.lowers(max(start, self.first - _BEFORE), self.first)

    @cached_property
    def verb_group(self) -> list[str]:
        """The auxiliaries, modals and adverbs right before it."""
        return find_verb_group(self.sentence.words, self.first)

    @property
    def is_passive(self) -> bool:
        """Whether it is a verb in the passive: "was killed", "being shelled"."""
        return self.kind == "verb" and is_passive(self.sentence.words, self.first)

    @property
    def is_past(self) -> bool:
        """Whether it is a verb in the past: "shelled", "have been killed"."""
        form = verb_form(self.sentence.words[self.first].lower)
        return self.kind == "verb" and form == "past"


def find_triggers(sentence: Sentence) -> list[Trigger]:
    """Return the event expressions of a sentence, in order, without overlaps.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> text = "Gunmen stormed the base and the two sides struck a deal."
    >>> found = find_triggers(make_sentence(text, 0, len(text)))
    >>> [(t.span.of(text), t.entry.type) for t in found]
    [('stormed', 'ASSAULT'), ('struck a deal', 'AGREE')]
    """
    # Few words begin or end an expression, and most that begin one end it otherwise.
    ends = [
        (i, one)
        for i, lower in enumerate(sentence.lower_words)
        if (one := _ENDS[lower])
    ]
    present = frozenset().union(*[own for _, (own, _) in ends])
    heads = [i for i, (_, begun) in ends if not begun.isdisjoint(present)]
    if not heads:
        return []
    found: list[Trigger] = []
    free_from = 0
    words = sentence.words
    for i in heads:
        if i < free_from:
            continue
        is_name = words[i].is_capital and _is_name(sentence, i)
        if is_name and not _is_headline(words):
            continue
        trigger = _trigger_at(sentence, i, present)
        if trigger and not is_generic(trigger):
            found.append(trigger)
            free_from = trigger.last
    return found


_ORDINALS = frozenset(
    "first second third fourth fifth latter former other last".split()
)


def find_ordinal(sentence: Sentence, earlier: Sequence[Trigger]) -> Trigger | None:
    """Return "The second" at the start of a sentence as one more of what was told.

    `earlier` are the triggers of the sentence before; the first noun or lasting
    state among them is what is counted.
    """
    words = sentence.words
    if [w.lower for w in words[:1]] != ["the"] or len(words) < 4:
        return None
    follows = words[2]
    is_alone = words[1].lower in _ORDINALS and (
        follows.text == "," or follows.lower in AUXILIARIES or looks_finite(follows)
    )
    counted = [t for t in earlier if t.kind == "noun" or t.entry.role == "state"]
    if not is_alone or not counted or earlier[0].sentence.index != sentence.index - 1:
        return None
    return Trigger(
        entry=counted[0].entry,
        sentence=sentence,
        first=0,
        last=2,
        kind="noun",
        is_ordinal=True,
    )


def _is_headline(words: Sequence[Word]) -> bool:
    capital = [w.is_capital for w in words if w.is_word and len(w.text) > 3]
    return bool(capital) and sum(capital) >= _HEADLINE_SHARE * len(capital)


_NAMED_STORMS = frozenset(("cyclone", "hurricane", "typhoon"))


def _is_name(sentence: Sentence, i: int) -> bool:
    """Tell a capitalised word that is part of a name: Strike Force."""
    after = sentence.words[i + 1 : i + 2]
    if sentence.words[i].lower in _NAMED_STORMS and after and after[0].is_capital:
        return False  # "Cyclone Mocha" is what happened
    if not _starts_sentence(sentence, i):
        return True
    is_plain = verb_form(sentence.words[i].lower) != "ing"
    return is_plain and any(w.is_capital for w in after)


def _starts_sentence(sentence: Sentence, i: int) -> bool:
    return not any(w.is_word for w in sentence.words[:i]) or (
        sentence.words[i - 1].text in "“\"‘'(—–-:"
    )


def _trigger_at(sentence: Sentence, i: int, present: frozenset[str]) -> Trigger | None:
    kind = word_kind(sentence.words, i)
    if kind == "modifier":
        return None
    found = _trigger_as(sentence, i, kind, present)
    if found is None and kind == "noun" and _may_be_verb(sentence.words, i):
        return _trigger_as(sentence, i, "verb", present)
    return found


def _trigger_as(
    sentence: Sentence, i: int, kind: Kind, present: frozenset[str]
) -> Trigger | None:
    """Return the trigger at a word taken for a `kind`.

    `present` is what the words of the sentence end expressions in: one whose last word
    is not among them need not be matched word by word.
    """
    words = sentence.words
    for ends, entry in _FITTING[kind == "noun"][words[i].lower]:
        if ends.isdisjoint(present):
            continue
        last = match(entry, words, i)
        if last is None:
            continue
        # What the table calls a verb phrase is one, whatever its first word looks like.
        is_phrase = len(entry.tokens) > 1 and entry.part == "v"
        used: Kind = "verb" if is_phrase else kind
        return Trigger(entry=entry, sentence=sentence, first=i, last=last, kind=used)
    return None


def _may_be_verb(words: Sequence[Word], i: int) -> bool:
    """Tell "mob lynches man", a headline's present, where no noun is known."""
    if i == 0 or verb_form(words[i].lower) != "s":
        return False
    before = words[i - 1]
    is_open = before.is_word and before.lower not in (*DETERMINERS, *PREPOSITIONS)
    follows = words[i + 1 : i + 2]
    has_object = any(w.is_word and not looks_finite(w) for w in follows)
    return is_open and has_object


def _entries_for(lower: str) -> tuple[tuple[frozenset[str], Entry], ...]:
    """Return the entries that may begin with a word, each with its last words."""
    index = entries()
    if index.keys().isdisjoint(word_forms(lower)):
        return ()
    keys = dict.fromkeys((lower, *verb_lemmas(lower), *noun_forms(lower)))
    found = [entry for key in keys for entry in index.get(key, ())]
    found.sort(key=lambda e: (-len(e.tokens), e.order))
    return tuple((entry.tokens[-1], entry) for entry in found)


_ENTRIES = WordTable(_entries_for)


def _ends_of(lower: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the last words of expressions that a word may be a form of and begin.

    None for most words, which are neither.
    """
    own = word_forms(lower) & last_words()
    begun: frozenset[str] = frozenset().union(*(ends for ends, _ in _ENTRIES[lower]))
    return (own, begun) if own or begun else None


_ENDS = WordTable(_ends_of)


def _fits(entry: Entry, *, is_noun: bool) -> bool:
    if entry.part == "x" or len(entry.tokens) > 1:
        return True  # the other words of a phrase tell what its head is
    return (entry.part == "n") == is_noun


def _fitting(lower: str, *, is_noun: bool) -> tuple[tuple[frozenset[str], Entry], ...]:
    """Return the entries that may begin with a word used as a noun, or as a verb."""
    return tuple(one for one in _ENTRIES[lower] if _fits(one[1], is_noun=is_noun))


_FITTING = {
    is_noun: WordTable(partial(_fitting, is_noun=is_noun)) for is_noun in (False, True)
}
