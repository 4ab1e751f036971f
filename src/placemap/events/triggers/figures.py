"""Violence as a figure of speech: "Albury slaughtered Myrtleford", "a price war".

Sport, markets and films borrow the words of war. Whether they do shows in the company
a word keeps, in its sentence and the ones beside it: goals and quarters, shares and
per cent, scenes and sequels, and nobody hurt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.triggers.lexicon import groups
from placemap.events.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.events.sentence import Sentence
    from placemap.events.triggers.finding import Trigger

_BORROWED = frozenset(
    "ASSAULT COERCE CRIME DISASTER ACCIDENT MOBILIZE RETREAT PROTEST".split()
)
# What is done about sport and markets is meant as it is said.
_LITERAL_MODES = frozenset("arrest convict restrict curfew riot strike deport".split())
# Words of sport, markets and films beside those of the groups.
_MORE = frozenset(
    "coach coaches goalless halves midfield half-time full-time scoreline fullback "
    "winger spinner bowler bowlers batsmen batting bowling t20 footy ladder "
    "premiership derby relegation scrum scrums lineout fly-half flanker prop "
    "conversion tries touchdowns passes bookmakers bookmaker standings knockout "
    "grandstand net offence blitzed innings turf kick-off kickoff quarter quarters "
    "season league trophy striker goal goals penalty penalties referee umpire "
    "halfback round-robin futures bulls bears traders trader trading bushel cents "
    "commodity commodities rout selloff sell-off short-sellers hedge shares bitcoin "
    "yields cotton cocoa director sequel scene scenes script screening screened "
    "studio cast series episode episodes plot remake cinema cinemas filmed "
    "film-makers metaphor metaphors script chess poker esports fictional novel".split()
)
_TOPICS = ("play", "trade", "show")
# With these somebody was hurt or something was done about it, whatever the topic.
_EARNEST = frozenset(
    "killed dead died dying wounded injured injuries hurt hospital hospitals police "
    "policemen arrested arrest detained funeral mourning ambulance victims gunmen "
    "burned stabbed hospitalised hospitalized soldiers troops rescued firefighters "
    "magistrates court charged stewards tear-gas flares residents civilians".split()
)
_OWN, _TOGETHER = 1, 3


def drop_figures(
    told: Sequence[tuple[Sentence, list[Trigger]]],
) -> list[tuple[Sentence, list[Trigger]]]:
    """Return the sentences of a report with their triggers, without figures of speech.

    Examples
    --------
    >>> from placemap.events.sentence import make_sentence
    >>> from placemap.events.triggers.finding import find_triggers
    >>> def count(text):
    ...     sentence = make_sentence(text, 0, len(text))
    ...     [(_, left)] = drop_figures([(sentence, find_triggers(sentence))])
    ...     return len(left)
    >>> count("The coach's men ambushed the hosts in the second quarter, 28-3.")
    0
    >>> count("Gunmen ambushed the coach in the hills.")
    1
    """
    weights = [_weigh(sentence.lower_words) for sentence, _ in told]
    return [
        (sentence, _literal(sentence, triggers, k, told, weights))
        for k, (sentence, triggers) in enumerate(told)
    ]


def _literal(
    sentence: Sentence,
    triggers: list[Trigger],
    k: int,
    told: Sequence[tuple[Sentence, list[Trigger]]],
    weights: Sequence[int],
) -> list[Trigger]:
    """Return the triggers that are meant as they are said."""
    if weights[k] < _OWN or not triggers:
        return triggers
    together = sum(
        weights[n]
        for n in range(max(0, k - 1), min(len(told), k + 2))
        if abs(told[n][0].index - sentence.index) <= 1
    )
    if together < _TOGETHER or not _EARNEST.isdisjoint(sentence.lower_words):
        return triggers
    return [t for t in triggers if not _is_borrowed(t)]


def _is_borrowed(trigger: Trigger) -> bool:
    entry = trigger.entry
    return entry.type in _BORROWED and entry.mode not in _LITERAL_MODES


def _weigh(lowers: Sequence[str]) -> int:
    """Return how many words speak of sport, markets or films, 0 for none."""
    return len({lower for lower in lowers if _SPEAKS[lower]})


def _speaks(lower: str) -> bool:
    if lower in _MORE or any(lower in groups()[name] for name in _TOPICS):
        return True
    return _is_score(lower)


_SPEAKS = WordTable(_speaks)


def _is_score(lower: str) -> bool:
    """Tell a result, 3-1 or 33-0, from a year range."""
    left, dash, right = lower.partition("-")
    is_short = len(left) <= 3 and len(right) <= 3
    return bool(dash) and is_short and left.isdecimal() and right.isdecimal()
