"""The figures of models on documents they have not seen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from corpora import PARTIAL
from crossval import fold_pipelines
from gold_rows import to_capitals

import placemap
from placemap.scoring.calibration import calibration_error, judged, precision_at
from placemap.scoring.figures import summarize, tally
from placemap.scoring.layout import answers_from, gold_text
from placemap.scoring.pairing import pair
from placemap.scoring.runs import find_toponyms, place_spans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from corpora import GoldDocument
    from models import Model

    from placemap.pipeline import Pipeline
    from placemap.scoring.layout import GoldToponym
    from placemap.scoring.pairing import Paired

    # Pairs of each document by the way it was tried; see `_try`.
    Tries = Mapping[str, Sequence[Paired]]

_COVERAGE = 0.8
_DIGITS = 4
# Gold of this type ("Turkish" in "the Turkish city") others leave out of the count.
_MODIFIER = "Non_Literal_Modifier"
_SHOWN = ("exact_f1", "overlap_f1", "e2e161_f1", "acc161", "median_km", "auc")


def cross_validated(
    documents: Sequence[GoldDocument],
    *,
    models: Sequence[Model],
    adjectives: Collection[str] = (),
    seed: int = 0,
    pipeline: Pipeline | None = None,
) -> dict[str, dict[str, float]]:
    """Return the figures by corpus, each document tried by weights without it.

    Parameters
    ----------
    documents
        Gold documents.
    models
        What is trained anew for each fold.
    adjectives
        Case-folded demonyms and adjectives, left out of ``plain_acc161``.
    seed
        For folds and training.
    pipeline
        What the trained stages are put into; the shipped one unless given.

    Returns
    -------
    dict
        By corpus, and ``pooled`` for all news together. ``plain_acc161`` is the share
        of located gold, demonyms and adjectives left out, that was found with the
        exact span and put within 161 km. For those that begin with ``given`` the gold
        spans were given; ``upper_exact_f1`` is of texts in capitals. Corpora that
        mark some places only have the given ones alone.
    """
    tried: dict[str, dict[str, list[Paired]]] = defaultdict(lambda: defaultdict(list))
    for trained, unseen in fold_pipelines(
        documents, pipeline or placemap.load(), models=models, seed=seed
    ):
        for one in unseen:
            for way, paired in _try(trained, one, adjectives):
                tried[one.corpus][way].append(paired)
                if one.corpus not in PARTIAL:
                    tried["pooled"][way].append(paired)
    return {corpus: _figures(tries) for corpus, tries in sorted(tried.items())}


def _try(
    pipeline: Pipeline, one: GoldDocument, adjectives: Collection[str]
) -> Iterator[tuple[str, Paired]]:
    """Yield each way a document is tried, with what came of it."""
    document, gold = one.document, gold_text(one.document, one.toponyms)
    spans = [toponym.span for toponym in gold.toponyms]
    yield "given", pair(gold, answers_from(place_spans(pipeline, document, spans)))
    if one.corpus in PARTIAL:
        return

    def is_modifier(toponym: GoldToponym) -> bool:
        return toponym.type == _MODIFIER or toponym.text.casefold() in adjectives

    found = answers_from(find_toponyms(pipeline, document))
    yield "found", pair(gold, found)
    yield "plain", pair(gold, found, is_ignored=is_modifier)
    capitals = to_capitals({"text": document.text, "title": document.title})
    upper = find_toponyms(pipeline, replace(document, **capitals))
    yield "upper", pair(gold, answers_from(upper))


def _figures(tries: Tries) -> dict[str, float]:
    summaries = {
        way: summarize([tally(paired) for paired in pairs])
        for way, pairs in tries.items()
    }
    scored = [one for paired in tries["given"] for one in judged(paired)]
    figures = {
        "given_acc161": summaries["given"]["given_acc161"],
        "given_calibration_error": calibration_error(scored),
        "given_precision_at_80": precision_at(scored, coverage=_COVERAGE),
    }
    if "found" in summaries:
        figures |= {key: summaries["found"][key] for key in _SHOWN}
        figures["plain_acc161"] = summaries["plain"]["given_acc161"]
        figures["upper_exact_f1"] = summaries["upper"]["exact_f1"]
    return {key: round(value, _DIGITS) for key, value in figures.items()}
