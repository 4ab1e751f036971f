"""Words of a sentence with their offsets, and what they may be forms of.

There is no tagger here: closed word classes are listed, verb forms are told by
their ending, and everything finer is left to the rules that ask.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from placemap.events.wordtable import WordTable

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)+(?:-[^\W\d_]+)*"  # 3,000 or 10.5 or 14:30
    r"|[^\W_]+(?:(?<=[^\W_]n)['’]t\b"  # didn't
    r"|(?:['’](?=[^\W_]{2})[^\W_]+|[-‑][^\W_]+)*)"
    r"|['’]s\b"  # possessive, a word of its own
    r"|[^\w\s]"
)

DETERMINERS = frozenset(
    "the a an this these those its his her their our my your some any each every all "
    "both no several many few another".split()
)
POSSESSIVES = frozenset("its his her their our my your".split())
PREPOSITIONS = frozenset(
    "in at on near outside inside around across along throughout within off over "
    "between amid among to into toward towards onto from of for with by against under "
    "above below beyond via through during since until after before about despite "
    "without upon behind beside besides past per including following as like up down "
    "out past opposite alongside amidst surrounding".split()
)
MODALS = frozenset(
    "will would can could may might shall should must cannot won't can't couldn't "
    "wouldn't shouldn't".split()
)
AUXILIARIES = frozenset(
    "be is are was were been being am has have had having do does did isn't aren't "
    "wasn't weren't hasn't haven't hadn't don't doesn't didn't get gets got".split()
)
NEGATIONS = frozenset(
    "not never no nobody none neither nor without isn't aren't wasn't weren't hasn't "
    "haven't hadn't don't doesn't didn't won't can't couldn't wouldn't cannot".split()
)
PRONOUNS = frozenset("he she it they we i you him them us me who".split())
SUBJECT_PRONOUNS = frozenset("he she it they we i you who which that".split())
SUBORDINATORS = frozenset(
    "when while after before because although though if unless until since as whether "
    "once whereas where".split()
)
RELATIVES = frozenset("who which whose whom where".split())
COORDINATORS = frozenset("and but or nor".split())

# Past forms that neither end in -ed nor are left alone by the lemmatiser.
_IRREGULAR = {
    "shot": "shoot", "gone": "go", "shook": "shake", "shaken": "shake", "left": "leave",
    "found": "find", "swept": "sweep", "lit": "light", "laid": "lay", "fled": "flee",
    "torn": "tear", "tore": "tear", "slew": "slay", "slain": "slay", "hung": "hang",
    "overran": "overrun", "overthrew": "overthrow", "overthrown": "overthrow",
    "burnt": "burn", "felled": "fell", "hijacked": "hijack", "dug": "dig",
    "cancelled": "cancel", "broke": "break", "rose": "rise", "won": "win",
    "bent": "bend", "strung": "string", "sawn": "saw", "rang": "ring", "bit": "bite",
    "bade": "bid", "wrung": "wring",
    "spoke": "speak", "met": "meet", "led": "lead", "beset": "beset", "bled": "bleed",
}  # fmt: skip
_PAST = frozenset(
    "said told came went took gave held began broke fell rose met made left found "
    "got shot shook hit struck swept fled fought won lost ran sent set put cut "
    "blew flew drove threw drew grew knew saw stood spoke sank sang burnt bore "
    "wore led fed bled brought bought caught taught thought sought felt kept "
    "slept dealt meant built spent bent lent laid paid shut burst cast cost hurt "
    "let quit spread became overran overthrew withdrew rode wrote woke stole "
    "chose froze ate lay slew was were had did underwent overtook undertook tore "
    "hung heard sold slid dug lit swam swung spun clung sprang sped leapt crept slung "
    "flung stung stuck strode swore wept overcame mistook shrank sprung awoke oversaw "
    "retook undid withheld upheld rebuilt resold strung rang bit hid spat knelt shone "
    "bade forbade wrung swum drank wove".split()
)
_PARTICIPLES = frozenset(
    "shot hit struck swept fought won lost run sent set put cut blown flown "
    "driven thrown drawn seen brought caught sought kept built laid shut hurt "
    "spread taken given begun broken fallen risen met made left found held beaten "
    "torn stolen slain withdrawn gone done written overrun overthrown known sunk "
    "burnt hung hidden sworn led told heard sold lit dug shaken fed swung spun flung "
    "stung stuck frozen chosen woken worn borne eaten shown spoken retaken rebuilt "
    "withheld upheld undertaken overtaken bitten ridden grown strung sawn sewn sown "
    "strewn wrung woven".split()
)
# Words in -ed and -ing that are not verb forms.
_NOT_PAST = frozenset(
    "hundred sacred united need indeed speed red bed seed weed feed breed greed bleed "
    "wicked naked unarmed so-called moped shed sled embed exceed proceed succeed "
    "aged infrared".split()
)
_NOT_GERUND = frozenset(
    "during including morning evening building king thing nothing something anything "
    "everything spring string wing ring according following being ceiling wedding "
    "sibling railing sling darling sterling outstanding neighbouring neighboring "
    "beijing bring sing cling swing".split()
)


class Word(NamedTuple):
    """One word or punctuation mark: offsets into the document and its spelling.

    Attributes
    ----------
    is_word
        Whether it is a word or number, not a punctuation mark.
    is_capital
        Whether it begins with a capital letter.
    is_number
        Whether it begins with a digit.
    """

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_capital: bool
    is_number: bool


def split_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words and punctuation marks between two offsets of `text`.

    Hyphenated words stay whole, a possessive 's is a word of its own.

    Examples
    --------
    >>> [w.text for w in split_words("Chad's anti-riot police didn't fire.", 0, 36)]
    ['Chad', "'s", 'anti-riot', 'police', "didn't", 'fire', '.']
    """
    # Called for every word of every document: half as fast by way of Word(...).
    make = tuple.__new__
    found = _WORD.finditer(text, start, end)
    return tuple([make(Word, one.span() + _SPELLINGS[one.group()]) for one in found])


