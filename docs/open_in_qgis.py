"""Open every layer of a GeoPackage in QGIS, print what QGIS sees, and draw it.

Run it by the Python that QGIS was built for:
python3 docs/open_in_qgis.py FILE.gpkg MAP.png
"""
# ruff: noqa: INP001, T201 - a script beside the pages, and its result is what it prints

from __future__ import annotations

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def seen(layer: QgsVectorLayer) -> dict[str, object]:
    """Return what QGIS makes of a layer."""
    renderer, temporal = layer.renderer(), layer.temporalProperties()
    fields = {field.name(): field for field in layer.fields()}
    return {
        "valid": layer.isValid(),
        "features": layer.featureCount(),
        "types": {name: field.typeName() for name, field in fields.items()},
        "aliases": {name: field.alias() for name, field in fields.items()},
        "renderer": renderer.type() if renderer else None,
        "temporal": temporal.isActive(),
        "dates": [temporal.startField(), temporal.endField()],
        "rights": layer.metadata().rights(),
        "index": layer.hasSpatialIndex(),
    }


def open_layers(path: str) -> dict[str, QgsVectorLayer]:
    """Return the layers of a GeoPackage by name, as a user would add them."""
    listing = QgsVectorLayer(path, "listing", "ogr")
    names = [line.split("!!::!!")[1] for line in listing.dataProvider().subLayers()]
    layers = {}
    for name in names:
        layers[name] = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        layers[name].loadDefaultStyle()  # the program does so for every layer added
    return layers


def project_layers(path: str) -> list[str]:
    """Return the names of the layers that the project within the file opens."""
    project = QgsProject.instance()
    project.read(f"geopackage:{path}?projectName=placemap")
    names = sorted(one.name() for one in project.mapLayers().values() if one.isValid())
    project.clear()
    return names


def draw(layers: list[QgsVectorLayer], target: str) -> None:
    """Draw the layers, the first on top, to a PNG."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(1200, 800))
    extent = layers[0].extent()
    for layer in layers[1:]:
        extent.combineExtentWith(layer.extent())
    extent.scale(1.1)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(target)


def main() -> None:
    """Open, print and draw."""
    application = QgsApplication([], False)  # noqa: FBT003 - as Qt has it
    application.initQgis()
    path, target = sys.argv[1:]
    layers = open_layers(path)
    found = {name: seen(layer) for name, layer in layers.items()}
    print(json.dumps({"layers": found, "project": project_layers(path)}))
    drawn = [
        layers[name]
        for name in ("events_point", "events_line", "events_area")
        if layers[name].featureCount()
    ]
    draw(drawn, target)
    layers.clear()
    drawn.clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
