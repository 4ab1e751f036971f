"""Which online geocoder to ask, as whom, and what its policy allows."""

from __future__ import annotations

import os
import sys
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from placemap.errors import GazetteerError
from placemap.gazetteer.online.keys import KEY_PARAMETERS, check_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Ask = Callable[[str], list[Any]]
    Find = Callable[[str], Sequence[Any] | None]

# Less than the ten from which on the resolver asks the gazetteer for more of them.
MOST_ANSWERS = 8
_OSM = "data © OpenStreetMap contributors, ODbL 1.0 (openstreetmap.org/copyright)"
_DATA = {
    "nominatim": _OSM,
    "photon": _OSM,
    "pelias": f"{_OSM}; OpenAddresses, Who's On First and GeoNames (CC BY 4.0), as far "
    "as the server has them; see its /attribution page",
}
KINDS = tuple(sorted(_DATA))


class PublicServer(NamedTuple):
    """A server for everybody, and why it must not be asked for many names."""

    host: str
    policy: str


_PUBLIC = (
    PublicServer(
        "openstreetmap.org",
        "its usage policy discourages geocoding in bulk and allows no heavy use, since"
        " it runs on donated servers (operations.osmfoundation.org/policies/nominatim)",
    ),
    PublicServer(
        "komoot.io",
        "it is a demo server that throttles or bans extensive use (photon.komoot.io)",
    ),
    PublicServer("komoot.de", "it is a demo server, the former photon.komoot.io"),
)


class OnlineWarning(UserWarning):
    """An online geocoder did not answer, or is not asked any more."""


