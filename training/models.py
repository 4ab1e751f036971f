"""The parts of placemap that learn: how each is trained, and where its weights lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import detector
import linker
import report_linker
import resolver
import worth

import placemap
from placemap.detection.learned.detector import LearnedDetector
from placemap.disambiguation.ranking import RankingResolver
from placemap.events.places.linker import Linker
from placemap.events.places.worth import WorthModel
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Callable

    from placemap.protocols import Gazetteer

_PACKAGE = Path(placemap.__file__).parent
# Texts with entities, from which the detector learns more.
NER = Path(__file__).resolve().parents[2] / "shared" / "ner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A stage that learns.

    `name` is that of its plug-in. `train` takes documents, the gazetteer and a seed
    and returns weights, `make` takes the gazetteer and weights and returns the
    stage. `path` is where the package keeps the weights.
    """

    stage: Literal["detector", "resolver", "linker", "report_linker", "worth"]
    name: str
    train: Callable[..., bytes]
    make: Callable[..., Any]
    path: Path


def models_with(ner: Path | None) -> tuple[Model, ...]:
    """Return the detector, which may also learn from entities, and the resolver."""
    return (
        Model(
            stage="detector",
            name="learned",
            train=partial(detector.train, ner=ner),
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


MODELS = models_with(NER if NER.is_dir() else None)


def linker_model(folder: Path) -> Model:
    """Return the linker, which learns from marked sentences and not from documents.

    It is part of the event extractor "rules".
    """

    def train(_documents: object, *, gazetteer: Gazetteer, seed: int) -> bytes:
        del gazetteer  # the sentences are read as the shipped pipeline reads them
        return linker.train(linker.read_marked(folder), seed=seed)

    return Model(
        stage="linker",
        name="rules",
        train=train,
        make=lambda _gazetteer, weights: Linker.load(weights),
        path=linker.WEIGHTS,
    )


def report_linker_model(corpora: Path) -> Model:
    """Return the report linker, which learns from reports whose events are marked.

    It is part of the event extractor "rules".
    """

    def train(_documents: object, *, gazetteer: Gazetteer, seed: int) -> bytes:
        del gazetteer  # the reports are read as the shipped pipeline reads them
        return report_linker.train(corpora, seed=seed)

    return Model(
        stage="report_linker",
        name="rules",
        train=train,
        make=lambda _gazetteer, weights: Trees.load(weights),
        path=report_linker.WEIGHTS,
    )


def worth_model(corpora: Path) -> Model:
    """Return the model of which pins are worth drawing; it learns from marked reports.

    It is part of the event extractor "rules".
    """

    def train(_documents: object, *, gazetteer: Gazetteer, seed: int) -> bytes:
        del gazetteer  # the reports are read as the shipped pipeline reads them
        return worth.train(corpora, seed=seed)

    return Model(
        stage="worth",
        name="rules",
        train=train,
        make=lambda _gazetteer, weights: WorthModel.load(weights),
        path=worth.WEIGHTS,
    )
