"""Events and all that supports them as a GeoPackage that opens right first time."""

from placemap.output.geopackage.writer import LAYERS, write_geopackage

__all__ = ["LAYERS", "write_geopackage"]
