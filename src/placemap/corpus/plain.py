"""Read plain text and Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.corpus.encoding import decode
from placemap.corpus.records import label, settle, to_outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from placemap.core import Document

# Words that begin a line of metadata, and the field they mean; "" is passed over.
_KEYS = {
    "title": "title", "headline": "title", "date": "published",
    "published": "published", "source": "source", "publisher": "source", "url": "url",
    "link": "url", "language": "language", "lang": "language", "author": "",
    "byline": "",
}  # fmt: skip
_KEY_LINE = re.compile(r"([A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+(.*)|)")
_HEAD_CHARACTERS = 1 << 14  # as far as metadata is looked for
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M
)
_HEADING = re.compile(r"^#[ \t]+(\S.*)$", re.M)
# [text](target "title"), ![text](target)
_LINK = re.compile(r'!?\[([^\]\[\n]*)\]\([^()\s]*(?:[ \t]+"[^"\n]*")?\)')


def read_plain(path: Path, data: bytes) -> Iterator[Document]:
    r"""Yield the one document in a plain text or Markdown file.

    Its text is the file's, with line ends made ``\n``, after a block of metadata
    at the very top if there is one: in plain text, lines such as ``Title: ...``,
    ``Date: ...``, ``Source: ...``, ``URL: ...`` and nothing else up to a blank
    line; in Markdown, YAML front matter of simple ``key: value`` lines. In Markdown
    the first ``#`` heading is the title if no other is given, and links are
    reduced to their words, so that no place is found in an address.

    Raises
    ------
    DocumentError
        If the file is empty, not text, or nothing but metadata.

    Examples
    --------
    >>> from pathlib import Path
    >>> data = b"Title: Port closed\nDate: 2024-05-02\n\nWaves shut the port of Acre."
    >>> document = next(read_plain(Path("acre.txt"), data))
    >>> document.title, document.published, document.text
    ('Port closed', datetime.date(2024, 5, 2), 'Waves shut the port of Acre.')
    """
    text = decode(data, where=label(path)).replace("\r\n", "\n").replace("\r", "\n")
    is_markdown = path.suffix.lower() in {".md", ".markdown"}
    fields, body = _split_front_matter(text) if is_markdown else _split_header(text)
    if is_markdown:
        body = _LINK.sub(r"\1", body)
        heading = _HEADING.search(body)
        if heading and not fields.get("title"):
            fields["title"] = heading[1].rstrip("# \t")
    return settle(
        to_outcomes(
            {**fields, "text": body}, where=label(path), default_id=path.as_posix()
        )
    )


def _split_header(text: str) -> tuple[dict[str, str], str]:
    """Split off lines of known keys, each at most once, up to a blank line."""
    fields: dict[str, str] = {}
    seen: set[str] = set()
    end = 0
    for line in text[:_HEAD_CHARACTERS].split("\n"):
        end += len(line) + 1
        if not line.strip():
            break
        key = _key_value(line)
        if key is None or key[0] not in _KEYS or key[0] in seen:
            return {}, text
        seen.add(key[0])
        fields[_KEYS[key[0]]] = key[1]
    else:
        return {}, text
    body = text[end:].lstrip("\n")
    return (fields, body) if any(fields) and body.strip() else ({}, text)


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text[:_HEAD_CHARACTERS])
    if match is None:
        return {}, text
    fields: dict[str, str] = {}
    for line in match[1].split("\n"):
        if not line.strip() or line[0] in " \t-#":  # lists, nested keys, comments
            continue
        key = _key_value(line)
        if key is None:  # a rule and a paragraph, not metadata
            return {}, text
        fields.setdefault(_KEYS.get(key[0], ""), key[1])
    return fields, text[match.end() :].lstrip("\n")


def _key_value(line: str) -> tuple[str, str] | None:
    match = _KEY_LINE.fullmatch(line.strip())
    if match is None:
        return None
    value = (match[2] or "").strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if value[:1] in {">", "|"}:  # a block of lines, which is not read
        value = ""
    return match[1].lower(), value
