// Where the chips of areas, lines and countries stand: on their shape where there is room.

import { CHIP_HEIGHT } from './faces.js';
import { boxAround, isInside, overlaps } from './geometry.js';
import { viewOf } from './labels.js';

// Pixels between a shape's point and a chip beside it: near first, then farther.
const GAPS = [12, 26];
// Chips forced to the edge of the map keep this far from it, in pixels.
const FROM_EDGE = 4;
// More lines than this and nobody follows them.
const MOST_LEADERS = 8;

// `anchorsOf(group, view)` are spots on a group's shape; `put` draws a chip at one.
export function createChips(map, { widthOf, latLngOf, anchorsOf, put }) {
  const leaders = L.layerGroup().addTo(map);
  const renderer = L.svg({ pane: 'areas' });

  function boxAt(latLng, width) {
    return boxAround(map.latLngToContainerPoint(latLng), width, CHIP_HEIGHT);
  }

  function firstFree(spots, width, taken) {
    const size = map.getSize();
    return spots.find((latLng) => {
      const box = boxAt(latLng, width);
      return isInside(box, size) && !taken.some((other) => overlaps(box, other));
    });
  }

  function spotsOn(group) {
    const onShape = anchorsOf(group, viewOf(map)).map(({ lat, lon }) => L.latLng(lat, lon));
    return [latLngOf(group), ...onShape];
  }

  function spotsBeside(group, width) {
    const { x, y } = map.latLngToContainerPoint(latLngOf(group));
    const spots = GAPS.flatMap((gap) => {
      const across = width / 2 + gap;
      const down = CHIP_HEIGHT / 2 + gap;
      return [
        [x + across, y],
        [x - across, y],
        [x, y + down],
        [x, y - down],
        [x + across, y + down],
        [x - across, y + down],
        [x + across, y - down],
        [x - across, y - down],
      ];
    });
    return spots.map((spot) => map.containerPointToLatLng(spot));
  }

  function place(group, events, latLng, taken) {
    taken.push(boxAt(latLng, widthOf(group, events)));
    put(group, events, latLng);
  }

  function tie(home, spot) {
    const line = {
      pane: 'areas',
      renderer,
      className: 'leader',
      interactive: false,
    };
    leaders.addLayer(L.polyline([home, spot], line));
  }

  // Beside its shape a chip is tied to it by a line. Tells whether there was room.
  function placeBeside(group, events, taken) {
    const home = latLngOf(group);
    if (!map.getBounds().contains(home) || leaders.getLayers().length >= MOST_LEADERS)
      return false;
    // A line that ends under a ring would point at what the ring stands for.
    const at = boxAround(map.latLngToContainerPoint(home), 2, 2);
    const isUnder = taken.some((other) => overlaps(at, other));
    const width = widthOf(group, events);
    const spot = firstFree(spotsBeside(group, width), width, taken);
    if (!spot) return false;
    if (!isUnder) tie(home, spot);
    place(group, events, spot, taken);
    return true;
  }

  // The point nearest to a group's own where its chip lies within the map; its own where
  // nothing of the chip would be in view there.
  function withinEdges(group, width) {
    const home = latLngOf(group);
    const size = map.getSize();
    const view = { left: 0, right: size.x, top: 0, bottom: size.y };
    if (!overlaps(boxAt(home, width), view)) return home;
    const held = (value, room, length) => {
      const margin = length / 2 + FROM_EDGE;
      return Math.max(margin, Math.min(room - margin, value));
    };
    const { x, y } = map.latLngToContainerPoint(home);
    const at = [held(x, size.x, width), held(y, size.y, CHIP_HEIGHT)];
    return map.containerPointToLatLng(at);
  }

  return {
    // Those with room on their shape come first: they need no line. Returns those that
    // have none beside it either.
    draw(chips, taken) {
      leaders.clearLayers();
      const crowded = chips.filter(([group, events]) => {
        const spot = firstFree(spotsOn(group), widthOf(group, events), taken);
        if (spot) place(group, events, spot, taken);
        return !spot;
      });
      return crowded.filter(([group, events]) => !placeBeside(group, events, taken));
    },
    // At its own point, or by it at the map's edge, whatever is there already.
    force([group, events], taken) {
      const spot = withinEdges(group, widthOf(group, events));
      place(group, events, spot, taken);
    },
  };
}
