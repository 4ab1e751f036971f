"""A trigger and a place phrase: what a reader looks at to tie the two.

How the phrase is governed, whether it stands in the trigger's clause, and what stands
between them. Rules score these descriptions; so may a learned model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from placemap.events.clauses import SAYING
from placemap.events.words import AUXILIARIES, PREPOSITIONS, lemma, looks_finite

if TYPE_CHECKING:
    from placemap.core import Relation
    from placemap.events.places.phrase import PlacePhrase
    from placemap.events.sentence import Sentence


_RELATIONS: dict[str, Relation] = {"at": "at", "between": "between", "along": "along"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What asks for its place: a verb or noun with the places its meaning allows.

    `where` holds the letters of the trigger table (`triggers/lexicon.py`).
    `needs_statement` asks for a place said right beside it, `shares` allows it to
    take over the place of a trigger it is tied to. `is_plain` marks a happening that
    the table does not know.
    """

    first: int
    last: int
    is_verb: bool
    is_passive: bool = False
    where: str = ""
    needs_statement: bool = False
    shares: bool = True
    is_plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place phrase as the place of a trigger: how likely, and by which rule."""

    phrase: PlacePhrase
    score: float
    rule: str
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A trigger and a place phrase of its sentence, as the rules see them."""

    sentence: Sentence
    anchor: Anchor
    phrase: PlacePhrase

    def link(self, score: float, rule: str, relation: Relation = "in") -> Link:
        """Return the phrase as the trigger's place; the text's own relation wins."""
        said = _RELATIONS.get(self.phrase.governor)
        if self.phrase.is_border:
            relation = "along"
        elif self.phrase.is_road:
            relation = "between"
        elif self.phrase.is_near:
            relation = "near"
        elif said and relation == "in":
            relation = said
        return Link(phrase=self.phrase, score=score, rule=rule, relation=relation)

    @property
    def is_after(self) -> bool:
        """Whether the phrase follows the trigger."""
        return self.phrase.first >= self.anchor.last

    @property
    def between(self) -> tuple[int, int]:
        """The half-open range of words between trigger and phrase."""
        if self.is_after:
            return self.anchor.last, max(self.anchor.last, self.phrase.governor_at)
        return self.phrase.last, self.anchor.first

    @property
    def governor(self) -> str:
        """What governs the phrase, empty where the trigger itself stands between."""
        phrase = self.phrase
        is_past = phrase.governor_at < self.anchor.last <= phrase.first
        return ("near" if phrase.is_near else "") if is_past else phrase.governor

    @property
    def words_between(self) -> list[str]:
        """The words between the two, in lower case."""
        return self.sentence.lowers(*self.between)

    @property
    def breaks(self) -> tuple[str, ...]:
        """What begins the clauses that start between the two."""
        left, right = self.anchor.first, self.phrase.first
        if not self.is_after:
            left, right = self.phrase.first, self.anchor.first
        return self.sentence.breaks_between(left, right)

    @property
    def has_verb_between(self) -> bool:
        """Whether another finite verb stands between the two.

        The first verb after a noun is its own: "floods tore through the port of X".
        """
        start, end = self.between
        words = self.sentence.words[start:end]
        verbs = sum(looks_finite(w) and w.lower not in AUXILIARIES for w in words)
        own = 1 if self.is_after and not self.anchor.is_verb else 0
        return verbs > own

    @property
    def opens_clause(self) -> bool:
        """Whether the phrase sets the scene: "In Raqqa, ..." at a clause's start."""
        at = self.phrase.governor_at
        words = self.sentence.words
        if self._ends_opening(at):
            return True
        while at > 0 and words[at - 1].lower in _BEFORE_SCENE:
            at -= 1
        if at == 0 or self.sentence.clauses[at] != self.sentence.clauses[at - 1]:
            return True
        return words[at - 1].text in "“\"‘'(—–-:" or (
            words[at - 1].text == "," and at <= 6 and not self._said_before(at)
        )

    def _ends_opening(self, at: int) -> bool:
        """Tell "At a checkpoint outside X, soldiers ..." by what stands before."""
        words = self.sentence.words
        follows = words[self.phrase.last].text if self.phrase.last < len(words) else ""
        return (
            1 < at <= _OPENING
            and words[0].lower in PREPOSITIONS
            and follows == ","
            and not any(looks_finite(w) for w in words[:at])
            and all(w.is_word or w.text == "," for w in words[:at])
        )

    def _said_before(self, at: int) -> bool:
        return any(lemma(w.lower) in SAYING for w in self.sentence.words[:at])


# How many words may stand before the preposition in an opening phrase.
_OPENING = 9
_BEFORE_SCENE = frozenset(
    "meanwhile also and but earlier later elsewhere early late on just separately "
    'further only again then similarly overnight today yesterday , " “'.split()
)
