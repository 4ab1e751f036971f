"""Find mentions by what was learned from annotated news. The default detector."""

from __future__ import annotations

import hashlib
import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from placemap.core import Mention
from placemap.detection.ends import with_ends
from placemap.detection.foreign.detector import ForeignDetector
from placemap.detection.foreign.languages import ENGLISH, language_of
from placemap.detection.learned.looks import Looks
from placemap.detection.learned.schedule import choose
from placemap.detection.learned.weights import Weights
from placemap.detection.names import facts_from
from placemap.detection.reading import Reading
from placemap.detection.roles import form_of, role_of
from placemap.detection.rules.detector import LexiconDetector
from placemap.detection.rules.evidence import confidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Document, Role
    from placemap.protocols import Gazetteer

# A letter that is not Latin, with or without accents.
_OTHER_SCRIPT = re.compile(
    r"[^\W\d_\u0000-\u02ff\u1d00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff]"
)
WEIGHTS = Path(__file__).parents[1] / "data" / "detector.npz"


class LearnedDetector:
    """Finds names in two looks, with weights learned from annotated news.

    The first look sums the weights of clues; in the second, boosted trees weigh
    measures and what the first look found elsewhere in the document. What was
    learned is English: documents in other languages are left to `ForeignDetector`,
    names in other scripts within English ones to `LexiconDetector`.

    Parameters
    ----------
    gazetteer
        Knows the names.
    weights
        A file, or the content of one, made by ``training/detector.py``; None for
        the weights in the package. Read when the first document comes.
    """

    def __init__(
        self, gazetteer: Gazetteer, weights: bytes | Path | None = None
    ) -> None:
        self._gazetteer = gazetteer
        self._facts = facts_from(gazetteer)
        self._lexicon = LexiconDetector(gazetteer)
        self._foreign = ForeignDetector(gazetteer)
        self._source = WEIGHTS if weights is None else weights

    @cached_property
    def _weights(self) -> Weights:
        return Weights.load(self._source)

    @property
    def model_sha256(self) -> str:
        """Hexadecimal hash of the weights."""
        source = self._source
        data = source if isinstance(source, bytes) else source.read_bytes()
        return hashlib.sha256(data).hexdigest()

    def detect(self, document: Document) -> Sequence[Mention]:
        """Return the mentions in `document`, in text order, without overlaps."""
        if language_of(document) != ENGLISH:
            return self._foreign.detect(document)
        found = self._read(Reading(document.text))
        found = with_ends(document.text, found, self._gazetteer)
        if not _OTHER_SCRIPT.search(document.text):
            return found
        others = self._lexicon.detect(document)
        both = [one for one in found if not _OTHER_SCRIPT.match(one.text)]
        both += [one for one in others if _OTHER_SCRIPT.match(one.text)]
        return sorted(both, key=lambda mention: mention.span)

    def _read(self, reading: Reading) -> list[Mention]:
        looks = Looks(self._gazetteer, reading, self._facts)
        kept, rows = looks.second(looks.first(self._weights.linear))
        if not kept:
            return []
        odds = self._weights.second_odds(rows)
        spans = [
            (one.start, one.end) for one in (looks.stretches[index] for index in kept)
        ]
        return [
            self._mention(looks, kept[at], odds[at])
            for at in choose(spans, odds, least=self._weights.least)
        ]

    def _mention(self, looks: Looks, index: int, odds: float) -> Mention:
        reading, weights = looks.reading, self._weights
        sighting = looks.sighting(index)
        ruled = role_of(sighting, reading)
        return Mention(
            span=sighting.span,
            text=sighting.text,
            form=form_of(sighting, reading),
            role=self._role(looks, index, ruled),
            score=round(confidence(weights.slope * odds + weights.offset), 4),
        )

    def _role(self, looks: Looks, index: int, ruled: Role) -> Role:
        """Return the learned role; a government the rules are sure of stays one."""
        learned = self._weights.roles
        if ruled == "metonym" or not learned.roles:
            return ruled
        return learned.decide(looks.role_clues(index, ruled))
