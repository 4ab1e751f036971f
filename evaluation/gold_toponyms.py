"""Pipelines that are given the toponyms people marked.

What goes wrong with them goes wrong after names and places were found: it tells errors
of the events from those of the toponyms.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from placemap.core import Mention, Place, Span, Toponym, content_id
from placemap.scoring.runs import GivenMentions
from placemap.sphere import distance_m

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Candidate, Document
    from placemap.pipeline import Pipeline

# How far the gazetteer's point of a place may lie from the annotator's, in metres. Of a
# large place any point within it will do.
_NEAR_M = 25_000


def with_gold_toponyms(
    pipeline: Pipeline, document: Document, marked: Sequence[Mapping[str, Any]]
) -> Pipeline:
    """Return a pipeline that finds what people marked in `document`, where they put it.

    Form and role of a mention are those the pipeline's own detector gives a name there,
    since the marks do not tell them.
    """
    found = pipeline.detector.detect(document)
    mentions = [_mention(document, row, found) for row in marked]
    points = {
        mention.span: (row["lon"], row["lat"])
        for mention, row in zip(mentions, marked, strict=True)
        if row.get("lat") is not None
    }
    mentions.sort(key=lambda mention: mention.span)
    return replace(
        pipeline, detector=GivenMentions(mentions), resolver=_GoldResolver(points)
    )


def _mention(
    document: Document, row: Mapping[str, Any], found: Sequence[Mention]
) -> Mention:
    span = Span(row["start"], row["end"])
    same = (m for m in found if m.span.start < span.end and span.start < m.span.end)
    known = next(same, Mention(span=span, text=""))
    return replace(known, span=span, text=span.of(document.text), name="")


@dataclass(frozen=True, slots=True)
class _GoldResolver:
    """A **Resolver** that knows the point of each mention, longitude first."""

    points: Mapping[Span, tuple[float, float]]

    def resolve(
        self,
        document: Document,
        options: Sequence[tuple[Mention, Sequence[Candidate]]],
    ) -> Sequence[Toponym]:
        """Return each mention with the candidate at its point, or the bare point."""
        return [
            Toponym(
                id=content_id("t", document.id, mention.span.start, mention.span.end),
                mention=mention,
                place=self._place(mention, candidates),
                score=1.0,
                reason="marked by people",
            )
            for mention, candidates in options
        ]

    def _place(self, mention: Mention, candidates: Sequence[Candidate]) -> Place | None:
        point = self.points.get(mention.span)
        if point is None:
            return None
        lon_deg, lat_deg = point

        def distance(place: Place) -> float:
            return distance_m(place.lon_deg, place.lat_deg, lon_deg, lat_deg)

        places = [candidate.place for candidate in candidates]
        near = [p for p in places if distance(p) <= max(_NEAR_M, p.radius_m)]
        if near:
            return min(near, key=lambda place: (distance(place), place.id))
        return Place(
            id=f"gold:{lon_deg:.4f},{lat_deg:.4f}",
            name=mention.text,
            lon_deg=lon_deg,
            lat_deg=lat_deg,
            kind="P.PPL",
        )
