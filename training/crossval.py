"""Pipelines that have not seen the documents they are tried on."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from corpora import split

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from corpora import GoldDocument
    from models import Model

    from placemap.pipeline import Pipeline


def fold_pipelines(
    documents: Sequence[GoldDocument],
    pipeline: Pipeline,
    *,
    models: Sequence[Model],
    wanted: Collection[str] | None = None,
    folds: int = 5,
    seed: int = 0,
) -> Iterator[tuple[Pipeline, list[GoldDocument]]]:
    """Yield, for each fold, a pipeline trained on the others, and its documents.

    Parameters
    ----------
    documents
        The gold documents to train and try on.
    pipeline
        What the trained stages are put into.
    models
        What is trained anew; the other stages stay as they are.
    wanted
        Keys of the documents to be tried; None for all. A fold without one is not
        trained.
    folds, seed
        Passed on to `corpora.split`; the seed to the training as well.
    """
    for number, (known, unseen) in enumerate(
        split(documents, folds=folds, seed=seed), 1
    ):
        asked = [one for one in unseen if wanted is None or one.key in wanted]
        if not asked:
            continue
        started = time.perf_counter()
        stages = {
            model.stage: model.make(
                pipeline.gazetteer,
                weights=model.train(known, gazetteer=pipeline.gazetteer, seed=seed),
            )
            for model in models
        }
        seconds = time.perf_counter() - started
        print(
            f"fold {number} of {folds}: trained on {len(known)} documents in "
            f"{seconds:.0f} s, trying {len(asked)}",
            file=sys.stderr,
        )
        yield replace(pipeline, **stages), asked
