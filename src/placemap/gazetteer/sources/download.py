"""Fetch the GeoNames dump, on request only.

The one place of the gazetteer that opens a connection. A transfer that is cut short
goes on where it stopped, in the same run or the next one.
"""

from __future__ import annotations

import json
import time
from http.client import HTTPException
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from placemap import __version__
from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from http.client import HTTPMessage, HTTPResponse
    from pathlib import Path

    Progress = Callable[[str, int, int], None]

GEONAMES_URL = "https://download.geonames.org/export/dump/"
GEONAMES_FILES = (
    "allCountries.zip",
    "alternateNamesV2.zip",
    "hierarchy.zip",
    "admin1CodesASCII.txt",
    "admin2Codes.txt",
    "countryInfo.txt",
)
_CHUNK = 1 << 18
_TIMEOUT_S = 60
_TRIES = 5
_NOT_MODIFIED, _PARTIAL, _OUT_OF_RANGE, _TOO_MANY = 304, 206, 416, 429
_SERVER_ERROR = 500


class _Edition(NamedTuple):
    """What tells one edition of a remote file from another, and its size."""

    etag: str = ""
    modified: str = ""
    size: int = -1


class _CutError(Exception):
    """A transfer ended early or was refused for now; another try may do."""


def download_geonames(
    folder: Path,
    *,
    files: Sequence[str] = GEONAMES_FILES,
    base_url: str = GEONAMES_URL,
    progress: Progress | None = None,
    pause_s: float = 2.0,
) -> list[Path]:
    """Fetch files of the GeoNames dump into `folder` and return their paths.

    A file that is already there is asked for again only if it has changed; half of
    one is completed. A file is in place only once it has the size announced.

    Parameters
    ----------
    files
        Names below `base_url`. The world's places and their names are 600 MB.
    progress
        Called with the name of a file, its bytes fetched and its bytes in all, -1
        when the server does not say.
    pause_s
        Seconds to wait before another try, doubled each time.

    Raises
    ------
    GazetteerError
        If the address is no web address, the server has no such file, or a transfer
        fails five times; what has been fetched is kept for the next call.
    """
    if urlsplit(base_url).scheme not in {"http", "https"}:
        raise GazetteerError(
            f"expected an address that begins with http:// or https://, found"
            f" {base_url!r}"
        )
    for name in files:
        if "/" in name or "\\" in name or name.startswith("."):
            raise GazetteerError(
                f"expected the name of a file such as NL.zip, found {name!r}"
            )
    folder.mkdir(parents=True, exist_ok=True)
    base_url = base_url.rstrip("/") + "/"
    return [
        _Transfer(base_url + name, folder / name, progress).complete(pause_s)
        for name in files
    ]


class _Transfer:
    """One file on its way."""

    def __init__(self, url: str, target: Path, progress: Progress | None) -> None:
        self._url = url
        self._target = target
        self._part = target.with_name(f"{target.name}.part")
        self._note = target.with_name(f".{target.name}.json")
        self._progress = progress

    def complete(self, pause_s: float) -> Path:
        """Fetch the file, or the rest of it, or nothing when it is up to date."""
        for left in reversed(range(_TRIES)):
            try:
                self._fetch()
            except _CutError as error:
                if not left:
                    raise GazetteerError(
                        f"cannot fetch {self._url}: {error}; start again to go on"
                        " with what is missing"
                    ) from error
                time.sleep(pause_s)
                pause_s *= 2
            else:
                break
        return self._target

    def _fetch(self) -> None:
        """Ask for what is missing and take it in.

        Raises
        ------
        _CutError
            If less arrived than was announced.
        """
        headers = self._conditions()
        try:
            request = Request(self._url, headers=headers)  # noqa: S310 - scheme checked
            with urlopen(request, timeout=_TIMEOUT_S) as response:  # noqa: S310 - checked
                self._take(response)
        except HTTPError as error:
            with error:
                self._judge(error)
        except URLError as error:
            raise _CutError(str(error.reason)) from error
        except (HTTPException, OSError) as error:
            raise _CutError(str(error) or type(error).__name__) from error

    def _conditions(self) -> dict[str, str]:
        """Return headers that ask only for what is not here yet."""
        headers = {"User-Agent": f"placemap/{__version__}"}
        known = self._read_note()
        mark = known.etag or known.modified
        if self._part.exists() and mark:
            headers["Range"] = f"bytes={self._part.stat().st_size}-"
            headers["If-Range"] = mark
        elif self._target.exists() and self._target.stat().st_size == known.size:
            if known.etag:
                headers["If-None-Match"] = known.etag
            elif known.modified:
                headers["If-Modified-Since"] = known.modified
        return headers

    def _take(self, response: HTTPResponse) -> None:
        held = self._held(response)
        length = int(response.headers.get("Content-Length") or -1)
        size = length if length < 0 else held + length
        self._write_note(response.headers, size)
        with self._part.open("r+b" if held else "wb") as file:
            file.seek(held)
            while chunk := response.read(_CHUNK):
                file.write(chunk)
                held += len(chunk)
                if self._progress is not None:
                    self._progress(self._target.name, held, size)
            file.truncate()
        if size >= 0 and held != size:
            raise _CutError(f"expected {size:,} bytes, received {held:,}")
        if size < 0:
            self._write_note(response.headers, held)
        self._part.replace(self._target)

    def _held(self, response: HTTPResponse) -> int:
        """Return how many bytes of the part are to be kept: none of another edition."""
        if response.status != _PARTIAL:
            return 0
        held = self._part.stat().st_size
        given = response.headers.get("Content-Range", "")
        if not given.startswith(f"bytes {held}-"):
            self._part.unlink()
            raise _CutError(f"asked for bytes from {held:,}, was given {given!r}")
        return held

    def _judge(self, error: HTTPError) -> None:
        """Tell what an answer other than success means."""
        if error.code == _NOT_MODIFIED:
            return
        if error.code == _OUT_OF_RANGE:
            self._part.unlink(missing_ok=True)
            raise _CutError("the file has changed meanwhile") from error
        if error.code >= _SERVER_ERROR or error.code == _TOO_MANY:
            raise _CutError(f"the server answered {error.code}") from error
        raise GazetteerError(
            f"cannot fetch {self._url}: the server answered {error.code}"
            f" {error.reason}; check the name of the file and the address"
        ) from error

    def _read_note(self) -> _Edition:
        try:
            return _Edition(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return _Edition()

    def _write_note(self, headers: HTTPMessage, size: int) -> None:
        edition = _Edition(
            etag=headers.get("ETag", ""),
            modified=headers.get("Last-Modified", ""),
            size=size,
        )
        self._note.write_text(json.dumps(edition._asdict()), encoding="utf-8")
