"""A document's words with all that the learned detector looks at around them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from placemap.detection.learned.wordkinds import NO_WORD, kind_of
from placemap.detection.people import People

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.detection.learned.stretches import Stretch
    from placemap.detection.reading import Reading

_GAPS = {
    " ": "s", "": "0", ", ": ",", "-": "-", "'s ": "'", "’s ": "'", ". ": ".",
    " (": "(", ", (": "(", ") ": ")", "), ": ")", "/": "/", "\n": "n",
}  # fmt: skip
# The kinds of gaps that are told apart as numbers, too.
GAP_KINDS = "s,-'.(n"
START, END = "^", "$"
_KNOWN_AS_SHORT_FORM = 2
# As far as anybody looks from a word.
_BEYOND = 3


class View:
    """The words of a reading with their kinds, the gaps between them, and more.

    `kinds` are those of the words, and `NO_WORD` for the indices next to both ends.
    `gaps` are the kinds of what stands behind each word, `START` before the first.
    `containers` has the offsets at which a country or a division is spelled, with 2
    for abbreviations and 1 for the rest.
    """

    def __init__(self, reading: Reading, stretches: Sequence[Stretch]) -> None:
        self.reading = reading
        self.people = People(reading)
        # Beyond both ends there is no word: what is asked for before the first wraps
        # around to the last.
        self.kinds = [*map(kind_of, reading.words), *[NO_WORD] * _BEYOND]
        self.gaps = [*map(gap_kind, reading.gaps), END, *[START] * _BEYOND]
        self.containers: dict[int, int] = {}
        for stretch in stretches:
            facts = stretch.facts
            if facts is not None and facts.is_container:
                worth = _KNOWN_AS_SHORT_FORM if facts.is_abbreviation else 1
                known = self.containers.get(stretch.start, 0)
                self.containers[stretch.start] = max(known, worth)
        self.capitals: dict[str, int] = {}
        self.bearers: dict[str, tuple[int, float, bool, bool]] = {}
        self._note_capitals()

    def _note_capitals(self) -> None:
        """Count capitalised words, and note what makes a word somebody's surname.

        `bearers` gives how often another capital stands right before the word, the
        best rank of these as given names, and whether a title stands before or a
        verb of saying behind it, anywhere in the text.
        """
        nobody = (0, NO_WORD.given, False, False)
        for index, kind in enumerate(self.kinds):
            if not kind.is_capital:
                continue
            self.capitals[kind.key] = self.capitals.get(kind.key, 0) + 1
            before, behind = self.kinds[index - 1], self.kinds[index + 1]
            is_joined = before.is_capital and self.reading.joined(index - 1)
            speaks = "y" in behind.kinds and self.gaps[index] == "s"
            if not is_joined and not speaks:
                continue
            count, given, titled, speaking = self.bearers.get(kind.key, nobody)
            is_title = is_joined and "t" in before.kinds
            self.bearers[kind.key] = (
                count + is_joined,
                min(given, before.given) if is_joined else given,
                titled or is_title,
                speaking or speaks,
            )

    def gap_behind(self, stretch: Stretch) -> str:
        """Return the kind of the gap behind a stretch, which may end in a full stop."""
        reading, last = self.reading, stretch.last
        if stretch.end <= reading.ends[last]:
            return self.gaps[last]
        if last == len(reading.gaps):
            return "." + END
        return "." + gap_kind(reading.text[stretch.end : reading.starts[last + 1]])

    def container_after(self, stretch: Stretch) -> int:
        """Return what `containers` says of the word behind a stretch, or 0."""
        after = stretch.last + 1
        if after >= len(self.reading.starts):
            return 0
        return self.containers.get(self.reading.starts[after], 0)


@lru_cache(maxsize=1 << 10)
def gap_kind(gap: str) -> str:
    """Return one character for what stands between two words.

    Examples
    --------
    >>> gap_kind(" "), gap_kind(", "), gap_kind(". "), gap_kind(" – ")
    ('s', ',', '.', 'd')
    """
    known = _GAPS.get(gap)
    if known:
        return known
    if "\n" in gap:
        return "n"
    mark = gap.strip()[:1]
    if not mark:
        return "s"
    if mark in ".!?":
        return "."
    if mark in "—–-":
        return "d"
    return '"' if mark in '"“”' else mark
