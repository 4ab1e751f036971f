"""What the words of a sentence show of where one of its triggers happened.

Each word gets a list of clues, short texts that a sequence model weighs: the word and
its neighbours, whether a name stands there and what governs it, and how it lies to the
trigger: distance, clauses and verbs between, which of the sentence's names it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.clauses import is_saying
from placemap.events.places.governors import find_governor
from placemap.events.places.words import LOCATIVE, PLACE_NOUNS, SITE_NOUNS
from placemap.events.triggers.wordkinds import is_passive
from placemap.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Toponym
    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

_EDGES = (1, 2, 3, 5, 8, 12, 20)
_CLASSES = (
    (PREPOSITIONS, "prep"),
    (DETERMINERS, "det"),
    (AUXILIARIES, "aux"),
    (MODALS, "mod"),
    (RELATIVES, "rel"),
    (SUBORDINATORS, "sub"),
    (COORDINATORS, "and"),
    (PRONOUNS, "pron"),
)


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words that may name a place: words `first` up to `last`.

    `governor` is the preposition that governs it, `head` the word before that;
    `is_known` tells whether a toponym is part of it.
    """

    first: int
    last: int
    governor: str
    at: int
    head: str
    is_near: bool
    is_known: bool

    @property
    def is_locative(self) -> bool:
        """Whether a preposition of place governs it."""
        return self.governor in LOCATIVE or self.governor == "on"


class Spelling(NamedTuple):
    """A word in lower case, its shape, and its class."""

    lower: str
    shape: str
    label: str


class SpelledClues(NamedTuple):
    """The clues from a word's spelling: its own, and for who sees it at each step."""

    own: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]


# How far the neighbours are whose words count among a word's clues.
STEPS = (-3, -2, -1, 1, 2, 3)
_REACH = 3
_UNTAGGED = ["t="]
_EDGE_CLUES = tuple(f"w{step}=#" for step in STEPS)


def spelled_clues(spelling: Spelling) -> SpelledClues:
    """Return the clues that a spelling gives.

    Examples
    --------
    >>> clues = spelled_clues(Spelling("raqqa", "Xx", "Cap"))
    >>> clues.own
    ('bias', 'w=raqqa', 's=Xx', 'e=qqa', 'b=raq', 'c=Cap')
    >>> clues.beside[STEPS.index(-1)]  # for the word after it
    ('w-1=raqqa', 'c-1=Cap')
    """
    lower, shape, label = spelling
    own = (
        "bias",
        f"w={lower}",
        f"s={shape}",
        f"e={lower[-3:]}",
        f"b={lower[:3]}",
        f"c={label}",
    )
    beside = tuple((f"w{step}={lower}", f"c{step}={label}") for step in STEPS)
    return SpelledClues(own, beside)


