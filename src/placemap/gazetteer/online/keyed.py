"""Send a key with each request of geopy, and keep it out of all that comes back.

geopy writes the addresses it asks, and what a server answers to a failure, to its log.
So the key is put into the address only here, below geopy, and taken out of every
answer and error before geopy sees it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from geopy.adapters import AdapterHTTPError, URLLibAdapter
from geopy.exc import GeopyError

if TYPE_CHECKING:
    from collections.abc import Callable

_SHOWN = "***"


class KeyedAdapter(URLLibAdapter):  # type: ignore[misc]  # geopy has no types
    """Asks over urllib, with a key in the query.

    Parameters
    ----------
    parameter
        What the service calls the key.
    """

    def __init__(self, *, parameter: str, key: str, **settings: Any) -> None:  # noqa: ANN401 - what geopy hands on
        super().__init__(**settings)
        self._query = urlencode({parameter: key})
        encoded = quote(key, safe="")
        # As a server may give it back: as it is, in an address, in JSON.
        self._forms = (key, encoded, encoded.lower(), key.replace("/", r"\/"))

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """Return the answer without the key; so do errors."""
        asked = f"{url}{'&' if '?' in url else '?'}{self._query}"
        try:
            text = super().get_text(asked, timeout=timeout, headers=headers)
        except AdapterHTTPError as error:
            raise AdapterHTTPError(
                self._hidden(str(error)),
                status_code=error.status_code,
                headers=error.headers,
                text=self._hidden(error.text or ""),
            ) from None
        except GeopyError as error:
            raise type(error)(self._hidden(str(error))) from None
        return self._hidden(text)

    def _hidden(self, text: str) -> str:
        for form in self._forms:
            text = text.replace(form, _SHOWN)
        return text


def adapter_factory(parameter: str, key: str) -> Callable[..., URLLibAdapter]:
    """Return what geopy makes its adapter with."""
    return partial(KeyedAdapter, parameter=parameter, key=key)
