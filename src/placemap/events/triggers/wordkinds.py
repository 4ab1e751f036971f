"""Whether a word is used as a verb or as a noun, by its form and neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_participle,
    looks_finite,
    verb_form,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.words import Word

Kind = Literal["verb", "noun", "modifier"]
_NUMBER_NOUNS = frozenset("people civilians persons men women others".split())


def word_kind(words: Sequence[Word], i: int) -> Kind:
    """Tell from its form and neighbours whether word `i` is a verb or a noun.

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> words = split_words("They attack after the attack on captured towns", 0, 46)
    >>> [word_kind(words, i) for i in (1, 4, 6)]
    ['verb', 'noun', 'modifier']
    """
    lower = words[i].lower
    form = verb_form(lower)
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if form == "past":
        return _past_kind(words, i)
    if before is None:
        return _first_word_kind(form, after)
    if before.lower in MODALS or before.lower == "to":
        return "noun" if form == "ing" else "verb"
    if form == "ing":
        return _ing_kind(words, i)
    if before.lower in DETERMINERS or before.lower in PREPOSITIONS:
        return "noun"
    if before.lower in SUBJECT_PRONOUNS or before.lower in ("do", "did", "does", "not"):
        return "verb"
    return _bare_kind(words, i, form)


def _past_kind(words: Sequence[Word], i: int) -> Kind:
    """Past forms are verbs, except between a determiner and a noun."""
    lower = words[i].lower
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if before is None or after is None or not is_participle(lower):
        return "verb"
    opens_noun_phrase = (
        (before.lower in DETERMINERS and before.lower not in ("all", "both", "that"))
        or before.lower in PREPOSITIONS
        or before.is_number
    )
    if lower in ("hit", "shot", "hurt", "set", "split", "cut", "cast") and (
        opens_noun_phrase
    ):
        return "noun"
    plain_after = (
        after.is_word
        and after.lower not in PREPOSITIONS
        and after.lower not in DETERMINERS
        and after.lower not in _NUMBER_NOUNS
        and after.lower not in ("and", "or", "but")
        and not looks_finite(after)
    )
    return "modifier" if opens_noun_phrase and plain_after else "verb"


def _first_word_kind(form: str, after: Word | None) -> Kind:
    if after is None:
        return "noun"
    if form == "ing" and (after.lower in DETERMINERS or after.is_capital):
        return "verb"
    return "noun"


def _ing_kind(words: Sequence[Word], i: int) -> Kind:
    before = words[i - 1]
    after = words[i + 1] if i + 1 < len(words) else None
    lower = before.lower
    takes_object = after is not None and (
        after.lower in DETERMINERS
        or after.is_number
        or after.is_capital
        or after.lower in _OBJECT_STARTS
    )
    if lower in AUXILIARIES:
        return "verb"
    if lower in DETERMINERS or before.lower == "'s":
        return "verb" if takes_object and lower not in ("the", "a") else "noun"
    if before.text == ",":
        return "verb"
    if lower in PREPOSITIONS or lower in ("and", "or"):
        return "verb" if takes_object else "noun"
    if after is not None and after.lower == "of":
        return "noun"
    return "verb" if takes_object else "noun"


_OBJECT_STARTS = frozenset(
    "that him her them it us himself people civilians dozens scores hundreds "
    "thousands at one two three four five six seven eight nine ten eleven twelve "
    "several more".split()
)


def _bare_kind(words: Sequence[Word], i: int, form: str) -> Kind:
    """Decide for a bare or -s form after a content word: "rebels attack the town"."""
    before = words[i - 1]
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or not after.is_word:
        return "noun"
    if not before.is_word and before.text != ",":
        return "noun"
    if looks_finite(before) and before.lower not in ("have", "had", "has"):
        return "noun"
    takes_object = after.lower in DETERMINERS or after.lower in POSSESSIVES
    plural_before = before.lower.endswith("s") and not before.lower.endswith("ss")
    if form == "base":
        return "verb" if takes_object and plural_before else "noun"
    if _has_finite(words, i):
        return "noun"
    return "verb" if takes_object or after.is_capital or after.is_number else "noun"


def _has_finite(words: Sequence[Word], i: int) -> bool:
    near = (*words[max(0, i - 6) : i], *words[i + 1 : i + 8])
    return any(looks_finite(w) for w in near)


def is_passive(words: Sequence[Word], i: int) -> bool:
    """Tell whether the verb at word `i` is in the passive.

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> words = split_words("Two were badly wounded and one killed two", 0, 41)
    >>> is_passive(words, 3), is_passive(words, 6)
    (True, False)
    """
    if not is_participle(words[i].lower):
        return False
    for word in reversed(words[max(0, i - 4) : i]):
        if word.lower in _BE:
            return True
        if not (is_adverb(word.lower) or word.lower in _BETWEEN_BE):
            break
    return i + 1 < len(words) and words[i + 1].lower == "by"


_BE = frozenset("be is are was were been being get gets got getting".split())
_BETWEEN_BE = frozenset("also been not then later still being reportedly shot".split())


def find_verb_group(words: Sequence[Word], i: int) -> list[str]:
    """Return the auxiliaries, modals and adverbs right before the verb at word `i`.

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> find_verb_group(split_words("They may not have seen it", 0, 25), 4)
    ['may', 'not', 'have']
    """
    group: list[str] = []
    for word in reversed(words[max(0, i - 5) : i]):
        if word.text in "‘'“\"":
            continue  # call to "begin negotiations"
        if not _IN_VERB_GROUP[word.lower]:
            break
        group.append(word.lower)
    return group[::-1]


_GROUPED = (
    AUXILIARIES | MODALS | NEGATIONS | {"to", "also", "ever", "then", "yet", "soon"}
)
_IN_VERB_GROUP = WordTable(lambda lower: lower in _GROUPED or is_adverb(lower))
