"""Find places in Chinese and Japanese, which do not part words by spaces.

Any two characters that meet by chance may spell a town somewhere, so a name needs
either a standing of its own or the character that says what it is: 市, 省, 県.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from placemap.core import Span
from placemap.detection.foreign.hanzi import other_scripts
from placemap.detection.foreign.wordings import Wording
from placemap.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from placemap.detection.foreign.grammar import Grammar
    from placemap.protocols import Gazetteer

_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f々ヶケ]+")
_LEAST = 2
_CHANCE, _SUFFIX, _COMMON, _PERSON = -1.0, 2.5, -4.0, -4.0
_AFTER_TITLE = 3


def find_unspaced(
    gazetteer: Gazetteer,
    text: str,
    grammar: Grammar,
    *,
    standing: Callable[[str], float | None],
) -> Iterator[tuple[Wording, float]]:
    """Yield stretches that may name a place, with their weights, 0 being undecided."""
    others = other_scripts(text) if grammar.language == "zh" else []
    for version in (text, *others):
        yield from _find_in(version, gazetteer, grammar, standing)


def _find_in(
    text: str,
    gazetteer: Gazetteer,
    grammar: Grammar,
    standing: Callable[[str], float | None],
) -> Iterator[tuple[Wording, float]]:
    for found in gazetteer.scan(text):
        name = found.of(text)
        own = standing(name)
        if own is None or not _is_word(found, text):
            continue
        span = _with_suffix(found, text, grammar)
        weight = own + sum(
            rule(span, name, text, grammar) for rule in (_spelling, _neighbours)
        )
        # The name with its suffix may be listed, and of another place, too.
        whole = span.of(text)
        known = whole if standing(whole) is not None else name
        yield Wording(span, known, is_bare=known == whole), weight


def _is_word(span: Span, text: str) -> bool:
    """Tell whether a stretch is of one script and, in katakana, a whole word."""
    name = span.of(text)
    if _HAN.fullmatch(name):
        return len(name) >= _LEAST
    neighbours = (
        text[max(0, span.start - 1) : span.start],
        text[span.end : span.end + 1],
    )
    return bool(_KATAKANA.fullmatch(name)) and not any(
        _KATAKANA.fullmatch(one) for one in neighbours if one
    )


def _with_suffix(span: Span, text: str, grammar: Grammar) -> Span:
    has_own = span.of(text).endswith(grammar.suffixes) and len(span.of(text)) > _LEAST
    if has_own or not text.startswith(grammar.suffixes, span.end):
        return span
    return Span(span.start, span.end + 1)


def _spelling(span: Span, name: str, text: str, grammar: Grammar) -> float:
    """Short names meet by chance; a suffix says that it is one."""
    if fold(name) in grammar.common and span.of(text) == name:
        return _COMMON
    has_suffix = span.of(text).endswith(grammar.suffixes) and (
        span.end - span.start > _LEAST
    )
    chance = _CHANCE if len(name) == _LEAST else 0.0
    return chance + (_SUFFIX if has_suffix else 0.0)


def _neighbours(span: Span, name: str, text: str, grammar: Grammar) -> float:
    """Streets and brands are named after places, and people like them."""
    del name
    if text.startswith((*grammar.barred, *grammar.persons_after), span.end):
        return _PERSON
    before = text[max(0, span.start - _AFTER_TITLE) : span.start]
    surname = before[-1:] if before[-1:] in grammar.surnames else ""
    is_named = bool(surname) and before[:-1].endswith(grammar.titles)
    is_named |= before.endswith(grammar.titles) and (
        text[span.start] in grammar.surnames
    )
    return _PERSON if is_named and grammar.titles else 0.0
