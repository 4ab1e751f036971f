"""What kind of happening a sentence is about, by the words around a verb.

Where neither the table nor the doer tells the type of a verb, its company does: "got
loose at the steel works", "lowered from the ski lift". Each type has a group of telling
words (`about_...` in `data/groups.csv`); the type most of them speak for wins.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from placemap.events.triggers.lexicon import groups
from placemap.events.words import noun_forms
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from placemap.events.sentence import Sentence

_PREFIX = "about_"


def type_by_topic(sentence: Sentence) -> str:
    """Return the type that most telling words of a sentence speak for.

    "" stands for none, or for a draw.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> text = "Wards filled up and vets fear that the fever has come back."
    >>> type_by_topic(make_sentence(text, 0, len(text)))
    'DISEASE'
    """
    found = [
        kind
        for word in sentence.words
        if not word.is_capital
        for kind in _KINDS[word.lower]
    ]
    best = Counter(found).most_common(2) if found else []
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]


def _kinds(lower: str) -> tuple[str, ...]:
    kinds_of = _kinds_of_words()
    forms = (*noun_forms(lower), lower.rpartition("-")[2])
    found = (kind for form in forms for kind in kinds_of.get(form, ()))
    return tuple(dict.fromkeys(found))


_KINDS = WordTable(_kinds)


@cache
def _kinds_of_words() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for name, words in groups().items():
        for word in words if name.startswith(_PREFIX) else ():
            kinds.setdefault(word, []).append(name.removeprefix(_PREFIX))
    return kinds
