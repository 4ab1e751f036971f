"""Find what may name a place in a text of any language that parts its words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.detection.foreign.inflection import WordForm, dictionary_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from placemap.detection.foreign.grammar import Grammar
    from placemap.detection.foreign.passage import Passage
    from placemap.protocols import Gazetteer

# Small words inside names of many languages: "Ростов-на-Дону", "Rio de Janeiro".
_SMALL_WORDS = frozenset(
    "de la las los le les el del della di da do dos das du des na nad sur en y al am "
    "an der den dem von van aan op im и на над в де ла дель ди аль эль".split()
)
_LONGEST_NAME = 4
_LEAST_REST = 3
# Forms of a name of several words that are looked up at most.
_MOST_FORMS = 250


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of text and the name it may be a form of.

    `is_where` marks endings and prefixes that say in, from or to; `is_bare` is
    False where the name had to be worked out from the text.
    """

    span: Span
    name: str
    is_where: bool = False
    is_bare: bool = True


def find_wordings(
    gazetteer: Gazetteer,
    passage: Passage,
    grammar: Grammar,
    *,
    is_known: Callable[[str], bool],
) -> Iterator[Wording]:
    """Yield every stretch that may name a known place, in no particular order.

    Parameters
    ----------
    is_known
        Tells whether a name is that of a place; asked for inflected names only.
    """
    for span in gazetteer.scan(passage.plain):
        if is_written_as_name(span, passage, grammar) or (
            passage.is_capital(passage.first_word(span))
            and _is_listed(gazetteer, span.of(passage.text))
        ):
            tail = passage.tail(passage.last_word(span))
            yield Wording(span, span.of(passage.text), tail in grammar.where)
    yield from _behind_clitics(gazetteer, passage, grammar)
    yield from _inflected(passage, grammar, is_known)


def _is_listed(gazetteer: Gazetteer, name: str) -> bool:
    """Tell whether a name of several words is listed with just these capitals."""
    found = gazetteer.candidates(name) if " " in name else ()
    return any(candidate.score == 1.0 for candidate in found)


def is_written_as_name(span: Span, passage: Passage, grammar: Grammar) -> bool:
    """Tell whether a stretch is written as names are.

    One word needs a capital, and none but generic nouns and the small words within
    names may lack one. Scripts without capitals pass.
    """
    first, last = passage.first_word(span), passage.last_word(span)
    words = range(first, last + 1)
    small = [index for index in words if passage.is_small(index)]
    if len(small) == len(words):
        return False
    return all(
        passage.key(index) in grammar.generic
        or (index > first and passage.key(index) in _SMALL_WORDS)
        for index in small
    )


def _behind_clitics(
    gazetteer: Gazetteer, passage: Passage, grammar: Grammar
) -> Iterator[Wording]:
    """Yield names that a preposition, article or "and" is written together with."""
    sizes = sorted({len(clitic) for clitic in grammar.clitics})
    for index, start in enumerate(passage.starts):
        word = passage.word(index)
        for size in sizes:
            opening = grammar.clitics.get(word[:size])
            if opening is None or len(word) - size < _LEAST_REST:
                continue
            end = passage.ends[min(index + _LONGEST_NAME, len(passage)) - 1]
            is_where = word[:size] in grammar.where
            for found in gazetteer.scan(opening + passage.plain[start + size : end]):
                if found.start == 0 and found.end > len(opening):
                    span = Span(start + size, start + size + found.end - len(opening))
                    name = opening + span.of(passage.text)
                    yield Wording(span, name, is_where, is_bare=False)


def _inflected(
    passage: Passage, grammar: Grammar, is_known: Callable[[str], bool]
) -> Iterator[Wording]:
    """Yield stretches whose dictionary form `is_known`."""
    if not grammar.endings:
        return
    for first in range(len(passage)):
        if passage.is_small(first):
            continue
        for last in _last_words(passage, first):
            span = Span(passage.starts[first], passage.ends[last])
            if not is_written_as_name(span, passage, grammar):
                continue
            for form in _forms_of(passage, first, last, grammar):
                if is_known(form.text):
                    yield Wording(span, form.text, form.is_where, is_bare=False)


def _last_words(passage: Passage, first: int) -> Iterator[int]:
    """Yield the words with which a name that begins at `first` may end."""
    for last in range(first, min(first + _LONGEST_NAME, len(passage))):
        if last > first and not passage.joined(last - 1):
            return
        yield last


def _forms_of(
    passage: Passage, first: int, last: int, grammar: Grammar
) -> Iterator[WordForm]:
    """Yield dictionary forms of the words from `first` to `last`, taken together."""
    choices: list[Sequence[WordForm]] = []
    for index in range(first, last + 1):
        word = passage.word(index)
        as_written = WordForm(word)
        is_fixed = passage.key(index) in _SMALL_WORDS or not (
            grammar.agrees or index == last
        )
        forms = [] if is_fixed else dictionary_forms(word, grammar)
        choices.append([as_written, *forms])
    gaps = [passage.gap(index) for index in range(first, last)]
    # The first one is the text as it stands, which the gazetteer has been asked for.
    for taken in islice(product(*choices), 1, _MOST_FORMS):
        parts = [taken[0].text]
        for gap, form in zip(gaps, taken[1:], strict=True):
            parts += [gap, form.text]
        yield WordForm("".join(parts), taken[-1].is_where)
