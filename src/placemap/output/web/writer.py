"""The web map: one HTML file with everything in it, that asks the network nothing.

Only a map that is made with online tiles asks their server for images.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from placemap.output.atomic import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from xyzservices import TileProvider

    from placemap.core import ParsedDocument, Run


def write_map(
    parsed: Iterable[ParsedDocument],
    path: Path,
    *,
    run: Run,
    title: str = "",
    language: str = "",
    tiles: str | TileProvider | None = None,
) -> None:
    """Write the web map of `parsed` to `path`, replacing it whole or not at all.

    Raises
    ------
    OutputError
        If the file cannot be written, the browser libraries are not there, there is
        no interface in `language`, or the tiles cannot be used.
    """
    page = render_map(parsed, run=run, title=title, language=language, tiles=tiles)
    with replacing(path) as temporary:
        temporary.write_text(page, encoding="utf-8", newline="\n")


def render_map(
    parsed: Iterable[ParsedDocument],
    *,
    run: Run,
    title: str = "",
    language: str = "",
    tiles: str | TileProvider | None = None,
) -> str:
    """Return the web map of `parsed` as HTML; the same input gives the same text.

    Parameters
    ----------
    parsed
        The documents in the order they are offered to the reader.
    run
        What made them; its attribution is shown in the page.
    title
        The heading, or '' for the title of the only document.
    language
        The language of the interface, or '' for the one a reader's browser prefers.
    tiles
        Online tiles to show, as for `find_tiles`; None for a map that asks for nothing.

    Warns
    -----
    SampleWarning
        If there are more events than a page can carry, and it shows a sample.

    Examples
    --------
    >>> from placemap.core import Run
    >>> run = Run(version="0.1.0", gazetteer="none", gazetteer_sha256="")
    >>> page = render_map([], run=run, title="Floods & storms")
    >>> "<title>Floods &amp; storms" in page
    True
    """
    from placemap.output.web.folium_map import PlacemapMap
    from placemap.output.web.payload import make_payload
    from placemap.output.web.tiles import find_tiles

    chosen = find_tiles(tiles) if tiles else None
    payload = make_payload(
        parsed, run=run, title=title, language=language, tiles=chosen
    )
    page: str = PlacemapMap(payload).get_root().render()
    return page
