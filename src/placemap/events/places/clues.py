"""What the words of a sentence show of where one of its triggers happened.

Each word gets a list of clues, short texts that a sequence model weighs: the word and
its neighbours, whether a name stands there and what governs it, and how it lies to the
trigger: distance, clauses and verbs between, which of the sentence's names it is.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from placemap.events.places.names import Name, find_names, tag_toponyms
from placemap.events.places.spellings import (
    STEPS,
    Spelling,
    spelled_clues,
    word_class,
    word_shape,
)
from placemap.events.places.words import PLACE_NOUNS, SITE_NOUNS
from placemap.events.triggers.wordkinds import is_passive
from placemap.events.words import lemma, looks_finite, verb_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Toponym
    from placemap.events.sentence import Sentence

_EDGES = (1, 2, 3, 5, 8, 12, 20)
_REACH = 3
_UNTAGGED = ["t="]
_EDGE_CLUES = tuple(f"w{step}=#" for step in STEPS)


class SentenceClues:
    """A sentence's words with the clues that do not depend on the trigger.

    Parameters
    ----------
    toponyms
        The toponyms of the sentence, of every form and role.
    """

    def __init__(self, sentence: Sentence, toponyms: Sequence[Toponym]) -> None:
        self.sentence = sentence
        self._tags = tag_toponyms(sentence, toponyms)

    @cached_property
    def names(self) -> list[Name]:
        """The runs of words that may name places, in order."""
        return find_names(self.sentence, self._tags)

    @cached_property
    def _name_of(self) -> dict[int, int]:
        return {
            i: number
            for number, name in enumerate(self.names)
            for i in range(name.first, name.last)
        }

    @cached_property
    def _classes(self) -> list[str]:
        return [word_class(word) for word in self.sentence.words]

    @cached_property
    def _finite(self) -> list[bool]:
        return [looks_finite(word) for word in self.sentence.words]

    @cached_property
    def spellings(self) -> list[Spelling]:
        """What of each word's spelling its clues are made from."""
        return [
            Spelling(word.lower, word_shape(word), label)
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


def _kind_of_head(word: str) -> str:
    noun = lemma(word)
    if noun in PLACE_NOUNS:
        return "place"
    if noun in SITE_NOUNS:
        return "site"
    return verb_form(word) if word[:1].isalpha() else "mark"


@lru_cache(maxsize=1 << 10)
def _step(distance: int) -> str:
    """Return a distance in words by classes that widen."""
    return str(sum(distance > edge for edge in _EDGES))