def _spelling(text: str) -> tuple[str, str, bool, bool, bool]:
    """Return a word's text, its lower case and its traits, as in `Word`."""
    return text, text.lower().replace("’", "'"), *_traits(text)


_SPELLINGS = WordTable(_spelling)


def _traits(text: str) -> tuple[bool, bool, bool]:
    first = text[0]
    return first.isalnum(), first.isupper(), first.isdigit()


# Shares and lengths that tell a line in capitals from one with many abbreviations.
_CAPITALS_SHARE, _TELLING_LENGTH, _FEWEST = 0.7, 4, 2


def restore_case(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a sentence in capitals as they would be written otherwise.

    Words of the dictionary become lower case, all others keep a capital: they are
    names, most of the time. A sentence in mixed case is returned as it is.

    Examples
    --------
    >>> words = split_words("TWO POLICEMEN WERE KILLED NEAR USULUTAN.", 0, 40)
    >>> " ".join(w.text for w in restore_case(words))
    'two policemen were killed near Usulutan .'
    """
    telling = [w.text for w in words if len(w.text) >= _TELLING_LENGTH]
    capitals = sum(map(str.isupper, telling))
    if len(telling) < _FEWEST or capitals < _CAPITALS_SHARE * len(telling):
        return words
    return tuple(_respelled(word, _usual_case(word.lower)) for word in words)


def _respelled(word: Word, text: str) -> Word:
    return Word(word.start, word.end, text, word.lower, *_traits(text))


@lru_cache(maxsize=1 << 15)
def _usual_case(lower: str) -> str:
    from simplemma import is_known

    return lower if is_known(lower, lang="en") else lower[:1].upper() + lower[1:]


def _lemma(lower: str) -> str:
    """Return the most likely dictionary form of a lower-case word.

    Examples
    --------
    >>> _lemma("seized"), _lemma("shot"), _lemma("crises"), _lemma("air-strikes")
    ('seize', 'shoot', 'crisis', 'air-strike')
    """
    from simplemma import lemmatize

    known = _IRREGULAR.get(lower)
    if known or not lower or not lower[0].isalpha():
        return known or lower
    head, hyphen, last = lower.rpartition("-")
    return head + hyphen + str(lemmatize(last, lang="en")).lower() if last else lower


lemma = WordTable(_lemma).__getitem__


def _verb_lemmas(lower: str) -> tuple[str, ...]:
    """Return what a word may be as a verb, likeliest first.

    Lemmatisers take "building" for a noun; its verb is tried as well.

    Examples
    --------
    >>> _verb_lemmas("building")[:2], _verb_lemmas("stabbing")
    (('building', 'build'), ('stab',))
    """
    first = lemma(lower)
    if first != lower or not lower.endswith("ing") or len(lower) < 6:
        return (first,)
    stem = lower[:-3]
    stems = [stem, stem + "e"]
    if stem[-1] == stem[-2]:
        stems.insert(0, stem[:-1])
    return (first, *stems)


verb_lemmas = WordTable(_verb_lemmas).__getitem__


def _noun_forms(lower: str) -> tuple[str, ...]:
    """Return what a word may be as a noun: itself, and its singular.

    Gerunds used as nouns keep their ending, which a lemmatiser would take off.

    Examples
    --------
    >>> _noun_forms("killings"), _noun_forms("shelling"), _noun_forms("strikes")
    (('killings', 'killing'), ('shelling',), ('strikes', 'strike'))
    """
    forms = [lower]
    if lower.endswith("ings"):
        forms.append(lower[:-1])
    elif lower.endswith("s") and not lower.endswith("ss"):
        forms.append(lemma(lower))
    return tuple(dict.fromkeys(forms))


noun_forms = WordTable(_noun_forms).__getitem__


def _verb_form(lower: str) -> str:
    """Return which verb form a word looks like: past, ing, s or base.

    Examples
    --------
    >>> [_verb_form(w) for w in ("killed", "shot", "burning", "strikes", "hundred")]
    ['past', 'past', 'ing', 's', 'base']
    """
    last = lower.rpartition("-")[2]
    if last in _PAST or last in _PARTICIPLES:
        return "past"
    if last.endswith("ed") and last not in _NOT_PAST and len(last) > 3:
        return "past"
    if last.endswith("ing") and last not in _NOT_GERUND and len(last) > 4:
        return "ing"
    if last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 3:
        return "s"
    return "base"


verb_form = WordTable(_verb_form).__getitem__


def _is_participle(lower: str) -> bool:
    """Tell whether a past form may be a past participle.

    Examples
    --------
    >>> _is_participle("killed"), _is_participle("taken"), _is_participle("took")
    (True, True, False)
    """
    last = lower.rpartition("-")[2]
    return last in _PARTICIPLES or (verb_form(lower) == "past" and last not in _PAST)


is_participle = WordTable(_is_participle).__getitem__


_NOT_ADVERBS = frozenset(
    "family assembly ally rally supply reply italy july anomaly monopoly butterfly "
    "fly bully belly jelly".split()
)


def _is_adverb(lower: str) -> bool:
    """Tell whether a word looks like an adverb by its ending.

    Examples
    --------
    >>> _is_adverb("heavily"), _is_adverb("family")
    (True, False)
    """
    return lower.endswith("ly") and lower not in _NOT_ADVERBS


is_adverb = WordTable(_is_adverb).__getitem__


def looks_finite(word: Word) -> bool:
    """Tell whether a word looks like a verb in a past tense, or an auxiliary."""
    kind = _FINITE[word.lower]
    return kind == "helper" or (kind == "past" and not word.is_capital)


def _finite_kind(lower: str) -> str:
    is_helper = lower in AUXILIARIES or lower in MODALS
    return "helper" if is_helper else verb_form(lower)


_FINITE = WordTable(_finite_kind)
