// Names on the map that never lie on each other: places next to their marker, countries,
// disputed areas and lakes where the widest stretch of them is in view.

import { el, bdi } from './dom.js';
import { boxAround, holds, isInside, overlaps, stretches, unwrap } from './geometry.js';
import { shortened, textWidth } from './lettering.js';
import { nest } from './nested.js';
import { language, regionOf, t } from './strings.js';
import { createTowns } from './towns.js';

// Towns of up to these zooms, once they have been shown for a zoom, come before the names
// of disputed areas and of countries, which have more places to go.
const BEFORE_DISPUTED = 5;
const BEFORE_COUNTRIES = 6;
// The height of a line of a name.
const LINE = 16;
const PLACE_FONT = '600 12px system-ui, sans-serif';
// How the names of areas are set, and how much of a name must lie within its area.
const COUNTRY = {
  className: 'is-country',
  font: '500 11px system-ui, sans-serif',
  widthOf: (name, font) => textWidth(name.toUpperCase(), font) + name.length * 1.4 + 8,
  within: 1,
  // Written into an event's area or a disputed one, it would read as whose the area is.
  isKeptOut: true,
};
// Named as such: a second line says so, and where it has no room neither has the name.
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

// Natural Earth's short name in English, otherwise what the browser calls the country.
function countryName(iso, name) {
  return language() === 'en' || !iso ? name : regionOf(iso);
}

function nameOf({ iso, names }) {
  return iso ? countryName(iso, names.en) : (names[language()] ?? names.en);
}

