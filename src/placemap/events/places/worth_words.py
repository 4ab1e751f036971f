"""What words speak for a pin and which against it: a linear model.

"Killed", "opened fire" and "was held in" mostly tell of what happened; "grew", "rumour"
and "season" of what is only mentioned. Each word around a trigger has a weight, fitted
to the reports of training/worth.py. Names have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from placemap.events.words import lemma
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from placemap.events.drafts import Draft

# So many letters of the reason for a place tell the rule it was found by.
_RULE = 25


def word_clues(draft: Draft) -> set[str]:
    """Return the words of a draft as clues: its own, its clause's, its sentence's."""
    event, trigger = draft.event, draft.trigger
    sentence = trigger.sentence
    own = [lemma(w.lower) for w in sentence.words[trigger.first : trigger.last]]
    clues = {
        f"own {' '.join(own)}",
        f"head {own[0]}",
        f"claim {event.type} {event.status}",
        f"kind {trigger.kind} {event.type}",
        f"rule {event.why['place'][:_RULE]}",
    }
    plain = [word.lower for word in sentence.words if not word.is_capital]
    clues.update([_OF_SENTENCE[lower] for lower in plain])
    start, end = sentence.clause_range(trigger.first)
    near = sentence.words[start:end]
    clues.update([_OF_CLAUSE[word.lower] for word in near if not word.is_capital])
    return clues


_OF_SENTENCE = WordTable(lambda lower: f"sentence {lemma(lower)}")
_OF_CLAUSE = WordTable(lambda lower: f"clause {lemma(lower)}")


# What a clue counts for by what it is of, in the fit and out of it: a word of a
# sentence that tells of much is a weaker sign than the trigger itself.
_VALUES = {"clause": 0.5, "sentence": 0.3, "rule": 0.7}


def value_of(clue: str) -> float:
    """Return what a clue counts for before its weight."""
    return _VALUES.get(clue.partition(" ")[0], 1.0)


@dataclass(frozen=True, slots=True)
class WordWeights:
    """The weight of each clue, its value included, in log-odds."""

    weights: Mapping[str, float]
    start: float

    def score(self, draft: Draft) -> float:
        """Return the log-odds that a pin of the event is worth drawing, by its words.

        Clues without a weight count nothing.
        """
        weights = self.weights
        known = sorted([clue for clue in word_clues(draft) if clue in weights])
        return self.start + sum([weights[clue] for clue in known])
