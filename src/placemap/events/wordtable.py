"""Answers about single words, each worked out once: what most of the reading asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")

# More different words than a thousand reports hold; a hostile text may hold any number.
_MOST = 1 << 16


class WordTable(dict[str, Answer], Generic[Answer]):
    """A function of a word as a table that fills itself, and is emptied when full.

    `table[word]` takes a tenth of the time of a call to a function with an
    `lru_cache`, which has to keep its answers in order.

    Examples
    --------
    >>> lengths = WordTable(len)
    >>> lengths["siege"], lengths
    (5, {'siege': 5})
    """

    __slots__ = ("_answer",)

    def __init__(self, answer: Callable[[str], Answer]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> Answer:
        if len(self) >= _MOST:
            self.clear()
        answer = self[word] = self._answer(word)
        return answer
