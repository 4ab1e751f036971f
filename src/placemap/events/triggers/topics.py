"""What kind of happening a sentence is about, by the words around a verb.

Where neither the table nor the doer tells the type of a verb, its company does: "got
loose at the steel works", "lowered from the ski lift". Each type has a group of telling
words (`about_...` in `data/groups.csv`); the type most of them speak for wins.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.events.triggers.lexicon import groups
from placemap.events.words import noun_forms

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
    found = Counter(
        kind
        for word in sentence.words
        if word.is_word and not word.is_capital
        for kind in _kinds(word.lower)
    )
    best = found.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]


@lru_cache(maxsize=1 << 14)
def _kinds(lower: str) -> tuple[str, ...]:
    forms = {*noun_forms(lower), lower.rpartition("-")[2]}
    return tuple(
        name.removeprefix(_PREFIX)
        for name, words in groups().items()
        if name.startswith(_PREFIX) and not words.isdisjoint(forms)
    )
