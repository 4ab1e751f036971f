"""Which exporter writes a file, and which settings it takes."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

from placemap import registry
from placemap.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from placemap.protocols import Exporter


def exporter_for(path: Path) -> Exporter:
    """Return the exporter for the suffix of `path`, the longest that is known.

    ``events.acled.csv`` goes to the exporter ``acled.csv``, ``my.events.csv`` to
    ``csv``.

    Raises
    ------
    PluginNotFoundError
        If none is installed for it; the message lists those that are.
    OutputError
        If `path` has no suffix.
    """
    parts = [suffix.lower().removeprefix(".") for suffix in path.suffixes]
    if not parts:
        known = ", ".join(f".{name}" for name in registry.names("exporters"))
        raise OutputError(
            f"cannot tell the format of {path}: expected a suffix out of {known}"
        )
    known_names = registry.names("exporters")
    endings = [".".join(parts[at:]) for at in range(len(parts))]
    chosen = next((one for one in endings if one in known_names), parts[-1])
    exporter: Exporter = registry.load("exporters", chosen)
    return exporter


def check_settings(exporter: Exporter, path: Path, settings: Mapping[str, Any]) -> None:
    """Make sure that the exporter takes all of `settings`, by name.

    Raises
    ------
    OutputError
        If it does not; the message says which formats do.
    """
    for name in settings:
        if name not in signature(exporter).parameters:
            others = [
                f".{other}"
                for other in registry.names("exporters")
                if name in signature(registry.load("exporters", other)).parameters
            ]
            raise OutputError(
                f"{path} cannot be written with the setting {name!r}: "
                f"only {', '.join(others) or 'no format'} can"
            )
