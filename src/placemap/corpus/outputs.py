"""Tell files that placemap wrote from the reports they were made from."""

from __future__ import annotations

import re

LOOK_BYTES = 8192  # how much of a file it takes
_WRITTEN = re.compile(
    rb"""
      \A \{"format":"placemap-report/
    | \A (?:\xef\xbb\xbf)? [\w,;\t"]* \bplacemap_version\b  # a table's first row
    | <meta\ name="generator"\ content="placemap\           # the map
    """,
    re.VERBOSE,
)


def is_output(data: bytes) -> bool:
    """Tell whether a file that begins with `data` was written by placemap."""
    return _WRITTEN.search(data, 0, LOOK_BYTES) is not None
