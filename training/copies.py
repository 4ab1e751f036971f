"""The gold documents in other shapes, and names that stand alone.

Local newspapers, the bulk of the gold, say little of what a name means by default.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpora import GoldDocument

from placemap.core import Document
from placemap.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORLD_NAMES = Path(__file__).with_name("world_names.csv")
_WORLD_NEWS = frozenset({"trnews", "gwn"})
_MOST_CUTS = 2
# One for each name, by a hash: what stands around a name must not tell its sense.
_FRAMES = (
    "Police in {} said on Tuesday that two men had been arrested.",
    "Talks in {} ended late at night without agreement.",
    "{} was hit by heavy rain.",
)


def make_bare(gold: GoldDocument) -> GoldDocument | None:
    """Return a document without title and source, as most texts come.

    None for a local paper's article that names one place: without the paper, nobody
    can tell which is meant.
    """
    text = gold.document.text
    names = {text[row["start"] : row["end"]] for row in gold.toponyms}
    if gold.corpus == "lgl" and len(names) == 1:
        return None
    return replace(gold, document=_bare(gold.document))


def cut(gold: GoldDocument) -> Iterator[GoldDocument]:
    """Yield some sentences of world news with located names, each by itself."""
    if gold.corpus not in _WORLD_NEWS:
        return
    located = [row for row in gold.toponyms if row["lat"] is not None]
    cuts = (
        (start, end)
        for start, end in sentences(gold.document.text)
        if any(start <= row["start"] and row["end"] <= end for row in located)
    )
    yield from _some(gold, cuts, most=_MOST_CUTS)


def some_sentences(gold: GoldDocument, *, most: int) -> Iterator[GoldDocument]:
    """Yield some sentences of a document, each by itself, chosen by a hash."""
    yield from _some(gold, sentences(gold.document.text), most=most)


def _some(
    gold: GoldDocument, cuts: Iterable[tuple[int, int]], *, most: int
) -> Iterator[GoldDocument]:
    chosen = sorted(cuts, key=lambda cut: _digest(f"{gold.key}{cut}"))[:most]
    for start, end in chosen:
        yield GoldDocument(
            corpus=gold.corpus,
            document=replace(_bare(gold.document), text=gold.document.text[start:end]),
            toponyms=[
                {**row, "start": row["start"] - start, "end": row["end"] - start}
                for row in gold.toponyms
                if start <= row["start"] and row["end"] <= end
            ],
        )


def _bare(document: Document) -> Document:
    return replace(document, title="", source="", url="")


def read_world_names() -> Sequence[GoldDocument]:
    """Return a sentence for each name that world news uses of one place.

    The names are those of ``world_names.csv``: well-known places, most of which share
    theirs with others. Places are this project's choice, coordinates GeoNames'.
    """
    with _WORLD_NAMES.open(encoding="utf-8", newline="") as lines:
        return [_framed(row) for row in csv.DictReader(lines)]


def _framed(row: dict[str, str]) -> GoldDocument:
    name = row["name"]
    frame = _FRAMES[_digest(name)[0] % len(_FRAMES)]
    start = frame.index("{}")
    toponym = {
        "start": start,
        "end": start + len(name),
        "text": name,
        "lon": float(row["lon_deg"]),
        "lat": float(row["lat_deg"]),
    }
    document = Document(id=name, text=frame.format(name))
    return GoldDocument(corpus="world_names", document=document, toponyms=[toponym])


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
