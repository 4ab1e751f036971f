"""A local gazetteer with the answers of a service under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from placemap.core import Candidate, Place, Span
    from placemap.protocols import Gazetteer


class OnlineGazetteer:
    """A local gazetteer, and under it what a service has answered for one document.

    A look-up never opens a socket: it finds what has been asked for.

    Parameters
    ----------
    local
        The gazetteer that goes first.
    found
        What the service knows, by the names as they were asked for.
    attribution
        The source of that.
    """

    def __init__(
        self,
        local: Gazetteer,
        found: Mapping[str, Sequence[Candidate]],
        places: Mapping[str, Place],
        *,
        attribution: str,
    ) -> None:
        self._local = local
        self._found = found
        self._places = places
        self._attribution = attribution

    @property
    def version(self) -> str:
        """Name and version of the local gazetteer."""
        return self._local.version

    @property
    def sha256(self) -> str:
        """Hash of the local gazetteer; the service may change its mind."""
        return self._local.sha256

    @property
    def attribution(self) -> Sequence[str]:
        """The sources of both, one a line."""
        return (*self._local.attribution, self._attribution)

    def candidates(self, name: str, *, limit: int = 10) -> Sequence[Candidate]:
        """Return the places `name` might mean, the service's where there are none."""
        local = self._local.candidates(name, limit=limit)
        return local or self._found.get(asked_name(name), ())[:limit]

    def scan(self, text: str) -> Sequence[Span]:
        """Return every stretch of `text` that spells a name of the local gazetteer."""
        return self._local.scan(text)

    def place(self, place_id: str) -> Place | None:
        """Return the whole entry with its names and statuses, or None."""
        return self._local.place(place_id) or self._places.get(place_id)

    def shape(self, place_id: str) -> Mapping[str, Any] | None:
        """Return the shape of a place of the local gazetteer, or None."""
        return self._local.shape(place_id)


def asked_name(name: str) -> str:
    """Return a name as it is asked for: on one line, with single spaces."""
    return " ".join(name.split())
