// Online tiles, in a map that was made with them. They lie above the built-in base map,
// which is there from the start and stays where no tile comes.

import { el, isRtl, webLink } from './dom.js';
import { t } from './strings.js';

// So long may the first tile take before it is said that there is none.
const SLOW_MS = 8_000;
const WORLD_PX = 256;
// Browsers keep the status of so many answers only as they are told to.
const MOST_REMEMBERED = 20_000;

// The tile in which a point of the world lies, in pixels of Leaflet's at a zoom. Addresses
// count rows from the north, or from the south.
export function tileAt(source, { zoom, x, y }) {
  const across = Math.max(1, (WORLD_PX * 2 ** zoom) / source.size);
  const column = Math.floor(x / source.size) % across;
  const row = Math.min(Math.max(Math.floor(y / source.size), 0), across - 1);
  return {
    z: zoom + source.zoomOffset,
    x: (column + across) % across,
    y: source.fromSouth ? across - 1 - row : row,
  };
}

export function addressOf(source, at) {
  const values = { ...at, s: source.subdomains[0] ?? '', r: '' };
  return source.url.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// Some servers refuse with a picture that says so: where they let the page know, the
// status tells.
function isRefused(address) {
  const entry = performance.getEntriesByName(address).at(-1);
  return (entry?.responseStatus ?? 0) >= 400;
}

// Asks for one tile. A picture that is given without leave to copy it can be shown, but
// the map could not be saved as a picture any more.
function ask(address, isCopied) {
  return new Promise((resolve) => {
    const image = new Image();
    if (isCopied) image.crossOrigin = 'anonymous';
    image.referrerPolicy = 'origin';
    image.onload = () => resolve(isRefused(address) ? 'refused' : 'given');
    image.onerror = () => resolve(isRefused(address) ? 'refused' : 'none');
    image.src = address;
  });
}

async function probe(address) {
  const answer = await ask(address, true);
  if (answer !== 'none') return { isGiven: answer === 'given', isCopied: true };
  return { isGiven: (await ask(address, false)) === 'given', isCopied: false };
}

// The line at the foot of the map: whose the tiles are, or that there are none.
function createLine(map) {
  const line = el('div', {
    class: 'leaflet-control-attribution tiles-line',
    role: 'status',
  });
  const control = new L.Control({ position: isRtl() ? 'bottomleft' : 'bottomright' });
  control.onAdd = () => line;
  control.addTo(map);
  return (parts) => {
    line.replaceChildren(...parts);
    line.hidden = !parts.length;
  };
}

export function creditOf({ attribution }) {
  return attribution.map(([text]) => text).join('');
}

function layerOf(source, { maxZoom, isCopied }) {
  return L.tileLayer(source.url, {
    pane: 'tiles',
    subdomains: source.subdomains,
    minZoom: source.minZoom,
    maxZoom,
    maxNativeZoom: source.maxZoom,
    tileSize: source.size,
    zoomOffset: source.zoomOffset,
    tms: source.fromSouth,
    bounds: source.bounds && L.latLngBounds(source.bounds),
    crossOrigin: isCopied && 'anonymous',
    referrerPolicy: 'origin',
  });
}

// Of the tiles for each view, whether none of them came.
function watch(map, layer, onRound) {
  let given = 0;
  let missing = 0;
  const begin = () => {
    given = 0;
    missing = 0;
  };
  map.on('movestart', begin);
  layer.on('remove', () => map.off('movestart', begin));
  layer.on('loading', begin);
  layer.on('tileload', ({ tile }) => {
    tile.hidden = isRefused(tile.src);
    if (tile.hidden) missing += 1;
    else given += 1;
  });
  layer.on('tileerror', () => (missing += 1));
  layer.on('load', () => given + missing && onRound(!given));
}

const NO_TILES = {
  isShown: () => false,
  isCopied: () => true,
  images: () => [],
  want() {},
  pause() {},
  retell() {},
};

// `onChange` is called when tiles come or go.
export function createTiles(map, source, onChange) {
  if (!source) return NO_TILES;
  const pane = map.createPane('tiles');
  pane.style.zIndex = 160;
  performance.setResourceTimingBufferSize(MOST_REMEMBERED);
  const say = createLine(map);
  const bounds = source.bounds && L.latLngBounds(source.bounds);
  map.setMaxZoom(Math.max(map.getMaxZoom(), source.maxZoom));
  let layer = null;
  let isWanted = false;
  let isCopied = true;
  let isMissing = false;
  let isPaused = false;
  let wasShown = false;
  let turn = 0;

  const isInView = () =>
    map.getZoom() >= source.minZoom && (!bounds || bounds.intersects(map.getBounds()));
  const isShown = () => Boolean(layer) && !isMissing && !isPaused && isInView();

  function tell() {
    wasShown = isShown();
    if (isMissing && !isPaused) say([t('tiles.none')]);
    else if (wasShown)
      say(source.attribution.map(([text, href]) => webLink(href, text) ?? text));
    else say([]);
  }

  function settle(isNowMissing) {
    isMissing = isNowMissing;
    const isChanged = isShown() !== wasShown;
    tell();
    if (isChanged) onChange();
  }

  // The address of a tile in the middle of the view.
  function sample() {
    const centre = map.getCenter();
    const at = bounds && !bounds.contains(centre) ? bounds.getCenter() : centre;
    const wish = Math.max(Math.round(map.getZoom()), source.minZoom);
    const zoom = Math.min(wish, source.maxZoom);
    return addressOf(source, tileAt(source, { zoom, ...map.project(at, zoom) }));
  }

  async function start() {
    const mine = ++turn;
    if (navigator.onLine === false) {
      settle(true);
      return;
    }
    const slow = setTimeout(() => mine === turn && settle(true), SLOW_MS);
    const answer = await probe(sample());
    clearTimeout(slow);
    if (mine !== turn) return;
    ({ isCopied } = answer);
    if (answer.isGiven) {
      layer = layerOf(source, { maxZoom: map.getMaxZoom(), isCopied });
      watch(map, layer, settle);
      layer.addTo(map);
    }
    settle(!answer.isGiven);
  }

  function stop() {
    turn += 1;
    layer?.remove();
    layer = null;
    settle(false);
  }

  addEventListener('online', () => isWanted && !layer && start());
  return {
    isShown,
    isCopied: () => isCopied,
    images: () => [...pane.querySelectorAll('img.leaflet-tile-loaded:not([hidden])')],
    want(wanted) {
      if (wanted === isWanted) return;
      isWanted = wanted;
      if (wanted) start();
      else stop();
    },
    // On paper, and where tiles may not be copied, the built-in map is shown.
    pause(paused) {
      isPaused = paused;
      pane.hidden = paused;
      tell();
    },
    // Tiles may be of a part of the world, or of some zooms.
    retell: tell,
  };
}
