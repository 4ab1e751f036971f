"""The place of a single word: where did this verb happen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from placemap.events.linking import choose, link_all
from placemap.events.pairs import Anchor
from placemap.events.phrases import find_phrases
from placemap.events.places import Scene, anchor
from placemap.events.sentence import SAYING, make_sentence
from placemap.events.triggers import find_triggers
from placemap.events.wordkinds import is_passive
from placemap.events.words import lemma
from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Document, Span, Toponym
    from placemap.events.pairs import Link
    from placemap.events.sentence import Sentence
    from placemap.events.triggers import Trigger

# "carried out an attack": how far a verb's own noun may stand from it, in words.
_OWN_NOUN = 6


def find_word_place(
    document: Document, toponyms: Sequence[Toponym], word: Span
) -> list[Toponym]:
    """Return the toponyms that say where `word` happened, in text order.

    The word need not be in the table of event expressions, and statements are
    asked like deeds. Places of other sentences are not looked at. Empty when the
    sentence ties no place to the word.
    """
    links = link_word(document, toponyms, word)
    found = {head.span: head for link in links for head in link.phrase.heads}
    return [found[span] for span in sorted(found)]


def link_word(
    document: Document, toponyms: Sequence[Toponym], word: Span
) -> list[Link]:
    """Return the place phrases that `word` is tied to, with rule and score."""
    sentence = _sentence_of(document.text, word)
    at = sentence.word_at(word.start)
    triggers = find_triggers(sentence)
    anchors = [replace(anchor(t), needs_statement=False) for t in triggers]
    own = _own_trigger(sentence, triggers, at)
    if own is None:
        anchors.append(_plain_anchor(sentence, at))
    k = len(anchors) - 1 if own is None else own
    phrases = find_phrases(sentence, Scene(document, toponyms).within(sentence))
    return choose(link_all(sentence, anchors, phrases)[k])


def _sentence_of(text: str, word: Span) -> Sentence:
    bounds = sentences(text)
    for index, (start, end) in enumerate(bounds):
        if start <= word.start < end:
            return make_sentence(text, start, end, index=index)
    raise ValueError(f"no sentence holds offset {word.start}")


def _own_trigger(
    sentence: Sentence, triggers: Sequence[Trigger], at: int
) -> int | None:
    """Return which trigger holds word `at`, or is the noun of that light verb."""
    for k, trigger in enumerate(triggers):
        if trigger.first <= at < trigger.last:
            return k
    if lemma(sentence.words[at].lower) in SAYING:
        return None
    for k, trigger in enumerate(triggers):
        is_near = at < trigger.first <= at + _OWN_NOUN
        if (
            is_near
            and trigger.kind == "noun"
            and trigger.clause == sentence.clauses[at]
        ):
            return k
    return None


def _plain_anchor(sentence: Sentence, at: int) -> Anchor:
    return Anchor(
        first=at,
        last=at + 1,
        is_verb=True,
        is_passive=is_passive(sentence.words, at),
        needs_statement=lemma(sentence.words[at].lower) in SAYING,
    )
