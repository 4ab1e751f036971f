// Names on the map that never lie on each other: places next to their marker, countries,
// disputed areas and lakes where the widest stretch of them is in view.

import { el, bdi } from './dom.js';
import { language, regionOf, t } from './strings.js';
import { boxAround, holds, isInside, overlaps, stretches, unwrap } from './geometry.js';

const measure = document.createElement('canvas').getContext('2d');
const LONGEST = 28;
const MOST_NAMES = 4;
const MOST_NAMED_TOWNS = 60;
// A town is named this much of a zoom before its own.
const TOWNS_EARLY = 0.25;
// The height a town takes, with some air.
const TOWN_ROOM = 20;
// The height of a line of an area's name.
const LINE = 16;
// How the names of areas are set, and how much of a name must lie within its area.
const COUNTRY = {
  className: 'is-country',
  font: '500 11px system-ui, sans-serif',
  widthOf: (name, font) => textWidth(name.toUpperCase(), font) + name.length * 1.4 + 8,
  within: 1,
  // Written into an event's area or a disputed one, it would read as whose the area is.
  isKeptOut: true,
};
// Named as such, with a second line that says so where there is room for it.
const DISPUTED = {
  className: 'is-disputed',
  font: 'italic 500 11px system-ui, sans-serif',
  widthOf: (name, font) => textWidth(name, font) + 8,
  within: 0.4,
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

function nameOf({ iso, names }) {
  return iso ? countryName(iso, names.en) : (names[language()] ?? names.en);
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

  function place(latLng, className, text, note) {
    const icon = L.divIcon({
      className: `map-label ${className}`,
      iconSize: null,
      html: el(
        'span',
        { 'aria-hidden': 'true' },
        bdi(text),
        note ? el('small', {}, note) : null,
      ),
    });
    layer.addLayer(
      L.marker(latLng, {
        icon,
        pane: 'labels',
        interactive: false,
        keyboard: false,
      }),
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

  function touchesEvent({ left, right, top, bottom }, kept) {
    const y = (top + bottom) / 2;
    return [left, (left + right) / 2, right].some((x) => {
      const latLng = map.containerPointToLatLng([x, y]);
      const { lat, lng } = latLng;
      return isCovered(latLng) || kept.some((rings) => holds(rings, lng, lat));
    });
  }

  // Whether the middle of a name lies in an area from its top to its foot.
  function isWithin({ left, right, top, bottom }, polygons) {
    return [top, bottom].every((y) => {
      const { lat, lng } = map.containerPointToLatLng([(left + right) / 2, y]);
      return polygons.some((rings) => holds(rings, lng, lat));
    });
  }

  // Where to try an area's name: at its own point, then where it is widest.
  function spotsOf({ polygons, at }, view) {
    const found = stretches(polygons, view);
    if (!at || !found.length) return found;
    const [lon, lat] = at;
    return [{ ...found[0], lon: unwrap(lon, west), lat }, ...found];
  }

  // Each area once, where the widest free stretch of it is in view; a note below its name
  // is left out sooner than the name. Names that are kept out keep off the polygons `kept`.
  function drawAreas(areas, style, taken, kept = []) {
    const { className, font, widthOf, within, isKeptOut } = style;
    const size = map.getSize();
    const view = viewOf(map);
    const perDegree = size.x / (view.east - view.west);
    const found = areas
      .map((area) => ({ ...area, spots: spotsOf(area, view) }))
      .filter(({ spots }) => spots.length)
      .sort((a, b) => b.spots[0].width - a.spots[0].width || (a.name < b.name ? -1 : 1));

    function firstFit({ spots, polygons }, width, height) {
      const boxOf = ({ lat, lon }) =>
        boxAround(map.latLngToContainerPoint([lat, lon]), width, height);
      const fits = spots.filter((each) => {
        const box = boxOf(each);
        const isFree =
          isInside(box, size) &&
          !taken.some((other) => overlaps(box, other)) &&
          !(isKeptOut && touchesEvent(box, kept));
        return each.width * perDegree > width * within && isFree;
      });
      const spot = fits.find((each) => isWithin(boxOf(each), polygons)) ?? fits[0];
      return spot && { spot, box: boxOf(spot) };
    }

    for (const area of found) {
      const { name, note, look } = area;
      for (const below of note ? [note, ''] : ['']) {
        const width = Math.max(widthOf(name, font), below && widthOf(below, font));
        const fit = firstFit(area, width, below ? 2 * LINE : LINE);
        if (!fit) continue;
        taken.push(fit.box);
        place([fit.spot.lat, fit.spot.lon], look?.className ?? className, name, below);
        break;
      }
    }
  }

  // The disputed area a country of the base map is, if it is one.
  function disputedAs({ code, iso, polygons }) {
    return basemap.disputedAreas().find(({ iso: own, at: [lon, lat] }) => {
      if (own && iso) return own === iso;
      return !code && polygons.some((rings) => holds(rings, lon, lat));
    });
  }

  // Named before the countries around them: theirs are not to take the room.
  function drawDisputed(taken) {
    const areas = basemap.disputedAreas().map((area) => ({
      name: nameOf(area),
      note: t('map.disputed'),
      at: area.at,
      polygons: area.rings.map((ring) => [ring]),
    }));
    drawAreas(areas, DISPUTED, taken);
    return areas.flatMap(({ polygons }) => polygons);
  }

  function drawCountries(taken, besides) {
    const kept = drawDisputed(taken);
    const countries = basemap
      .countries()
      .filter((country) => !besides.has(country.key) && !disputedAs(country))
      .map(({ code, iso, name, polygons }) => ({
        name: countryName(iso, name),
        polygons,
        look: code ? null : UNLISTED,
      }));
    drawAreas(countries, COUNTRY, taken, kept);
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
      L.marker(latLng, {
        icon,
        pane: 'labels',
        interactive: false,
        keyboard: false,
      }),
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
