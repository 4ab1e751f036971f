#!/usr/bin/env python3
"""Make the word lists that the detector learns with.

    python training/word_lists.py words ../shared
    python training/word_lists.py names FOLDER

`words` counts how often words stand small and with a capital within the sentences of
WikToR and UD English EWT. `names` ranks the names in dist.male.first,
dist.female.first and dist.all.last, the frequently occurring names of the 1990 census
as the U.S. Census Bureau publishes them. Both write into the package.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

DATA = Path(__file__).resolve().parents[1] / "src" / "placemap" / "detection" / "data"
_PIECE = re.compile(r"\w+|[^\w\s]")
# After these a capital says nothing.
_OPENERS = frozenset('.!?:"“(')
_LEAST_COUNT = 2
_MOST_GIVEN_NAMES, _MOST_SURNAMES = 4275, 16384
_WIDTH = 118
_WORDS_HEAD = """\
# How often words stand small and with a capital within English sentences: the two
# rounded binary logarithms of one plus the count, then the words. Counted by
# training/word_lists.py in WikToR (Wikipedia) and UD English EWT, both CC BY-SA."""
_NAMES_HEAD = """\
# {what} in the United States by frequency: the binary logarithm of the rank,
# rounded down, then the names. Source: U.S. Census Bureau, 1990 census name files,
# public domain. Written by training/word_lists.py."""


def count_words(
    sentences: Iterable[Sequence[str]],
) -> tuple[Counter[str], Counter[str]]:
    """Return how often words stand small, and with a capital, within sentences.

    Words at a start, after a colon or quotation mark, and in capitals throughout are
    not counted.

    Examples
    --------
    >>> small, capital = count_words([["The", "nice", "town", "of", "Nice"]])
    >>> small["nice"], capital["nice"], capital["the"]
    (1, 1, 0)
    """
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for words in sentences:
        for before, word in pairwise(words):
            if before in _OPENERS or not word.isalpha():
                continue
            if word.islower():
                small[word] += 1
            elif word[0].isupper() and not word.isupper():
                capital[word.lower()] += 1
    return small, capital


def read_sentences(shared: Path) -> Iterator[list[str]]:
    """Yield the lines of WikToR, each once, and the sentences of UD English EWT."""
    seen = set()
    with (shared / "corpora" / "wiktor.dev.jsonl").open(encoding="utf-8") as rows:
        for row in rows:
            for line in json.loads(row)["text"].split("\n"):
                if line not in seen:
                    seen.add(line)
                    yield _PIECE.findall(line)
    for path in sorted((shared / "ud").glob("en-ewt-*.conllu")):
        for block in path.read_text("utf-8").split("\n\n"):
            fields = [line.split("\t") for line in block.splitlines()]
            yield [field[1] for field in fields if field[0].isdigit()]


def to_word_table(small: Mapping[str, int], capital: Mapping[str, int]) -> str:
    """Return the counts as the content of ``word_case.txt``."""
    lines = defaultdict(list)
    for word, count in small.items():
        if count >= _LEAST_COUNT and len(word) > 1 and word.isascii():
            pair = _logarithm(count), _logarithm(capital.get(word, 0))
            lines[pair].append(word)
    return _to_text(
        _WORDS_HEAD,
        ((f"{a} {b}", lines[a, b]) for a, b in sorted(lines, reverse=True)),
    )


def _logarithm(count: int) -> int:
    return round(math.log2(1 + count))


def to_name_table(what: str, lists: Iterable[Sequence[str]]) -> str:
    """Return names, most frequent first in each list, as the content of a file."""
    ranks: dict[str, int] = {}
    for names in lists:
        for number, name in enumerate(names, 1):
            rank = int(math.log2(number))
            ranks[name] = min(rank, ranks.get(name, rank))
    lines = defaultdict(list)
    for name, rank in ranks.items():
        lines[rank].append(name)
    return _to_text(
        _NAMES_HEAD.format(what=what),
        ((str(rank), lines[rank]) for rank in sorted(lines)),
    )


def _to_text(head: str, rows: Iterable[tuple[str, Iterable[str]]]) -> str:
    lines = [head]
    for label, words in rows:
        line = label
        for word in sorted(words):
            if len(line) + len(word) + 1 > _WIDTH:
                lines.append(line)
                line = label
            line += f" {word}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _read_names(path: Path, most: int) -> list[str]:
    lines = path.read_text("ascii").splitlines()[:most]
    return [line.split()[0].lower() for line in lines]


def main(arguments: Sequence[str] | None = None) -> None:
    """Make one kind of list from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=["words", "names"])
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    if options.kind == "words":
        table = to_word_table(*count_words(read_sentences(options.folder)))
        (DATA / "word_case.txt").write_text(table, "utf-8")
        return
    given = [
        _read_names(options.folder / f"dist.{sex}.first", _MOST_GIVEN_NAMES)
        for sex in ("male", "female")
    ]
    surnames = [_read_names(options.folder / "dist.all.last", _MOST_SURNAMES)]
    for name, what, lists in (
        ("census_given_names", "Given names", given),
        ("census_surnames", "Surnames", surnames),
    ):
        (DATA / f"{name}.txt").write_text(to_name_table(what, lists), "utf-8")


if __name__ == "__main__":
    main()
