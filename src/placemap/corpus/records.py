"""From the fields of a row, a header or a page to a Document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from placemap.core import Document
from placemap.corpus.dates import parse_published
from placemap.corpus.paths import STDIN
from placemap.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

# What comes of a row: a document, or the error that tells of a defect.
Outcome: TypeAlias = Document | DocumentError

# Other names under which a field is found, tried in this order.
_ALIASES = {"published": ("published", "date"), "language": ("language", "lang")}
# Every name that `to_outcomes` looks for.
FIELDS = (
    "id", "text", "title", "source", "url", "published", "date", "language", "lang"
)  # fmt: skip
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_SHOWN = 40  # characters of a bad value that an error message repeats


def label(path: Path) -> str:
    """Return how `path` is called in messages."""
    return "standard input" if path == STDIN else path.as_posix()


def settle(outcomes: Iterable[Outcome]) -> Iterator[Document]:
    """Turn outcomes into an iterator that raises the errors among them.

    Unlike a generator it can be asked for the next document after an error.

    Examples
    --------
    >>> rows = settle([DocumentError("line 1 is broken"), Document(id="2", text="x")])
    >>> try:
    ...     next(rows)
    ... except DocumentError as error:
    ...     print(error)
    line 1 is broken
    >>> next(rows).id
    '2'
    """
    return map(_unwrap, outcomes)


def _unwrap(outcome: Outcome) -> Document:
    if isinstance(outcome, DocumentError):
        raise outcome
    return outcome


def to_outcomes(
    fields: Mapping[str, object], *, where: str, default_id: str
) -> Iterator[Outcome]:
    """Yield an error for each defect of `fields`, then the document if it has text.

    Parameters
    ----------
    fields
        id, text, title, url, source, published (or date) and language (or lang);
        others are ignored, None and blank strings count as missing.
    where
        File and line, for messages.
    default_id
        The id of a document that has none of its own.
    """
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        yield DocumentError(
            f"{where}: expected a report in 'text', found {_shown(text)}; "
            "fill it in or leave it out"
        )
        return
    defects: list[str] = []
    values = {
        name: _string(fields, name, defects)
        for name in ("id", "title", "source", "url", "published", "language")
    }
    published = _published(values["published"], defects)
    language = _language(values["language"], defects)
    for defect in defects:
        yield DocumentError(f"{where}: {defect}")
    yield Document(
        id=values["id"] or default_id,
        text=text,
        title=values["title"],
        source=values["source"],
        url=values["url"],
        published=published,
        language=language,
    )


def _string(fields: Mapping[str, object], name: str, defects: list[str]) -> str:
    for alias in _ALIASES.get(name, (name,)):
        value = fields.get(alias)
        # A number is what people write for an id or a date such as 20230919.
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if value is None or isinstance(value, str):
            if value and value.strip():
                return value.strip()
            continue
        defects.append(
            f"expected a string as {alias!r}, found {_shown(value)}; read without it"
        )
    return ""


def _published(text: str, defects: list[str]) -> date | None:
    if not text:
        return None
    published = parse_published(text)
    if published is None:
        defects.append(
            "expected the date of publication like 2023-09-19 or "
            f"2023-09-19T14:30:00+04:00, found {_shown(text)}; read without it"
        )
    return published


def language_tag(text: str) -> str:
    """Return `text` as a BCP 47 tag, or "" if it is none.

    Examples
    --------
    >>> language_tag("pt_BR"), language_tag("Portuguese")
    ('pt-BR', '')
    """
    tag = text.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _language(text: str, defects: list[str]) -> str:
    tag = language_tag(text)
    if tag or not text:
        return tag
    defects.append(
        f"expected a language tag like en or pt-BR, found {_shown(text)}; "
        "read without it"
    )
    return ""


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return repr(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")
    kinds = {bool: "true or false", list: "a list", dict: "an object"}
    return kinds.get(type(value), "a number")
