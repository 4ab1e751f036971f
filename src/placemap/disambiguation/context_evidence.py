"""What the other names of a document, as judged so far, say for a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from placemap.disambiguation import cues
from placemap.disambiguation.holding import find_holding, find_shared, lies_in
from placemap.disambiguation.neighbours import closeness, peers

if TYPE_CHECKING:
    from placemap.disambiguation.holding import Holding, Matrix, Shared
    from placemap.disambiguation.scene import Scene
    from placemap.disambiguation.table import Floats, Numbers, Table

# Candidates of each name that speak for others, and the least chance to do so.
_MOST_ANCHORS, _LEAST_CHANCE = 6, 0.02
# What a name that is no mention weighs, in the whole document and close by.
_BEACON, _BEACON_CLOSE = 0.5, 0.8
# Counted besides the names there are: with few names, a share says little.
_DOUBT, _DOUBT_CLOSE = 0.5, 0.25
_COUNTY_KM, _REGION_KM = 250.0, 800.0
# What lies within tens of kilometres of a name is there by chance the more rarely
# the nearer, with the square; how exact points are limits it.
_LOCAL_KM, _SPOT_KM = 2000.0, 20.0


class Context:
    """The names of a document as each other's context.

    What does not depend on the judgement is worked out once; `evidence` may then
    be asked again after each round.
    """

    def __init__(self, scene: Scene, table: Table) -> None:
        senses = scene.senses
        self._table = table
        self._closeness = closeness(senses)
        self._peers = peers(senses, scene.text)
        self._within = np.array([-1 if s.within is None else s.within for s in senses])
        count = np.sqrt([max(1, len(sense.spans)) for sense in senses])
        is_beacon = np.array([not sense.mentions for sense in senses])
        self._far = np.where(is_beacon, _BEACON, 1.0) * count
        self._close = np.where(is_beacon, _BEACON_CLOSE, 1.0)

    def evidence(self, chances: Floats) -> dict[str, Floats]:
        """Return columns of numbers, given how likely each candidate is so far."""
        table = self._table
        likely = _likely(table, chances)
        is_home = table.is_home[likely]
        view = self._view(likely[~is_home], chances)
        return {
            **_home(table, likely[is_home], chances),
            **_areas(view),
            **_nearness(view),
            **_holders(view),
            **_held(view),
            **_statements(view),
            **_lists(view),
        }

    def _view(self, anchors: Numbers, chances: Floats) -> _View:
        table = self._table
        rows = np.arange(len(table))
        owner, sense = table.sense[anchors], table.sense
        chance = chances[anchors]
        is_other = table.name[:, None] != table.name[anchors][None, :]
        pair = (sense[:, None], owner[None, :])
        shared = find_shared(table, rows, anchors)
        distance_km = table.distance_km(rows, anchors)
        far = is_other * (chance * self._far[owner])
        close = self._closeness[pair] * is_other * (chance * self._close[owner])
        return _View(
            table=table,
            anchors=anchors,
            chance=chance,
            far=far,
            far_whole=far.sum(axis=1) + _DOUBT,
            close=close,
            close_whole=close.sum(axis=1) + _DOUBT_CLOSE,
            shared=shared,
            distance_km=distance_km,
            holding=find_holding(table, rows, anchors, shared, distance_km),
            peer=self._peers[pair] * is_other * chance,
            is_stated=self._within[sense][:, None] == owner[None, :],
            states=self._within[owner][None, :] == sense[:, None],
        )


def _likely(table: Table, chances: Floats) -> Numbers:
    """Return the likeliest candidates of each sense: those that speak for others."""
    order = np.lexsort((-chances, table.sense))
    rank = np.arange(len(order)) - table.starts[table.sense[order]]
    return order[(rank < _MOST_ANCHORS) & (chances[order] >= _LEAST_CHANCE)]


def _home(table: Table, home: Numbers, chances: Floats) -> dict[str, Floats]:
    """Return how near, and in one division with, the source's home a place is."""
    if not len(home):
        nothing = np.zeros(len(table))
        return {"home_near": nothing, "home_division": nothing}
    rows = np.arange(len(table))
    # A paper called after its town does not tell which of that name it is.
    is_other = table.name[:, None] != table.name[home][None, :]
    weight = chances[home] * is_other
    distance_km = table.distance_km(rows, home)
    shared = find_shared(table, rows, home)
    return {
        "home_near": (np.exp(-distance_km / _COUNTY_KM) * weight).sum(axis=1),
        "home_division": (shared.division * weight).sum(axis=1),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """Matrices with a row for each candidate and a column for each anchor.

    Anchors are the likely candidates of all names, with their chances. `far` weighs
    them in the whole document, `close` by how close the names stand in the text,
    `peer` where they stand in one list; all are 0 where candidate and anchor are of
    one name. `far_whole` and `close_whole` are what all anchors weigh together for each
    candidate, and some doubt. `is_stated` tells where the text says that the name of
    the candidate lies in the anchor's, `states` where it says the reverse.
    """

    table: Table
    anchors: Numbers
    chance: Floats
    far: Floats
    far_whole: Floats
    close: Floats
    close_whole: Floats
    shared: Shared
    distance_km: Floats
    holding: Holding
    peer: Floats
    is_stated: Matrix
    states: Matrix

    def far_share(self, which: Matrix) -> Floats:
        """Return the share of the document's other names for which `which` holds."""
        return np.asarray((self.far * which).sum(axis=1) / self.far_whole)

    def close_share(self, which: Matrix) -> Floats:
        """Return the share of the names close by for which `which` holds."""
        return np.asarray((self.close * which).sum(axis=1) / self.close_whole)


def _areas(view: _View) -> dict[str, Floats]:
    """Return the share of the other names in the same division."""
    division = view.far_share(view.shared.division)
    return {
        "division_share": division,
        "is_division_share": division * (view.table.group == cues.DIVISION),
        "division_close": view.close_share(view.shared.division),
    }


def _nearness(view: _View) -> dict[str, Floats]:
    """Return how near the likely places of other names are, on three scales."""
    group = view.table.group[view.anchors]
    is_wide = (group == cues.COUNTRY) | (group == cues.DIVISION) | (group == cues.LAND)
    far = view.far * ~is_wide
    sure = np.minimum(far, 1.0)
    local = np.log1p((_LOCAL_KM / (view.distance_km + _SPOT_KM)) ** 2)
    region = np.exp(-view.distance_km / _REGION_KM)
    return {
        "near_one": (sure * local).max(axis=1, initial=0.0),
        "near_region": (far * region).sum(axis=1) / (far.sum(axis=1) + _DOUBT),
    }


def _holders(view: _View) -> dict[str, Floats]:
    """Return how surely something that holds the candidate is named, and how close."""
    sure, holding = np.minimum(view.far, 1.0), view.holding
    return {
        "in_country_close": (view.close * holding.country).max(axis=1, initial=0.0),
        **{
            f"in_{kind}": (sure * getattr(holding, kind)).max(axis=1, initial=0.0)
            for kind in ("division", "county", "town")
        },
    }


def _held(view: _View) -> dict[str, Floats]:
    """Return the share of the names that a division or county itself holds."""
    group, anchor = view.table.group[:, None], view.table.group[view.anchors][None, :]
    return {
        "holds_as_division": view.far_share(
            view.shared.division & (group == cues.DIVISION) & (anchor != cues.DIVISION)
        ),
        "holds_as_county": view.far_share(
            view.shared.county & (group == cues.COUNTY) & (anchor == cues.SETTLEMENT)
        ),
    }


def _statements(view: _View) -> dict[str, Floats]:
    rows = np.arange(len(view.table))
    inside, holds = np.zeros((2, len(view.table)))
    if view.is_stated.any():
        inside = (view.is_stated & view.holding.any()) @ view.chance
    if view.states.any():
        held = lies_in(view.table, view.anchors, rows).T
        holds = np.minimum((view.states & held) @ view.chance, 1.0)
    return {"lies_in_stated": inside, "holds_stated": holds}


def _lists(view: _View) -> dict[str, Floats]:
    """Return how alike the names in one list with the candidate's are."""
    if not view.peer.any():
        nothing = np.zeros(len(view.table))
        return dict.fromkeys(("peer_country", "peer_kind", "peer_size"), nothing)
    group, size = view.table.group, view.table.size
    whole = view.peer.sum(axis=1) + _DOUBT_CLOSE
    is_alike = group[:, None] == group[view.anchors][None, :]
    gap = np.abs(size[:, None] - size[view.anchors][None, :])
    return {
        "peer_country": (view.peer * view.shared.country).sum(axis=1) / whole,
        "peer_kind": (view.peer * is_alike).sum(axis=1) / whole,
        "peer_size": -(view.peer * gap).sum(axis=1) / whole,
    }
