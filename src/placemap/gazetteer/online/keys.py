"""Keys for the online services that ask for one: where from, whereto, and no further.

A key is read from the environment or a file, since the command line can be seen by
everybody on the machine and stays in the shell's history. It is sent to the one server
it is meant for, over https, and nowhere else: neither messages nor results, cache or
logs hold it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from placemap.errors import GazetteerError

# How the servers that speak these APIs call the key in a request. Photon has none.
KEY_PARAMETERS = {"pelias": "api_key", "nominatim": "key"}
# Hosted services that answer nobody without a key, by their documentation.
_KEYED_HOSTS = ("geocode.earth", "stadiamaps.com", "locationiq.com")
_HERE = ("localhost", "127.0.0.1", "::1")
_HOW = "give it with --online-key env:NAME or file:PATH, in Python with key="
# Short ones could not be told from the words of an answer.
_KEY = re.compile(r"[A-Za-z0-9._~+/=:-]{8,512}")


def read_key(source: str) -> str:
    """Return the key that `source` leads to.

    Parameters
    ----------
    source
        ``env:NAME`` for the variable of that name, ``file:PATH`` for a file that holds
        the key alone.

    Raises
    ------
    GazetteerError
        If there is no such variable or file, it holds no key, or `source` is of
        another form; the message shows nothing that may be a key.
    """
    how, _, where = source.partition(":")
    if how == "env" and where:
        key = os.environ.get(where, "").strip()
    elif how == "file" and where:
        key = _read_file(Path(where).expanduser())
    else:
        raise GazetteerError(
            "expected env:NAME or file:PATH to read the key from; a key itself has no"
            " place on the command line, where others can see it"
        )
    if not key:
        raise GazetteerError(f"there is no key in {source}: it is missing or empty")
    if not _KEY.fullmatch(key):
        raise GazetteerError(
            f"expected a key in {source}: one line of 8 or more ASCII letters, digits"
            " and marks, found something else"
        )
    return key


def _read_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        return ""
    except OSError as error:
        raise GazetteerError(
            f"cannot read the key in {path}: {error.strerror or error}"
        ) from None


def check_key(key: str, kind: str, url: str) -> None:
    """Make sure that a service gets a key if it wants one, and no eavesdropper does.

    Parameters
    ----------
    key
        The key, '' for none.

    Raises
    ------
    GazetteerError
        If it is missing, of no use to the service, or would be sent in clear.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    if not key:
        if any(host == one or host.endswith(f".{one}") for one in _KEYED_HOSTS):
            raise GazetteerError(f"{host} answers nobody without a key: {_HOW}")
        return
    if not _KEY.fullmatch(key):
        raise GazetteerError(
            "expected a key of 8 or more ASCII letters, digits and marks, found"
            " something else"
        )
    if kind not in KEY_PARAMETERS:
        raise GazetteerError(f"{kind} takes no key: leave it out")
    if parts.scheme != "https" and host not in _HERE:
        raise GazetteerError(
            f"a key goes to https only, or to this machine; found {parts.scheme}://"
            f"{host}, where everybody on the way could read it"
        )


def hint_at_key(key: str, kind: str) -> str:
    """Return what to add when a service refuses: that it may want a key, or ''."""
    if key or kind not in KEY_PARAMETERS:
        return ""
    return f"; if it wants a key, {_HOW}"
