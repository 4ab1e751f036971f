"""What speaks for and against a place in a language other than English.

Each rule looks at one thing and gives a weight; the sum with the name's own standing
decides, 0 being undecided. What the rules know of a language is in its `Grammar`.
Weights were set by reading errors, not fitted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from placemap.text import fold, has_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from placemap.core import Span
    from placemap.detection.foreign.grammar import Grammar
    from placemap.detection.foreign.namesakes import Namesakes
    from placemap.detection.foreign.passage import Passage

# A standing of a large city: from here a name needs no help from the text.
_WELL_KNOWN, _COUNTRY = 2.0, 3.0
_LONGEST_ACRONYM = 5
_OPENING, _CLOSING = frozenset("«“„\"‹'"), frozenset("»”“\"›'")


@dataclass(frozen=True, slots=True)
class Find:
    """A name where it stands: its words `first` to `last`, and its standing."""

    span: Span
    name: str
    first: int
    last: int
    standing: float
    is_where: bool
    is_bare: bool

    @property
    def is_one_word(self) -> bool:
        """Whether the name is a single word."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules may look at besides the find itself."""

    passage: Passage
    grammar: Grammar
    namesakes: Namesakes


def weigh(find: Find, setting: Setting) -> float:
    """Return how strongly a find is a place: above 0 for, below 0 against."""
    return find.standing + sum(rule(find, setting) for rule in _RULES)


def _worked_out(find: Find, _: Setting) -> float:
    """Names that had to be worked out are less sure than those that stand there."""
    return 0.0 if find.is_bare else -0.3 if find.is_where else -0.8


def _without_capitals(find: Find, setting: Setting) -> float:
    """Where there are no capitals any word may be a name."""
    first = setting.passage.word(find.first)[:1]
    return -1.0 if find.is_one_word and not has_case(first) else 0.0


def _adjective(find: Find, setting: Setting) -> float:
    """Adjectives of a town are names of other, smaller places."""
    is_one = find.name.endswith(setting.grammar.adjectives)
    return -2.0 if is_one and find.is_one_word and not find.is_bare else 0.0


def _opens_sentence(find: Find, setting: Setting) -> float:
    """At the start of a sentence a capital says nothing."""
    passage = setting.passage
    if not find.is_one_word or not passage.opens_sentence(find.first):
        return 0.0
    # Without a list of the language's words any of them may be a village somewhere.
    weight = -0.8 if setting.grammar.common else -2.0
    return weight if passage.is_capital(find.first) else 0.0


def _acronym(find: Find, setting: Setting) -> float:
    """Short words in capitals among others that are not are bodies and codes."""
    passage = setting.passage
    word = passage.word(find.first)
    if not (find.is_one_word and word.isupper() and len(word) <= _LONGEST_ACRONYM):
        return 0.0
    around = passage.word(find.first - 1), passage.word(find.last + 1)
    is_shouted = any(len(one) > 1 and one.isupper() for one in around)
    return 0.0 if is_shouted or find.standing >= _COUNTRY else -2.5


def _common(find: Find, setting: Setting) -> float:
    """Words of the language need the text's help to be places."""
    grammar, passage = setting.grammar, setting.passage
    key = passage.key(find.first)
    keys = {fold(find.name), key}
    # An apostrophe parts endings from names only: "Ordu'nun".
    if not find.is_one_word or passage.tail(find.last):
        return 0.0
    if key in grammar.function or keys & grammar.never:
        # Without capitals a preposition is all that tells Mali from "financial".
        has_help = not has_case(key[0]) and _where(find, setting) > 0
        return -3.2 if has_help else -5.0
    if keys.isdisjoint(grammar.common):
        return 0.0
    if _has_telling_capital(find, setting):
        return -1.0
    if _is_bound(find, setting):
        return -5.0
    return -1.5 if find.standing >= _COUNTRY else -2.2


