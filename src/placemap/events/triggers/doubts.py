"""What speaks against the news value of a verb of doing.

What came before the news, a participle that only describes, a verb that tells little:
such doubts are weighed once the place of a happening is known.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from placemap.events.clauses import SAYING
from placemap.events.triggers.light import is_reduced
from placemap.events.words import AUXILIARIES, is_adverb, lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.events.triggers.finding import Doubt
    from placemap.events.words import Word

# Verbs that tell so little that only the day, or the perfect, makes them news: "Voters
# gave him a third term on Sunday", "the town has put up a dyke".
_WEAK = frozenset(
    "abandon acquire agree answer begin call cancel choose climb crouch crowd "
    "dress drop fall gain get give grow help learn let make marry offer "
    "pack pay plunge postpone put rank ring rise scrap set shrink slide slump "
    "soar spend keep stand start stay stop strike talk tie triple try "
    "tumble turn wait work".split()
)
# What is news while it lasts: "Police are searching for two men".
_SEEKING = frozenset("search seek hunt investigate probe look".split())


def find_doubts(words: Sequence[Word], i: int) -> Iterator[Doubt]:
    """Yield what speaks against the news value of the verb at `i`."""
    if _is_background(words, i):
        yield "background"
    if is_reduced(words, i):
        yield "reduced"
    is_weak = lemma(words[i].lower) in _WEAK
    if is_weak and not (_is_perfect(words, i) or _has_day(words)):
        yield "weak"


def _is_perfect(words: Sequence[Word], i: int) -> bool:
    before = [w.lower for w in words[max(0, i - 3) : i] if not is_adverb(w.lower)]
    return before[-1:] in (["has"], ["have"])


def _has_day(words: Sequence[Word]) -> bool:
    """Tell whether a sentence says on which of the last days it happened."""
    lowers = [word.lower for word in words]
    return not _DAYS.isdisjoint(lowers) or any(
        a in ("this", "last") and b in _LATELY for a, b in pairwise(lowers)
    )


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today "
    "overnight midnight dawn daybreak".split()
)
_LATELY = frozenset("night week weekend morning afternoon evening month".split())


def _is_background(words: Sequence[Word], i: int) -> bool:
    """Tell "had left", which came before the news, and "is made", a habit.

    After a verb of saying "had" is no earlier than the news: "they said they had won".
    """
    group: list[str] = []
    for word in reversed(words[max(0, i - 4) : i]):
        if word.lower not in AUXILIARIES and not is_adverb(word.lower):
            break
        group.append(word.lower)
    is_present = bool({"is", "are"}.intersection(group)) and "being" not in group
    is_news = lemma(words[i].lower) in _SEEKING
    if is_present and not is_news:
        return True
    near = words[max(0, i - 7) : i] if "had" in group else ()
    return bool(near) and not any(lemma(word.lower) in SAYING for word in near)
