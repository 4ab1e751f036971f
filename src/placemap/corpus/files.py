"""Read anything a user names: `read` and what becomes of its errors."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from placemap import registry
from placemap.corpus.encoding import check_encoding, to_utf8
from placemap.corpus.outputs import is_output
from placemap.corpus.paths import STDIN, find_files
from placemap.corpus.records import label
from placemap.errors import DocumentError, PlacemapError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from placemap.core import Document
    from placemap.protocols import Reader

# How much of a file is looked at to tell what it is when its suffix does not.
_HEAD_BYTES = 1024
# Longer than any book: not a report, but many in one, or a dump.
# At 10 seconds and 150 MB for a million characters it would also seem to hang.
LONGEST_TEXT = 5_000_000


def read(
    *paths: str | Path,
    published: date | None = None,
    encoding: str | None = None,
    on_error: Callable[[PlacemapError], None] | None = None,
) -> Iterator[Document]:
    """Yield the documents in files, folders and glob patterns, in that order.

    Which reader a file gets follows from its suffix: ``.txt``, ``.md``,
    ``.html``, ``.jsonl``, ``.csv``, ``.tsv``, and what plug-ins add under
    ``placemap.readers``. Documents are read when asked for, and tables row by row.

    A document without an id of its own is called by its file's name, or by its path
    below the folder that was given, and a row of a table by that and its line:
    ``reports.csv#2``. Where files share their name, as many of the folders above
    stand before it as tell them apart.

    Parameters
    ----------
    paths
        A folder stands for every file of a known suffix in it and below, in the
        order of their names. Hidden files, READMEs, licences and what placemap
        itself wrote are left out. A pattern with ``*``, ``?`` or ``[`` stands for
        what it matches, ``-`` for standard input. A file of unknown suffix, like
        standard input, is JSON Lines if it begins with ``{``, a web page if it
        begins like one, and plain text otherwise. A file named twice is read once.
    published
        When the reports were published, for those that do not say so themselves.
    encoding
        The encoding of all files, for example ``cp1252``. None means a byte order
        mark, else UTF-8, else what the page declares or a guess.
    on_error
        Called with each error, after which reading goes on with the next row or
        file; a document with a defect that leaves it readable, such as a date that
        is none, still follows. None means that the first error is raised.

    Raises
    ------
    DocumentError
        If `encoding` is unknown, and, where `on_error` is None, if a path matches
        nothing, a file cannot be read, is no text or was written by placemap, a row is
        broken, a document has more than 5 million characters, or two have the same id.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> path = Path(tempfile.mkdtemp(), "report.txt")
    >>> _ = path.write_text("Floods cut the road to Beira.", encoding="utf-8")
    >>> [document.text for document in read(path)]
    ['Floods cut the road to Beira.']
    >>> list(read("missing.txt"))
    Traceback (most recent call last):
    placemap.errors.DocumentError: missing.txt: no such file or folder; ...
    """
    if encoding is not None:
        check_encoding(encoding)
    report = on_error or _raise
    documents = _read_all(paths, encoding=encoding, report=report)
    return _finished(documents, published=published, report=report)


def _raise(error: PlacemapError) -> NoReturn:
    raise error


def _read_all(
    paths: Iterable[str | Path],
    *,
    encoding: str | None,
    report: Callable[[PlacemapError], None],
) -> Iterator[Document]:
    suffixes = frozenset(registry.names("readers"))
    readers: dict[str, Reader] = {}
    files = find_files(paths, suffixes=suffixes, report=report)
    for path, name in files.items():
        try:
            data = _load(path)
            if is_output(data):
                raise DocumentError(
                    f"{label(path)}: placemap wrote this; "
                    "name the reports that it was made from"
                )
            if encoding is not None:
                data = to_utf8(data, encoding, where=label(path))
            suffix = _suffix_of(path, data, known=suffixes)
            if suffix not in readers:  # asking the registry takes milliseconds
                readers[suffix] = registry.load("readers", suffix)
            documents = iter(readers[suffix](path, data))
        except PlacemapError as error:
            report(error)
            continue
        for document in _resumed(documents, report):
            yield _called(document, path, name)


def _called(document: Document, path: Path, name: str) -> Document:
    """Return `document` under the name of its file, if readers call it by the path.

    The path would tell whoever gets a result how somebody's disc is ordered.
    """
    for called in (path.as_posix(), str(path), path.name):
        rest = document.id.removeprefix(called)
        if document.id.startswith(called) and rest[:1] in {"", "#"}:
            return replace(document, id=f"{name}{rest}")
    return document


def _load(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == STDIN else path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError(
            f"{label(path)}: cannot be read ({reason}); "
            "check that it is a file and that you may read it"
        ) from error


def _suffix_of(path: Path, data: bytes, *, known: frozenset[str]) -> str:
    """Return the reader's name: the suffix if known, else by how the data begins."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix in known:
        return suffix
    head = data[:_HEAD_BYTES].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith(b"{") and not head.startswith(rb"{\rtf"):
        return "jsonl"
    page = head.lower().startswith((b"<!doctype html", b"<html"))
    return "html" if page else "txt"


def _resumed(
    documents: Iterator[Document], report: Callable[[PlacemapError], None]
) -> Iterator[Document]:
    """Yield `documents`, asking for the next one after each error.

    A generator has ended by then; an iterator such as `settle` makes goes on.
    """
    while True:
        try:
            document = next(documents)
        except StopIteration:
            return
        except PlacemapError as error:
            report(error)
            continue
        yield document


def _finished(
    documents: Iterable[Document],
    *,
    published: date | None,
    report: Callable[[PlacemapError], None],
) -> Iterator[Document]:
    """Yield `documents` with ids told apart and the publication date filled in."""
    seen: set[str] = set()
    for document in documents:
        if len(document.text) > LONGEST_TEXT:
            report(_too_long(document))
            continue
        key = _unused(document.id, seen)
        seen.add(key)
        if key != document.id:
            report(
                DocumentError(
                    f"{document.id}: expected every document to have an id of its own, "
                    f"found this one again; it is now called {key!r}: "
                    "give it another id, or remove it if it is a copy"
                )
            )
        yield replace(document, id=key, published=document.published or published)


def _too_long(document: Document) -> DocumentError:
    return DocumentError(
        f"{document.id}: expected a report of at most {LONGEST_TEXT:,} characters, "
        f"found {len(document.text):,}; split it, one report a file or a line of "
        "JSON Lines"
    )


def _unused(key: str, seen: set[str]) -> str:
    number, unused = 1, key
    while unused in seen:
        number += 1
        unused = f"{key}#{number}"
    return unused
