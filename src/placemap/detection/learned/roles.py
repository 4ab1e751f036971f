"""The role of a mention, learned: a place, a government, part of a name, or other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from placemap.core import Role
    from placemap.detection.learned.stretches import Stretch
    from placemap.detection.learned.view import View
    from placemap.detection.reading import Reading

_FAR = 5


@dataclass(frozen=True, slots=True)
class RoleWeights:
    """What each clue weighs for each role.

    Attributes
    ----------
    roles
        The roles that were learned; none where nothing was.
    rows
        The row of `weights` that belongs to a clue, in the order of the rows.
    weights
        Shape ``(clues + 1, roles)``; the last row counts for every mention.
    """

    roles: tuple[Role, ...]
    rows: Mapping[str, int]
    weights: NDArray[np.floating[Any]]

    def decide(self, clues: Iterable[str]) -> Role:
        """Return the likeliest role; clues that were never met weigh nothing."""
        known = [row for row in map(self.rows.get, clues) if row is not None]
        totals = self.weights.take([*known, -1], axis=0).sum(axis=0)
        return self.roles[int(totals.argmax())]


def role_clues(view: View, stretch: Stretch, ruled: Role) -> tuple[str, ...]:
    """Return what tells the role besides the clues of the first look.

    That is the role `ruled` by rules, and the run of capitals that the stretch is
    part of: how it begins and ends, and what stands behind it.
    """
    end, start = _run(view.reading, stretch)
    people = "p" if stretch.facts is not None and stretch.facts.is_people else ""
    sides = ("L" if start < stretch.first else "") + ("R" if end > stretch.last else "")
    head, lead, after = view.kinds[end], view.kinds[start], view.kinds[end + 1]
    next_kinds = view.kinds[stretch.last + 1].kinds
    gap = view.gaps[end]
    return (
        f"r={ruled}{people}",
        f"rn={ruled}{view.gaps[stretch.last]}{next_kinds}",
        f"hd={head.key}" if "R" in sides else "hd",
        f"hk={head.kinds}{people}" if "R" in sides else f"hk{people}",
        f"le={lead.key}" if "L" in sides else "le",
        f"lk={lead.kinds}{sides}" if "L" in sides else f"lk={sides}",
        f"a={gap}{after.key}",
        f"ak={gap}{after.kinds}{after.shape}{sides}",
        f"ae={gap}{after.key[-2:]}{after.shape}",
    )


def _run(reading: Reading, stretch: Stretch) -> tuple[int, int]:
    """Return the last and first word of the capitals around a stretch.

    Where all words have capitals these are the words of the stretch.
    """
    end, start = stretch.last, stretch.first
    if reading.styles[start] == "caps":
        return end, start
    furthest = end + _FAR
    while end < furthest and reading.joined(end) and reading.is_capital(end + 1):
        end += 1
    furthest = start - _FAR
    while start > furthest and reading.joined(start - 1):
        if not reading.is_capital(start - 1):
            break
        start -= 1
    return end, start
