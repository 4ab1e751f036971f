"""The options of an HTML map: its heading, its language, and online tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from xyzservices import TileProvider

_OPTIONS = (
    click.option("--title", metavar="TEXT", help="Heading of an HTML map."),
    click.option(
        "--language",
        type=click.Choice(["en", "fr", "es", "ru", "ar"]),
        help="Language of an HTML map's interface; that of the reader's browser when "
        "not given. It can be changed on the page.",
    ),
    click.option(
        "--tiles",
        metavar="NAME|URL",
        help="Online tiles for an HTML map, which then asks their server for images "
        "when it is opened: a name of xyzservices such as OpenTopoMap, or an address "
        "with {z}, {x} and {y} in it. Mind their terms. Without this option a map "
        "asks for nothing.",
    ),
    click.option(
        "--tiles-attribution",
        metavar="TEXT",
        help="Whose tiles they are, for an address; a name has its own.",
    ),
    click.option(
        "--tiles-key",
        metavar="env:NAME|file:PATH",
        help="Where the key is that their server demands, if it does: an environment "
        "variable or a file that holds nothing else. It is part of the address in the "
        "map, where whoever has the map can read it.",
    ),
)


def takes_page(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how an HTML map looks."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def take_page(options: dict[str, Any]) -> dict[str, Any]:
    """Take the options of the page out of `options`; return those that were given.

    Raises
    ------
    click.UsageError
        If there is something about tiles but no tiles.
    GazetteerError
        If the key cannot be read.
    OutputError
        If nobody knows such tiles, or something about them is missing.
    """
    page = {name: options.pop(name) for name in ("title", "language")}
    page["tiles"] = _tiles(
        options.pop("tiles"),
        attribution=options.pop("tiles_attribution"),
        key=options.pop("tiles_key"),
    )
    return {name: value for name, value in page.items() if value}


def _tiles(
    source: str | None, *, attribution: str | None, key: str | None
) -> TileProvider | None:
    if source is None:
        for name, value in (("attribution", attribution), ("key", key)):
            if value is not None:
                raise click.UsageError(f"--tiles-{name} goes with --tiles")
        return None
    from placemap.gazetteer.online.keys import read_key
    from placemap.output.web.tiles import find_tiles, make_provider

    provider = make_provider(
        source, attribution=attribution or "", key=read_key(key) if key else ""
    )
    find_tiles(provider)  # what is wrong is told before the work, not after it
    return provider
