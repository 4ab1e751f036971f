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
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any, Literal

from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

MAGIC = b"placemap-gazetteer/1\n"
_ALIGN = 64
_CHUNK = 1 << 20
# `array` type codes: unsigned bytes, 16 and 32 bits, and signed 32 bits.
Code = Literal["B", "H", "I", "i"]


def pack(sections: Mapping[str, bytes], meta: Mapping[str, Any]) -> bytes:
    """Return the whole file. The same sections and meta give the same bytes.

    The header's meta gets a `sha256` over all sections, the gazetteer's identity.
    """
    digests = {name: hashlib.sha256(data) for name, data in sections.items()}
    sizes = {name: len(data) for name, data in sections.items()}
    body = bytearray()
    for data in sections.values():
        body += b"\0" * (-len(body) % _ALIGN)
        body += data
    return _lead(digests, sizes, meta) + bytes(body)


def write_sections(
    path: Path, sections: Mapping[str, Sequence[Path]], meta: Mapping[str, Any]
) -> None:
    """Write the same file as `pack` from sections that lie in files.

    A section is its files one after the other. However large they are, memory
    holds a few pages of them at a time.
    """
    digests = {name: _digest(parts) for name, parts in sections.items()}
    sizes = {
        name: sum(part.stat().st_size for part in parts)
        for name, parts in sections.items()
    }
    with path.open("wb") as file:
        file.write(_lead(digests, sizes, meta))
        start = file.tell()
        for parts in sections.values():
            file.write(b"\0" * ((start - file.tell()) % _ALIGN))
            for part in parts:
                with part.open("rb") as source:
                    copyfileobj(source, file, _CHUNK)


def _digest(parts: Iterable[Path]) -> hashlib._Hash:
    total = hashlib.sha256()
    for part in parts:
        with part.open("rb") as file:
            while chunk := file.read(_CHUNK):
                total.update(chunk)
    return total


def _lead(
    digests: Mapping[str, hashlib._Hash],
    sizes: Mapping[str, int],
    meta: Mapping[str, Any],
) -> bytes:
    """Return everything before the first section, a multiple of 64 bytes."""
    total = hashlib.sha256()
    for name in sorted(digests):
        total.update(name.encode())
        total.update(digests[name].digest())
    table: dict[str, tuple[int, int]] = {}
    offset = 0
    for name, size in sizes.items():
        offset += -offset % _ALIGN
        table[name] = (offset, size)
        offset += size
    header = {"meta": {**meta, "sha256": total.hexdigest()}, "sections": table}
    text = json.dumps(header, ensure_ascii=False).encode()
    lead = len(MAGIC) + 8 + len(text)
    text += b" " * (-lead % _ALIGN)
    return MAGIC + len(text).to_bytes(8, "little") + text


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

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a section of that name."""
        return name in self._table

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
