"""The parts of placemap that learn: how each is trained, and where its weights lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import detector
import resolver

import placemap
from placemap.detection.learned.detector import LearnedDetector
from placemap.disambiguation.ranking import RankingResolver

if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGE = Path(placemap.__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A stage that learns.

    `name` is that of its plug-in. `train` takes documents, the gazetteer and a seed
    and returns weights, `make` takes the gazetteer and weights and returns the
    stage. `path` is where the package keeps the weights.
    """

    stage: Literal["detector", "resolver"]
    name: str
    train: Callable[..., bytes]
    make: Callable[..., Any]
    path: Path


MODELS = (
    Model(
        stage="detector",
        name="learned",
        train=detector.train,
        make=LearnedDetector,
        path=_PACKAGE / "detection" / "data" / "detector.npz",
    ),
    Model(
        stage="resolver",
        name="ranking",
        train=resolver.train,
        make=RankingResolver,
        path=_PACKAGE / "disambiguation" / "data" / "resolver.json",
    ),
)
