"""Find plug-ins by name, ours and other people's alike."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

from placemap.errors import PluginNotFoundError


def names(group: str) -> list[str]:
    """Return the sorted names of the plug-ins installed in ``placemap.<group>``."""
    return sorted({entry.name for entry in entry_points(group=f"placemap.{group}")})


def load(group: str, name: str) -> Any:  # noqa: ANN401 - the caller names the Protocol
    """Return the plug-in registered under ``placemap.<group>`` as `name`.

    Raises
    ------
    PluginNotFoundError
        If there is none; the message lists those that are installed.
    """
    for entry in entry_points(group=f"placemap.{group}", name=name):
        return entry.load()
    known = ", ".join(names(group)) or "none"
    raise PluginNotFoundError(f"no {group} called {name!r}; installed: {known}")