// The names of what stands for one place or, as a ring, for several.
function namesIn(marked) {
  return marked.flatMap(({ name, names }) => names ?? [name]);
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
  const towns = createTowns(map, layer, basemap, west);

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

  // Where a name stands beside a marker, and its box there, as long as that is free.
  function besideMarker({ latLng, radius }, text, taken) {
    const width = textWidth(text, PLACE_FONT) + 6;
    const { x, y } = map.latLngToContainerPoint(latLng);
    const size = map.getSize();
    return [
      { x: x + radius + width / 2, y },
      { x: x - radius - width / 2, y },
      { x, y: y + radius + 8 },
      { x, y: y - radius - 8 },
    ]
      .map((middle) => ({ middle, box: boxAround(middle, width, LINE) }))
      .find(({ box }) => isInside(box, size) && !taken.some((each) => overlaps(box, each)));
  }

  // The first of its texts that has room. Returns the keys of the countries that were named.
  function drawPlaces(marked, taken) {
    const countries = new Set();
    for (const { name, texts = [shortened(name)], code, isQuiet, ...marker } of marked) {
      for (const text of texts) {
        const spot = besideMarker(marker, text, taken);
        if (!spot) continue;
        taken.push(spot.box);
        const { x, y } = spot.middle;
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

  // Whether a name lies in an area from its top to its foot, at these shares of its width.
  function isWithin({ left, right, top, bottom }, polygons, shares) {
    return shares.every((share) =>
      [top, bottom].every((y) => {
        const x = left + share * (right - left);
        const { lat, lng } = map.containerPointToLatLng([x, y]);
        return polygons.some((rings) => holds(rings, lng, lat));
      }),
    );
  }

  // Where to try an area's name: at its own point, then where it is widest.
  function spotsOf({ polygons, at }, view) {
    const found = stretches(polygons, view);
    if (!at || !found.length) return found;
    const [lon, lat] = at;
    return [{ ...found[0], lon: unwrap(lon, west), lat }, ...found];
  }

  const inView = (area) => ({ ...area, spots: spotsOf(area, viewOf(map)) });

  // Where there is room for a name and, if it has one, the note below it: clear of its
  // area's own boundary if possible. The note may be wider than the area.
  function fitOf({ name, note, spots, polygons }, style, taken, kept) {
    const { font, widthOf, within, isKeptOut } = style;
    const size = map.getSize();
    const { west: left, east: right } = viewOf(map);
    const perDegree = size.x / (right - left);
    const own = widthOf(name, font);
    const width = note ? Math.max(own, widthOf(note, font)) : own;
    const boxOf = ({ lat, lon }) =>
      boxAround(map.latLngToContainerPoint([lat, lon]), width, note ? 2 * LINE : LINE);
    const fits = spots.filter((spot) => {
      const box = boxOf(spot);
      const isFree =
        isInside(box, size) &&
        !taken.some((other) => overlaps(box, other)) &&
        !(isKeptOut && touchesEvent(box, kept));
      return spot.width * perDegree > own * within && isFree;
    });
    const clear = (shares) => fits.find((spot) => isWithin(boxOf(spot), polygons, shares));
    const spot = clear([0, 0.5, 1]) ?? clear([0.5]) ?? fits[0];
    return spot && { spot, box: boxOf(spot) };
  }

  // Each area once, where the widest free stretch of it is in view: returns those that have
  // room, and adds theirs to what is `taken`. Names that are kept out keep off `kept`.
  function fitAreas(areas, style, taken, kept = []) {
    const found = areas
      .map(inView)
      .filter(({ spots }) => spots.length)
      .sort((a, b) => b.spots[0].width - a.spots[0].width || (a.name < b.name ? -1 : 1));
    return found.flatMap((area) => {
      const fit = fitOf(area, style, taken, kept);
      if (!fit) return [];
      taken.push(fit.box);
      return [{ ...area, spot: fit.spot, className: area.className ?? style.className }];
    });
  }

  function drawAreas(...areas) {
    for (const { spot, className, name, note } of fitAreas(...areas))
      place([spot.lat, spot.lon], className, name, note);
  }

  // The disputed area a country of the base map is, if it is one.
  function disputedAs({ code, iso, polygons }) {
    return basemap.disputedAreas().find(({ iso: own, at: [lon, lat] }) => {
      if (own && iso) return own === iso;
      return !code && polygons.some((rings) => holds(rings, lon, lat));
    });
  }

  // Of an area and its parts: the parts if two have room, or the only one in view.
  function areaOrParts({ area, parts }, taken) {
    const due = parts.filter((part) => inView(part).spots.length);
    const named = fitAreas(due, DISPUTED, [...taken]);
    return named.length && named.length >= Math.min(2, due.length) ? named : [area];
  }

  // Named before the countries around them: theirs are not to take the room.
  function drawDisputed(taken) {
    const areas = basemap.disputedAreas().map((area) => ({
      name: nameOf(area),
      note: t('map.disputed'),
      at: area.at,
      polygons: area.rings.map((ring) => [ring]),
    }));
    const wanted = nest(areas).flatMap((one) => areaOrParts(one, taken));
    drawAreas(wanted, DISPUTED, taken);
    return areas.flatMap(({ polygons }) => polygons);
  }

  function drawCountries(taken, besides, kept) {
    const countries = basemap
      .countries()
      .filter((country) => !besides.has(country.key) && !disputedAs(country))
      .map(({ code, iso, name, polygons }) => ({
        name: countryName(iso, name),
        polygons,
        ...(code ? {} : UNLISTED),
      }));
    drawAreas(countries, COUNTRY, taken, kept);
  }

  // Lakes that have no name on the map already.
  function drawLakes(taken, names) {
    const besides = new Set(['', ...namesIn(names)]);
    drawAreas(
      basemap.lakes().filter(({ name }) => !besides.has(name)),
      LAKE,
      taken,
    );
  }

  return {
    // `taken` are the boxes of what stands on the map already, in container pixels,
    // `besides` the keys of countries that have a chip of their own, or null where the
    // base map is covered and its names are not needed. What is marked has a `name`, or the
    // `names` of several places and `texts` for them.
    draw(names, taken, besides) {
      layer.clearLayers();
      const named = drawPlaces(names, taken);
      if (!besides) return;
      const drawTowns = towns.begin(taken, new Set(namesIn(names)));
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
