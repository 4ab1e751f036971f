"""Constructions that say where, or whose name only sounds like it.

Headlines and weeklies tell a place by the order of words: "X: troops raided homes",
"X's bridge collapsed". "The X conference of 1884" was not held there lately.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.places.words import LENGTHS, SITE_NOUNS, STRIKING
from placemap.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.places.pairs import Link, Pair
    from placemap.events.words import Word

HEADING = "heads the line: 'X: ...'"
PURPOSE = "where they went for it: 'to X for talks'"
SEEN = "it happened to the place: 'X saw protests'"
DISTANCE = "so far from it: '70 km from X, ...'"
OWN_SITE = "what it befell stands there: 'X's bridge collapsed'"
OWN_HOME = "in the place of their office: 'the mayor of X ... outside his home'"


def as_heading(pair: Pair) -> Link | None:
    """Return a link for "X: troops raided two homes": the line is about X."""
    phrase, words = pair.phrase, pair.sentence.words
    opens = not any(word.is_word for word in words[: phrase.first])  # past a bullet
    if pair.is_after or not opens or pair.anchor.needs_statement:
        return None
    is_heading = words[phrase.last].text == ":" and phrase.rank_is_fine
    is_one = len(phrase.heads) == 1
    return pair.link(0.65, HEADING) if is_heading and is_one else None


def as_seen(pair: Pair) -> Link | None:
    """Return a link for "X saw new protests" and "X was rocked by a blast"."""
    phrase = pair.phrase
    if pair.is_after or pair.anchor.is_verb or pair.governor or phrase.tail:
        return None
    if pair.anchor.needs_statement or set(pair.breaks) - {"resume"}:
        return None
    between = [lemma(word) for word in pair.words_between[:_SEEING_REACH]]
    verbs = [i for i, word in enumerate(between) if word in _SEEING or word in STRIKING]
    if not verbs:
        return None
    is_struck = between[verbs[0]] in STRIKING
    is_by = between[verbs[0] + 1 : verbs[0] + 2] == ["by"]
    is_near = all(_looks_aside(w) for w in pair.words_between[: verbs[0]])
    return pair.link(0.8, SEEN) if is_near and is_by == is_struck else None


_SEEING_REACH = 5
# What a place does that has it happen to itself.
_SEEING = frozenset(
    "see witness suffer experience endure host stage weather undergo brave".split()
)


def _looks_aside(lower: str) -> bool:
    """Tell auxiliaries and adverbs: "has again seen"."""
    return (
        lower in AUXILIARIES
        or lower in ("again", "also", "still")
        or (is_adverb(lower))
    )


def as_distance(pair: Pair) -> Link | None:
    """Return a link for "Seventy kilometres from X, a convoy was ambushed"."""
    phrase = pair.phrase
    if pair.is_after or phrase.governor_at or not phrase.is_near:
        return None
    measure = map(lemma, pair.sentence.lowers(0, phrase.first))
    is_measured = not LENGTHS.isdisjoint(measure)
    is_close = is_measured and pair.opens_clause and not pair.has_verb_between
    return pair.link(0.75, DISTANCE) if is_close else None


def as_purpose(pair: Pair) -> Link | None:
    """Return a link for "flew to X for talks"."""
    phrase = pair.phrase
    if pair.is_after or pair.anchor.is_verb or phrase.governor not in ("to", "into"):
        return None
    between = pair.words_between
    is_for = between[:1] in (["for"], ["where"]) and len(between) <= _PURPOSE_REACH
    is_plain = not (phrase.tail or pair.has_verb_between or pair.breaks)
    return pair.link(0.75, PURPOSE) if is_for and is_plain else None


_PURPOSE_REACH = 4


def as_own_site(pair: Pair) -> Link | None:
    """Return a link for "X's largest bridge collapsed" and "the X market burned"."""
    phrase, anchor = pair.phrase, pair.anchor
    own = pair.sentence.lowers(anchor.first, anchor.last)
    is_told = anchor.is_verb or lemma(own[0]) in _BUILT  # "bridge collapsed" is one
    if pair.is_after or not is_told or pair.governor or pair.breaks:
        return None
    if not phrase.tail or phrase.after not in _BUILT or not phrase.rank_is_fine:
        return None
    between = pair.words_between
    is_subject = len(between) <= _SITE_REACH and not pair.has_verb_between
    return pair.link(0.75, OWN_SITE) if is_subject else None


_SITE_REACH = 6
# What is built stands where it stands; a hospital or school may also say and do.
_BUILT = frozenset(
    "bridge dam market mosque church temple hotel stadium tunnel pier store shop mall "
    "factory mill refinery warehouse depot dock building tower theatre theater "
    "cathedral synagogue airport station port harbour harbor road street square "
    "cemetery library museum".split()
)


def as_own_home(pair: Pair) -> Link | None:
    """Return a link for "the mayor of X was shot outside his office"."""
    phrase, sentence = pair.phrase, pair.sentence
    if pair.is_after or phrase.governor != "of" or not phrase.rank_is_fine:
        return None
    head = sentence.lowers(phrase.governor_at - 1, phrase.governor_at)
    rest = sentence.lowers(pair.anchor.last, pair.anchor.last + _HOME_REACH)
    is_home = any(
        at in _AT and whose in _WHOSE and lemma(site) in SITE_NOUNS
        for at, whose, site in zip(rest, rest[1:], rest[2:], strict=False)
    )
    is_office = bool(head) and lemma(head[0]) in _OFFICES
    return pair.link(0.7, OWN_HOME) if is_office and is_home else None


_HOME_REACH = 5
_AT = frozenset("in at outside near inside".split())
_WHOSE = frozenset("his her their".split())
_OFFICES = frozenset(
    "mayor governor bishop archbishop imam priest chief judge prosecutor councillor "
    "commander rector vicar commissioner prefect".split()
)


def is_mere_name(pair: Pair) -> bool:
    """Tell "the X conference of 1884" and "X summit promises": old, or only of it."""
    sentence, last = pair.sentence, pair.anchor.last
    follows = sentence.words[last : last + 2]
    is_of_year = [w.is_number for w in follows] == [False, True] and (
        follows[0].lower == "of"
    )
    is_meeting = lemma(sentence.words[last - 1].lower) in _MEETINGS
    return is_of_year or (is_meeting and _is_plain_noun(follows[:1]))


_MEETINGS = frozenset("summit conference congress meeting convention forum".split())


def _is_plain_noun(words: Sequence[Word]) -> bool:
    """Tell a word that a noun before it may modify, by what it is not."""
    return any(
        word.is_word
        and not (word.is_capital or word.is_number or looks_finite(word))
        and not _NO_NOUNS.intersection((word.lower,))
        and verb_form(word.lower) in ("base", "s")
        for word in words
    )


_NO_NOUNS = PREPOSITIONS | DETERMINERS | COORDINATORS | SUBORDINATORS | RELATIVES | {
    "begins", "ends", "opens", "starts", "closes", "late", "early", "last", "next",
    "today", "yesterday", "tomorrow", "here", "there",
}  # fmt: skip
