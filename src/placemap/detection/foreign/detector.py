"""Find mentions in documents that are not in English, by names and simple grammar."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from placemap.core import Mention
from placemap.detection.foreign.grammar import UNSPACED, grammar_of
from placemap.detection.foreign.languages import language_of
from placemap.detection.foreign.namesakes import Namesakes
from placemap.detection.foreign.passage import Passage
from placemap.detection.foreign.rules import Find, Setting, weigh
from placemap.detection.foreign.standing import standings_from
from placemap.detection.foreign.unspaced import find_unspaced
from placemap.detection.foreign.wordings import Wording, find_wordings
from placemap.detection.spelling import longest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from placemap.core import Document, Span
    from placemap.detection.foreign.grammar import Grammar
    from placemap.protocols import Gazetteer

# A name seen clearly once is a place where the text is silent, too; below the last
# figure the text speaks of something else.
_CLEAR, _SHARED, _AGAINST = 2.0, 1.0, -2.0
_MUCH_BETTER = 0.5


class ForeignDetector:
    """Finds the names a gazetteer knows in documents of any language.

    Inflected names are traced to their dictionary form, which becomes the mention's
    `name`, by the endings in ``data/languages``.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._standing = standings_from(gazetteer)

    def detect(self, document: Document) -> Sequence[Mention]:
        """Return the mentions in `document`, in text order, without overlaps."""
        grammar = grammar_of(language_of(document))
        weighed = _share(list(self._weigh_all(document.text, grammar)))
        best: dict[Span, tuple[float, Wording]] = {}
        for wording, weight in weighed:
            if wording.span not in best or weight > best[wording.span][0]:
                best[wording.span] = weight, wording
        kept = [span for span, (weight, _) in best.items() if weight > 0]
        return [
            _mention(best[span][1], best[span][0], document.text)
            for span in longest_first(kept)
        ]

    def _weigh_all(
        self, text: str, grammar: Grammar
    ) -> Iterator[tuple[Wording, float]]:
        if grammar.language in UNSPACED:
            yield from find_unspaced(
                self._gazetteer, text, grammar, standing=self._standing
            )
            return
        passage = Passage(text, grammar)
        setting = Setting(passage, grammar, Namesakes(passage, grammar))
        wordings = find_wordings(
            self._gazetteer,
            passage,
            grammar,
            is_known=lambda name: self._standing(name) is not None,
        )
        for wording, standing in _likely(wordings, self._standing):
            yield wording, weigh(_find(wording, passage, standing), setting)


def _likely(
    wordings: Iterable[Wording], standing: Callable[[str], float | None]
) -> Iterator[tuple[Wording, float]]:
    """Yield the known wordings with their standing.

    What is known as it stands is taken for a form of another name only where that
    is much better known: "Türkiye" is not the dative of "Türki".
    """
    known = [
        (one, value) for one in wordings if (value := standing(one.name)) is not None
    ]
    bare = {one.span: value for one, value in known if one.is_bare}
    for one, value in known:
        if one.is_bare or value > bare.get(one.span, -math.inf) + _MUCH_BETTER:
            yield one, value


def _find(wording: Wording, passage: Passage, standing: float) -> Find:
    return Find(
        span=wording.span,
        name=wording.name,
        first=passage.first_word(wording.span),
        last=passage.last_word(wording.span),
        standing=standing,
        is_where=wording.is_where,
        is_bare=wording.is_bare,
    )


def _share(
    weighed: Iterable[tuple[Wording, float]],
) -> Iterator[tuple[Wording, float]]:
    """Yield the wordings with what clear ones of a name lend to the others."""
    best: dict[str, float] = defaultdict(lambda: -math.inf)
    for wording, weight in weighed:
        best[wording.name] = max(weight, best[wording.name])
    for wording, weight in weighed:
        has_help = best[wording.name] >= _CLEAR and weight > _AGAINST
        yield wording, weight + _SHARED * has_help


def _mention(wording: Wording, weight: float, text: str) -> Mention:
    spelled = wording.span.of(text)
    return Mention(
        span=wording.span,
        text=spelled,
        name="" if wording.name == spelled else wording.name,
        score=round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, weight)))), 4),
    )
