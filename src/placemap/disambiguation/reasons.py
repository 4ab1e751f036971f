"""What decided for a place, in plain words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from placemap.disambiguation.table import Floats

_BEST_KNOWN = "best-known place of that name"
_STATED = "the text says where it lies"
_NEAR = "fits the other places of the text"
_HOME = "home of the source"
_LISTED = "listed with places like it"
_WORDS = "fits the words around it"
_REASONS = (_BEST_KNOWN, _STATED, _NEAR, _HOME, _LISTED, _WORDS)
# Log-odds from which a statement in the text counts as having decided.
_STATED_OUTRIGHT = 1.0
# By how a feature's name begins; the first that fits counts.
_GROUPS = {
    "may_": _STATED,
    "lies_in_stated": _STATED,
    "holds_stated": _STATED,
    "cover_": _NEAR,
    "near_": _NEAR,
    "country_": _NEAR,
    "division_share": _NEAR,
    "division_close": _NEAR,
    "county_share": _NEAR,
    "in_": _NEAR,
    "holds_as": _NEAR,
    "peer_": _LISTED,
    "home_": _HOME,
    "address_": _HOME,
    "cue_": _WORDS,
}


def explain(features: tuple[str, ...], chosen: Floats, rival: Floats) -> str:
    """Return what speaks most for a place.

    What the text states outright goes first; else it is the group of features that
    gives the place most over its rival.

    Parameters
    ----------
    features
        The features' names.
    chosen, rival
        The log-odds that each gives the place, and the next best one.
    """
    groups = _groups(features)
    stated = np.bincount(groups, chosen, len(_REASONS))[_REASONS.index(_STATED)]
    if stated >= _STATED_OUTRIGHT:
        return _STATED
    totals = np.bincount(groups, chosen - rival, len(_REASONS))
    return _REASONS[int(np.argmax(totals))]


@lru_cache(maxsize=4)
def _groups(features: tuple[str, ...]) -> NDArray[np.int64]:
    return np.array([_REASONS.index(_group(name)) for name in features])


def _group(name: str) -> str:
    for start, group in _GROUPS.items():
        if name.startswith(start):
            return group
    return _BEST_KNOWN
