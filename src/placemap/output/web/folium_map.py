"""The folium map that carries the page, linking nothing from any server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from placemap.output.web.basemap import make_basemap
from placemap.output.web.page import render_page
from placemap.output.web.payload import mentioned_countries, mentioned_positions
from placemap.output.web.sites import country_codes, positions

if TYPE_CHECKING:
    from collections.abc import Iterator


class PlacemapMap(folium.Map):
    """A `folium.Map` of events that shows, saves and extends like any other.

    Parameters
    ----------
    payload
        What `placemap.output.web.payload.make_payload` returns.

    Notes
    -----
    Texts reach the page as data only, never through folium's popups and tooltips.
    Layers added by others are rendered by folium, which trusts their texts.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium reads it as such
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, payload: dict[str, Any]) -> None:
        super().__init__(
            location=(20, 0),
            zoom_start=2,
            tiles=None,
            zoom_control=False,
            min_zoom=2,
            max_zoom=13,
            world_copy_jump=True,
        )
        PageFigure(payload).add_child(self)
        self.add_child(_Start())


class _Start(MacroElement):
    """Hands the Leaflet map to our scripts."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "placemap.start({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca's


class PageFigure(Figure):
    """The root of the elements, rendered through our own page."""

    def __init__(self, payload: dict[str, Any]) -> None:
        super().__init__(height="720px")
        self.payload = payload

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's signature
        """Return the page; the same elements always give the same text."""
        for number, element in enumerate(_tree(self)):
            element._id = f"{number:04d}"  # noqa: SLF001 - random otherwise
        for part in (self.header, self.html, self.script):
            part._children.clear()  # noqa: SLF001 - what an earlier rendering left
        for child in self._children.values():
            child.render(**kwargs)
        sites = self.payload["sites"]
        codes = country_codes(sites) if sites else mentioned_countries(self.payload)
        basemap = make_basemap(
            sorted(set(positions(sites))),
            also=sorted(set(mentioned_positions(self.payload))),
            codes=codes,
            named={site["place"] for site in sites},
        )
        return render_page(
            self.payload,
            basemap,
            map_html=self.html.render(**kwargs).strip(),
            map_script=self.script.render(**kwargs).strip(),
        )


def _tree(element: Element) -> Iterator[Element]:
    yield element
    for child in element._children.values():  # noqa: SLF001 - branca offers no way
        yield from _tree(child)
