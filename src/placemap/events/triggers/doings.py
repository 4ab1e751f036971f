"""Verbs that tell of doings, and the words that may be one.

Verbs of being, having, thinking and saying tell of none, and neither do verbs that are
not finite. Base forms are finite after a helper alone: "will open".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.clauses import SAYING
from placemap.events.triggers.light import (
    DESCRIBING,
    is_attributive,
    is_begun,
    is_light,
)
from placemap.events.triggers.occasions import FOR_OCCASION
from placemap.events.triggers.presents import BIDDEN, IN_PRESENT, STATES
from placemap.events.triggers.wordkinds import word_kind
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
    verb_form,
)
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

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
    "influence inhabit intend interest involve know lack last lie like line "
    "link live locate look love maintain manufacture matter mean measure mention "
    "name near need nickname obtain occur originate overlook owe own pertain "
    "plan please populate portray possess predict prefer preserve prove "
    "qualify quote range realise realize recall reflect regard relate remain "
    "remember rent represent require resemble reside retain schedule see seem sit "
    "situate sound specialise specialize star stem study style suggest "
    "suppose surprise surround sustain teach tend thought threaten tire title "
    "total translate understand urge use vary view vow want wear weigh wish "
    "wonder worry".split()
)
_AUXILIARY = AUXILIARIES | MODALS | NEGATIONS
_HELPERS = frozenset("will did help helped helps".split())
HELPING = _HELPERS | {"to"}
_BE = frozenset("is are was were been".split())
_BETWEEN = frozenset(
    "again already also be being first later meanwhile next now soon still then".split()
)
_NO_VERBS = _BETWEEN | PRONOUNS | DETERMINERS | PREPOSITIONS | {"to"}


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
HELPED = WordTable(_may_tell)
ALONE = WordTable(
    lambda lower: (
        HELPED[lower]
        and (
            verb_form(lower) in ("past", "ing")
            or FOR_OCCASION[lower]
            or IN_PRESENT[lower]
            or lower in STATES
        )
    )
)


def is_doing(words: Sequence[Word], i: int) -> bool:
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


def heads_headline(sentence: Sentence, i: int) -> bool:
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
