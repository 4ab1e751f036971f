"""From an inflected word to what a dictionary may list it under."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from placemap.detection.foreign.grammar import Grammar

_LEAST_STEM = 2
_LEAST_NAME, _LEAST_SYLLABLES = 3, 2


class WordForm(NamedTuple):
    """A dictionary form, and whether the ending taken off says in, from or to."""

    text: str
    is_where: bool = False


def dictionary_forms(word: str, grammar: Grammar) -> list[WordForm]:
    """Return what `word` may be a form of, by its longest ending first.

    The word itself is not among them. A word in capitals gives forms with a first
    capital only, as names are listed.

    Examples
    --------
    >>> from placemap.detection.foreign.grammar import grammar_of
    >>> "Москва" in [form.text for form in dictionary_forms("Москве", grammar_of("ru"))]
    True
    """
    if len(word) > 1 and word.isupper():
        word = word.capitalize()
    return list(dict.fromkeys(_forms(word, grammar)))


def _forms(word: str, grammar: Grammar) -> Iterator[WordForm]:
    longest = max(map(len, grammar.endings), default=0)
    least = _LEAST_SYLLABLES if _is_hangul(word) else _LEAST_NAME
    for size in range(min(longest, len(word) - _LEAST_STEM), 0, -1):
        stem, ending = word[:-size], word[-size:]
        for dictionary_ending in grammar.endings.get(ending, ()):
            name = stem + dictionary_ending
            if len(name) >= least and name != word:
                yield WordForm(name, ending in grammar.where)


def _is_hangul(word: str) -> bool:
    return "\uac00" <= word[:1] <= "\ud7a3"
