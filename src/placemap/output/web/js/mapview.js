// The map's own controls, and moving it so that what matters is not covered.

import { el, icon, isPhone, isRtl, prefersStill } from './dom.js';
import { toSquare } from './extent.js';
import { unwrap } from './geometry.js';
import { t } from './strings.js';

const FIT = 'M3 7V3h4m6 0h4v4m0 6v4h-4m-6 0H3v-4M10 8v4m-2-2h4';
export const MARGIN = 48;
// Closer than this the base map has nothing more to show.
export const CLOSEST_FIT = 9;

// Past these nothing is shown, unless something happened there.
const NORTH_END = 84;
export const SOUTH_END = -60;
// Far enough either way for any number of turns round the world.
const ALL_ROUND = 36_000;
const ZOOM_STEP = 0.25;
const WORLD_AT_ZOOM_0 = 256;
// What is to be seen takes at most this part of the window's width.
const WITHIN_EDGES = 0.9;

// Keep the ends of the world out of view, whatever the form of the window: `spots` are what
// there is to see, their longitudes from `west` on. One can go back until the world fills
// the window, or farther if it takes that to see them all. Returns the southern end.
export function limitView(map, legend, spots, west) {
  const lats = spots.map(({ lat }) => lat);
  const north = lats.reduce((a, b) => Math.max(a, Math.min(b + 2, 85)), NORTH_END);
  const south = lats.reduce((a, b) => Math.min(a, Math.max(b - 8, -85)), SOUTH_END);
  const share = toSquare(0, south).y - toSquare(0, north).y;
  const lons = spots.map(({ lon }) => unwrap(lon, west));
  const first = lons.reduce((a, b) => Math.min(a, b), 540);
  const last = lons.reduce((a, b) => Math.max(a, b), first);
  // Where there is nothing to see, the whole world is.
  const span = lons.length ? Math.max(last - first, 1) / 360 : WITHIN_EDGES;
  function limitZoom() {
    const { x, y } = map.getSize();
    map.getContainer().parentNode.style.setProperty('--map-height', `${y}px`);
    const [small, large] = [x, y / share].sort((a, b) => a - b);
    const room = WITHIN_EDGES * (x - legendWidth(map, legend));
    const across = Math.max(small, Math.min(large, room / span));
    const zoom = Math.log2(across / WORLD_AT_ZOOM_0);
    const least = Math.max(0, Math.floor(zoom * 100) / 100);
    // Leaflet's own setMinZoom would fly there, over whatever is asked for meanwhile.
    map.options.minZoom = least;
    map.fire('zoomlevelschange');
    if (map.getZoom() < least) map.setZoom(least, { animate: false });
  }
  map.options.zoomSnap = ZOOM_STEP;
  map.options.maxBoundsViscosity = 1;
  map.invalidateSize({ animate: false });
  limitZoom();
  const bounds = [
    [south, -ALL_ROUND],
    [north, ALL_ROUND],
  ];
  map.panInsideBounds(bounds, { animate: false });
  map.setMaxBounds(bounds);
  map.on('resize', limitZoom);
  return south;
}

export function addControls(map, onFit) {
  if (isRtl()) map.attributionControl.setPosition('bottomleft');
  map.attributionControl.getContainer().dir = document.documentElement.dir;
  map.attributionControl.setPrefix('Leaflet');
  map.attributionControl.addAttribution(t('map.attribution'));
  const zoom = L.control.zoom({
    position: isRtl() ? 'topright' : 'topleft',
    zoomInTitle: t('zoom.in'),
    zoomOutTitle: t('zoom.out'),
  });
  zoom.addTo(map);
  const fit = el('a', { class: 'fit', href: '#', role: 'button' }, icon(FIT));
  const name = (key) => {
    fit.title = t(key);
    fit.setAttribute('aria-label', t(key));
  };
  name('zoom.fit');
  L.DomEvent.disableClickPropagation(fit);
  fit.addEventListener('click', (event) => {
    event.preventDefault();
    name(onFit() ? 'zoom.fit.all' : 'zoom.fit');
  });
  zoom.getContainer().append(fit);
  L.control
    .scale({
      position: isRtl() ? 'bottomleft' : 'bottomright',
      imperial: false,
      maxWidth: isPhone() ? 70 : 110,
    })
    .addTo(map);
}

// Says quietly that the outlines in the middle of the view are those of a map of the world,
// or looked at more closely than they were drawn.
export function createCoarseNote(map, basemap) {
  const note = el('p', { class: 'coarse-note' });
  const control = L.control({
    position: isRtl() ? 'bottomleft' : 'bottomright',
  });
  control.onAdd = () => note;
  return {
    show(isWanted) {
      const { lat, lng } = map.getCenter();
      const isCoarse = !basemap.isTrueAt(lng, lat);
      note.textContent = t(isCoarse ? 'map.coarse' : 'map.loose');
      if (isWanted && (isCoarse || basemap.isLoose())) control.addTo(map);
      else control.remove();
    },
  };
}

// The room the open legend takes at the side where lines begin; on paper it stands below the map.
export function legendWidth(map, legend) {
  const isOver = getComputedStyle(legend).position === 'absolute';
  const isOpen = legend.querySelector('.legend-body').offsetWidth > 0;
  return isOver && isOpen && map.getSize().x > 640 ? legend.offsetWidth + 10 : 0;
}

// The room the card takes at the other side, or none where it lies below the map.
function cardWidth(box) {
  return box && !isPhone() ? box.width + 16 : 0;
}

// Room to leave free of what is shown, by Leaflet's names for the corners.
function padding(start, end, margin) {
  const [left, right] = isRtl() ? [end, start] : [start, end];
  return {
    paddingTopLeft: [left, margin],
    paddingBottomRight: [right, margin],
  };
}

// Bring a position into the part of the map that the card leaves free.
export function bringIntoView(map, latLng, zoom, cardBox) {
  const width = cardWidth(cardBox);
  const animate = !prefersStill();
  if (zoom === map.getZoom() && map.getBounds().pad(0.5).contains(latLng)) {
    map.panInside(latLng, {
      ...padding(MARGIN, width + MARGIN, MARGIN),
      animate,
    });
    return;
  }
  const centre = map.unproject(
    map.project(latLng, zoom).add([(isRtl() ? -width : width) / 2, 0]),
    zoom,
  );
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
    ...padding(MARGIN, cardWidth(cardBox) + MARGIN, MARGIN),
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
