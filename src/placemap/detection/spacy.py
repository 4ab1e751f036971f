"""Find mentions with a spaCy pipeline; the one module that imports spaCy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.core import Mention, Span
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading
from placemap.detection.roles import form_of, role_of
from placemap.detection.rules.sighting import Sighting
from placemap.errors import MissingExtraError, PluginNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

    from placemap.core import Document
    from placemap.protocols import Gazetteer

DEFAULT = "en_core_web_sm"
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PEOPLES = "NORP"  # nationalities, but religions and parties as well
# A pipeline's memory grows with the text: longer ones are read in pieces. spaCy
# itself refuses texts of more than a million characters.
_PIECE = 100_000
# Blanks and quotes at the edges of an entity are not its name.
_NAME = re.compile(r"[\s\"“”]*(.+?)[\s\"“”]*\Z", re.DOTALL)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\Z")
# "the", "la", "eastern": a small word before the name, and the blank after it.
_SMALL = re.compile(r"[^\W\d_]+\s+(?=\S)")


class SpacyDetector:
    """Takes the geographic entities of a spaCy pipeline for mentions.

    GPE, LOC and FAC are places; NORP is kept where the gazetteer knows the people
    of a place by it. Form and role follow the gazetteer and the words around, as
    with the detectors of placemap's own.

    Parameters
    ----------
    gazetteer
        Tells demonyms, adjectives and abbreviations from names.
    pipeline
        Name of an installed pipeline package, or path of a saved one.

    Raises
    ------
    MissingExtraError
        If spaCy is not installed.
    PluginNotFoundError
        If there is no such pipeline, or it recognises no entities.
    """

    def __init__(self, gazetteer: Gazetteer, pipeline: str = DEFAULT) -> None:
        self._facts = facts_from(gazetteer)
        self._nlp = _load(pipeline)

    def detect(self, document: Document) -> Sequence[Mention]:
        """Return the mentions in `document`, in text order, without overlaps."""
        reading = Reading(document.text)
        found = []
        for start, end in _pieces(document.text):
            for entity in self._nlp(document.text[start:end]).ents:
                if entity.label_ == _PEOPLES or entity.label_ in _PLACES:
                    first, last = start + entity.start_char, start + entity.end_char
                    mention = self._mention(first, last, entity.label_, reading)
                    found += [mention] if mention else []
        return found

    def _mention(
        self, start: int, end: int, label: str, reading: Reading
    ) -> Mention | None:
        span = self._trim(start, end, reading.text)
        text = span.of(reading.text)
        facts = self._facts(text)
        if facts is None:
            return None if label == _PEOPLES else Mention(span=span, text=text)
        if label == _PEOPLES and not facts.is_people:
            return None
        sighting = Sighting(
            span=span,
            text=text,
            first=reading.first_word(span),
            last=reading.last_word(span),
            facts=facts,
        )
        return Mention(
            span=span,
            text=text,
            form=form_of(sighting, reading),
            role=role_of(sighting, reading),
        )

    def _trim(self, start: int, end: int, text: str) -> Span:
        """Return the name within an entity: "Gambia" of "the Gambia's".

        Small words stay where the gazetteer knows the name with them.
        """
        name = _NAME.match(text, start, end)
        if name is None:
            return Span(start, end)
        at, last = name.span(1)
        if self._facts(name[1]) is None:
            last -= len(name[1]) - len(_POSSESSIVE.sub("", name[1]))
        while self._facts(text[at:last]) is None:
            small = _SMALL.match(text, at, last)
            if small is None or not small[0][0].islower():
                break
            at = small.end()
        return Span(at, last)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text to be read by themselves, cut between sentences."""
    start = 0
    while len(text) - start > _PIECE:
        limit = start + _PIECE
        cut = max(text.rfind("\n", start, limit), text.rfind(". ", start, limit))
        end = cut + 1 if cut > start else limit
        yield start, end
        start = end
    yield start, len(text)


def _load(pipeline: str) -> Language:
    try:
        import spacy
    except ImportError as error:
        raise MissingExtraError(
            "expected spaCy, found none; install it with pip install 'placemap[spacy]'"
        ) from error
    try:
        nlp = spacy.load(pipeline)
    except (OSError, ValueError) as error:
        known = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
        raise PluginNotFoundError(
            f"expected a spaCy pipeline, found none that can be loaded as {pipeline!r};"
            f" installed: {known}. Install one with python -m spacy download {DEFAULT},"
            " or give the name or folder of another, as in spacy:NAME"
        ) from error
    if not any("doc.ents" in nlp.get_pipe_meta(n).assigns for n in nlp.pipe_names):
        raise PluginNotFoundError(
            f"expected a spaCy pipeline that recognises entities, found only"
            f" {', '.join(nlp.pipe_names) or 'a tokenizer'} in {pipeline!r}; choose one"
            " with a component such as ner"
        )
    return nlp
