"""Learn the roles of mentions from toponyms whose type somebody has marked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from placemap.detection.learned.roles import RoleWeights
from placemap.detection.roles import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from corpora import GoldDocument

    from placemap.core import Role
    from placemap.detection.learned.looks import Looks

    # A role, and the clues of a mention that has it.
    Marked = tuple[Role, tuple[str, ...]]

_INVERSE_PENALTY = 0.3
# A place taken for a government, or for none, is lost to the map: these roles must be
# likelier by so many log-odds. Precision of metonyms in ten folds was .67 with 0,
# .78 with 1, their recall .43 and .30.
_COSTLY = frozenset({"metonym", "other"})
_MARGIN = 1.0
_LEAST_COUNT = 2
_SMALL_WEIGHT = 0.02
_OTHER = frozenset({"Homonym", "Language"})


def to_role(row: Mapping[str, Any]) -> Role | None:
    """Return our name for the type of a toponym in GWN, None where there is none.

    What only says whose something is ("Toronto police", "the Mexican government")
    names the place all the same.

    Examples
    --------
    >>> to_role({"type": "Embedded_Non_Lit"})
    'embedded'
    """
    kind = row.get("type") or ""
    if not kind:
        return None
    if kind.startswith("Embedded"):
        return "embedded"
    if kind == "Metonymic":
        return "metonym"
    return "other" if kind in _OTHER else "literal"


def marked_roles(gold: GoldDocument, looks: Looks) -> Iterator[Marked]:
    """Yield the role and clues of each toponym with a type that has a stretch."""
    rows = {(row["start"], row["end"]): row for row in gold.toponyms}
    for index, stretch in enumerate(looks.stretches):
        row = rows.get((stretch.start, stretch.end))
        if row is None:
            continue
        sighting = looks.sighting(index)
        role = to_role(row)
        if role is not None:
            ruled = role_of(sighting, looks.reading)
            yield role, looks.role_clues(index, ruled)


def fit_roles(marked: Sequence[Marked]) -> RoleWeights:
    """Return the weights of a multinomial logistic regression of roles on clues.

    They are empty where fewer than two roles are marked.
    """
    roles = [role for role, _ in marked]
    if len(set(roles)) <= 1:
        return RoleWeights((), {}, np.zeros((1, 0), np.float32))
    counts = Counter(clue for _, clues in marked for clue in clues)
    names = sorted(clue for clue, count in counts.items() if count >= _LEAST_COUNT)
    column = {clue: number for number, clue in enumerate(names)}
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=500)
    model.fit(_to_table((clues for _, clues in marked), column), roles)
    weights = np.vstack([model.coef_.T, model.intercept_])
    if len(model.classes_) == weights.shape[1] + 1:  # of two, the first has none
        weights = np.hstack([np.zeros_like(weights), weights])
    weights[-1] -= [_MARGIN * (role in _COSTLY) for role in model.classes_]
    kept = np.flatnonzero(np.abs(weights[:-1]).max(axis=1) >= _SMALL_WEIGHT)
    return RoleWeights(
        tuple(model.classes_.tolist()),
        {names[old]: new for new, old in enumerate(kept.tolist())},
        weights[[*kept, -1]].astype(np.float32),
    )


def _to_table(
    examples: Iterable[Iterable[str]], column: Mapping[str, int]
) -> csr_matrix:
    ends, columns = [0], list[int]()
    for clues in examples:
        columns.extend([column[clue] for clue in clues if clue in column])
        ends.append(len(columns))
    ones = np.ones(len(columns), np.float32)
    return csr_matrix((ones, columns, ends), shape=(len(ends) - 1, len(column)))