def _is_bound(find: Find, setting: Setting) -> bool:
    """Tell whether an article, or the noun it belongs to, makes the name a word."""
    grammar, passage = setting.grammar, setting.passage
    if passage.key(find.first - 1) in grammar.articles:
        return True
    follower = passage.word(find.last + 1) if passage.gap(find.last) == " " else ""
    return bool(grammar.definite) and follower.startswith(grammar.definite)


def _has_telling_capital(find: Find, setting: Setting) -> bool:
    """Tell whether the name has a capital that a mere word would not have."""
    passage = setting.passage
    return (
        passage.is_capital(find.first)
        and not passage.opens_sentence(find.first)
        and not setting.grammar.noun_capitals
    )


def _also_small(find: Find, setting: Setting) -> float:
    """Words that the same text also writes small are words."""
    passage = setting.passage
    is_also = find.is_one_word and passage.key(find.first) in passage.small_words
    is_also &= passage.is_capital(find.first) and not passage.tail(find.last)
    return -2.5 if is_also and not _has_telling_capital(find, setting) else 0.0


def _quoted(find: Find, setting: Setting) -> float:
    """Titles, ships and brands stand alone in quotation marks."""
    text, span = setting.passage.text, find.span
    is_quoted = (
        text[max(0, span.start - 1) : span.start] in _OPENING
        and text[span.end : span.end + 1] in _CLOSING
    )
    return -2.5 if is_quoted and find.standing < _COUNTRY else 0.0


def _where(find: Find, setting: Setting) -> float:
    """Prepositions and endings that say in, from or to mostly mean a place."""
    passage, grammar = setting.passage, setting.grammar
    before = find.first - 1
    is_after = passage.joined(before) and passage.key(before) in grammar.before
    return 1.5 if is_after or find.is_where else 0.0


def _place_noun(find: Find, setting: Setting) -> float:
    """In "the city of Tunis" the noun says what it is."""
    passage, nouns = setting.passage, setting.grammar.nouns
    before = find.first - 1
    while passage.joined(before) and passage.key(before) in setting.grammar.links:
        before -= 1
    if passage.joined(before) and passage.key(before) in nouns:
        return 2.5
    is_before = passage.gap(find.last).strip() == "" and (
        passage.key(find.last + 1) in nouns
    )
    return 1.5 if is_before else 0.0


def _person(find: Find, setting: Setting) -> float:
    """Words of somebody's name are not places."""
    return setting.namesakes.weight(find.first, find.last)


def _given_name(find: Find, setting: Setting) -> float:
    """Given names are mostly people, and surely so before another capital."""
    passage, given = setting.passage, setting.namesakes.given
    keys = {fold(find.name), passage.key(find.first)}
    if not find.is_one_word or keys.isdisjoint(given):
        return 0.0
    return -1.5


def _beside_capital(find: Find, setting: Setting) -> float:
    """Next to another capitalised word a name may be part of a longer one."""
    passage, grammar = setting.passage, setting.grammar
    before, after = find.first - 1, find.last + 1
    if grammar.noun_capitals or find.standing >= _WELL_KNOWN:
        return 0.0
    weight = 0.0
    if _is_unknown_capital(passage, before, grammar) and passage.joined(before):
        weight -= 0.0 if passage.opens_sentence(before) else 1.0
    if _is_unknown_capital(passage, after, grammar) and passage.gap(find.last) == " ":
        weight -= 1.0
    return weight


def _is_unknown_capital(passage: Passage, index: int, grammar: Grammar) -> bool:
    key = passage.key(index)
    is_known = grammar.is_plain(key) or key in grammar.articles
    return passage.is_capital(index) and not is_known


_RULES: tuple[Callable[[Find, Setting], float], ...] = (
    _worked_out,
    _without_capitals,
    _adjective,
    _opens_sentence,
    _acronym,
    _common,
    _also_small,
    _quoted,
    _where,
    _place_noun,
    _person,
    _given_name,
    _beside_capital,
)
