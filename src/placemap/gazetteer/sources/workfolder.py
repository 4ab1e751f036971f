"""A folder beside the target where a long build keeps what it has finished."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING, Any

from placemap.errors import GazetteerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# Enough of both ends of a file to tell its editions apart; all of a small one.
_END = 1 << 20


class WorkFolder:
    """Remembers which steps are done, as long as they are made from `inputs`.

    When the inputs have changed since, everything in the folder is thrown away. A
    step is done when it has left its note: a file with its result.

    Raises
    ------
    GazetteerError
        If the folder cannot be written to.
    """

    def __init__(self, folder: Path, inputs: Mapping[str, Any]) -> None:
        self.path = folder
        if self.result("inputs") == dict(inputs):
            return
        try:
            if folder.exists():
                shutil.rmtree(folder)
            folder.mkdir(parents=True)
            self.finish("inputs", dict(inputs))
        except OSError as error:
            raise GazetteerError(
                f"cannot build in {folder}: {error.strerror}; choose a target in a"
                " folder you may write to, or remove what is in the way"
            ) from error

    def is_done(self, step: str) -> bool:
        """Tell whether `step` was finished, now or in an earlier run."""
        return self._note(step).exists()

    def result(self, step: str) -> Any:  # noqa: ANN401 - any JSON value
        """Return what `finish` was given for a step, or None."""
        try:
            return json.loads(self._note(step).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def finish(self, step: str, result: Any = None) -> None:  # noqa: ANN401 - any JSON
        """Note that `step` is done. What it wrote must lie on the disk by now."""
        temporary = self.path / "note.new"
        temporary.write_text(json.dumps(result), encoding="utf-8")
        temporary.replace(self._note(step))

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)

    def _note(self, step: str) -> Path:
        return self.path / f"{step}.note"


def describe_inputs(paths: Iterable[Path]) -> dict[str, list[Any]]:
    """Return size, time of change and a digest of the ends of each file."""
    return {str(path): _describe(path) for path in sorted(paths)}


def _describe(path: Path) -> list[Any]:
    state = path.stat()
    total = hashlib.sha256()
    with path.open("rb") as file:
        total.update(file.read(_END))
        file.seek(max(_END, state.st_size - _END))
        total.update(file.read(_END))
    return [state.st_size, state.st_mtime_ns, total.hexdigest()]
