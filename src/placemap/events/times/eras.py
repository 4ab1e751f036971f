"""Wars and ages that reports name as a time: "during the Second World War".

The years are those commonly given. Wars that go by one name in several countries,
such as "the civil war", are no time without more.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from placemap.events.times.clock import Clock, Days

_YEARS = {
    "middle ages": (476, 1500), "thirty years' war": (1618, 1648),
    "napoleonic wars": (1803, 1815), "american civil war": (1861, 1865),
    "boer war": (1899, 1902), "first world war": (1914, 1918),
    "world war i": (1914, 1918), "world war one": (1914, 1918),
    "great war": (1914, 1918), "great depression": (1929, 1939),
    "spanish civil war": (1936, 1939), "second world war": (1939, 1945),
    "world war ii": (1939, 1945), "world war two": (1939, 1945),
    "cold war": (1947, 1991), "korean war": (1950, 1953), "vietnam war": (1955, 1975),
    "six-day war": (1967, 1967), "biafran war": (1967, 1970),
    "yom kippur war": (1973, 1973), "khmer rouge": (1975, 1979),
    "iran-iraq war": (1980, 1988), "falklands war": (1982, 1982),
    "gulf war": (1990, 1991), "bosnian war": (1992, 1995), "kosovo war": (1998, 1999),
}  # fmt: skip
_NAMES = "|".join(sorted(_YEARS, key=len, reverse=True))
_SPELLED = _NAMES.replace("'", "['’]").replace(" ", r"\s+")
ERA = (
    r"(?:in|during|throughout|since|of|from|under)\s+(?:the\s+)?"
    rf"(?P<era>{_SPELLED})\b"
)
HINT = r"\bwars?\b|middle ages|khmer|great depression"


def era(match: re.Match[str], _clock: Clock) -> Days | None:
    """Return the years of a war or an age."""
    name = " ".join(match["era"].lower().replace("’", "'").split())
    first, last = _YEARS[name]
    return date(first, 1, 1), date(last, 12, 31)
