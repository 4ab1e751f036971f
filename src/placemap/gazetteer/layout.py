"""The gazetteer file: named sections behind a small JSON header.

One file is one gazetteer. It begins with `MAGIC`, the header's length as eight
little-endian bytes, and the header in UTF-8 JSON, which holds `meta` and, for
every section, its offset and length in bytes. Sections begin on multiples of 64
and are read where they lie: opening maps the file and parses the header only.
Numbers are little-endian. `docs/architecture.md` describes the sections.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import sys
from array import array
from typing import TYPE_CHECKING, Any, Literal

from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MAGIC = b"placemap-gazetteer/1\n"
_ALIGN = 64
# `array` type codes: unsigned bytes, 16 and 32 bits, and signed 32 bits.
Code = Literal["B", "H", "I", "i"]


def pack(sections: Mapping[str, bytes], meta: Mapping[str, Any]) -> bytes:
    """Return the whole file. The same sections and meta give the same bytes.

    The header's meta gets a `sha256` over all sections, the gazetteer's identity.
    """
    total = hashlib.sha256()
    for name in sorted(sections):
        total.update(name.encode())
        total.update(hashlib.sha256(sections[name]).digest())
    table: dict[str, tuple[int, int]] = {}
    body = bytearray()
    for name, data in sections.items():
        body += b"\0" * (-len(body) % _ALIGN)
        table[name] = (len(body), len(data))
        body += data
    header = {"meta": {**meta, "sha256": total.hexdigest()}, "sections": table}
    text = json.dumps(header, ensure_ascii=False).encode()
    lead = len(MAGIC) + 8 + len(text)
    text += b" " * (-lead % _ALIGN)
    return MAGIC + len(text).to_bytes(8, "little") + text + bytes(body)


class Sections:
    """Read access to the sections of a packed gazetteer."""

    def __init__(self, buffer: Any, *, origin: str) -> None:  # noqa: ANN401 - any buffer
        self._view = memoryview(buffer)
        lead = len(MAGIC) + 8
        if bytes(self._view[: len(MAGIC)]) != MAGIC:
            raise GazetteerError(
                f"{origin} is not a compiled placemap gazetteer; "
                "expected a file made by the gazetteer compiler, or a folder of tables"
            )
        length = int.from_bytes(self._view[len(MAGIC) : lead], "little")
        try:
            header = json.loads(bytes(self._view[lead : lead + length]))
        except ValueError as error:
            raise GazetteerError(f"{origin} is damaged: build it again") from error
        self.meta: dict[str, Any] = header["meta"]
        self._table: dict[str, tuple[int, int]] = header["sections"]
        self._start = lead + length
        self._check_length(origin)

    @classmethod
    def open(cls, path: Path) -> Sections:
        """Map the file at `path` into memory.

        Raises
        ------
        GazetteerError
            If there is no such file or it is not a gazetteer.
        """
        try:
            with path.open("rb") as file:
                buffer = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise GazetteerError(f"cannot open gazetteer {path}: {error}") from error
        return cls(buffer, origin=str(path))

    def _check_length(self, origin: str) -> None:
        end = max((offset + size for offset, size in self._table.values()), default=0)
        if self._start + end > len(self._view):
            raise GazetteerError(f"{origin} is cut short: build or copy it again")

    def raw(self, name: str) -> memoryview:
        """Return a section's bytes."""
        offset, size = self._table[name]
        return self._view[self._start + offset : self._start + offset + size]

    def numbers(self, name: str, code: Code) -> memoryview[int]:
        """Return a section as numbers of the `array` type `code`, such as "I"."""
        if sys.byteorder == "big":
            swapped = array(code, bytes(self.raw(name)))
            swapped.byteswap()
            return memoryview(swapped)
        return self.raw(name).cast("B").cast(code)


def pack_numbers(code: Code, values: Iterable[int]) -> bytes:
    """Return `values` as little-endian numbers of the `array` type `code`."""
    packed = array(code, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def pack_blobs(blobs: Iterable[bytes]) -> tuple[bytes, bytes]:
    """Return the offsets (uint32, one more than there are blobs) and the bytes."""
    offsets, body = [0], bytearray()
    for blob in blobs:
        body += blob
        offsets.append(len(body))
    return pack_numbers("I", offsets), bytes(body)
