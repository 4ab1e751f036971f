"""Signs that a place is said of something else than the trigger before or after it.

Each looks at the words between the two, or at what governs the place, and knows one
way of telling: what a protest is about, what somebody is charged with, where they
were born. What follows from it is for `locatives.py`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.clauses import SAYING
from placemap.events.places.words import SITE_NOUNS
from placemap.events.words import DETERMINERS, lemma, verb_form

if TYPE_CHECKING:
    from placemap.events.places.pairs import Pair


def is_over(pair: Pair) -> bool:
    """Tell "a war over X" and "shot down over X" from "talks over X"."""
    if not set("of").isdisjoint(pair.anchor.where):
        return True
    words = pair.sentence.lowers(pair.anchor.first, pair.anchor.last)
    return pair.anchor.is_verb and lemma(words[0]) in _ALOFT


_ALOFT = frozenset(
    "shoot down intercept explode disintegrate vanish disappear crash drop fly".split()
)


def is_modifier(pair: Pair) -> bool:
    """Tell "a homicide suspect in X": the suspect is in X."""
    anchor, words = pair.anchor, pair.sentence.words
    follows = words[anchor.last].lower if anchor.last < len(words) else ""
    return not anchor.is_verb and lemma(follows) in _CONCERNED


def is_old_conflict(pair: Pair) -> bool:
    """Tell "talks about the war in X": an old conflict is why or what of, not news."""
    at = pair.anchor.first
    words = pair.sentence.lowers(at, pair.anchor.last)
    before = pair.sentence.lowers(max(0, at - 4), at)
    is_lasting = not pair.anchor.is_verb and lemma(words[-1]) in _LASTING
    return is_lasting and (
        not _ABOUT.isdisjoint(before) or before[-3:-1] == ["because", "of"]
    )


_LASTING = frozenset("war conflict crisis dispute".split())
_ABOUT = frozenset("about over despite amid against since during".split())
_CONCERNED = frozenset(
    "suspect victim survivor case charge trial investigation detective unit squad "
    "plot threat fear risk warning alert drill exercise".split()
)


def is_origin(pair: Pair) -> bool:
    """Tell "rockets made in X" and "born in X, she ...": said of who or what it was."""
    at = pair.phrase.governor_at
    head = pair.sentence.lowers(at - 1, at) if at else []
    is_own = pair.anchor.first <= at - 1 < pair.anchor.last
    return not is_own and bool(ORIGINS.intersection(head))


ORIGINS = frozenset(
    "born raised bred educated schooled trained based living headquartered registered "
    "owned resident made manufactured produced assembled built designed grown moored "
    "licensed".split()
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
        and verb_form(words[i + 1].lower) not in ("past", "ing")
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


def is_another(pair: Pair) -> bool:
    """Tell "the meeting follows one held in X" and "worse than those in X"."""
    between = pair.words_between[-4:]
    return any(
        lemma(before) in _LIKENING and word in ("one", "those", "another")
        for before, word in pairwise(between)
    )


_LIKENING = frozenset(
    "follow following after before since to like than unlike echo recall "
    "resemble".split()
)


def is_of_another(pair: Pair) -> bool:
    """Tell "the X trial of a guard in Y": the name before it is nearer."""
    first = pair.anchor.first
    before = pair.sentence.words[max(0, first - 1) : first]
    is_named = any(w.is_capital and w.lower not in DETERMINERS for w in before)
    is_noun = not pair.anchor.is_verb
    after = pair.sentence.lowers(pair.anchor.last - 1, pair.anchor.last + 1)
    return is_noun and is_named and "of" in after


_TAKING = frozenset(
    "kidnap abduct snatch seize steal take loot rescue free release evacuate remove "
    "evict expel drag".split()
)


def is_taken(pair: Pair) -> bool:
    """Tell "kidnapped from a school in X" from "fled from a camp in X"."""
    if not is_source(pair):
        return False
    head = pair.sentence.words[pair.phrase.governor_at - 1].lower
    verb = pair.sentence.words[pair.anchor.first].lower
    return lemma(verb) in _TAKING and lemma(head) in SITE_NOUNS


def is_charge(pair: Pair) -> bool:
    """Tell "jailed for a murder in X" and "held over a fire in X": courts sit apart."""
    verb = lemma(pair.sentence.words[pair.anchor.first].lower)
    said = _CHARGED.get(verb, _JUDGED) if verb in _JUDGING else frozenset()
    return not said.isdisjoint(pair.words_between)


_JUDGING = frozenset(
    "jail imprison sentence convict charge indict try fine acquit arrest detain "
    "extradite hang execute".split()
)
_JUDGED = frozenset(("for", "over"))
_CHARGED = {
    "charge": _JUDGED | {"with"},
    "convict": _JUDGED | {"of"},
    "acquit": _JUDGED | {"of"},
}


def is_superlative(pair: Pair) -> bool:
    """Tell "crowned the best in X", where X is a country or province."""
    if pair.phrase.rank_is_local or not pair.is_after:
        return False
    before = pair.sentence.lowers(pair.anchor.last, pair.phrase.governor_at)[-3:]
    return any(
        word in _MOST or (word.endswith("est") and len(word) > len("arrest"))
        for word in before
    )


_MOST = frozenset("best worst most first only biggest oldest".split())


def is_return(pair: Pair) -> bool:
    """Tell "back in X from a visit": the visit was elsewhere."""
    at = pair.anchor.first
    return not pair.anchor.is_verb and "from" in pair.sentence.lowers(at - 2, at)


def is_of_saying(pair: Pair) -> bool:
    """Tell "ministers said in X that rebels attacked": they spoke in X."""
    at = pair.phrase.governor_at
    says = at > 0 and lemma(pair.sentence.words[at - 1].lower) in SAYING
    return says and not {"say", "that"}.isdisjoint(pair.breaks)


def is_mere_time(pair: Pair) -> bool:
    """Tell "in X before the war": the noun only says when, and was elsewhere."""
    at = pair.anchor.first
    before = pair.sentence.lowers(max(0, at - 4), at)
    return not pair.anchor.is_verb and bool(_WHEN.intersection(before))


_WHEN = frozenset("before after since until despite following".split())


def is_seat(pair: Pair) -> bool:
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


def is_source(pair: Pair) -> bool:
    """Tell "fled from a camp in X", for verbs whose place is elsewhere."""
    return pair.words_between[:1] == ["from"] and "s" not in pair.anchor.where


def is_occurring(pair: Pair) -> bool:
    """Tell "the crash, which happened in X"."""
    is_said = not _OCCURRING.isdisjoint(pair.words_between)
    return is_said and set(pair.breaks) <= {"rel", "sub"}


_OCCURRING = frozenset(
    "occurred happened place occurring unfolded began started erupted".split()
)


def is_transfer(pair: Pair) -> bool:
    """Tell "was shot and taken to a hospital in X"."""
    between = pair.words_between
    is_moved = not _CARE.isdisjoint(between) or not _MOVED.isdisjoint(between)
    return is_moved and "to" in between


_CARE = frozenset(
    "hospital hospitals clinic clinics morgue infirmary mortuary burns ward".split()
)
_MOVED = frozenset(
    "flown taken airlifted rushed transferred evacuated moved brought ferried driven "
    "referred admitted carried transported sent".split()
)


def is_aim(pair: Pair) -> bool:
    """Tell "signed a deal to drill in X"."""
    return not pair.breaks and _has_infinitive(pair)


def is_topic(pair: Pair) -> bool:
    """Tell "protested against the war in X" and "anger at the murder of one in X"."""
    between = pair.words_between
    is_about = not _TOPIC.isdisjoint(between) or any(
        before == "at" and noun in _HARM
        for before, noun in zip(between, between[2:], strict=False)
    )
    return is_about and not _at_site(pair)


_TOPIC = frozenset("against over about demanding".split())
_HARM = frozenset(
    "murder killing killings death deaths shooting attack arrest detention war "
    "verdict".split()
)
