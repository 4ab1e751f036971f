// The map's own controls, and moving it so that what matters is not covered.

import { el, icon, isPhone, prefersStill } from './dom.js';
import { t } from './strings.js';

const FIT = 'M3 7V3h4m6 0h4v4m0 6v4h-4m-6 0H3v-4M10 8v4m-2-2h4';
const MARGIN = 48;
// Closer than this the base map has nothing more to show.
const CLOSEST_FIT = 9;

export function addControls(map, onFit) {
  map.attributionControl.setPrefix('Leaflet');
  map.attributionControl.addAttribution(t('map.attribution'));
  const zoom = L.control.zoom({
    position: 'topleft',
    zoomInTitle: t('zoom.in'),
    zoomOutTitle: t('zoom.out'),
  });
  zoom.addTo(map);
  const fit = el(
    'a',
    {
      class: 'fit',
      href: '#',
      role: 'button',
      title: t('zoom.fit'),
      'aria-label': t('zoom.fit'),
    },
    icon(FIT),
  );
  L.DomEvent.disableClickPropagation(fit);
  fit.addEventListener('click', (event) => {
    event.preventDefault();
    onFit();
  });
  zoom.getContainer().append(fit);
  L.control.scale({ position: 'bottomright', imperial: false, maxWidth: 110 }).addTo(map);
}

// The room the open legend takes at the left; on paper it stands below the map.
function legendWidth(map, legend) {
  const isOver = getComputedStyle(legend).position === 'absolute';
  const isOpen = legend.querySelector('.legend-body').offsetWidth > 0;
  return isOver && isOpen && map.getSize().x > 640 ? legend.offsetWidth + 10 : 0;
}

// The room the card takes at the right, or none where it lies below the map.
function cardWidth(box) {
  return box && !isPhone() ? box.width + 16 : 0;
}

export function fitAll(map, bounds, legend) {
  map.invalidateSize({ animate: false });
  if (!bounds.isValid()) {
    map.setView([20, 10], 2, { animate: false });
    return;
  }
  map.fitBounds(bounds, {
    paddingTopLeft: [MARGIN + legendWidth(map, legend), MARGIN],
    paddingBottomRight: [MARGIN + 40, MARGIN],
    maxZoom: CLOSEST_FIT,
    animate: false,
  });
}

// Bring a position into the part of the map that the card leaves free.
export function bringIntoView(map, latLng, zoom, cardBox) {
  const right = cardWidth(cardBox);
  const animate = !prefersStill();
  if (zoom === map.getZoom() && map.getBounds().pad(0.5).contains(latLng)) {
    map.panInside(latLng, {
      paddingTopLeft: [MARGIN, MARGIN],
      paddingBottomRight: [right + MARGIN, MARGIN],
      animate,
    });
    return;
  }
  const centre = map.unproject(map.project(latLng, zoom).add([right / 2, 0]), zoom);
  map.setView(centre, zoom, { animate });
}

// The same for an area: shown whole, and large enough to be seen.
export function bringAreaIntoView(map, bounds, cardBox) {
  const size = map
    .latLngToContainerPoint(bounds.getSouthEast())
    .subtract(map.latLngToContainerPoint(bounds.getNorthWest()));
  const isLegible = Math.max(size.x, size.y) > 40;
  if (isLegible && map.getBounds().contains(bounds) && !cardWidth(cardBox)) return;
  map.fitBounds(bounds, {
    paddingTopLeft: [MARGIN, MARGIN],
    paddingBottomRight: [cardWidth(cardBox) + MARGIN, MARGIN],
    maxZoom: isLegible ? Math.max(map.getZoom(), 4) : CLOSEST_FIT,
    animate: !prefersStill(),
  });
}

// What is selected: how far off the places of an event may be, or where a place is that has
// no marker of its own.
export function createSelection(map) {
  const layer = L.layerGroup().addTo(map);
  const renderer = L.svg({ pane: 'areas' });
  return {
    draw({ circles, spots }) {
      const common = { pane: 'areas', renderer, interactive: false };
      layer.clearLayers();
      for (const { latLng, radius } of circles) {
        layer.addLayer(L.circle(latLng, { ...common, radius, className: 'uncertainty' }));
      }
      for (const latLng of spots) {
        layer.addLayer(L.circleMarker(latLng, { ...common, radius: 9, className: 'spot' }));
      }
    },
  };
}
