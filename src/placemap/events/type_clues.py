"""What tells of which type a plain happening is: its words, and the report around it.

"They took two men" is an arrest, a kidnapping or a rescue by who took them, where to,
and what else the report is about.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from placemap.events.triggers.doers import find_doer
from placemap.events.triggers.happenings import HAPPENING
from placemap.events.words import lemma
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from placemap.events.drafts import Draft
    from placemap.events.words import Word

# What a clue counts for by what it is of: the trigger tells more than its sentence.
_CLAUSE, _SENTENCE, _BESIDE, _NEAR = 0.5, 0.3, 0.7, 0.5
# So many words before and after the trigger are looked at one by one.
_BEFORE, _AFTER = 3, 4
_FAR = 2  # sentences


class TypeClues:
    """The events of a report, each with the clues to its type.

    Parameters
    ----------
    drafts
        In text order, with the types that the rules give.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        # What the table knows is what the report is surely about.
        self._known = [d for d in drafts if d.trigger.entry.role != HAPPENING]
        types = Counter(draft.event.type for draft in self._known)
        self._shares = {
            f"report {name}": count / len(self._known) for name, count in types.items()
        }

    def of(self, number: int) -> dict[str, float]:
        """Return the clues of an event, each with what it counts for.

        Parameters
        ----------
        number
            The index of the draft.
        """
        draft = self._drafts[number]
        trigger = draft.trigger
        sentence = trigger.sentence
        words = sentence.words
        start, end = sentence.clause_range(trigger.first)
        return {
            **dict.fromkeys(_lemmas(words, _IN_SENTENCE), _SENTENCE),
            **dict.fromkeys(_lemmas(words[start:end], _IN_CLAUSE), _CLAUSE),
            **dict.fromkeys(self._near(draft), _NEAR),
            **dict.fromkeys(_beside(draft), _BESIDE),
            **self._shares,
            **dict.fromkeys(_own(draft), 1.0),
        }

    def _near(self, draft: Draft) -> Iterator[str]:
        """Yield the types told of near an event, and the last one before it."""
        at, last = draft.trigger.sentence.index, ""
        for other in self._known:
            gap = other.trigger.sentence.index - at
            if other is draft or gap > _FAR:
                continue
            if gap >= -_FAR:
                yield f"{gap} sentences on {other.event.type}"
            if other.event.trigger.start < draft.event.trigger.start:
                last = other.event.type
        if last:
            yield f"before {last}"


def _own(draft: Draft) -> Iterator[str]:
    """Yield what the trigger itself tells, and what the rules make of it."""
    event, trigger = draft.event, draft.trigger
    words = trigger.sentence.words[trigger.first : trigger.last]
    lemmas = [lemma(word.lower) for word in words]
    name = " ".join(lemmas)
    role = trigger.entry.role
    yield f"own {name}"
    yield f"own {name} {event.type}"
    yield f"head {lemmas[0]}"
    yield f"kind {trigger.kind} {event.type}"
    yield f"type {event.type}"
    yield f"type {event.type} {role == HAPPENING}"
    yield f"type {event.type} {role} {event.mode}"
    if event.deaths:
        yield "deaths"
    doer = "" if trigger.kind == "noun" else find_doer(trigger.sentence, trigger.first)
    if doer:
        yield f"doer {lemma(doer)}"


def _beside(draft: Draft) -> Iterator[str]:
    """Yield the words just before and after the trigger."""
    trigger = draft.trigger
    words = trigger.sentence.words
    first = max(0, trigger.first - _BEFORE)
    yield from _lemmas(words[first : trigger.first], _BEFORE_IT)
    yield from _lemmas(words[trigger.last : trigger.last + _AFTER], _AFTER_IT)


def _lemmas(words: Iterable[Word], names: WordTable[str]) -> list[str]:
    """Return words as clues; names, which would be learned by heart, are left out."""
    return [names[word.lower] for word in words if not word.is_capital]


_IN_SENTENCE = WordTable(lambda lower: f"sentence {lemma(lower)}")
_IN_CLAUSE = WordTable(lambda lower: f"clause {lemma(lower)}")
_BEFORE_IT = WordTable(lambda lower: f"to the left {lemma(lower)}")
_AFTER_IT = WordTable(lambda lower: f"to the right {lemma(lower)}")
