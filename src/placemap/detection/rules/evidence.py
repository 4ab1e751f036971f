"""Weigh what the text around a spelling says for and against a place.

Each rule looks at one thing and gives a weight; the sum with the spelling's own
prior decides, 0 being undecided. The rules are kept apart so that each can be
read and tested alone. Weights were set by reading errors on news text, not fitted.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from placemap.detection.rules.objections import OBJECTIONS
from placemap.detection.rules.support import SUPPORT

if TYPE_CHECKING:
    from placemap.detection.rules.sighting import Scene, Sighting

_RULES = (*SUPPORT, *OBJECTIONS)


def weigh(sighting: Sighting, scene: Scene) -> float:
    """Return how strongly a sighting is a place: above 0 for, below 0 against."""
    total = sighting.facts.prior
    for rule in _RULES:
        total += rule(sighting, scene)
    return total


def confidence(weight: float) -> float:
    """Return a weight as a score between 0 and 1.

    Examples
    --------
    >>> confidence(0.0), round(confidence(3.0), 2)
    (0.5, 0.95)
    """
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, weight))))
