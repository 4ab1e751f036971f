// Names on the map that never lie on each other: places next to their marker, countries
// and lakes where the widest stretch of them is in view.

import { el, bdi } from './dom.js';
import { language, regionOf } from './strings.js';
import { boxAround, isInside, overlaps, stretches, unwrap } from './geometry.js';

const measure = document.createElement('canvas').getContext('2d');
const LONGEST = 28;
const MOST_NAMES = 4;
const MOST_NAMED_TOWNS = 60;
// A town is named this much of a zoom before its own.
const TOWNS_EARLY = 0.25;
// The height a town takes, with some air.
const TOWN_ROOM = 20;
// How the names of areas are set, and how much of a name must lie within its area.
const COUNTRY = {
  className: 'is-country',
  font: '500 11px system-ui, sans-serif',
  widthOf: (name, font) => textWidth(name.toUpperCase(), font) + name.length * 1.4 + 8,
  within: 1,
  // Written into an event's area, it would read as whose the area is.
  isKeptOut: true,
};
// Territories that ISO 3166-1 does not list, whose boundaries are dashed.
const UNLISTED = { className: 'is-country is-unlisted' };
const LAKE = {
  className: 'is-lake',
  font: 'italic 400 11px system-ui, sans-serif',
  widthOf: (name, font) => textWidth(name, font) + 8,
  within: 0.6,
};

export function textWidth(text, font) {
  measure.font = font;
  return measure.measureText(text).width;
}

function cut(text, longest) {
  const letters = [...text.replace(/(\p{M}{3})\p{M}+/gu, '$1')];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}

// Names as they fit on a map: not too long, nor piled high with marks. Rival names with a
// slash between them get the same room, and some more, so that none is cut for another.
export function shortened(text, longest = LONGEST) {
  const names = text.split(' / ');
  if (names.length > MOST_NAMES) return cut(text, longest);
  const most = longest + 8 * (names.length - 1);
  if ([...text].length <= most) return cut(text, most);
  const room = Math.floor((most + 3) / names.length) - 3;
  return names.map((name) => cut(name, room)).join(' / ');
}

// Natural Earth's short name in English, otherwise what the browser calls the country.
function countryName(iso, name) {
  return language() === 'en' || !iso ? name : regionOf(iso);
}

export function viewOf(map) {
  const bounds = map.getBounds();
  return {
    west: bounds.getWest(),
    east: bounds.getEast(),
    south: bounds.getSouth(),
    north: bounds.getNorth(),
  };
}

