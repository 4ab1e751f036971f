"""New names that documents tell: what to propose, and how it enters an overlay.

A statement whose verdict is "new" says that a name the gazetteer does not have
belongs to a place it has. Whoever accepts that gets a row in ``names.csv`` of a
folder of their own, with the document as its source.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from placemap.errors import GazetteerError
from placemap.gazetteer.curated.tables import read_curated
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import (
        AliasStatement,
        Candidate,
        Document,
        NameKind,
        ParsedDocument,
        Place,
    )

# A namesake may be far down the list of what a name means.
_ALL = 100_000
_NAMES = ("place", "text", "lang", "kind", "used_by", "from", "to", "source")
_SOURCES = ("key", "title", "licence", "note")
# What a statement makes of its left and of its right name.
_KINDS: dict[str, tuple[NameKind, NameKind]] = {
    "former": ("alternate", "former"),
    "renamed": ("former", "alternate"),
    "official": ("alternate", "official"),
    "abbreviation": ("alternate", "abbreviation"),
}
_FORMULA = frozenset("=+-@")


class Lookup(Protocol):
    """A gazetteer that is asked which places a name means."""

    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places `name` might mean."""

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry, or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A new name for a place, and the document that has it.

    `known` is the name that the document gives beside it; `source` is the
    document's id, address and date.
    """

    place: Place
    text: str
    known: str
    kind: NameKind = "alternate"
    used_by: str = ""
    source: str = ""
    sentence: str = ""


def propose(documents: Iterable[ParsedDocument], gazetteer: Lookup) -> list[Proposal]:
    """Return the new names that documents tell, each once, in text order.

    Parameters
    ----------
    gazetteer
        What the names shall be added to. A name that it has for the place by now,
        and one for a place that it does not have, is not proposed.
    """
    found: dict[tuple[str, str, str], Proposal] = {}
    for parsed in documents:
        for statement in parsed.aliases:
            proposal = _proposal(parsed.document, statement, gazetteer)
            if proposal is not None:
                key = (proposal.place.id, fold(proposal.text), proposal.used_by)
                found.setdefault(key, proposal)
    return list(found.values())


def _proposal(
    document: Document, statement: AliasStatement, gazetteer: Lookup
) -> Proposal | None:
    """Return what a statement proposes, None when it proposes nothing."""
    if statement.verdict != "new" or statement.place is None:
        return None
    place = gazetteer.place(statement.place)
    names = [_line(s.of(document.text)) for s in (statement.left, statement.right)]
    if place is None or not all(names):
        return None
    is_known = [_is_name_of(place, name, gazetteer) for name in names]
    if sum(is_known) != 1:  # both are known by now, or none is a name of this place
        return None
    new = is_known.index(False)
    if names[new][0] in _FORMULA:  # a spreadsheet would run it
        return None
    uses_new = statement.used_by_side == ("left", "right")[new]
    return Proposal(
        place=place,
        text=names[new],
        known=names[1 - new],
        kind=_KINDS.get(statement.relation, ("alternate", "alternate"))[new],
        used_by=_line(statement.used_by) if uses_new else "",
        source=_source(document),
        sentence=_line(statement.sentence.of(document.text))
        if statement.sentence
        else "",
    )


def _is_name_of(place: Place, name: str, gazetteer: Lookup) -> bool:
    candidates = gazetteer.candidates(name, limit=_ALL)
    return any(candidate.place.id == place.id for candidate in candidates)


def _source(document: Document) -> str:
    published = document.published.isoformat() if document.published else ""
    return _line(", ".join(filter(None, (document.id, document.url, published))))


def _line(text: str) -> str:
    r"""Return a text on one line, without control and direction characters.

    Examples
    --------
    >>> _line("New\n  York\u202e")
    'New York'
    """
    words = " ".join(text.split())
    return "".join(c for c in words if c.isprintable() or c in "\u200c\u200d")


def accept(proposals: Sequence[Proposal], folder: str | Path) -> int:
    """Write proposals to an overlay folder and return how many rows are new.

    The folder is made if need be. What its tables hold stays as it is, byte for
    byte; rows are added at the end, and none that is there already. Each table is
    replaced whole or not at all.

    Raises
    ------
    GazetteerError
        If the tables of the folder cannot be read or written.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write(proposals, folder)
    except OSError as error:
        raise GazetteerError(
            f"cannot write to {folder}: {error.strerror}; free the disk or choose"
            " another folder"
        ) from error


def _write(proposals: Sequence[Proposal], folder: Path) -> int:
    curated = read_curated(folder)
    known = {(row.place, row.text, row.lang, row.used_by) for row in curated.names}
    rejected = {
        (row.place, row.text)
        for row in curated.corrections
        if row.action == "drop_name"
    }
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for proposal in proposals:
        key = (proposal.place.id, proposal.text, "", proposal.used_by)
        if key not in known and key[:2] not in rejected:
            rows.setdefault(key, _name_row(proposal))
    if rows:
        keys = {row.key for row in curated.sources}
        if keys:  # a folder without this table is not asked for it
            sources = dict.fromkeys(row["source"] for row in rows.values())
            new = [_source_row(source) for source in sources if source not in keys]
            _append(folder / "sources.csv", _SOURCES, new)
        _append(folder / "names.csv", _NAMES, rows.values())
    return len(rows)


def _name_row(proposal: Proposal) -> dict[str, str]:
    return {
        "place": proposal.place.id,
        "text": proposal.text,
        "kind": proposal.kind,
        "used_by": proposal.used_by,
        "source": proposal.source,
    }


def _source_row(source: str) -> dict[str, str]:
    return {"key": source, "title": source, "note": "names read from this document"}


def _append(path: Path, columns: Sequence[str], rows: Iterable[dict[str, str]]) -> None:
    """Add rows to a table, in the order of columns that it has."""
    rows = list(rows)
    if not rows:
        return
    path = path.resolve()  # a link stays one
    old = path.read_bytes() if path.exists() else b""
    text = old.decode("utf-8-sig")
    line_end = "\r\n" if "\r\n" in text else "\n"
    header = next(csv.reader(io.StringIO(text, newline="")), None)
    made = io.StringIO(newline="")
    writer = csv.DictWriter(
        made, header or columns, restval="", lineterminator=line_end
    )
    if header is None:
        writer.writeheader()
    writer.writerows(rows)
    gap = line_end if text and not text.endswith("\n") else ""
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_bytes(old + (gap + made.getvalue()).encode())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
