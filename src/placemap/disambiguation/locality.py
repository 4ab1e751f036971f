"""Where a newspaper is at home, as far as its name or address shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Document

# What newspapers add to the name of their town.
_PAPER = (
    "news|newspaper|times|post|herald|gazette|tribune|journal|star|globe|chronicle|"
    "examiner|observer|telegraph|telegram|review|register|press|daily|dailynews|mail|"
    "sun|online|today|now|live|record|republic|democrat|independent|leader|ledger|"
    "courier|dispatch|enterprise|sentinel|standard|banner|bulletin|advertiser|argus|"
    "citizen|echo|eagle|reporter|free|freepress|guardian|mercury|messenger|monitor|"
    "weekly|world|voice|info|local|fm|tv|radio"
)
_SPLIT = re.compile(rf"^(?:the|my|daily|news)?-?(.{{4,}}?)-?(?:{_PAPER})+$")
_GENERIC_ENDINGS = frozenset(
    {"com", "org", "net", "info", "eu", "co", "tv", "fm", "io"}
)
_COUNTRY_CODE_LENGTH = 2
_SHORTEST_IN_ADDRESS = 5


def home_name(document: Document) -> str:
    """Return the name of a place in a source's address, or an empty text.

    Examples
    --------
    >>> from placemap.core import Document
    >>> home_name(Document(id="1", text="", source="tromsoherald.com"))
    'tromso'
    """
    host = _host(document.source) or _host(document.url)
    labels = host.split(".")
    while len(labels) > 1 and (
        labels[-1] in _GENERIC_ENDINGS or len(labels[-1]) == _COUNTRY_CODE_LENGTH
    ):
        labels.pop()
    match = _SPLIT.match(labels[-1])
    return match[1].replace("-", " ") if match else ""


def home_country(document: Document) -> str:
    """Return the ISO code that the source's address ends in, or an empty text.

    Examples
    --------
    >>> from placemap.core import Document
    >>> home_country(Document(id="1", text="", source="www.example.co.uk"))
    'GB'
    """
    host = _host(document.source) or _host(document.url)
    ending = host.rpartition(".")[2]
    if len(ending) != _COUNTRY_CODE_LENGTH or ending in _GENERIC_ENDINGS:
        return ""
    return "GB" if ending == "uk" else ending.upper()


def address_labels(document: Document) -> Sequence[str]:
    """Return the parts of the source's address in which a name may stand.

    Examples
    --------
    >>> from placemap.core import Document
    >>> address_labels(Document(id="1", text="", source="www.the-newark-post.com"))
    ['thenewarkpost', 'newarkpost']
    """
    host = _host(document.source) or _host(document.url)
    labels = [part.replace("-", "") for part in host.split(".")[:-1]]
    bare = [label.removeprefix("the").removeprefix("my") for label in labels]
    return list(dict.fromkeys([*labels, *bare]))


def is_in_address(key: str, labels: Sequence[str]) -> bool:
    """Tell whether a part of an address begins or ends with a name.

    `key` is the folded name; "newark" is in newarkadvocate.com.
    """
    joined = key.replace(" ", "")
    return len(joined) >= _SHORTEST_IN_ADDRESS and any(
        label.startswith(joined) or label.endswith(joined) for label in labels
    )


def _host(address: str) -> str:
    if "://" not in address:
        address = f"//{address}"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host and " " not in host else ""
