"""Find the files a user means."""

from __future__ import annotations

import glob
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from placemap.corpus.outputs import LOOK_BYTES, is_output
from placemap.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

STDIN = Path("-")
# What a folder holds beside reports: it tells of the folder, not of the world.
_ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog"})
# Our tables in the layouts of others do not say in them who wrote them.
_LAYOUTS = (".acled.csv", ".ucdp.csv")


def find_files(
    paths: Iterable[str | Path],
    *,
    suffixes: Set[str],
    report: Callable[[DocumentError], None],
) -> dict[Path, str]:
    """Return the files that `paths` stand for, each once and with a name of its own.

    They are in the order given. Files named themselves or by a pattern are there
    whatever their suffix, those found in folders only if it is one of `suffixes`
    (lower case, without dot) and they are no README, no licence and nothing that
    placemap wrote. `STDIN` is passed on. `report` gets an error for each
    path that stands for nothing, and for each folder that cannot be listed.

    The names tell nothing of the disc but what it takes to tell them apart: a
    file's own name, or its path below the folder that was given, and where several
    share that, as many folders above as they differ in. They depend on neither the
    working directory nor the order of `paths`.
    """
    found: dict[Path, tuple[Path, int]] = {}
    for path in paths:
        try:
            matches = _matches(Path(path))
        except DocumentError as error:
            report(error)
            continue
        for match in matches:
            for file in _files(match, suffixes=suffixes, report=report):
                identity = file if file == STDIN else file.resolve()
                below = len(file.parts) - len(match.parts) or 1
                first, least = found.get(identity, (file, below))
                found[identity] = first, min(least, below)
    return _named(dict(found.values()))


def _named(counts: Mapping[Path, int]) -> dict[Path, str]:
    """Return each file's last so many parts, or as many more as tell it apart."""
    parts = {path: _parts(path) for path in counts}
    counts = dict(counts)
    while True:
        names = {path: "/".join(parts[path][-n:]) for path, n in counts.items()}
        users = Counter(names.values())
        shared = [
            path
            for path, name in names.items()
            if users[name] > 1 and counts[path] < len(parts[path])
        ]
        if not shared:
            return names
        for path in shared:
            counts[path] += 1


def _parts(path: Path) -> Sequence[str]:
    """Return the folders above `path`, without drive and root, and its name."""
    if path == STDIN:
        return path.parts
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - takes out "..", too
    return [part for part in whole.parts if part != whole.anchor]


def _matches(path: Path) -> list[Path]:
    if path == STDIN or _exists(path):
        return [path]
    pattern = str(path)
    if any(sign in pattern for sign in "*?["):
        matches = glob.glob(pattern, recursive=True)  # noqa: PTH207 - may be absolute
        if matches:
            return [Path(match) for match in sorted(matches)]
        raise DocumentError(
            f"{path.as_posix()}: no file matches this pattern; "
            "check it, and that the folder is the right one"
        )
    raise DocumentError(
        f"{path.as_posix()}: no such file or folder; check the spelling"
    )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:  # a name too long, a folder one may not enter
        raise DocumentError(
            f"{path.as_posix()}: cannot be looked up ({error.strerror}); "
            "check the path and that you may enter its folder"
        ) from error


def _files(
    path: Path, *, suffixes: Set[str], report: Callable[[DocumentError], None]
) -> Iterator[Path]:
    if path == STDIN or not path.is_dir():
        yield path
        return
    found = False
    for file in _walk(path, report):
        if file.suffix.lower().removeprefix(".") in suffixes:
            found = True
            if _may_report(file):
                yield file
    if not found:
        known = ", ".join(f".{suffix}" for suffix in sorted(suffixes)) or "none"
        report(
            DocumentError(
                f"{path.as_posix()}: no file in this folder has a known suffix "
                f"({known}); name the files themselves to read them as plain text"
            )
        )


def _may_report(file: Path) -> bool:
    """Tell whether the file is neither about its folder nor our own work."""
    if file.stem.lower() in _ABOUT_THE_FOLDER or file.name.lower().endswith(_LAYOUTS):
        return False
    try:
        with file.open("rb") as opened:
            return not is_output(opened.read(LOOK_BYTES))
    except OSError:
        return True  # reading it will tell why


def _walk(folder: Path, report: Callable[[DocumentError], None]) -> Iterator[Path]:
    """Yield the visible files in and below `folder`, ordered by their names.

    Links to folders are not followed: they may lead in a circle.
    """
    pending = [folder]
    while pending:
        path = pending.pop()
        if path.is_dir():
            if path == folder or not path.is_symlink():
                pending.extend(_visible(path, report))
        elif path.is_file() or path.is_symlink():  # no pipes, no devices
            yield path


def _visible(folder: Path, report: Callable[[DocumentError], None]) -> list[Path]:
    """Return what `folder` holds, last name first, as a stack wants it."""
    try:
        entries = list(folder.iterdir())
    except OSError as error:
        report(
            DocumentError(
                f"{folder.as_posix()}: this folder cannot be listed "
                f"({error.strerror}); check that you may read it"
            )
        )
        return []
    return sorted((e for e in entries if not e.name.startswith(".")), reverse=True)
