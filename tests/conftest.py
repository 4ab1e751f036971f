"""What every test gets: no network, and the few outside tools on request."""

import os
import shutil
import socket

import pytest
from hypothesis import settings

# Time is told by benchmarks: the first example may wait for what is read once.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def no_network(monkeypatch, request):
    """Refuse connections; a browser test may talk to a server on this machine."""
    if "network" in request.keywords:
        return
    connect = socket.socket.connect
    allowed = LOOPBACK if "browser" in request.keywords else set()

    def refuse(self, address, *args):
        host = address[0] if isinstance(address, tuple) else None
        if host in allowed:
            return connect(self, address, *args)
        pytest.fail(f"a test tried to open a network connection to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def find_tool(*names):
    """Return the path of the first of `names` on the PATH.

    Without it the test is skipped, but where CI is set it fails: a check that
    silently stops running is worse than none.
    """
    for name in names:
        if path := shutil.which(name):
            return path
    message = f"none of {', '.join(names)} is installed"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def chromium():
    """Path of a Chromium, which browser tests drive."""
    return find_tool("chromium", "chromium-browser", "google-chrome")


@pytest.fixture
def ogrinfo():
    """Path of GDAL's ogrinfo, which reads what was exported."""
    return find_tool("ogrinfo")
