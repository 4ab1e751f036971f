"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from placemap.errors import OutputError, PlacemapError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def replacing(path: str | Path) -> Iterator[Path]:
    """Give a new path to write to; it takes the place of `path` at the end.

    The new file lies in a folder of its own beside `path`, so that what a library
    leaves next to it (journals, for example) is cleared away with it. Should
    anything fail within the block, `path` keeps what it held before. Parent
    folders are made; a link is followed and stays a link.

    Raises
    ------
    OutputError
        If the file cannot be written; the message names it and the cure.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     target = Path(folder, "new", "hello.txt")
    ...     with replacing(target) as temporary:
    ...         _ = temporary.write_text("hello")
    ...     target.read_text(), [p.name for p in target.parent.iterdir()]
    ('hello', ['hello.txt'])
    """
    target = Path(path).resolve()
    ours = [target, *target.parents]
    try:
        _make_ready(target)
        with tempfile.TemporaryDirectory(
            dir=target.parent, prefix=".placemap-", ignore_cleanup_errors=True
        ) as folder:
            temporary = Path(folder, target.name)
            ours += [temporary, temporary.parent]
            yield temporary
            _flush(temporary)
            temporary.replace(target)
    except PlacemapError:
        raise
    except OSError as error:
        # Whoever writes may also be reading documents: their trouble is not ours.
        if error.filename is not None and Path(str(error.filename)) not in ours:
            raise
        raise OutputError(f"cannot write {path}: {_cure(error)}") from error


def _make_ready(target: Path) -> None:
    if target.is_dir():
        raise OutputError(
            f"cannot write {target}: it is a folder; name a file, "
            f"such as {target / 'events.geojson'}"
        )
    if target.exists() and not target.is_file():
        raise OutputError(f"cannot write {target}: it is a device; name a file")
    target.parent.mkdir(parents=True, exist_ok=True)


def _flush(path: Path) -> None:
    """Put the content on the disk before the name, lest a power cut empty both."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _cure(error: OSError) -> str:
    cause = error.strerror or str(error)
    if isinstance(error, PermissionError):
        return f"{cause}; choose a folder you may write to, or change its permissions"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{cause}: {error.filename} is a file where a folder is needed"
    return f"{cause}; free the disk or choose another folder"