class SentenceClues:
    """A sentence's words with the clues that do not depend on the trigger.

    Parameters
    ----------
    toponyms
        The toponyms of the sentence, of every form and role.
    """

    def __init__(self, sentence: Sentence, toponyms: Sequence[Toponym]) -> None:
        self.sentence = sentence
        self._tags = _tag_toponyms(sentence, toponyms)

    @cached_property
    def names(self) -> list[Name]:
        """The runs of words that may name places, in order."""
        return _find_names(self.sentence, self._tags)

    @cached_property
    def _name_of(self) -> dict[int, int]:
        return {
            i: number
            for number, name in enumerate(self.names)
            for i in range(name.first, name.last)
        }

    @cached_property
    def _classes(self) -> list[str]:
        return [_class(word) for word in self.sentence.words]

    @cached_property
    def _finite(self) -> list[bool]:
        return [looks_finite(word) for word in self.sentence.words]

    @cached_property
    def spellings(self) -> list[Spelling]:
        """What of each word's spelling its clues are made from."""
        return [
            Spelling(word.lower, _shape(word), label)
            for word, label in zip(self.sentence.words, self._classes, strict=True)
        ]

    def around_tags(self, i: int) -> list[str]:
        """Return the clues of word `i` from toponyms and the edges of the sentence."""
        tags = self._tags
        near = tags[max(0, i - _REACH) : i + _REACH + 1]
        if len(near) == 2 * _REACH + 1 and not any(near):
            return _UNTAGGED  # as are most words
        clues = [f"t={tags[i]}"]
        for step, edge in zip(STEPS, _EDGE_CLUES, strict=True):
            k = i + step
            if not 0 <= k < len(tags):
                clues.append(edge)
            elif tags[k]:
                clues.append(f"t{step}={tags[k]}")
        return clues

    def relative(self, first: int, last: int) -> list[list[str]]:
        """Return the clues of each word that depend on the trigger's words."""
        view = _View(self, first, last)
        of_name = [view.name_clues(number) for number in range(len(self.names))]
        rows = []
        for i in range(len(self._tags)):
            side = "+" if i >= last else "-"
            row = [f"d={side}{_step(view.distance(i))}"]
            if first <= i < last:
                row.append("trigger")
            if i in self._name_of:
                row.extend(of_name[self._name_of[i]])
                row.append(f"n0={i == self.names[self._name_of[i]].first}")
            rows.append(row)
        return rows

    def around(self, first: int, last: int) -> list[list[str]]:
        """Return the clues of each word for the trigger in words `first` to `last`."""
        spelled = [spelled_clues(one) for one in self.spellings]
        rows = []
        for i, relative in enumerate(self.relative(first, last)):
            row = [*spelled[i].own, *self.around_tags(i)]
            for number, step in enumerate(STEPS):
                if 0 <= i + step < len(spelled):
                    row.extend(spelled[i + step].beside[number])
            rows.append(row + relative)
        return rows

    def tag(self, i: int) -> str:
        """Return what kind of toponym word `i` belongs to, empty for none."""
        return self._tags[i]

    def word_class(self, i: int) -> str:
        """Return the closed class or verb form of word `i`."""
        return self._classes[i]

    def is_finite(self, i: int) -> bool:
        """Tell whether word `i` looks like a finite verb."""
        return self._finite[i]


