"""Text in: files, folders and tables become Documents."""

from __future__ import annotations

from placemap.corpus.files import read as read

__all__ = ["read"]
