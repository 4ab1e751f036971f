"""Read the main text of saved web pages."""

from __future__ import annotations

import json
import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from placemap.corpus.dates import parse_published
from placemap.corpus.encoding import decode
from placemap.corpus.records import label, language_tag, settle, to_outcomes
from placemap.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from placemap.core import Document

T = TypeVar("T")

_HEAD = 1 << 12  # bytes or characters in which a page says what it is
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
# Names that browsers read as a larger encoding (WHATWG Encoding Standard).
_LABELS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "euc-kr": "cp949",
}  # fmt: skip
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# What browsers write at the top of a page they save.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)", re.I)
# Metadata that means publication and nothing else; dates of change, of the crawl
# or in the address are left alone.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time",
    "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "article.published", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_online_date", "citation_date", "dc.date",
    "dc.date.issued", "dc.date.created", "dcterms.issued", "dcterms.created",
    "dcterms.date",
)  # fmt: skip
# Images saved within the page: of no use here, and often most of the file.
_EMBEDDED = re.compile(
    r"data:[\w.+/-]{0,80}(?:;[\w.=-]{1,40}){0,4};base64,[A-Za-z0-9+/=]+"
)
# The parser silently drops longer stretches of text.
_PAGE_CHARACTERS = 10_000_000
_NOISY = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")


def read_html(path: Path, data: bytes) -> Iterator[Document]:
    """Yield the one document in a web page: its main text, without comments.

    Title, address, source and language come from the page's metadata. The date is
    that which the page declares as its publication (JSON-LD, ``meta`` or ``time``
    elements); none is guessed from the address or the text. Nothing is fetched.

    Raises
    ------
    DocumentError
        If the file is empty, not text, longer than ten million characters without
        the images saved in it, or has no readable text.

    Examples
    --------
    >>> from pathlib import Path
    >>> page = b"<html lang=en><title>Quake</title><p>A quake hit Izmir.</p></html>"
    >>> document = next(read_html(Path("quake.html"), page))
    >>> document.title, document.text, document.language
    ('Quake', 'A quake hit Izmir.', 'en')
    """
    page = decode(data, where=label(path), declared=_declared(data))
    page = _EMBEDDED.sub("data:,", page)
    if len(page) > _PAGE_CHARACTERS:
        raise DocumentError(
            f"{label(path)}: expected a web page of up to {_PAGE_CHARACTERS:,} "
            f"characters, found {len(page):,}; copy its text into a .txt file"
        )
    # A broken installation must not pass for a page without text.
    import trafilatura  # noqa: F401

    with _quiet():
        fields = _try(lambda: _extract(page))
    if not fields or not fields["text"]:
        raise DocumentError(
            f"{label(path)}: expected a web page with text, found none; "
            "save it once it has loaded, or copy its text into a .txt file"
        )
    return settle(to_outcomes(fields, where=label(path), default_id=path.as_posix()))


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD])
    name = match[1].decode("ascii", "replace").lower() if match else ""
    return _LABELS.get(name, name)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep libraries' complaints off stderr where nobody has configured logging."""
    handler = logging.NullHandler()
    loggers = [logging.getLogger(name) for name in _NOISY]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


def _extract(page: str) -> dict[str, object]:
    import trafilatura

    page = _XML_DECLARATION.sub("", page, count=1)  # it would decide the encoding
    if "html" not in page[:50].lower():  # else taken for something that is no page
        page = f"<!DOCTYPE html>{page}"
    tree = trafilatura.load_html(page)
    if tree is None:
        return {"text": ""}
    # The date is not taken from here: it may be one guessed from the text.
    found = _try(lambda: trafilatura.extract_metadata(tree, extensive=False))
    main = _try(lambda: trafilatura.extract(tree, include_comments=False))
    saved_from = _SAVED_FROM.search(page[:_HEAD])
    address = saved_from[1] if saved_from else ""
    return {
        "title": found.title if found else "",
        "url": (found.url if found else "") or address,
        "source": (found.sitename or found.hostname) if found else "",
        "language": language_tag(tree.get("lang") or ""),
        "published": _published(tree),
        "text": main or trafilatura.baseline(tree)[1],
    }


def _try(step: Callable[[], T]) -> T | None:
    """Return what `step` gives, or None where markup too broken for it defeats it."""
    try:
        return step()
    except Exception:  # noqa: BLE001 - the page is hostile, and parsers have bugs
        return None


def _published(tree: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the first declared date that can be read, else the first of all."""
    dates = [date.strip() for date in _declared_dates(tree) if date.strip()]
    readable = (date for date in dates if parse_published(date))
    return next(readable, dates[0] if dates else "")


def _declared_dates(tree: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            yield from _json_dates(script.text or "")
    named: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").lower()
            named.setdefault(name, meta.get("content") or "")
    yield from (named[name] for name in _DATE_NAMES if name in named)
    for time in tree.iter("time"):
        if "pubdate" in time.attrib or time.get("itemprop") == "datePublished":
            yield time.get("datetime") or ""


def _json_dates(text: str) -> Iterator[str]:
    """Yield datePublished of the things that a JSON-LD block is about."""
    try:
        block = json.loads(text)
    except (ValueError, RecursionError):
        return
    items = block if isinstance(block, list) else [block]
    for item in items:
        if not isinstance(item, dict):
            continue
        graph = item.get("@graph")
        for thing in [item, *(graph if isinstance(graph, list) else [])]:
            date = thing.get("datePublished") if isinstance(thing, dict) else None
            if isinstance(date, str):
                yield date
