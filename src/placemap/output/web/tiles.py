"""Online map tiles, for whoever opts in: where they are, whose, and up to which zoom.

Names come from ``xyzservices``, which folium brings along. A page with tiles asks their
server for images and nothing else; the built-in base map lies below and needs nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from placemap.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xyzservices import TileProvider

# Where one server ends and another begins, in the form a policy takes.
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]+)?(?=/)", re.IGNORECASE)
# What the page fills in: column, row, zoom, and maybe server and pixel density.
_FIELDS = re.compile(r"\{(\w+)\}")
_NEEDED = {"x", "y", "z"}
_KNOWN = {*_NEEDED, "s", "r"}
# What stands in an address as it is: the rest, such as spaces, is escaped.
_PLAIN = ":/?#[]@!$&()*+,;=%~{}"
_SUBDOMAIN = re.compile(r"[a-z0-9-]+", re.IGNORECASE)
_MERCATOR = {"", "EPSG:3857", "EPSG:900913"}
_KEY_WANTED = "<insert"
_OWN = "tiles of an address"
_MOST_ZOOM = 18
_TILE_PX = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """A source of map tiles, checked, with any key filled in.

    ``attribution`` is parts of text, each with the address it leads to or ''.
    ``origins`` are the servers, as a content security policy names them. ``bounds``
    are south-west and north-east corner, latitude first; None for the world.
    """

    name: str
    url: str
    subdomains: tuple[str, ...]
    origins: tuple[str, ...]
    attribution: tuple[tuple[str, str], ...]
    min_zoom: int
    max_zoom: int
    size: int
    zoom_offset: int
    from_south: bool
    bounds: tuple[tuple[float, float], tuple[float, float]] | None

    def told(self) -> dict[str, Any]:
        """Return it as plain JSON values, for the page."""
        return {
            "name": self.name,
            "url": self.url,
            "subdomains": self.subdomains,
            "origins": self.origins,
            "attribution": self.attribution,
            "minZoom": self.min_zoom,
            "maxZoom": self.max_zoom,
            "size": self.size,
            "zoomOffset": self.zoom_offset,
            "fromSouth": self.from_south,
            "bounds": self.bounds,
        }


def find_tiles(source: str | TileProvider) -> Tiles:
    """Return the tiles of a name that xyzservices knows, or of one of its providers.

    Parameters
    ----------
    source
        A name such as ``OpenTopoMap`` or ``Esri.WorldGrayCanvas``, in whatever
        spelling, or a `xyzservices.TileProvider`, such as one of your own server.

    Raises
    ------
    OutputError
        If nobody knows the name, a key is missing, or the page cannot show such tiles.

    Examples
    --------
    >>> tiles = find_tiles("opentopomap")
    >>> tiles.name, tiles.max_zoom, tiles.origins[0]
    ('OpenTopoMap', 17, 'https://a.tile.opentopomap.org')
    """
    provider = named_provider(source) if isinstance(source, str) else source
    name = str(provider.get("name", _OWN))
    _check(provider, name)
    field = key_field(provider)
    if field:
        raise OutputError(
            f"expected a key for the tiles {name}, found none; give it with "
            f"--tiles-key env:NAME or file:PATH, in Python as {field}= of the provider"
        )
    url = _address(provider, name)
    subdomains = _subdomains(provider, url, name)
    return Tiles(
        name=name,
        url=url,
        subdomains=subdomains,
        origins=_origins(url, subdomains, name),
        attribution=_attribution(provider, name),
        min_zoom=int(provider.get("min_zoom", 0)),
        max_zoom=min(int(provider.get("max_zoom", _MOST_ZOOM)), _MOST_ZOOM),
        size=int(provider.get("tileSize", _TILE_PX)),
        zoom_offset=int(provider.get("zoomOffset", 0)),
        from_south=bool(provider.get("tms")),
        bounds=_bounds(provider),
    )


def make_provider(source: str, *, attribution: str = "", key: str = "") -> TileProvider:
    """Return the provider of a name or of an address with {z}, {x} and {y} in it.

    Parameters
    ----------
    source
        A name that xyzservices knows, or the address of the tiles.
    attribution
        Whose tiles they are. An address needs it; a name has its own.
    key
        What the server knows its customers by, for a name that needs one or an
        address with {key} in it. Whoever has the map can read it there.

    Raises
    ------
    OutputError
        If nobody knows the name, an address comes without an attribution, or there is
        a key for tiles that take none.
    """
    from xyzservices import TileProvider

    if "{" in source:
        if not attribution:
            raise OutputError(
                "expected an attribution for tiles of an address, found none; say "
                "whose they are with --tiles-attribution"
            )
        about = {"name": _OWN, "url": source, "attribution": attribution}
        if "{key}" in source:
            about["key"] = f"{_KEY_WANTED}>"
        provider = TileProvider(about)
    else:
        provider = named_provider(source)
    if key:
        field = key_field(provider)
        if not field:
            raise OutputError(
                f"expected no key, for {provider.name} has no room for one"
            )
        provider = provider(**{field: key})
    if attribution:
        provider = provider(attribution=attribution, html_attribution=attribution)
    return provider


def named_provider(name: str) -> TileProvider:
    """Return what xyzservices has under a name.

    Raises
    ------
    OutputError
        If it has nothing; the message lists what is spelled alike.
    """
    from xyzservices import providers

    try:
        return providers.query_name(name)
    except ValueError:
        known = {key.lower(): key for key in providers.flatten()}
        alike = get_close_matches(name.lower(), known, n=5, cutoff=0.5)
        hint = f" such as {', '.join(known[key] for key in alike)}" if alike else ""
        raise OutputError(
            f"expected tiles that xyzservices knows{hint}, or an address with "
            f"{{z}}, {{x}} and {{y}}, found {name!r}"
        ) from None


def key_field(provider: TileProvider) -> str:
    """Return the field in which a provider still wants a key, or ''."""
    fields = (
        name
        for name, value in provider.items()
        if isinstance(value, str) and _KEY_WANTED in value
    )
    return next(fields, "")


def _check(provider: TileProvider, name: str) -> None:
    crs = provider.get("crs", "")
    if crs not in _MERCATOR:
        raise OutputError(f"expected tiles in EPSG:3857, found {name} in {crs}")
    if provider.get("status") == "broken":
        raise OutputError(f"xyzservices knows {name} as broken; take other tiles")


def _address(provider: TileProvider, name: str) -> str:
    """Return the address to fill in; no message repeats it, for it may hold a key."""
    if _fields(provider.url) - set(provider) <= _KNOWN:
        url = provider.build_url(scale_factor="{r}", fill_subdomain=False)
        if _NEEDED <= _fields(url) <= _KNOWN:
            return quote(url, safe=_PLAIN)
    raise OutputError(
        f"expected an address with {{z}}, {{x}} and {{y}}, and of others only {{s}} "
        f"and {{r}}, for the tiles {name}"
    )


def _fields(url: str) -> set[str]:
    """Return what is to be filled in, with a brace that belongs to no field as one."""
    loose = re.findall(r"[{}]", _FIELDS.sub("", url))
    return {*_FIELDS.findall(url), *loose}


def _subdomains(provider: TileProvider, url: str, name: str) -> tuple[str, ...]:
    if "{s}" not in url:
        return ()
    found = tuple(provider.get("subdomains", "abc"))
    if not all(_SUBDOMAIN.fullmatch(part) for part in found):
        raise OutputError(f"expected plain names of servers for {name}, found others")
    return found


def _origins(url: str, subdomains: Sequence[str], name: str) -> tuple[str, ...]:
    """Return the servers that `url` leads to."""
    filled = [url.replace("{s}", part) for part in subdomains] or [url]
    matches = [_ORIGIN.match(address) for address in filled]
    if not all(matches):
        raise OutputError(
            f"expected an address that begins with http:// or https:// and a server, "
            f"for the tiles {name}"
        )
    return tuple(match[0].lower() for match in matches if match)


def _attribution(provider: TileProvider, name: str) -> tuple[tuple[str, str], ...]:
    markup = provider.get("html_attribution")
    if markup:
        reader = _Parts()
        reader.feed(markup)
        reader.close()
        parts = tuple(reader.parts)
    else:
        parts = ((str(provider.get("attribution", "")), ""),)
    if not "".join(text for text, _ in parts).strip():
        raise OutputError(f"expected an attribution for the tiles {name}, found none")
    return parts


def _bounds(
    provider: TileProvider,
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    if not provider.get("bounds"):
        return None
    (south, west), (north, east) = provider["bounds"]
    return (float(south), float(west)), (float(north), float(east))


class _Parts(HTMLParser):
    """Takes an attribution's markup apart into texts and the addresses they lead to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[str, str]] = []
        self._href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember where a link leads."""
        if tag == "a":
            self._href = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        """End a link."""
        if tag == "a":
            self._href = ""

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.parts.append((data, self._href))
