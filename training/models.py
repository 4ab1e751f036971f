"""The parts of placemap that learn: how each is trained, and where its weights lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import detector
import event_types
import linker
import report_linker
import resolver
import retelling
import worth

import placemap
from placemap.detection.learned.detector import LearnedDetector
from placemap.disambiguation.ranking import RankingResolver
from placemap.events.places.linker import Linker
from placemap.events.places.worth import WorthModel
from placemap.events.type_model import TypeModel
from placemap.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Callable

    from placemap.protocols import Gazetteer

Stage = Literal[
    "detector", "resolver", "linker", "report_linker", "types", "worth", "retelling"
]
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

    stage: Stage
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
    """Return the linker, which learns from marked sentences."""
    return _part_of_rules(
        "linker",
        lambda seed: linker.train(linker.read_marked(folder), seed=seed),
        load=Linker.load,
        path=linker.WEIGHTS,
    )


def report_linker_model(corpora: Path) -> Model:
    """Return the report linker, which learns from reports whose events are marked."""
    return _part_of_rules(
        "report_linker",
        lambda seed: report_linker.train(corpora, seed=seed),
        load=Trees.load,
        path=report_linker.WEIGHTS,
    )


def types_model(corpora: Path) -> Model:
    """Return the model of types of happenings, which learns from the same reports."""
    return _part_of_rules(
        "types",
        lambda _seed: event_types.train(corpora),
        load=TypeModel.load,
        path=event_types.WEIGHTS,
    )


def worth_model(corpora: Path) -> Model:
    """Return the model that weighs pins, which learns from the same reports."""
    return _part_of_rules(
        "worth",
        lambda seed: worth.train(corpora, seed=seed),
        load=WorthModel.load,
        path=worth.WEIGHTS,
    )


def retelling_model(corpora: Path) -> Model:
    """Return the model that joins what is told again, from the same reports."""
    return _part_of_rules(
        "retelling",
        lambda seed: retelling.train(corpora, seed=seed),
        load=Trees.load,
        path=retelling.WEIGHTS,
    )


def _part_of_rules(
    stage: Stage,
    learn: Callable[[int], bytes],
    *,
    load: Callable[[bytes], Any],
    path: Path,
) -> Model:
    """Return a model that is part of the event extractor "rules".

    What it learns from is read as the shipped pipeline reads it, with neither the
    documents nor the gazetteer that other models learn from.
    """

    def train(_documents: object, *, gazetteer: Gazetteer, seed: int) -> bytes:
        del gazetteer
        return learn(seed)

    return Model(
        stage=stage,
        name="rules",
        train=train,
        make=lambda _gazetteer, weights: load(weights),
        path=path,
    )