def _warn(message: str) -> None:
    warnings.warn(message, OnlineWarning, stacklevel=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineService:
    """An online geocoder to ask for names that the gazetteer does not have.

    Nothing is sent anywhere unless one of these is given to `placemap.load`; what is
    sent then are the names alone, never the text they stand in.

    Attributes
    ----------
    kind
        ``nominatim``, ``photon`` or ``pelias``: which API the server speaks.
    url
        Where the server is, with the folder its API is in if there is one:
        ``https://geo.example.org/nominatim``.
    agent
        What to call oneself there, with a way to be reached, an address for mail or
        of a site: ``newsroom-maps (maps@example.org)``. The services ask for it.
    cache
        File that keeps the answers, so that no name is asked twice, in this run
        or a later one; that of `default_cache` when None.
    delay_s
        Least seconds from one request to the next; never less than 1 for the public
        servers.
    timeout_s
        Seconds to wait for an answer.
    retries
        How often to ask again after a timeout or a failing server.
    retry_after_s
        Seconds to wait before that.
    key
        What the service demands to serve anybody, '' for none. It is sent to the
        server alone, over https unless that is this machine, and shown nowhere;
        `read_key` takes it from the environment or a file.
    on_problem
        Called with a message when a name could not be asked; an `OnlineWarning`
        when not given.

    Raises
    ------
    GazetteerError
        If the kind is unknown, the URL is none of a server, the agent leaves no
        way to reach anybody, or a key is missing, of no use, or would be sent in clear.

    Examples
    --------
    >>> service = OnlineService(
    ...     kind="photon", url="http://localhost:2322", agent="me (me@example.org)"
    ... )
    >>> service.title
    'photon at localhost:2322'
    """

    kind: str
    url: str
    agent: str
    cache: str | Path | None = None
    delay_s: float = 1.0
    timeout_s: float = 10.0
    retries: int = 1
    retry_after_s: float = 5.0
    key: str = field(default="", repr=False)
    on_problem: Callable[[str], None] = field(default=_warn, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.kind not in _DATA:
            raise GazetteerError(
                f"expected an online service out of {', '.join(KINDS)}, found"
                f" {self.kind!r}"
            )
        _check_url(self.url)
        _check_agent(self.agent)
        check_key(self.key, self.kind, self.url)
        if self.delay_s < 0 or self.timeout_s <= 0 or self.retries < 0:
            raise GazetteerError(
                "expected a delay and retries of 0 or more and a timeout over 0, found"
                f" {self.delay_s}, {self.retries} and {self.timeout_s}"
            )

    @property
    def host(self) -> str:
        """Host and, unless it is the usual one, port of the server."""
        return urlsplit(self.url).netloc.lower()

    @property
    def title(self) -> str:
        """What to call the service in results and messages."""
        return f"{self.kind} at {self.host}"

    @property
    def attribution(self) -> str:
        """Whose data the answers are, with their licences."""
        return f"Names not in the gazetteer: {self.title}, {_DATA[self.kind]}"

    @property
    def public(self) -> PublicServer | None:
        """The server for everybody that this is, or None for one's own."""
        name = (urlsplit(self.url).hostname or "").rstrip(".")
        for server in _PUBLIC:
            if name == server.host or name.endswith(f".{server.host}"):
                return server
        return None

    def connect(self) -> Ask:
        """Return a function that asks for a name and returns the raw answers.

        It sends nothing yet. The function raises what geopy raises, and whatever a
        malformed answer makes of it.
        """
        parts = urlsplit(self.url)
        settings = {
            "domain": f"{parts.netloc}{parts.path.rstrip('/')}",
            "scheme": parts.scheme,
            "user_agent": self.agent,
            "timeout": self.timeout_s,
            # The one adapter that needs nothing installed, the same everywhere.
            "adapter_factory": self._adapter(),
        }
        find = _CONNECTORS[self.kind](settings)

        def ask(name: str) -> list[Any]:
            found = find(name) or ()
            return [location.raw for location in found][:MOST_ANSWERS]

        return ask

    def _adapter(self) -> Callable[..., Any]:
        """Return what asks for geopy, which never sees the key."""
        from geopy.adapters import URLLibAdapter

        from placemap.gazetteer.online.keyed import adapter_factory

        if not self.key:
            return URLLibAdapter  # type: ignore[no-any-return]  # geopy has no types
        return adapter_factory(KEY_PARAMETERS[self.kind], self.key)


def default_cache() -> Path:
    """Return where answers are kept when nothing else is said, for this user."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "placemap" / "online.sqlite"


def _nominatim(settings: dict[str, Any]) -> Find:
    from geopy.geocoders.nominatim import Nominatim

    geocoder = Nominatim(**settings)
    return lambda name: geocoder.geocode(
        name,
        exactly_one=False,
        limit=MOST_ANSWERS,
        language="en",
        addressdetails=True,
        namedetails=True,
        extratags=True,
    )


def _photon(settings: dict[str, Any]) -> Find:
    from geopy.geocoders.photon import Photon

    geocoder = Photon(**settings)
    return lambda name: geocoder.geocode(
        name, exactly_one=False, limit=MOST_ANSWERS, language="en"
    )


def _pelias(settings: dict[str, Any]) -> Find:
    from geopy.geocoders.pelias import Pelias

    geocoder = Pelias(**settings)
    return lambda name: geocoder.geocode(name, exactly_one=False, language="en")


_CONNECTORS = {"nominatim": _nominatim, "photon": _photon, "pelias": _pelias}


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_server = parts.scheme in {"http", "https"} and bool(parts.hostname)
        has_more = bool(parts.username or parts.query or parts.fragment)
        _ = parts.port
    except ValueError:
        is_server, has_more = False, False
    if not is_server or has_more or not url.isprintable() or " " in url:
        raise GazetteerError(
            "expected the address of an online service, such as"
            f" https://geo.example.org/nominatim, found {url!r}; user names, passwords"
            " and queries have no place in it"
        )


def _check_agent(agent: str) -> None:
    is_reachable = "@" in agent or "://" in agent
    if not is_reachable or not agent.isprintable() or not agent.isascii():
        raise GazetteerError(
            "expected who asks and how to reach them, such as 'newsroom-maps"
            f" (maps@example.org)', found {agent!r}; the services demand it"
        )
