"""The gold documents, and folds of them that never share a document or newspaper."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from placemap.core import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# Every mention in these is annotated; WikToR marks the page's own name only.
NEWS = ("lgl", "trnews", "gwn")
PARTIAL = ("wiktor",)
# Sentences in which people marked where a verb happened, for the linker.
MARKED = "event_location.dev.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document with the toponyms that annotators marked in it.

    `toponyms` are the rows of the corpus: "start", "end", "text", and "lat" and
    "lon", which are None where the annotator gave no coordinates.
    """

    corpus: str
    document: Document
    toponyms: Sequence[Mapping[str, Any]]

    @property
    def key(self) -> str:
        """Corpus and id, unique over all corpora."""
        return f"{self.corpus}/{self.document.id}"


def read_corpus(folder: Path, corpus: str) -> list[GoldDocument]:
    """Return the documents of ``<folder>/<corpus>.dev.jsonl``, in file order.

    Raises
    ------
    SystemExit
        If the file does not exist; the message says what was looked for.
    """
    path = folder / f"{corpus}.dev.jsonl"
    if not path.is_file():
        raise SystemExit(f"{path}: not there; name the folder of the gold corpora")
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [
        GoldDocument(
            corpus=corpus, document=_document(row), toponyms=tuple(row["toponyms"])
        )
        for row in rows
    ]


def _document(row: Mapping[str, Any]) -> Document:
    day = row.get("date") or ""
    return Document(
        id=str(row["id"]),
        text=row["text"],
        title=row.get("title") or "",
        source=row.get("source") or "",
        url=row.get("url") or "",
        published=date.fromisoformat(day[:10]) if _is_date(day) else None,
    )


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def split(
    documents: Sequence[GoldDocument], *, folds: int = 5, seed: int = 0
) -> Iterator[tuple[list[GoldDocument], list[GoldDocument]]]:
    """Yield a training and a test part for each fold.

    Documents of one newspaper, and documents with the same text, stay together,
    so that nothing is trained and scored on the same document, nor on the same
    local paper. Groups go to folds by size, largest first, ties by a hash of
    their key and the seed, which spreads each corpus evenly.
    """
    part = _parts(documents, folds=folds, seed=seed)
    for fold in range(folds):
        yield (
            [one for one in documents if part[one.key] != fold],
            [one for one in documents if part[one.key] == fold],
        )


def _parts(
    documents: Sequence[GoldDocument], *, folds: int, seed: int
) -> dict[str, int]:
    groups: dict[str, list[GoldDocument]] = defaultdict(list)
    texts: dict[str, str] = {}
    for one in documents:
        group = texts.setdefault(one.document.sha256, _group(one))
        groups[group].append(one)

    def order(group: str) -> tuple[int, str]:
        digest = hashlib.sha256(f"{seed}/{group}".encode()).hexdigest()
        return -len(groups[group]), digest

    part: dict[str, int] = {}
    filled: dict[tuple[str, int], int] = defaultdict(int)
    for group in sorted(groups, key=order):
        corpus = groups[group][0].corpus
        fold = min(range(folds), key=lambda n: (filled[corpus, n], n))
        for one in groups[group]:
            part[one.key] = fold
            filled[one.corpus, fold] += 1
    return part


def _group(one: GoldDocument) -> str:
    """Return the newspaper of a local paper's article, the document otherwise."""
    if one.corpus != "lgl":
        return one.key
    source = one.document.source
    host = urlsplit(source if "://" in source else f"//{source}").hostname
    return f"lgl/{host or source}"
