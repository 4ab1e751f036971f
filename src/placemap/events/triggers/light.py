"""Verb forms that tell of no doing of their own.

"Armed men", "a lorry loaded with rice" and "what the army called a base" describe;
"went red", "took place" and "put the number at 40" say little, and the news in "began
to string wire" is the wire.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.words import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_participle,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.words import Word

# Participles that say what somebody or something is like, wherever they stand.
DESCRIBING = frozenset(
    "armed unarmed armoured armored masked hooded helmeted uniformed camouflaged "
    "veiled bearded robed cloaked suited clad unidentified unnamed alleged retired "
    "suspected crowded laden rigged nestled perched dotted tucked wooded forested "
    "paved rusted disputed contested impoverished embattled beleaguered landlocked "
    "bespectacled skilled qualified experienced educated advanced detailed limited "
    "mixed tired excited unwanted unexpected heated unprecedented tattooed underarmed "
    "shaken overcrowded undetermined undecided unmanned concerned interested "
    "dedicated respected renowned fabled storied so-called self-styled "
    "self-proclaimed".split()
)
# After which an infinitive or gerund tells what was done.
_STARTING = frozenset(
    "appear begin start continue proceed manage resume try seek attempt hope "
    "fail".split()
)
_SURE_TO_HAPPEN = frozenset("begin start continue proceed manage resume".split())
# What is taken, and what one goes, without anything happening.
_TAKEN = frozenset(
    "place part time note effect advantage care shape pride root turn turns decision "
    "decisions account comfort issue heart credit charge exception interest steps "
    "responsibility stock aim precedence".split()
)
_GONE = frozenset(
    "on red silent viral bankrupt hungry wrong unnoticed well badly far home "
    "school bed sleep without unpunished unanswered public green online quiet blank "
    "cold awry smoothly work college university church".split()
)
_NAMING_AFTER = frozenset("off up out in for on upon to at by".split())
_NEAR = 8


def is_attributive(words: Sequence[Word], i: int) -> bool:
    """Tell "Masked men" and "two wounded soldiers" from "Police wounded soldiers".

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> words = split_words("Stolen cars burned near two looted shops", 0, 40)
    >>> [is_attributive(words, i) for i in (0, 2, 5)]
    [True, False, True]
    """
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or not is_participle(words[i].lower) or not _is_noun(after):
        return False
    before = words[i - 1] if i else None
    return before is None or before.text in _OPENERS or before.lower in _COUNTS


_OPENERS = frozenset(':*-–—•("“')
_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen hundred thousand "
    "other heavily badly partly newly recently freshly lightly poorly".split()
)


def _is_noun(word: Word) -> bool:
    """Tell a word that is likely the noun a participle belongs to."""
    lower = word.lower
    return (
        lower.isalpha()
        and not word.is_capital
        and verb_form(lower) in ("base", "s")
        and not is_adverb(lower)
        and lower not in _NO_NOUNS
    )


_NO_NOUNS = (
    PREPOSITIONS | DETERMINERS | AUXILIARIES | MODALS | PRONOUNS | NEGATIONS
    | COORDINATORS | RELATIVES | SUBORDINATORS
    | {"that", "there", "here", "early", "late", "last", "next", "more", "again"}
)  # fmt: skip


def is_light(words: Sequence[Word], i: int) -> bool:
    """Tell a verb that says nothing without the words after it.

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> def ask(text, i):
    ...     return is_light(split_words(text, 0, len(text)), i)
    >>> ask("It took place there.", 1), ask("He took a bus.", 1)
    (True, False)
    >>> ask("They began to string wire.", 1), ask("Work began on Monday.", 1)
    (True, False)
    """
    verb = lemma(words[i].lower)
    after = [word.lower for word in words[i + 1 : i + 1 + _NEAR]]
    follows = after[0] if after else ""
    if verb in _STARTING:
        return follows in _LEADING_ON or (
            verb_form(follows) == "ing" and verb != "seek"
        )
    if verb in _FILLING:
        return follows in ("with", "as", "in") and not _is_helped(words, i)
    if verb in _COUNTING:
        counts = any(word.is_number for word in words[i + 1 : i + 5])
        return ("to" in after[:2] and counts) or (verb == "grow" and follows == "up")
    if verb == "take":
        return any(word in _TAKEN for word in _next_words(after, 3))
    if verb == "go":
        return any(word in _GONE for word in _next_words(after, 2))
    if verb in ("put", "place"):
        is_guess = not _GUESSED.isdisjoint(after[:3])
        return is_guess or _puts_number(words[i + 1 : i + 1 + _NEAR])
    if verb == "call":
        return follows not in _NAMING_AFTER
    if verb == "bring":
        return follows == "up" and words[i].lower == "brought"
    if verb in _PUBLISHING:
        return not _PUBLISHED.isdisjoint(after[:4])
    return verb in ("find", "show") and follows in ("that", "how", "no")


# "began to fire", "began the evacuation": the news comes after.
_LEADING_ON = frozenset("to a an the its their his her".split())
# "A van loaded with explosives", "men dressed as nurses".
_FILLING = frozenset(
    "load pack fill dress equip stuff strap line cover cram wrap decorate paint".split()
)
_PUBLISHING = frozenset("release issue publish post share".split())
_PUBLISHED = frozenset(
    "statement statements report reports communique communiqué figures data results "
    "details image images photo photos photograph photographs picture pictures video "
    "videos footage clip clips list lists names transcript findings".split()
)
# "The toll climbed to 29".
_COUNTING = frozenset("climb rise grow increase jump soar fall drop".split())
_GUESSED = frozenset("epicentre epicenter blame bet bets order orders".split())


def _is_helped(words: Sequence[Word], i: int) -> bool:
    """Tell whether an auxiliary stands before the verb: "was loaded"."""
    before = [w.lower for w in words[max(0, i - 3) : i] if not is_adverb(w.lower)]
    return before[-1:] != [] and before[-1] in AUXILIARIES


def _next_words(after: Sequence[str], count: int) -> list[str]:
    """Return the next words, as far as no preposition but "to" comes between."""
    found: list[str] = []
    for lower in after[:count]:
        if lower != "to" and lower != "on" and lower in PREPOSITIONS:
            break
        found.append(lower)
    return found


def _puts_number(after: Sequence[Word]) -> bool:
    """Tell "put the number of dead at 40"."""
    return any(
        word.lower == "at" and (after[k + 1].is_number or after[k + 1].lower in _ABOUT)
        for k, word in enumerate(after[:-1])
    )


_ABOUT = frozenset("about around some nearly almost over more least between".split())


def is_begun(words: Sequence[Word], at: int) -> bool:
    """Tell whether the "to" at word `at` follows "began", "is" or "due"."""
    if at < 1 or words[at].lower != "to":
        return False
    before = words[at - 1].lower
    return before in _AHEAD or lemma(before) in _SURE_TO_HAPPEN


_AHEAD = frozenset(
    "is are due scheduled expected had way come came went sent forced "
    "gathered returned deployed first".split()
)


def is_reduced(words: Sequence[Word], i: int) -> bool:
    """Tell "he shows a boat painted in X": the participle only describes.

    So it does in "men dressed as bees chained themselves", where the verb comes after,
    and in "the ship, moored off X, broke apart".
    """
    before = words[i - 1] if i else None
    if before is None or not is_participle(words[i].lower):
        return False
    follows = words[i + 1].lower if i + 1 < len(words) else ""
    if before.text == "," and i > 1:
        return follows in _DESCRIBING_BY and _is_plain(words[i - 2])
    if not _is_plain(before) or is_adverb(before.lower):
        return False
    return _has_verb_before(words, i) or (
        follows in _DESCRIBING_BY and _has_verb_after(words, i)
    )


_DESCRIBING_BY = frozenset("by with in at as from near off on for to".split())
_BEFORE_VERBS = PRONOUNS | AUXILIARIES | COORDINATORS | RELATIVES | {"also", "then"}


def _is_plain(word: Word) -> bool:
    """Tell a noun from what stands before a finite verb, and from a verb."""
    is_noun = word.text.isalpha() and word.lower not in _BEFORE_VERBS
    return is_noun and not looks_finite(word)


def _has_verb_before(words: Sequence[Word], i: int) -> bool:
    earlier = words[max(0, i - 8) : i - 1]
    has_verb = any(
        looks_finite(word) or (k and earlier[k - 1].lower in PRONOUNS)
        for k, word in enumerate(earlier)
    )
    parted = any(w.text == "," or w.lower in COORDINATORS for w in earlier)
    return has_verb and not parted


def _has_verb_after(words: Sequence[Word], i: int) -> bool:
    """Tell whether a finite verb follows with nothing that begins a new clause."""
    for word in words[i + 2 : i + 2 + _NEAR]:
        lower = word.lower
        if not word.is_word or lower in _PARTING:
            return False
        if looks_finite(word):
            return True
    return False


_PARTING = COORDINATORS | RELATIVES | SUBORDINATORS | {"that", "as"}
