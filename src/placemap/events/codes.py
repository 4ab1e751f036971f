"""Codes that follow from PLOVER type and mode: quad class, ACLED, CAMEO.

The table is ``data/codes.csv``. Quad classes are those of the PLOVER manual. CAMEO
roots come from PLOVER's own CAMEO2PLOVER table of 2021, read backwards; the column
``cameo_source`` names the CAMEO code each row rests on, and a mode that several
CAMEO codes lead to takes the most general one. ACLED types are those of the ACLED
codebook; where PLOVER is coarser, a trigger may name a finer sub-event itself.

PLOVER has a code for each act, ACLED for what acts make up together: where
demonstrators are violent, what the police do belongs to the violent demonstration.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from placemap.events.triggers.modes import REMOTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from placemap.core import Event
    from placemap.events.drafts import Draft

# ACLED sub-event type -> event type, from the ACLED codebook.
ACLED_EVENT_TYPES = {
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Armed clash": "Battles",
    "Excessive force against protesters": "Protests",
    "Protest with intervention": "Protests",
    "Peaceful protest": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
    "Chemical weapon": "Explosions/Remote violence",
    "Air/drone strike": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Sexual violence": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}

_VIOLENT = "Violent demonstration"
_RIOT = ("PROTEST", "riot")
# What may be a part of a demonstration: the demonstrating, and the police against it.
_PARTS = (("PROTEST", "demo"), ("PROTEST", "obstruct"), ("ASSAULT", "crowd-control"))
_FAR = 1  # sentences


class Codes(NamedTuple):
    """Quad class, ACLED ``event type / sub-event type`` and CAMEO root."""

    quad: str
    acled: str
    cameo: str


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], Codes]:
    path = files("placemap.events") / "data" / "codes.csv"
    rows = csv.DictReader(path.read_text("utf-8").splitlines())
    return {
        (row["type"], row["mode"]): Codes(row["quad"], row["acled"], row["cameo"])
        for row in rows
    }


def known_types() -> frozenset[str]:
    """Return every event type there is, PLOVER's and ours."""
    return frozenset(kind for kind, _ in _table())


def code(event_type: str, mode: str = "", *, sub_event: str = "") -> Codes:
    """Return the codes of an event type and mode.

    Parameters
    ----------
    sub_event
        An ACLED sub-event type that is finer than the mode; empty for none.

    Returns
    -------
    Codes
        Those of the type as a whole when the mode has no row of its own, and
        empty ones for a type outside PLOVER.

    Examples
    --------
    >>> code("ASSAULT", "heavy-weapons").acled
    'Explosions/Remote violence / Shelling/artillery/missile attack'
    >>> code("CONSULT").quad
    'verbal cooperation'
    """
    table = _table()
    found = table.get((event_type, mode)) or table.get(
        (event_type, ""), Codes("", "", "")
    )
    if not sub_event:
        return found
    event = ACLED_EVENT_TYPES[sub_event]
    return found._replace(acled=f"{event} / {sub_event}")


def code_events(drafts: Sequence[Draft]) -> list[Event]:
    """Return the events of a document's drafts with their codes, in the same order."""
    riots = {
        draft.trigger.sentence.index for draft in drafts if _kind(draft.event) == _RIOT
    }
    return [_with_codes(draft, riots) for draft in drafts]


def _with_codes(draft: Draft, riots: set[int]) -> Event:
    event = draft.event
    index = draft.trigger.sentence.index
    is_near_riot = not riots.isdisjoint(range(index - _FAR, index + _FAR + 1))
    is_part = _kind(event) in _PARTS
    sub_event = _VIOLENT if is_part and is_near_riot else _sub_event(draft)
    codes = code(event.type, event.mode, sub_event=sub_event)
    return replace(event, quad=codes.quad, acled=codes.acled, cameo=codes.cameo)


def _kind(event: Event) -> tuple[str, str]:
    return event.type, event.mode


def _sub_event(draft: Draft) -> str:
    """Return the lexicon's finer ACLED type, unless the type or mode tells more."""
    entry = draft.trigger.entry
    refined = draft.event.mode != entry.mode and draft.event.mode in REMOTE
    is_other = draft.event.type != entry.type
    return "" if refined or is_other else entry.sub_event
