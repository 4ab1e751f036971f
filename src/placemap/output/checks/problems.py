"""A finding: where, what is wrong, and what to do about it."""

from __future__ import annotations

from typing import NamedTuple

# The cure of what only a program can put right.
AGAIN = "export the file again; placemap writes it right"


class Problem(NamedTuple):
    """Something wrong in a file: the place in it, the fault, and its cure."""

    where: str
    what: str
    cure: str
