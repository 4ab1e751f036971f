"""Show text from documents in a terminal without letting it take the terminal over."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# Joiners change how the letters of some scripts connect, and nothing else.
_HARMLESS = frozenset("\u200c\u200d")


def visible(text: object) -> str:
    r"""Return `text` on one line, with control and direction characters spelled out.

    What documents say must not move the cursor, set colours or reverse the order
    in which a terminal shows a line.

    Examples
    --------
    >>> print(visible("\x1b[31mred\u202e"))
    \x1b[31mred\u202e
    """
    return "".join(
        c if c.isprintable() or c in _HARMLESS else c.encode("unicode_escape").decode()
        for c in str(text)
    )


def explain(error: BaseException) -> str:
    """Return what an error says, or its kind where it says nothing."""
    return visible(str(error) or type(error).__name__)


def counted(number: int, noun: str) -> str:
    """Return number and noun.

    Examples
    --------
    >>> counted(1, "event"), counted(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def table(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return lines with aligned columns, the heading first.

    Examples
    --------
    >>> print(table(["NAME", "AT"], [["Lyon", 45.7], ["東京", 35.7]]))
    NAME  AT
    Lyon  45.7
    東京  35.7
    """
    cells = [list(heading), *([visible(cell) for cell in row] for row in rows)]
    widths = [max(map(_columns, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            cell + " " * (width - _columns(cell))
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    )


def _columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return sum(
        1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
        if not unicodedata.combining(c)
    )


def to_json(value: object) -> str:
    r"""Return readable JSON in which hostile characters are escaped.

    Examples
    --------
    >>> print(to_json(["درنة", "\u202e"]))
    [
      "درنة",
      "\u202e"
    ]
    """
    return harmless_json(json.dumps(value, ensure_ascii=False, indent=2))


def harmless_json(text: str) -> str:
    """Return the same JSON with everything `visible` would spell out escaped."""
    return re.sub(r"[^\n -~]", _escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return character if visible(character) == character else json.dumps(character)[1:-1]


def say(message: str) -> None:
    """Write a message to stderr; stdout is for results."""
    click.echo(message, err=True)


def examples(*lines: str) -> str:
    """Return command lines as the end of a help text, which click leaves as it is."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


@contextmanager
def tracked(label: str, *, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how much is done of how much, on a terminal only.

    Unknown totals are given as -1.
    """
    with click.progressbar(
        length=1,
        label=visible(label),
        file=sys.stderr,
        hidden=quiet or not sys.stderr.isatty(),
    ) as bar:

        def show(done: int, total: int) -> None:
            bar.length = max(total, done, 1)
            bar.update(done - bar.pos)

        yield show


@contextmanager
def saying_warnings() -> Iterator[None]:
    """Say warnings of ours as messages, each once; leave others as they are."""
    from placemap.output import LabelWarning, SampleWarning

    said: set[str] = set()
    with warnings.catch_warnings():
        for ours in (LabelWarning, SampleWarning):
            warnings.simplefilter("always", ours)
        show_other = warnings.showwarning

        def show(
            message: Warning | str,
            category: type[Warning],
            filename: str,
            lineno: int,
            file: TextIO | None = None,
            line: str | None = None,
        ) -> None:
            if not issubclass(category, LabelWarning | SampleWarning):
                show_other(message, category, filename, lineno, file, line)
            elif str(message) not in said:
                said.add(str(message))
                say(f"Warning: {visible(message)}")

        warnings.showwarning = show
        yield
