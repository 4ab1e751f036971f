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
// Towns of up to these zooms, once they have been shown for a zoom, come before the names
// of disputed areas and of countries, which have more places to go.
const BEFORE_DISPUTED = 5;
const BEFORE_COUNTRIES = 6;
// A town this near to a more important one that found no room would be taken for it.
const BESIDE_LARGER = 25;
// What such a town keeps from the room of others.
const MISSED_ROOM = 2 * BESIDE_LARGER - TOWN_ROOM;
// Where the name of a town stands from its dot, as shares of its own size and in pixels.
const TOWN_SIDES = {
  right: { x: 0.5, gap: [6, 0] },
  left: { x: -0.5, gap: [-6, 0] },
  below: { x: 0, gap: [0, 12] },
  above: { x: 0, gap: [0, -12] },
};
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

function dotBox({ at }) {
  return boxAround(at, TOWN_ROOM, TOWN_ROOM);
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

  // Returns the keys of the countries among them that were named.
  function drawPlaces(names, taken) {
    const countries = new Set();
    const font = '600 12px system-ui, sans-serif';
    const size = map.getSize();
    for (const { latLng, name, code, radius, isQuiet } of names) {
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
        if (code) countries.add(code);
        break;
      }
    }
    return countries;
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

    // A note may be wider than its area, as long as the name is not.
    function firstFit({ name, spots, polygons }, width, height) {
      const boxOf = ({ lat, lon }) =>
        boxAround(map.latLngToContainerPoint([lat, lon]), width, height);
      const fits = spots.filter((each) => {
        const box = boxOf(each);
        const isFree =
          isInside(box, size) &&
          !taken.some((other) => overlaps(box, other)) &&
          !(isKeptOut && touchesEvent(box, kept));
        return each.width * perDegree > widthOf(name, font) * within && isFree;
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

  function drawCountries(taken, besides, kept) {
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

  // The towns in view of up to a zoom, the more important first.
  function townsUpTo(zoom) {
    const bounds = map.getBounds();
    return basemap
      .towns()
      .filter(([, lon, lat, from]) => from <= zoom && basemap.isTrueAt(lon, lat))
      .map(([name, lon, lat, from]) => ({
        name,
        from,
        latLng: L.latLng(lat, unwrap(lon, west)),
      }))
      .filter(({ latLng }) => bounds.contains(latLng))
      .map((town) => ({ ...town, at: map.latLngToContainerPoint(town.latLng) }));
  }

  // On which side of a town's dot there is room for its name, if possible off the dots of
  // the towns to come; takes it.
  function townSide(at, text, taken, { missed, coming }) {
    const size = map.getSize();
    const there = [...taken, ...missed];
    const isFree = (box, boxes) => !boxes.some((other) => overlaps(box, other));
    const dot = dotBox({ at });
    if (!isFree(dot, there)) return null;
    const width = textWidth(text, '400 11px system-ui, sans-serif') + 4;
    const fits = Object.entries(TOWN_SIDES)
      .map(([side, { x, gap }]) => {
        const middle = { x: at.x + x * width + gap[0], y: at.y + gap[1] };
        return { side, box: boxAround(middle, width + 8, x ? TOWN_ROOM : LINE) };
      })
      .filter(({ box }) => isFree(box, there) && isInside(box, size));
    const fit = fits.find(({ box }) => isFree(box, coming)) ?? fits[0];
    if (!fit) return null;
    taken.push(fit.box, dot);
    return fit.side;
  }

  // Draws towns where there is room: a dot, and the name beside it. Returns a function that
  // draws those of up to a zoom that were not drawn yet.
  function createTowns(taken, besides) {
    const towns = townsUpTo(map.getZoom() + TOWNS_EARLY);
    const missed = [];
    let next = 0;
    let n = 0;
    function draw({ name, at, latLng }, coming) {
      const dot = dotBox({ at });
      if (n === MOST_NAMED_TOWNS || missed.some((other) => overlaps(dot, other))) return;
      const text = shortened(name);
      const side = besides.has(name) ? null : townSide(at, text, taken, { missed, coming });
      if (!side) {
        missed.push(boxAround(at, MISSED_ROOM, MISSED_ROOM));
        return;
      }
      placeTown(latLng, text, side);
      n += 1;
    }
    return (last) => {
      const end = towns.findIndex(({ from }) => from > last);
      const due = towns.slice(next, end < 0 ? towns.length : end);
      const dots = due.map(dotBox);
      due.forEach((town, i) => draw(town, dots.slice(i + 1)));
      next += due.length;
    };
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
      const named = drawPlaces(names, taken);
      if (!besides) return;
      const drawTowns = createTowns(taken, new Set(names.map(({ name }) => name)));
      const shown = map.getZoom() - 1;
      drawTowns(Math.min(BEFORE_DISPUTED, shown));
      const kept = drawDisputed(taken);
      drawTowns(Math.min(BEFORE_COUNTRIES, shown));
      drawCountries(taken, new Set([...besides, ...named]), kept);
      drawLakes(taken, names);
      drawTowns(Infinity);
    },
  };
}
