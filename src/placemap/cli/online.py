"""The options that let a command ask an online geocoder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from placemap.cli.terminal import say, visible

if TYPE_CHECKING:
    from placemap.gazetteer.online.service import OnlineService

ONLINE_OPTIONS = (
    click.option(
        "--online",
        "online_kind",
        type=click.Choice(["nominatim", "photon", "pelias"]),
        help="Ask a server that speaks this API for names the gazetteer does not have; "
        "nothing is sent anywhere without this option. Sends the names, not the text.",
    ),
    click.option(
        "--online-url",
        metavar="URL",
        help="Where that server is, such as http://localhost:8080. Use your own: the "
        "public ones allow a handful of names, and get no more from here.",
    ),
    click.option(
        "--online-agent",
        metavar="TEXT",
        envvar="PLACEMAP_ONLINE_AGENT",
        show_envvar=True,
        help="Who asks and how to reach you, such as 'maps (me@example.org)'; the "
        "services demand it.",
    ),
    click.option(
        "--online-key",
        metavar="env:NAME|file:PATH",
        help="Where the key is that the service demands, if it does: an environment "
        "variable or a file that holds nothing else. It is sent to that server and "
        "kept nowhere.",
    ),
    click.option(
        "--online-cache",
        type=click.Path(dir_okay=False),
        metavar="FILE",
        help="SQLite file that keeps the answers, so that no name is asked for twice; "
        "one in your cache folder when not given.",
    ),
    click.option(
        "--online-delay",
        type=click.FloatRange(min=0),
        default=1.0,
        show_default=True,
        metavar="SECONDS",
        help="Least time between two requests; 0 for a server of "
        "your own that can take it.",
    ),
    click.option(
        "--online-timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=10.0,
        show_default=True,
        metavar="SECONDS",
        help="How long to wait for an answer.",
    ),
)


def take_service(options: dict[str, Any]) -> OnlineService | None:
    """Take the online options out of `options`; return what they ask for, if anything.

    Raises
    ------
    click.UsageError
        If there is no server, or nobody to reach, or nothing that they are for.
    GazetteerError
        If the server's address or who asks makes no sense, or there is no key.
    """
    given = {
        name: options.pop(f"online_{name}")
        for name in ("kind", "url", "agent", "key", "cache", "delay", "timeout")
    }
    if given["kind"] is None:
        # Whoever is named in the environment need not be asked for in every run.
        idle = [name for name in ("url", "key", "cache") if given[name] is not None]
        if idle:
            raise click.UsageError(f"--online-{idle[0]} goes with --online")
        return None
    for name in ("url", "agent"):
        if not given[name]:
            raise click.UsageError(f"--online {given['kind']} needs --online-{name}")
    return _make_service(**given)


def _make_service(
    *,
    kind: str,
    url: str,
    agent: str,
    key: str | None,
    cache: str | None,
    delay: float,
    timeout: float,
) -> OnlineService:
    from placemap.gazetteer.online.keys import read_key
    from placemap.gazetteer.online.service import OnlineService

    return OnlineService(
        kind=kind,
        url=url,
        agent=agent,
        key=read_key(key) if key else "",
        cache=cache,
        delay_s=delay,
        timeout_s=timeout,
        on_problem=lambda message: say(f"Warning: {visible(message)}"),
    )
