"""Keep the lines of a report on the disk until a format has room for them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from placemap.output.jsonl import to_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from placemap.core import ParsedDocument


class Spool(NamedTuple):
    """Lines put aside, to be read again in the same order.

    Nothing is kept where `is_wanted` is False, so that writers need not ask.
    """

    file: BinaryIO
    is_wanted: bool

    def kept(self, parsed: Iterable[ParsedDocument]) -> Iterator[ParsedDocument]:
        """Yield `parsed` as it comes, and put the line of each document aside."""
        for item in parsed:
            if self.is_wanted:
                self.file.write(to_line(item).encode() + b"\n")
            yield item

    def lines(self) -> Iterator[str]:
        """Yield the lines that were put aside, without their ends."""
        self.file.seek(0)
        for line in self.file:
            yield line.decode().removesuffix("\n")


@contextmanager
def spool_beside(path: Path, *, is_wanted: bool) -> Iterator[Spool]:
    """Give a spool in the folder of `path`; it is gone at the end of the block."""
    beside = path.with_name(f"{path.name}.spool")
    with beside.open("wb+") as file:
        yield Spool(file, is_wanted)
    beside.unlink()
