"""The place of a single word: where did this verb happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.events.places.linker import find_spans, shipped_linker
from placemap.events.scene import Scene
from placemap.events.sentence import make_sentence
from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Document, Span, Toponym
    from placemap.events.places.linker import Linker
    from placemap.events.sentence import Sentence


def find_word_place(
    document: Document,
    toponyms: Sequence[Toponym],
    word: Span,
    *,
    linker: Linker | None = None,
) -> list[Span]:
    """Return the names that say where `word` happened, in text order.

    The word need not be in the table of event expressions, nor the names in the
    gazetteer. Places of other sentences are not looked at. Empty when the sentence
    ties no place to the word.
    """
    sentence = _sentence_of(document.text, word)
    clues = Scene(document, toponyms).clues(sentence)
    at = sentence.word_at(word.start)
    return find_spans(
        clues, (linker or shipped_linker()).find_places(clues, at, at + 1)
    )


def _sentence_of(text: str, word: Span) -> Sentence:
    for index, (start, end) in enumerate(sentences(text)):
        if start <= word.start < end:
            return make_sentence(text, start, end, index=index)
    raise ValueError(f"no sentence holds offset {word.start}")
