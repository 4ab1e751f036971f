"""Names at the ends of roads and borders, which dashes hide: "the Kano-Kaduna road"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.core import Mention, Span
from placemap.linked import linked_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from placemap.core import Form
    from placemap.protocols import Gazetteer

# Two such names vouch for each other, and what they link for both.
_SCORE = 0.9
_FORMS: dict[str, Form] = {"adjective": "adjective", "demonym": "demonym"}


def with_ends(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> list[Mention]:
    """Return the mentions with the ends of roads and borders, in text order.

    Only where the gazetteer knows every one of the names.
    """
    found = list(mentions)
    for spans in linked_names(text):
        known = [_known(text, span, i, gazetteer) for i, span in enumerate(spans)]
        ends = [end for end in known if end is not None]
        whole = Span(spans[0].start, spans[-1].end)
        if len(ends) < len(spans) or any(m.span.covers(whole) for m in found):
            continue
        kept = [end.span for end in ends]
        found = [m for m in found if m.span in kept or not m.span.overlaps(whole)]
        taken = {m.span for m in found}
        found += [end for end in ends if end.span not in taken]
    return sorted(found, key=lambda mention: mention.span)


def _known(text: str, span: Span, place: int, gazetteer: Gazetteer) -> Mention | None:
    """Return the known name in a span: the first may begin late, others end early."""
    words = list(_words(text, span))
    for count in range(len(words), 0, -1):
        part = words[-count:] if place == 0 else words[:count]
        name = Span(part[0].start, part[-1].end)
        found = gazetteer.candidates(name.of(text))
        if found:
            kind = found[0].name_kind
            form = _FORMS.get(kind, "name")
            return Mention(span=name, text=name.of(text), form=form, score=_SCORE)
    return None


def _words(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for word in span.of(text).split(" "):
        yield Span(start, start + len(word))
        start += len(word) + 1