// `isCovered` tells of a position whether it lies in the area of an event.
export function createLabels(map, basemap, west, isCovered) {
  map.createPane('labels').style.zIndex = 450;
  map.getPane('labels').classList.add('leaflet-zoom-hide');
  const layer = L.layerGroup().addTo(map);

  function place(latLng, className, text) {
    const icon = L.divIcon({
      className: `map-label ${className}`,
      iconSize: null,
      html: el('span', { 'aria-hidden': 'true' }, bdi(text)),
    });
    layer.addLayer(
      L.marker(latLng, { icon, pane: 'labels', interactive: false, keyboard: false }),
    );
  }

  function drawPlaces(names, taken) {
    const font = '600 12px system-ui, sans-serif';
    const size = map.getSize();
    for (const { latLng, name, radius, isQuiet } of names) {
      const text = shortened(name);
      const width = textWidth(text, font) + 6;
      const at = map.latLngToContainerPoint(latLng);
      const sides = [
        ['right', at.x + radius + width / 2, at.y],
        ['left', at.x - radius - width / 2, at.y],
        ['below', at.x, at.y + radius + 8],
        ['above', at.x, at.y - radius - 8],
      ];
      for (const [, x, y] of sides) {
        const box = boxAround({ x, y }, width, 16);
        if (!isInside(box, size) || taken.some((other) => overlaps(box, other))) continue;
        taken.push(box);
        place(map.containerPointToLatLng([x, y]), isQuiet ? 'is-quiet' : 'is-place', text);
        break;
      }
    }
  }

  function touchesEvent({ left, right, top, bottom }) {
    const y = (top + bottom) / 2;
    return [left, (left + right) / 2, right].some((x) =>
      isCovered(map.containerPointToLatLng([x, y])),
    );
  }

  // Each area once, where the widest free stretch of it is in view.
  function drawAreas(areas, { className, font, widthOf, within, isKeptOut }, taken) {
    const size = map.getSize();
    const view = viewOf(map);
    const perDegree = size.x / (view.east - view.west);
    const found = areas
      .map((area) => ({ ...area, spots: stretches(area.polygons, view) }))
      .filter(({ spots }) => spots.length)
      .sort((a, b) => b.spots[0].width - a.spots[0].width || (a.name < b.name ? -1 : 1));
    for (const { name, spots, look } of found) {
      const width = widthOf(name, font);
      const boxOf = ({ lat, lon }) =>
        boxAround(map.latLngToContainerPoint([lat, lon]), width, 16);
      const spot = spots.find((each) => {
        const box = boxOf(each);
        const isFree =
          isInside(box, size) &&
          !taken.some((other) => overlaps(box, other)) &&
          !(isKeptOut && touchesEvent(box));
        return each.width * perDegree > width * within && isFree;
      });
      if (!spot) continue;
      taken.push(boxOf(spot));
      place([spot.lat, spot.lon], look?.className ?? className, name);
    }
  }

  function drawCountries(taken, besides) {
    const countries = basemap
      .countries()
      .filter(({ key }) => !besides.has(key))
      .map(({ code, iso, name, polygons }) => ({
        name: countryName(iso, name),
        polygons,
        look: code ? null : UNLISTED,
      }));
    drawAreas(countries, COUNTRY, taken);
  }

  // Lakes that have no name on the map already.
  function drawLakes(taken, names) {
    const besides = new Set(['', ...names.map(({ name }) => name)]);
    drawAreas(
      basemap.lakes().filter(({ name }) => !besides.has(name)),
      LAKE,
      taken,
    );
  }

  // Towns, the larger first, where there is room: a dot, and the name beside it.
  function drawTowns(taken) {
    const zoom = map.getZoom();
    const size = map.getSize();
    const bounds = map.getBounds();
    const font = '400 11px system-ui, sans-serif';
    let n = 0;
    for (const [name, lon, lat, from] of basemap.towns()) {
      if (from > zoom + TOWNS_EARLY) break; // they come in the order of their zooms
      if (!basemap.isTrueAt(lon, lat)) continue;
      const latLng = L.latLng(lat, unwrap(lon, west));
      if (!bounds.contains(latLng)) continue;
      const text = shortened(name);
      const width = textWidth(text, font) + 4;
      const at = map.latLngToContainerPoint(latLng);
      const dot = boxAround(at, TOWN_ROOM, TOWN_ROOM);
      if (taken.some((other) => overlaps(dot, other))) continue;
      const side = ['right', 'left'].find((end) => {
        const middle = at.x + (end === 'right' ? 1 : -1) * (width / 2 + 6);
        const box = boxAround({ x: middle, y: at.y }, width + 8, TOWN_ROOM);
        const isFree = !taken.some((other) => overlaps(box, other));
        if (isFree && isInside(box, size)) taken.push(box, dot);
        return isFree && isInside(box, size);
      });
      if (!side) continue;
      placeTown(latLng, text, side);
      if (++n === MOST_NAMED_TOWNS) break;
    }
  }

  function placeTown(latLng, text, side) {
    const icon = L.divIcon({
      className: `map-label is-town is-${side}`,
      iconSize: null,
      html: el(
        'span',
        { 'aria-hidden': 'true' },
        el('i', { class: 'town-dot' }),
        bdi(text),
      ),
    });
    layer.addLayer(
      L.marker(latLng, { icon, pane: 'labels', interactive: false, keyboard: false }),
    );
  }

  return {
    // `taken` are the boxes of what stands on the map already, in container pixels,
    // `besides` the keys of countries that have a chip of their own, or null where the
    // base map is covered and its names are not needed.
    draw(names, taken, besides) {
      layer.clearLayers();
      drawPlaces(names, taken);
      if (!besides) return;
      drawCountries(taken, besides);
      drawLakes(taken, names);
      drawTowns(taken);
    },
  };
}
