"""The rule-based event extractor: sentences and toponyms in, events out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from placemap.events.codes import code_events
from placemap.events.drafting import Reading
from placemap.events.effects import join_effects
from placemap.events.lending import lend_types
from placemap.events.merging import merge_mentions
from placemap.events.places.inference import infer_places
from placemap.events.places.linker import shipped_weights
from placemap.events.places.report_linker import place_by_report
from placemap.events.places.report_linker import (
    shipped_weights as shipped_report_weights,
)
from placemap.events.places.worth import keep_worthy
from placemap.events.places.worth import shipped_weights as shipped_worth_weights
from placemap.events.retelling import join_retold
from placemap.events.retelling import shipped_weights as shipped_retelling_weights
from placemap.events.type_model import give_types
from placemap.events.type_model import shipped_weights as shipped_type_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Document, Event, Toponym
    from placemap.events.drafts import Draft
    from placemap.events.places.worth import WorthModel
    from placemap.events.scene import Scene
    from placemap.events.type_model import TypeModel
    from placemap.protocols import Gazetteer
    from placemap.trees import Trees


class RuleExtractor:
    """**EventExtractor** by a reviewed lexicon and rules over shallow syntax.

    It is made with the gazetteer, as every plug-in is, but asks it nothing: what the
    rules need of a place is in its toponym.

    Parameters
    ----------
    report_linker, types, worth, retelling
        The models that place by the whole report, give types, weigh pins and tell which
        events are one; None for those in the package.
    """

    def __init__(
        self,
        _gazetteer: Gazetteer | None = None,
        *,
        report_linker: Trees | None = None,
        types: TypeModel | None = None,
        worth: WorthModel | None = None,
        retelling: Trees | None = None,
    ) -> None:
        self._report_linker = report_linker
        self._types = types
        self._worth = worth
        self._retelling = retelling

    @property
    def model_sha256(self) -> str:
        """Hexadecimal hash of the weights of all its models."""
        weights = (
            shipped_weights(),
            shipped_report_weights(),
            shipped_type_weights(),
            shipped_worth_weights(),
            shipped_retelling_weights(),
        )
        return hashlib.sha256(b"".join(weights)).hexdigest()

    def extract(self, document: Document, toponyms: Sequence[Toponym]) -> list[Event]:
        """Return the events of `document`, in the order of their triggers.

        Places are those of `toponyms` that name a place, not its people or its
        government, and that the text ties to the event. Their locations are left
        to the geocoder.
        """
        drafts, scene = read_drafts(document, toponyms)
        drafts = place_by_report(drafts, scene, self._report_linker)
        drafts = give_types(drafts, self._types)
        drafts = keep_worthy(drafts, scene, self._worth)
        return code_events(join_retold(drafts, self._retelling))


def read_drafts(
    document: Document, toponyms: Sequence[Toponym]
) -> tuple[list[Draft], Scene]:
    """Return the events of a document as far as rules place them, and its places.

    What no place is known of yet may still be placed by the report as a whole.
    """
    reading = Reading(document, toponyms)
    drafts = merge_mentions(
        join_effects(lend_types(reading.draft_events())),
        {t.place.id: t.place for t in toponyms if t.place},
    )
    drafts.sort(key=lambda d: d.event.trigger)
    return infer_places(drafts, reading.scene), reading.scene
