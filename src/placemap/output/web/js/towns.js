// Towns of the base map: a dot, and the name beside it, where there is room for both.

import { bdi, el } from './dom.js';
import { boxAround, isInside, overlaps, unwrap } from './geometry.js';
import { shortened, textWidth } from './lettering.js';

const MOST_NAMED_TOWNS = 60;
// A town is named this much of a zoom before its own.
const TOWNS_EARLY = 0.25;
// The height a town takes, with some air.
const TOWN_ROOM = 20;
const NAME_ROOM = 16;
const TOWN_FONT = '400 11px system-ui, sans-serif';
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

function dotBox({ at }) {
  return boxAround(at, TOWN_ROOM, TOWN_ROOM);
}

// Draws on a layer of a map, with longitudes from `west` on.
export function createTowns(map, layer, basemap, west) {
  // Those in view of up to a zoom, the more important first.
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
  function sideOf(at, text, taken, { missed, coming }) {
    const size = map.getSize();
    const there = [...taken, ...missed];
    const isFree = (box, boxes) => !boxes.some((other) => overlaps(box, other));
    const dot = dotBox({ at });
    if (!isFree(dot, there)) return null;
    const width = textWidth(text, TOWN_FONT) + 4;
    const fits = Object.entries(TOWN_SIDES)
      .map(([side, { x, gap }]) => {
        const middle = { x: at.x + x * width + gap[0], y: at.y + gap[1] };
        return { side, box: boxAround(middle, width + 8, x ? TOWN_ROOM : NAME_ROOM) };
      })
      .filter(({ box }) => isFree(box, there) && isInside(box, size));
    const fit = fits.find(({ box }) => isFree(box, coming)) ?? fits[0];
    if (!fit) return null;
    taken.push(fit.box, dot);
    return fit.side;
  }

  function put(latLng, text, side) {
    const face = el(
      'span',
      { 'aria-hidden': 'true' },
      el('i', { class: 'town-dot' }),
      bdi(text),
    );
    const icon = L.divIcon({
      className: `map-label is-town is-${side}`,
      iconSize: null,
      html: face,
    });
    const still = { icon, pane: 'labels', interactive: false, keyboard: false };
    layer.addLayer(L.marker(latLng, still));
  }

  return {
    // Draws towns where there is room, but none named as one of `besides`. Returns a
    // function that draws those of up to a zoom that were not drawn yet.
    begin(taken, besides) {
      const towns = townsUpTo(map.getZoom() + TOWNS_EARLY);
      const missed = [];
      let next = 0;
      let n = 0;
      function draw({ name, at, latLng }, coming) {
        const dot = dotBox({ at });
        if (n === MOST_NAMED_TOWNS || missed.some((other) => overlaps(dot, other))) return;
        const text = shortened(name);
        const side = besides.has(name) ? null : sideOf(at, text, taken, { missed, coming });
        if (!side) {
          missed.push(boxAround(at, MISSED_ROOM, MISSED_ROOM));
          return;
        }
        put(latLng, text, side);
        n += 1;
      }
      return (last) => {
        const end = towns.findIndex(({ from }) => from > last);
        const due = towns.slice(next, end < 0 ? towns.length : end);
        const dots = due.map(dotBox);
        due.forEach((town, i) => draw(town, dots.slice(i + 1)));
        next += due.length;
      };
    },
  };
}
