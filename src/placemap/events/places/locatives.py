"""Rules for phrases that say where: "in X", "near X", "at a market of X".

Whether such a phrase is said of the trigger or of something else depends on what
stands between the two: nothing, a comma, a clause of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.places.words import SITE_NOUNS
from placemap.events.sentence import SAYING
from placemap.events.words import COORDINATORS, DETERMINERS, lemma, looks_finite

if TYPE_CHECKING:
    from placemap.events.places.pairs import Link, Pair
    from placemap.events.places.phrase import PlacePhrase

BEFORE = "said before the trigger in its clause"


def as_locative(pair: Pair) -> Link | None:
    """Return a link for a phrase that says where, None where it says so of others."""
    phrase = pair.phrase
    if not (pair.governor and phrase.is_locative):
        return None
    if phrase.governor == "over" and not set("of").intersection(pair.anchor.where):
        return None  # talks over X, concern over X
    if phrase.tail and phrase.after and not _stays_place(phrase):
        return None
    if pair.anchor.needs_statement and not _is_adjacent(pair):
        return None
    if _is_topic(pair) or (pair.is_after and _is_modifier(pair)):
        return None
    if not pair.is_after:
        return _locative_before(pair)
    return _locative_after(pair)


def _is_modifier(pair: Pair) -> bool:
    """Tell "a homicide suspect in X": the suspect is in X."""
    anchor, words = pair.anchor, pair.sentence.words
    follows = words[anchor.last].lower if anchor.last < len(words) else ""
    return not anchor.is_verb and lemma(follows) in _CONCERNED


def _is_topic(pair: Pair) -> bool:
    """Tell "talks about the war in X": an old conflict is why or what of, not news."""
    at = pair.anchor.first
    words = pair.sentence.lowers(at, pair.anchor.last)
    before = pair.sentence.lowers(max(0, at - 4), at)
    is_lasting = not pair.anchor.is_verb and lemma(words[-1]) in _LASTING
    return is_lasting and (
        not _ABOUT.isdisjoint(before) or before[-3:-1] == ["because", "of"]
    )


_LASTING = frozenset("war conflict crisis dispute".split())
_ABOUT = frozenset("about over despite amid".split())
_CONCERNED = frozenset(
    "suspect victim survivor case charge trial investigation detective unit squad "
    "plot threat fear risk warning alert drill exercise".split()
)


def _has_infinitive(pair: Pair) -> bool:
    """Tell whether "to" and a verb stand between: "signed a deal to drill in X"."""
    start, end = pair.between
    words = pair.sentence.words
    return any(
        words[i].lower == "to"
        and words[i - 1].lower not in ("due", "close", "according", "owing", "thanks")
        and words[i + 1].text.isalpha()
        and not words[i + 1].is_capital
        and not words[i + 1].is_number
        and words[i + 1].lower not in DETERMINERS
        and words[i + 1].lower != "death"
        for i in range(start, min(end, len(words) - 1))
    )


def _at_site(pair: Pair) -> bool:
    """Tell "against the war at a park in X" from "against the war in X"."""
    words = pair.sentence.words
    at = pair.phrase.governor_at
    site = lemma(words[at - 1].lower) in SITE_NOUNS
    return site and any(
        w in ("at", "outside", "near", "in", "inside")
        for w in pair.sentence.lowers(max(pair.anchor.last, at - 4), at - 1)
    )


_OCCURRING = frozenset(
    "occurred happened place occurring unfolded began started erupted".split()
)
_CARE = frozenset("hospital hospitals clinic clinics morgue".split())
_TOPIC = frozenset("against over about demanding".split())


def _has_new_clause(pair: Pair) -> bool:
    """Tell "and shops were looted in X": what is joined on has a verb of its own."""
    start, end = pair.between
    words = pair.sentence.words[start:end]
    joins = [i for i, w in enumerate(words) if w.lower in COORDINATORS]
    return bool(joins) and any(
        w.lower in ("was", "were", "is", "are", "has", "have", "had")
        for w in words[joins[-1] + 1 :]
    )


def _is_adjacent(pair: Pair) -> bool:
    """Tell "agreed in Geneva" from "condemned the attack in Geneva"."""
    start, end = pair.between
    return pair.is_after and not pair.breaks and end - start <= 1


def _stays_place(phrase: PlacePhrase) -> bool:
    """Tell "in Kabul market" and "in Iraq's capital" from "in Russia's view"."""
    if phrase.is_epithet or phrase.after in ("embassy", "consulate", "mission"):
        return False  # "outside the US embassy in X"
    return phrase.after in SITE_NOUNS or (phrase.tail == "noun" and phrase.rank_is_fine)


def _locative_after(pair: Pair) -> Link | None:
    breaks = pair.breaks
    between = pair.words_between
    if "here" in between[:3]:
        return None
    if between[:1] == ["from"] and "s" not in pair.anchor.where:
        return pair.link(0.4, "said of where it came from")
    if _OCCURRING.intersection(between) and set(breaks) <= {"rel", "sub"}:
        return pair.link(0.75, "said where it took place")
    if "to" in between and not _CARE.isdisjoint(between):
        return pair.link(0.4, "said of where they were taken")
    if not breaks and _has_infinitive(pair):
        return pair.link(0.4, "said past an infinitive")
    if _TOPIC.intersection(between) and not _at_site(pair):
        return pair.link(0.45, "said of what it was about")
    if not breaks:
        if pair.has_verb_between:
            score = 0.4 if _has_new_clause(pair) else 0.6
            return pair.link(score, "said later in the same clause")
        return pair.link(0.9, "said after the trigger in its clause")
    return _in_clause_after(pair)


def _in_clause_after(pair: Pair) -> Link | None:
    breaks = pair.breaks
    if {"say", "that"}.intersection(breaks) or (
        SAYING.intersection(map(lemma, pair.words_between))
    ):
        return None  # "condemned the attack, saying that ... in X"
    if set(breaks) <= {"sub"}:
        return pair.link(0.6, "said in the clause that tells when or how")
    if breaks[-1] == "coord" and (
        _has_own_subject(pair, pair.phrase.first) or _goes_on_living(pair)
    ):
        return None
    if set(breaks) <= {"part", "coord", "resume", "sub"}:
        return pair.link(0.5, "said in a following clause")
    return None


def _goes_on_living(pair: Pair) -> bool:
    """Tell "fled and has lived in X since": the perfect tells of what lasts."""
    sentence = pair.sentence
    start = sentence.clauses.index(sentence.clauses[pair.phrase.first])
    return sentence.words[start + 1].lower in ("has", "have", "had")


def _locative_before(pair: Pair) -> Link | None:
    breaks = pair.breaks
    if _is_mere_time(pair):
        return None
    if _is_of_saying(pair):
        return pair.link(0.3, "said of where it was said")
    if pair.opens_clause and "say" not in breaks:
        return pair.link(0.85, "sets the scene at the start")
    if not breaks:
        return _in_clause_before(pair)
    if set(breaks) <= {"part"}:
        return pair.link(0.75, "said of the act this is a part of")
    if _is_aside(pair):
        return None
    if set(breaks) <= {"part", "coord", "rel", "resume"}:
        is_other = _has_own_subject(pair, pair.anchor.first) or _is_aim(pair)
        score = 0.45 if is_other else 0.6
        return pair.link(score, "said in a preceding clause")
    if set(breaks) <= {"sub"}:
        return pair.link(0.55, "said in the main clause")
    return None


def _in_clause_before(pair: Pair) -> Link:
    between = pair.words_between
    if _is_seat(pair):
        return pair.link(0.35, "the seat of who did it")
    if "," in between or "to" in between or pair.has_verb_between:
        return pair.link(0.45, "said before the trigger, past a comma or verb")
    return pair.link(0.7, BEFORE)


def _is_of_saying(pair: Pair) -> bool:
    """Tell "ministers said in X that rebels attacked": they spoke in X."""
    at = pair.phrase.governor_at
    says = at > 0 and lemma(pair.sentence.words[at - 1].lower) in SAYING
    return says and not {"say", "that"}.isdisjoint(pair.breaks)


def _is_aside(pair: Pair) -> bool:
    """Tell "the driver, who had won in X, crashed": X is told of something else."""
    sentence = pair.sentence
    kind = sentence.breaks[sentence.clauses[pair.phrase.first]]
    return kind == "rel" and pair.breaks[:1] == ("resume",)


def _is_aim(pair: Pair) -> bool:
    """Tell "met in X and promised to visit": what is still to be done is elsewhere."""
    at = pair.anchor.first
    return pair.anchor.is_verb and {"to", "will"}.issuperset(
        pair.sentence.lowers(at - 1, at)
    )


def _has_own_subject(pair: Pair, first: int) -> bool:
    """Tell "and the schools were closed" from "and closed the schools".

    Asked of the clause that holds word `first`, for what stands before that word.
    """
    sentence = pair.sentence
    clause = sentence.clauses[first]
    start = sentence.clauses.index(clause)
    if sentence.breaks[clause] != "coord" or first - start < 3:
        return False
    follows = sentence.words[start + 1]
    return not (looks_finite(follows) or follows.lower in ("then", "later", "also"))


def _is_mere_time(pair: Pair) -> bool:
    """Tell "in X before the war": the noun only says when, and was elsewhere."""
    at = pair.anchor.first
    before = pair.sentence.lowers(max(0, at - 4), at)
    return not pair.anchor.is_verb and bool(_WHEN.intersection(before))


_WHEN = frozenset("before after since until despite following".split())


def _is_seat(pair: Pair) -> bool:
    """Tell "the Health Agency in X has declared" from "gunmen in X have killed"."""
    words, at = pair.sentence.words, pair.phrase.governor_at
    head = words[at - 1] if at else None
    if head is None or not pair.anchor.is_verb:
        return False
    is_body = head.is_capital and at > 1 and words[at - 2].is_capital
    return is_body or any(
        lemma(word) in _SEATED for word in pair.sentence.lowers(max(0, at - 4), at)
    )


_SEATED = frozenset(
    "official ministry government authority headquarters embassy spokesman spokeswoman "
    "spokesperson".split()
)
