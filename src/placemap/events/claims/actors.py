"""Which words name somebody who can say or do something.

Shallow syntax cuts a subject out by its position, and so cuts out much that is none:
half a clause, a bare "no", an abstract noun. A claim that is put into such a mouth is
worse than one without a source, so a phrase has to prove that it names a person, a
body or an office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.words import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    lemma,
    looks_finite,
    verb_form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.words import Word

_LONGEST = 24
# Persons, bodies and offices that are called by a plain noun.
_NOUNS = frozenset(
    "bloc "  # codespell:ignore bloc
    "academic activist administration adviser advisor advocate agency aide airline "
    "alliance ally ambassador analyst army assembly association attorney aunt "
    "authorities authority bank bishop board body border boy brigade broadcaster "
    "brother bureau cabinet caller campaigner captain cartel center centre chairman "
    "chairwoman chamber channel charity chief child church citizen city clergy "
    "coalition coastguard colleague command commander commission commissioner "
    "committee company confederation congress consortium consulate contractor "
    "corporation council country county court cousin critic daughter delegate "
    "delegation demonstrator department deputy diplomat director doctor driver "
    "economist elder embassy employee employer engineer envoy expert eyewitness "
    "faction family farmer father federation fighter firefighter firm fisherman force "
    "foundation friend front fund gang garrison general geologist girl government "
    "governor group guard guerrilla head headquarters historian hospital house human "
    "husband imam informant inhabitant inspector institute institution insurgent "
    "investigator islamist jihadist journalist judge judiciary junta jury king "
    "laboratory lawmaker lawyer leader leadership legislator local man management "
    "manager mayor media mediator medic medics member merchant meteorologist migrant "
    "militant military militia militiaman minister ministry mission monarch monitor "
    "monk mother movement municipality nation navy negotiator neighbor neighbour "
    "nephew network newspaper nurse observatory observer office officer official "
    "ombudsman operator opponent opposition organisation organiser organization "
    "organizer owner paramedic parent parliament parliamentarian participant party "
    "passenger passer-by patriarch peasant people personnel pilot police policeman "
    "policewoman politician pope population premier presidency president press priest "
    "prince princess prisoner professor proponent prosecution prosecutor protester "
    "province radio rapporteur rebel regime relative reporter representative republic "
    "rescuer researcher resident responder sailor school scientist secretariat "
    "secretary security seismologist senator separatist sergeant service sheriff "
    "shopkeeper side sister society soldier son source speaker spokesman spokesperson "
    "spokeswoman staff state station student supporter survey survivor suspect "
    "teacher team television think-tank town trader tribunal troop tv uncle union "
    "university victim village villager volunteer watchdog wife witness woman "
    "worker".split()
)
_AGENT_ENDINGS = tuple("man woman men women person people ian".split())
_TRADE_ENDING = "ist"  # codespell:ignore ist
# What speaks for somebody without being anybody.
TEXTS = frozenset(
    "statement report communique letter note message tweet post document release "
    "bulletin text declaration article resolution reports statements account".split()
)
_QUANTIFIED = frozenset("some several many most both other others another".split())
_FUNCTION = (
    DETERMINERS | PREPOSITIONS | AUXILIARIES | MODALS | NEGATIONS
    | frozenset("and or but that which when where while if as then".split())
)  # fmt: skip
_ENDS_HEAD = frozenset(
    "of for in at on from with to by near responsible there here today who which "
    "familiar close".split()
)
# Words that no name of an actor begins with.
_NO_START = (PREPOSITIONS - {"inside", "like"}) | frozenset(
    "what while when if as earlier later how why because whether".split()
)


def names_actor(words: Sequence[Word], *, opens_sentence: bool = False) -> bool:
    """Tell whether a phrase names a person, a body or an office.

    Parameters
    ----------
    opens_sentence
        Whether its first word begins the sentence, where a capital tells nothing.

    Examples
    --------
    >>> from placemap.events.words import split_words
    >>> def told(text):
    ...     return names_actor(split_words(text, 0, len(text)))
    >>> told("the defence ministry"), told("Maria Reva"), told("some witnesses")
    (True, True, True)
    >>> told("the need for a ceasefire"), told("each time"), told("No")
    (False, False, False)
    """
    if not words or len(words) > _LONGEST or words[0].lower in _NO_START:
        return False
    if _is_clause(words):
        return False
    head = head_word(words)
    if head is None or head.lower in _FUNCTION:
        return False
    if head.lower in PRONOUNS:
        return len(words) == 1 and head.lower != "who"
    if _is_noun(head.lower):
        return True
    if head.is_capital and not (opens_sentence and head is words[0]):
        return True
    return (
        opens_sentence and head is words[0] and head.is_capital and _may_be_name(head)
    )


def names_text(words: Sequence[Word]) -> bool:
    """Tell whether a phrase names what was written: "the statement"."""
    head = head_word(words)
    return head is not None and head.lower in TEXTS


def head_word(words: Sequence[Word]) -> Word | None:
    """Return the head of a noun phrase: the last word before what follows it.

    "the head of the mission", "Toma Reva, a spokesman" and "two officials in the
    north" have "head", "Reva" and "officials".
    """
    head: Word | None = None
    for word in words:
        if head is not None and (word.lower in _ENDS_HEAD or word.text in ",("):
            break
        if word.lower in ("'s", "'", "’", "’s"):
            head = None
        elif word.is_word and word.lower not in DETERMINERS:
            head = word
    return head


def _is_clause(words: Sequence[Word]) -> bool:
    """Tell "its troops had taken the hill and", a clause cut short."""
    last = words[-1].lower
    if last in _FUNCTION and last not in ("others", "another"):
        return True
    return any(
        w.lower in AUXILIARIES or w.lower in MODALS or w.lower in ("that", "not")
        for w in words
    ) or any(
        looks_finite(w) and words[k - 1].lower not in _MODIFIED
        for k, w in enumerate(words)
        if k
        and "-" not in w.text
        and not (k + 1 < len(words) and _is_noun(words[k + 1].lower))
    )


_MODIFIED = DETERMINERS | PREPOSITIONS | frozenset((",", "'s", "’s"))


def _is_noun(lower: str) -> bool:
    last = lower.rpartition("-")[2]
    return (
        last in _NOUNS
        or lemma(last) in _NOUNS
        or (len(last) > 4 and last.endswith((*_AGENT_ENDINGS, _TRADE_ENDING)))
        or (len(last) > 5 and last.endswith(("ists", "ians")))
    )


def _may_be_name(word: Word) -> bool:
    """Tell "Tehran", which opens a sentence, from "Claims" and "Fighting"."""
    lower = word.lower
    if lower in _QUANTIFIED or lower in TEXTS:
        return False
    return verb_form(lower) in ("base", "s") and lemma(lower) not in _SAID


_SAID = frozenset("claim report say allege accuse rumour rumor need doubt".split())
