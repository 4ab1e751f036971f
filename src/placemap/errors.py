"""Everything placemap raises on purpose.

* PlacemapError
  - SpanError (also ValueError)
  - DocumentError (also ValueError): a document cannot be read
  - GazetteerError (also ValueError): gazetteer data cannot be used
  - OutputError (also OSError): a result cannot be written or read back
  - PluginNotFoundError (also LookupError)
  - MissingExtraError (also ImportError)

Every message says what was expected, what was found and what to do next.
"""


class PlacemapError(Exception):
    """Base class: catch this to catch anything placemap raises on purpose."""


class SpanError(PlacemapError, ValueError):
    """A span is empty, reversed, or outside its text."""


class DocumentError(PlacemapError, ValueError):
    """A document, or the file it should come from, cannot be read."""


class GazetteerError(PlacemapError, ValueError):
    """Gazetteer data is missing, damaged or contradicts itself."""


class OutputError(PlacemapError, OSError):
    """A result file cannot be written, or is not one of ours when read."""


class PluginNotFoundError(PlacemapError, LookupError):
    """No plug-in of that name is installed."""


class MissingExtraError(PlacemapError, ImportError):
    """An optional dependency is not installed."""
