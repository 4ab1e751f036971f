"""Place phrases: toponyms that belong together, and what governs them.

"in the village of Dalwa in the Al-Ahsa district of Eastern Province" is one phrase:
its finest toponym is the place, the others its context. "in Raqqa, Hama and Idlib"
is a list of three. What governs a phrase is the preposition found by walking left
over the words a noun phrase may hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from placemap.events.places.phrase import PlacePhrase, Tail, rank
from placemap.events.places.ways import BORDERS, WAYS, find_relation, join_ways
from placemap.events.places.words import DIRECTIONS, PLACE_NOUNS
from placemap.events.words import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    lemma,
    looks_finite,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Toponym
    from placemap.events.places.governors import Governor
    from placemap.events.sentence import Sentence
    from placemap.events.words import Word

Join = Literal["list", "chain", "ends"]


def find_phrases(sentence: Sentence, toponyms: Sequence[Toponym]) -> list[PlacePhrase]:
    """Return the place phrases of a sentence, in order.

    Parameters
    ----------
    toponyms
        Those of the sentence that name places, in order; demonyms, metonyms and
        parts of names of organisations left out.
    """
    found: list[PlacePhrase] = []
    members: list[Toponym] = []
    joins: list[Join] = []
    for toponym in toponyms:
        join = _join(sentence, members[-1], toponym) if members else None
        if members and join is None:
            found.append(_phrase(sentence, members, joins))
            members, joins = [], []
        if join is not None:
            joins.append(join)
        members.append(toponym)
    if members:
        found.append(_phrase(sentence, members, joins))
    return join_ways(sentence, found)


def _join(sentence: Sentence, left: Toponym, right: Toponym) -> Join | None:
    """Tell how two neighbouring toponyms belong together, if they do."""
    start = sentence.word_range(left.span)[1]
    end = sentence.word_range(right.span)[0]
    between = sentence.words[start:end]
    if start > end or (len(between) == 1 and between[0].text in _DASHES):
        return "ends"
    lowers = [w.lower for w in between]
    if len(between) > 9 or any(w.lower in _ENDS_PHRASE for w in between):
        return None
    if _is_list(lowers) and not _begins_clause(sentence, right, lowers):
        same = rank(left.place) == rank(right.place)
        comma_only = not {"and", "or", "&", "/", "as"}.intersection(lowers)
        return (
            "chain" if comma_only and not (same and _in_list(sentence, end)) else "list"
        )
    if _leaves_nearby(sentence, left, lowers):
        return None
    owns = (
        lowers[:1] == ["'s"] and "in" not in lowers
    )  # "Pakistan's violent port city of"
    is_title = sum(w.is_capital for w in between) > _MOST_CAPITALS or (
        _begins_name(between) and {"in", "at"}.intersection(lowers)
    )
    if owns or (all(map(_may_chain, between)) and not is_title):
        return "chain"
    return None


_DASHES = "-‑–—"


def _begins_name(between: Sequence[Word]) -> bool:
    """Tell "US Special Forces in X": the first name only belongs to a body."""
    first = between[0] if between else None
    return (
        first is not None
        and first.is_capital
        and lemma(first.lower) not in (PLACE_NOUNS)
    )


# More capitals between two places than a longer name has: a headline, not a chain.
_MOST_CAPITALS = 2


def _leaves_nearby(sentence: Sentence, left: Toponym, between: list[str]) -> bool:
    """Tell "north of Baghdad in Samarra": the second is no part of the first."""
    start = sentence.word_range(left.span)[0]
    before = sentence.lowers(start - 2, start)
    near = before[-1:] == ["near"] or (
        before[-1:] == ["of"] and before[0] in DIRECTIONS
    )
    return near and between[:1] in (["in"], ["at"])


_ENDS_PHRASE = frozenset(
    "to from by against with who which that when while after before where and or but "
    "; : — – near".split()
) - {"and", "or"}


def _is_list(lowers: list[str]) -> bool:
    plain = [
        w
        for w in lowers
        if w not in ("the", "in", "at", "city", "province", "town", "nearby", "both")
    ]
    return bool(plain) and all(
        w in (",", "and", "or", "&", "/", "as", "well") for w in plain
    )


def _begins_clause(sentence: Sentence, right: Toponym, lowers: list[str]) -> bool:
    """Tell "floods hit X, and in Y the governor spoke": Y is in a clause of its own."""
    after = sentence.words[sentence.word_range(right.span)[1] :][:1]
    return lowers[-2:] == ["and", "in"] and any(
        w.lower in DETERMINERS or w.lower in PRONOUNS for w in after
    )


def _in_list(sentence: Sentence, end: int) -> bool:
    """Tell whether an "and" or another comma soon follows: "Raqqa, Hama and Idlib"."""
    return any(w in ("and", "or") for w in sentence.lowers(end + 1, end + 5))


def _may_chain(word: Word) -> bool:
    lower = word.lower
    return (
        lower
        in (",", "in", "of", "'s", "'", "(", ")", "the", "a", "an", "its", "on", "-")
        or lemma(lower) in PLACE_NOUNS
        or lower in DIRECTIONS
        or lower in _CHAIN_ADJECTIVES
        or (word.is_capital and not looks_finite(word))
    )


_CHAIN_ADJECTIVES = frozenset(
    "restive troubled remote rural coastal mountainous second third largest main "
    "biggest rebel-held militant-held government-held occupied volatile neighbouring "
    "neighboring nearby local administrative autonomous federal border far same "
    "commercial oil-rich southernmost northernmost densely populated predominantly "
    "mainly mostly muslim christian kurdish arab shia shiite sunni".split()
)


def _phrase(
    sentence: Sentence, members: list[Toponym], joins: list[Join]
) -> PlacePhrase:
    heads, context = _split_heads(sentence, members, joins)
    first = sentence.word_range(members[0].span)[0]
    last = sentence.word_range(members[-1].span)[1]
    governor = find_relation(sentence, first)
    at = governor.at
    tail, after = _find_tail(sentence, last)
    return PlacePhrase(
        heads=tuple(heads),
        context=tuple(context),
        first=first,
        last=last,
        governor=governor.preposition,
        governor_at=at,
        is_near=governor.is_near,
        tail=tail,
        after=after,
        is_road="ends" in joins and after in WAYS,
        is_border=_is_border(sentence, governor, joins, after),
        is_added=at > 0
        and sentence.words[at - 1].lower in ("and", ",", "or")
        and governor.preposition not in _BEYOND,
    )


def _is_border(
    sentence: Sentence, governor: Governor, joins: Sequence[Join], after: str
) -> bool:
    """Tell "the Chad-Sudan border" and "the border between Chad and Sudan"."""
    if joins == ["ends"] and after in BORDERS:
        return True
    before = sentence.lowers(governor.at - 1, governor.at)
    is_between = governor.preposition == "between" and joins == ["list"]
    return is_between and bool(before) and lemma(before[0]) in BORDERS


# What lies across the hills is only told to say where the place is.
_BEYOND = frozenset("across beyond over opposite behind above below".split())


def _finest(sentence: Sentence, chain: list[Toponym]) -> Toponym:
    """Return the finest place of a chain; of equals the one the wording puts inside.

    "the Colombo suburb of Nugegoda" and "Iraq's Mosul" end with it, "Raqqa, Syria" and
    "Okha village of Edo" begin with it.
    """
    finest = min(rank(t.place) for t in chain)
    equal = [t for t in chain if rank(t.place) == finest]
    if len(equal) == 1:
        return equal[0]
    start = sentence.word_range(equal[0].span)
    after = sentence.lowers(start[1], start[1] + 2)
    before = sentence.lowers(start[0] - 1, start[0])
    inside = after[:1] == ["'s"] or (
        before == ["the"] and len(after) == 2 and lemma(after[0]) in PLACE_NOUNS
    )
    return equal[-1] if inside else equal[0]


def _split_heads(
    sentence: Sentence, members: list[Toponym], joins: list[Join]
) -> tuple[list[Toponym], list[Toponym]]:
    """Return the finest toponym of each chain in the list, and all the others."""
    chains: list[list[Toponym]] = [[members[0]]]
    for toponym, join in zip(members[1:], joins, strict=True):
        if join in ("list", "ends"):
            chains.append([toponym])
        else:
            chains[-1].append(toponym)
    heads = [_finest(sentence, chain) for chain in chains]
    chosen = {t.id for t in heads}
    return heads, [t for t in members if t.id not in chosen]


def _find_tail(sentence: Sentence, last: int) -> tuple[Tail, str]:
    words = sentence.words
    if last >= len(words):
        return "", ""
    word = words[last]
    if word.lower in ("'s", "'") and word.start == words[last - 1].end:
        return "possessive", _next_noun(words, last + 1)
    if not word.is_word or word.lower in PREPOSITIONS or word.lower in DETERMINERS:
        return "", ""
    if looks_finite(word) or word.lower in _NOT_NOUNS or word.is_number:
        return "", lemma(word.lower)
    if word.is_capital:
        return ("", "") if lemma(word.lower) in _DAYS else ("noun", lemma(word.lower))
    return "noun", _next_noun(words, last)


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december".split()
)
_NOT_NOUNS = frozenset(
    "and or but nor who which that when while where as if because although though not "
    "also has have had is are was were will would can could may might should must it "
    "he she they we i you today yesterday early late earlier later this last next on "
    "then there now still only just alone again ago who's so".split()
) | {"killing", "wounding", "injuring"}


def _next_noun(words: Sequence[Word], i: int) -> str:
    """Return the head of the noun phrase from word `i`: its last plain word."""
    head = ""
    for word in words[i : i + 5]:
        lower = word.lower
        if not head and lower in ("only", "own", "now", "still", "then"):
            continue
        if not word.is_word or lower in PREPOSITIONS or lower in _NOT_NOUNS:
            break
        if head and looks_finite(word):
            break
        head = lemma(lower)
    return head
