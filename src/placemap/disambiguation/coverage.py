"""How many of a document's other names could lie where a candidate lies.

Unlike the evidence of the context it needs no judgement of those names yet: where
six names of a local paper all have some namesake in one county, the county is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from placemap.disambiguation.table import Flags, Floats, Numbers, Table

_NEAR_KM = 250.0
# Counted besides the names there are: with few names, a share says little.
_DOUBT = 0.7


def cover(table: Table) -> dict[str, Floats]:
    """Return the shares of the other names that have a candidate in the same area.

    A name with candidates in many areas counts less, by the square root.
    """
    named = np.flatnonzero(~table.is_home)
    if not len(named):
        nothing = np.zeros(len(table))
        return {"cover_division": nothing, "cover_near": nothing}
    return {
        "cover_division": _cover_division(table, named),
        "cover_near": _cover_near(table, named),
    }


def _cover_division(table: Table, named: Numbers) -> Floats:
    """Return the share of other names with a candidate in the same division."""
    division = table.division
    known = named[division[named] > 0]
    span = int(division.max()) + 1
    pairs = np.sort(table.sense[known] * span + division[known])
    pairs = pairs[_begins_run(pairs)]
    senses, divisions = pairs // span, pairs % span
    spread = np.bincount(senses, minlength=len(table.senses))
    weight = 1.0 / np.sqrt(np.maximum(spread, 1))
    inside = np.bincount(divisions, weight[senses], minlength=span)
    own = weight[table.sense] * ~table.is_home
    whole = weight[spread > 0].sum() - own + _DOUBT
    return np.where(division > 0, (inside[division] - own) / whole, 0.0)


def _cover_near(table: Table, named: Numbers) -> Floats:
    """Return the share of other names with a candidate nearby, near ones more."""
    owner = table.sense[named]
    first = np.flatnonzero(_begins_run(owner))
    weight = 1.0 / np.sqrt(np.bincount(owner)[owner[first]])
    counts = (table.name[:, None] != table.name[named[first]][None, :]) * weight
    nearest = np.minimum.reduceat(
        table.distance_km(np.arange(len(table)), named), first, axis=1
    )
    share = (np.exp(-nearest / _NEAR_KM) * counts).sum(axis=1)
    return np.asarray(share / (counts.sum(axis=1) + _DOUBT))


def _begins_run(values: Numbers) -> Flags:
    """Mark where each run of equal values begins."""
    begins = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=begins[1:])
    return begins
