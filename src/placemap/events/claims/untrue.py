"""What is only a tale: rumours and false reports, and what is merely imagined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.claims.wording import words_before
from placemap.events.words import NEGATIONS, lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.triggers.finding import Trigger

_TALES = frozenset(
    "report claim rumour rumor news story tale allegation alarm message post notice "
    "letter video clip tweet whisper gossip recording leaflet email e-mail audio "
    "notification broadcast hoax suggestion talk word".split()
)
_FALSE = frozenset(
    "false untrue unfounded baseless fabricated hoax hoaxes invented groundless fake "
    "faked forged bogus fictitious debunked disproved disproven fabrication "
    "misinformation disinformation exercise drill falsehood nonsense".split()
)
# What one does to a tale that is not true. Who "denies" or "rejects" one may lie.
_DISPROVING = frozenset(
    "debunk disprove contradict dispel quash scotch correct retract withdraw".split()
)
_DENYING = frozenset("reject dismiss deny call brand label describe denounce".split())
_INTRODUCING = frozenset("that of about which claiming saying alleging".split())
# Words between a tale and what it tells, and between that and the verdict.
_REACH = 22
_IMAGINING = frozenset("suppose imagine picture supposing imagining".split())
_PLAYED = frozenset(
    "scenario scenarios wargame wargames war-game war-games simulation simulations "
    "hypothetical".split()
)
_NOTHING = frozenset(("suggest", "indicate", "show", "prove", "confirm"))


def untrue(trigger: Trigger) -> str:
    """Return why what a sentence tells is a mere tale; "" if nothing says so.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> text = "Police debunked a message that gunmen had captured the town."
    >>> untrue(find_triggers(make_sentence(text, 0, len(text)))[-1])
    "untrue: 'debunked'"
    """
    sentence = trigger.sentence
    start = max(0, trigger.first - _REACH)
    before = sentence.lowers(start, trigger.first)
    if "truth" in before[-6:] and not NEGATIONS.isdisjoint((*before, "")):
        return "untrue: no 'truth' in it"
    if _shows_nothing(before):
        return "nothing speaks for it"
    tale = _last_tale(before)
    if tale is None:
        return ""
    after = sentence.lowers(trigger.last, trigger.last + _REACH)
    found = _verdict(before, tale, after)
    return f"untrue: '{found}'" if found else ""


def _last_tale(before: Sequence[str]) -> int | None:
    """Return where the tale stands that tells of what follows: "a rumour that"."""
    for at in range(len(before) - 1, -1, -1):
        if lemma(before[at]) in _TALES:
            told = not _INTRODUCING.isdisjoint(before[at + 1 :])
            return at if told else None
    return None


def _verdict(before: Sequence[str], tale: int, after: Sequence[str]) -> str:
    """Return the word that says a tale is false; who merely denies it says nothing."""
    ahead = before[max(0, tale - 4) : tale]
    denied = any(lemma(word) in _DENYING for word in (*ahead, *before[:tale][-6:]))
    shown = [w for w in ahead if w in _FALSE or lemma(w) in _DISPROVING]
    if shown:
        return "" if denied else shown[-1]
    told = [w for w in (*before[tale + 1 :], *after) if w in _FALSE]
    return told[0] if told and not denied else ""


def _shows_nothing(before: Sequence[str]) -> bool:
    """Tell "nothing suggests that an attack is near"."""
    if "nothing" not in before:
        return False
    at = before.index("nothing")
    return any(lemma(word) in _NOTHING for word in before[at + 1 : at + 3])


def takes_back(sentence: Sentence) -> bool:
    """Tell whether a short sentence says that what came before it was not so.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> text = "None of it was true."
    >>> takes_back(make_sentence(text, 0, len(text)))
    True
    """
    first = next((word.lower for word in sentence.words if word.is_word), "")
    if first not in _TAKING_BACK:
        return False
    lowers = [word.lower for word in sentence.words if word.is_word]
    if len(lowers) > _SHORT:
        return False
    told = " ".join(lowers)
    return any(told.startswith(start) for start in _TAKING_BACK[lowers[0]])


_SHORT = 9
_TAKING_BACK = {
    "there": (
        "there had been none", "there was none", "there were none", "there was no such",
        "there had been no such", "there has been no such",
    ),
    "none": (
        "none came", "none did", "none happened", "none of it was", "none of it is",
        "none of it happened", "none of this was", "none of this is", "none was found",
        "none of this happened", "none of that", "none existed", "none took place",
    ),
    "nothing": ("nothing of the sort", "nothing of the kind", "nothing happened"),
    "no": ("no such",),
    "it": (
        "it never happened", "it did not happen", "it was not true", "it was a hoax",
        "it was false", "it was a lie", "it never came", "it was all invented",
        "it turned out to be false", "it proved false", "it was untrue",
    ),
    "that": ("that never happened", "that was not true", "that was false"),
    "the": (
        "the report was false", "the reports were false", "the rumour was false",
        "the rumor was false", "the rumours were false", "the rumors were false",
        "the story was false", "the claim was false", "the claims were false",
        "the message was false", "the messages were false", "the message was fake",
        "the video was fake", "the messages were fake", "the post was fake",
    ),
}  # fmt: skip


def imagined(trigger: Trigger) -> str:
    """Return why an event is only supposed or played; "" if nothing says so.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> text = "Suppose that rebels capture the town."
    >>> imagined(find_triggers(make_sentence(text, 0, len(text)))[-1])
    "imagined: 'suppose'"
    """
    sentence = trigger.sentence
    opening = [w for w in sentence.lowers(0, 2) if w.isalpha()]
    if opening[:1] and opening[0] in _IMAGINING:
        return f"imagined: '{opening[0]}'"
    if opening == ["what", "if"]:
        return "imagined: 'what if'"
    played = [w for w in words_before(trigger, 8) if w in _PLAYED]
    if played:
        return f"imagined: '{played[-1]}'"
    return "spells out what may be" if _spells_out(trigger) else ""


def _spells_out(trigger: Trigger) -> bool:
    """Tell "how a war might begin: with landings" from what is told as it was."""
    sentence = trigger.sentence
    before = sentence.lowers(0, trigger.first)
    if ":" not in before:
        return False
    lead = before[: before.index(":")]
    return "how" in lead and not _MAYBE.isdisjoint(lead)


_MAYBE = frozenset("might could may would".split())
