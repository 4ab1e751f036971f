"""Find event expressions in a sentence.

A word is looked up by what it may be as a verb and as a noun; its neighbours decide
which of the two it is. Capitalised words within a sentence are parts of names
("Strike Force", "Defence Ministry"), not events, unless the text is a headline.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.events.triggers.lexicon import GAP, Entry, Test, entries
from placemap.events.triggers.wordkinds import Kind, is_passive, word_kind
from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    Word,
    lemma,
    looks_finite,
    noun_forms,
    verb_form,
    verb_lemmas,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence

_GAP_WORDS = 3
# How far the tests look, in words.
_REACH = {"next": (1, 2), "prev": (-1, 0), "after": (1, 7), "before": (-6, 0)}
_NEAR_NEEDED, _NEAR_FORBIDDEN = 25, 12
# A sentence with this share of capitalised words is a headline or a title.
_HEADLINE_SHARE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """An event expression in its sentence.

    `first` and `last` are the range of its words, half-open; `kind` tells whether
    it is a verb, a noun, or a participle before a noun ("the captured village").
    """

    entry: Entry
    sentence: Sentence
    first: int
    last: int
    kind: Kind
    is_ordinal: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        words = self.sentence.words
        return Span(words[self.first].start, words[self.last - 1].end)

    @property
    def clause(self) -> int:
        """The number of its clause in the sentence."""
        return self.sentence.clauses[self.first]

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
    found: list[Trigger] = []
    free_from = 0
    headline = _is_headline(sentence.words)
    for i, word in enumerate(sentence.words):
        if i < free_from or not _entries_for(word.lower):
            continue  # most words begin no expression
        if word.is_capital and not headline and _is_name(sentence, i):
            continue
        trigger = _trigger_at(sentence, i)
        if trigger:
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
    long = [w for w in words if w.is_word and len(w.text) > 3]
    capital = sum(w.is_capital for w in long)
    return bool(long) and capital >= _HEADLINE_SHARE * len(long)


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


def _trigger_at(sentence: Sentence, i: int) -> Trigger | None:
    kind = word_kind(sentence.words, i)
    found = _trigger_as(sentence, i, kind)
    if found is None and kind == "noun" and _may_be_verb(sentence.words, i):
        return _trigger_as(sentence, i, "verb")
    return found


def _trigger_as(sentence: Sentence, i: int, kind: Kind) -> Trigger | None:
    words = sentence.words
    for entry in _entries_for(words[i].lower):
        if not _fits(entry, kind):
            continue
        last = _match(entry, words, i)
        if last is None or not _passes(entry, words, i, last):
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
    return is_open and not any(looks_finite(w) for w in follows)


@lru_cache(maxsize=1 << 14)
def _entries_for(lower: str) -> tuple[Entry, ...]:
    index = entries()
    keys = dict.fromkeys((lower, *verb_lemmas(lower), *noun_forms(lower)))
    found = [entry for key in keys for entry in index.get(key, ())]
    found.sort(key=lambda e: (-len(e.tokens), e.order))
    return tuple(found)


def _fits(entry: Entry, kind: Kind) -> bool:
    if kind == "modifier":
        return False
    if entry.part == "x" or len(entry.tokens) > 1:
        return True  # the other words of a phrase tell what its head is
    return (entry.part == "n") == (kind == "noun")


def _match(entry: Entry, words: Sequence[Word], i: int) -> int | None:
    """Return the end of the words `entry` covers from word `i`, or None."""
    if len(entry.tokens) == 1 and entry.part == "n":
        return (
            i + 1 if entry.tokens[0].intersection(noun_forms(words[i].lower)) else None
        )
    return _match_tokens(entry.tokens, words, i)


def _match_tokens(
    tokens: tuple[frozenset[str], ...], words: Sequence[Word], i: int
) -> int | None:
    if not tokens:
        return i
    if GAP in tokens[0]:
        for skipped in range(_GAP_WORDS + 1):
            end = _match_tokens(tokens[1:], words, i + skipped)
            if end is not None:
                return end
            if i + skipped >= len(words) or not words[i + skipped].is_word:
                return None
        return None
    if i >= len(words) or not _is_form_of(words[i].lower, tokens[0]):
        return None
    return _match_tokens(tokens[1:], words, i + 1)


def _is_form_of(lower: str, lemmas: frozenset[str]) -> bool:
    return (
        lower in lemmas
        or any(form in lemmas for form in verb_lemmas(lower))
        or any(form in lemmas for form in noun_forms(lower))
    )


# "charged with murder", "two counts of assault": a case in court, not one more deed.
_CHARGES = frozenset(
    "charge charged charges count counts convicted guilty suspicion sentenced "
    "conviction acquitted indicted pleaded".split()
)


def _is_charge(entry: Entry, words: Sequence[Word], first: int, last: int) -> bool:
    if entry.part != "n" or entry.type not in ("CRIME", "ASSAULT"):
        return False
    if words[last : last + 1] and words[last].lower in _CHARGES:
        return True  # "on trafficking charges"
    before = [w.lower for w in words[max(0, first - 5) : first]]
    return bool(_CHARGES.intersection(before)) and bool(
        {"of", "with", "for", "to"}.intersection(before)
    )


def _passes(entry: Entry, words: Sequence[Word], first: int, last: int) -> bool:
    if _is_charge(entry, words, first, last):
        return False

    def holds(test: Test, reach: int) -> bool:
        return _holds(test, words, first, last, reach)

    if entry.needs and not any(holds(test, _NEAR_NEEDED) for test in entry.needs):
        return False
    return not any(holds(test, _NEAR_FORBIDDEN) for test in entry.forbids)


def _holds(
    test: Test, words: Sequence[Word], first: int, last: int, reach: int
) -> bool:
    if test.where == "near":
        near = (*words[max(0, first - reach) : first], *words[last : last + reach])
    else:
        start, end = _REACH[test.where]
        base = last - 1 if start > 0 else first
        near = tuple(words[max(0, base + start) : max(0, base + end)])
    return any(_in_group(w.lower, test.words) for w in near)


def _in_group(lower: str, group: frozenset[str]) -> bool:
    last = lower.rpartition("-")[2]
    return lower in group or last in group or lemma(last) in group
