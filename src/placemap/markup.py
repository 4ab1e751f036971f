"""HTML made from hostile text, for notebooks: everything is escaped here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from placemap.core import Event, ParsedDocument, Toponym

_MOST_EVENTS = 30


class Mark(NamedTuple):
    """A stretch of a text, how it looks (CSS) and what it says when pointed at."""

    start: int
    end: int
    css: str
    title: str


def highlight(text: str, marks: Iterable[Mark], *, most: int = 3_000) -> str:
    """Return the first `most` characters of `text` as HTML with `marks`.

    Where marks overlap the one that starts first stays, of two that start together the
    longer; one that the end cuts off is left out.

    Examples
    --------
    >>> highlight("<b>Kyiv", [Mark(3, 7, "color:red", '"UA"')])
    '&lt;b&gt;<span style="color:red" title="&quot;UA&quot;">Kyiv</span>'
    >>> highlight("Rain. Snow.", [], most=5)
    'Rain.…'
    """
    parts: list[str] = []
    at = 0
    limit = min(len(text), most)
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start < at or mark.end > limit:
            continue
        body = escape(text[mark.start : mark.end])
        attributes = f'style="{escape(mark.css)}" title="{escape(mark.title)}"'
        parts += (escape(text[at : mark.start]), f"<span {attributes}>{body}</span>")
        at = mark.end
    end = "…" if limit < len(text) else ""
    return "".join((*parts, escape(text[at:limit]), end))


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return an HTML table of plain texts.

    Examples
    --------
    >>> table(["Where"], [["<Lyon>"]])
    '<table><tr><th>Where</th></tr><tr><td dir="auto">&lt;Lyon&gt;</td></tr></table>'
    """
    head = "".join(f"<th>{escape(text)}</th>" for text in headings)
    lines = (
        "".join(f'<td dir="auto">{escape(text)}</td>' for text in row) for row in rows
    )
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><tr>{head}</tr>{body}</table>"


def show_document(parsed: ParsedDocument) -> str:
    """Return the text of a document with its places and triggers, and its events."""
    document, places = parsed.document, parsed.toponyms
    marks = [*map(_trigger_mark, parsed.events), *map(_name_mark, places)]
    names = {t.id: t.place.name for t in places if t.place}
    rows = [_row(event, document.text, names) for event in parsed.events[:_MOST_EVENTS]]
    counts = (
        f"{len(parsed.events)} events, {len(places)} place mentions, "
        f"{len(names)} of them located"
    )
    return (
        f"<h4>{escape(document.title or document.id)}</h4>"
        f'<p dir="auto" style="white-space:pre-wrap">{highlight(document.text, marks)}'
        f"</p><p>{counts}</p>"
        + table(("What", "Type", "When", "Where", "Status", "Score"), rows)
    )


def _row(event: Event, text: str, names: dict[str, str]) -> tuple[str, ...]:
    return (
        event.trigger.of(text),
        " ".join(filter(None, (event.type, event.mode))),
        event.edtf,
        ", ".join(names.get(place.toponym, place.place) for place in event.places),
        event.status,
        f"{event.score:.2f}",
    )


def _name_mark(toponym: Toponym) -> Mark:
    place, span = toponym.place, toponym.span
    if place is None:
        told, line = toponym.reason, "dashed #888888"
    else:
        told = ", ".join(filter(None, (place.name, place.admin1, place.country)))
        line = "solid #3575C8"
    return Mark(span.start, span.end, f"border-bottom:2px {line}", told)


def _trigger_mark(event: Event) -> Mark:
    css = "border-bottom:2px solid #B2182B;font-weight:bold"
    told = f"{event.type}, {event.status}"
    return Mark(event.trigger.start, event.trigger.end, css, told)