class _View:
    """A sentence as seen from one trigger."""

    def __init__(self, clues: SentenceClues, first: int, last: int) -> None:
        self._clues = clues
        self._first, self._last = first, last
        words = clues.sentence.words
        self._verb = words[last - 1].lower
        self._form = verb_form(words[first].lower)
        self._passive = is_passive(words, first)
        names = clues.names
        every = range(len(names))
        self._order = self._ranks(every)
        self._known = self._ranks([n for n in every if names[n].is_known])
        self._local = self._ranks([n for n in every if names[n].is_locative])

    def distance(self, i: int) -> int:
        if i >= self._last:
            return i - self._last + 1
        return max(0, self._first - i)

    def _ranks(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return which of the names is nearest to the trigger, which the second..."""
        names = self._clues.names
        near = sorted(numbers, key=lambda n: (self.distance(names[n].first), n))
        return {number: min(rank, 3) for rank, number in enumerate(near)}

    def name_clues(self, number: int) -> list[str]:
        """Return the clues that all words of a name share."""
        clues = self._clues
        name = clues.names[number]
        side = "+" if name.first >= self._last else "-"
        step = side + _step(self.distance(name.first))
        governor = name.governor
        verbs, finite, commas, quotes, breaks = self._between(name)
        order = self._order[number]
        known = self._known.get(number, "x")
        local = self._local.get(number, "x")
        tag = clues.tag(name.first) or clues.tag(name.last - 1)
        return [
            f"g={governor}",
            f"gs={governor}{side}",
            f"gd={governor}{step}",
            f"nv={side}{verbs}",
            f"nf={side}{finite}",
            f"nc={side}{commas}",
            f"nq={side}{quotes}",
            f"br={side}{breaks}",
            f"gv={governor}{side}{verbs},{commas}",
            f"gf={governor}{side}{finite},{commas}",
            f"gb={governor}{side}{breaks}",
            f"o={order},{len(self._order) > 1}",
            f"og={order}{governor}",
            f"k={known}{governor}{side}",
            f"l={local},{min(len(self._local), 4)}",
            f"lg={local}{governor}{side}",
            f"gp={governor}{side}{self._passive}",
            f"gm={governor}{side}{self._form}",
            f"tg={tag}{governor}{side}{finite}",
            f"kg={name.is_known}{governor}{side}{verbs}",
            f"v={self._verb},{governor}",
            f"vs={self._verb[:5]}{side}",
            f"h={name.head},{governor}",
            f"hs={_kind_of_head(name.head)},{governor},{side}",
            f"hv={name.at - 1 == self._last - 1},{governor}",
            f"nr={name.is_near},{governor}",
            f"st={name.at == 0},{governor},{breaks}",
        ]

    def _between(self, name: Name) -> tuple[int, int, int, int, str]:
        """Count the verbs, finite verbs, commas and quotes between, and the breaks."""
        sentence, classes = self._clues.sentence, self._clues.word_class
        is_after = name.first >= self._last
        low, high = (self._last, name.at) if is_after else (name.last, self._first)
        words, is_finite = sentence.words, self._clues.is_finite
        span = range(low, max(low, high))
        left, right = sorted((self._first, name.first))
        breaks = sentence.breaks_between(left, right)
        return (
            min(3, sum(classes(i) in _VERBAL for i in span)),
            min(2, sum(map(is_finite, span))),
            min(3, sum(words[i].text == "," for i in span)),
            min(2, sum(words[i].text in '"“”' for i in span)),
            "_".join(breaks[-2:] if is_after else breaks[:2]),
        )


_VERBAL = frozenset(("past", "ing", "say"))


def _tag_toponyms(sentence: Sentence, toponyms: Sequence[Toponym]) -> list[str]:
    tags = [""] * len(sentence.words)
    for toponym in toponyms:
        first, last = sentence.word_range(toponym.span)
        mention, place = toponym.mention, toponym.place
        kind = "" if place is None else place.kind
        kind = kind[:6] if kind.startswith("A") else kind[:1]
        label = f"{mention.form[:3]}|{mention.role[:3]}|{kind}"
        for i in range(first, last):
            tags[i] = f"{'B' if i == first else 'I'}|{label}"
    return tags


def _find_names(sentence: Sentence, tags: Sequence[str]) -> list[Name]:
    """Return the runs of capitalised words and toponyms, in order."""
    words = sentence.words
    names: list[Name] = []
    first = -1
    for i in range(len(words) + 1):
        inside = i < len(words) and _may_name(sentence, i, tags)
        starts = inside and tags[i][:1] == "B" and first >= 0 and bool(tags[i - 1])
        if first >= 0 and (not inside or starts):
            names.append(_name(sentence, first, i, tags))
            first = -1
        if inside and first < 0:
            first = i
    return names


def _may_name(sentence: Sentence, i: int, tags: Sequence[str]) -> bool:
    word = sentence.words[i]
    if tags[i]:
        return True
    if not word.is_capital or word.lower in PREPOSITIONS or word.lower in DETERMINERS:
        return False
    return i > 0 or (len(sentence.words) > 1 and sentence.words[1].is_capital)


def _name(sentence: Sentence, first: int, last: int, tags: Sequence[str]) -> Name:
    governor = find_governor(sentence, first)
    before = sentence.words[governor.at - 1].lower if governor.at > 0 else "#"
    return Name(
        first=first,
        last=last,
        governor=governor.preposition or _stand_in(sentence, governor.at),
        at=governor.at,
        head=before,
        is_near=governor.is_near,
        is_known=any(tags[first:last]),
    )


def _stand_in(sentence: Sentence, at: int) -> str:
    """Return what stands before a name that no preposition governs."""
    if at == 0:
        return "#"
    word = sentence.words[at - 1]
    return f"<{_class(word)}>" if word.is_word else word.text


def _kind_of_head(word: str) -> str:
    noun = lemma(word)
    if noun in PLACE_NOUNS:
        return "place"
    if noun in SITE_NOUNS:
        return "site"
    return verb_form(word) if word[:1].isalpha() else "mark"


@lru_cache(maxsize=1 << 15)
def _class_of(lower: str) -> str:
    for members, label in _CLASSES:
        if lower in members:
            return label
    form = verb_form(lower)
    if form in ("past", "ing", "s"):
        return "say" if is_saying(lower) else form
    return "adv" if is_adverb(lower) else "other"


def _class(word: Word) -> str:
    """Return the closed class of a word, its verb form, or what else shows."""
    if not word.is_word:
        return word.text
    if word.is_number:
        return "num"
    label = _class_of(word.lower)
    if word.is_capital and label not in ("prep", "det", "aux", "mod"):
        return "Cap"
    return label


def _shape(word: Word) -> str:
    text = word.text
    if text.isupper() and len(text) > 1:
        return "XX"
    if word.is_capital:
        return "X-" if "-" in text else "Xx"
    return "9" if word.is_number else "x" if word.is_word else "."


@lru_cache(maxsize=1 << 10)
def _step(distance: int) -> str:
    """Return a distance in words by classes that widen."""
    return str(sum(distance > edge for edge in _EDGES))
