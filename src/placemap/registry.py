"""Find plug-ins by name, ours and other people's alike."""

from __future__ import annotations

from importlib.metadata import entry_points
from inspect import signature
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


def make(group: str, name: str, *arguments: object) -> Any:  # noqa: ANN401 - as above
    """Return what the plug-in called `name` makes of the arguments.

    What follows a colon in `name` is handed on as one more argument, for the
    plug-in to choose a model by: ``spacy:de_core_news_sm``.

    Raises
    ------
    PluginNotFoundError
        If there is no such plug-in, or it takes nothing after a colon.
    """
    name, _, choice = name.partition(":")
    plugin = load(group, name)
    if not choice:
        return plugin(*arguments)
    try:
        signature(plugin).bind(*arguments, choice)
    except TypeError as error:
        raise PluginNotFoundError(
            f"expected {name!r} alone of {group}, found {choice!r} after it: this one"
            " has nothing to choose from"
        ) from error
    return plugin(*arguments, choice)
