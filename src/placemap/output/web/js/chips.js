// Where the chips of areas, lines and countries stand: on their shape where there is room.

import { CHIP_HEIGHT } from './faces.js';
import { boxAround, overlaps } from './geometry.js';
import { viewOf } from './labels.js';
import { firstFree, spotsAround, withinMap } from './room.js';

// Pixels between a shape's point and a chip beside it: near first, then farther.
const GAPS = [12, 26];
// The same for a chip that would hide something anywhere nearer.
const FAR_GAPS = [44, 64, 88, 116];
// More lines than this and nobody follows them.
const MOST_LEADERS = 8;

// `anchorsOf(group, view)` are spots on a group's shape; `put` draws a chip at one.
export function createChips(map, { widthOf, latLngOf, anchorsOf, put }) {
  const leaders = L.layerGroup().addTo(map);
  const renderer = L.svg({ pane: 'areas' });

  const pixelOf = (latLng) => map.latLngToContainerPoint(latLng);
  const boxAt = (latLng, width) => boxAround(pixelOf(latLng), width, CHIP_HEIGHT);
  const sizeOf = (group, events) => ({
    width: widthOf(group, events),
    height: CHIP_HEIGHT,
  });

  function spotsOn(group) {
    const onShape = anchorsOf(group, viewOf(map)).map(({ lat, lon }) => L.latLng(lat, lon));
    return [latLngOf(group), ...onShape].map(pixelOf);
  }

  // Where one of the pixels has room for the chip of a group.
  function freeAt(spots, group, events, taken) {
    const spot = firstFree(spots, sizeOf(group, events), map.getSize(), taken);
    return spot && map.containerPointToLatLng(spot);
  }

  function freeBeside(group, events, gaps, taken) {
    const box = sizeOf(group, events);
    const spots = spotsAround(pixelOf(latLngOf(group)), box, map.getSize(), gaps);
    return freeAt(spots, group, events, taken);
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

  // A line that ends under a ring would point at what the ring stands for.
  function isHidden(latLng, taken) {
    const at = boxAround(pixelOf(latLng), 2, 2);
    return taken.some((other) => overlaps(at, other));
  }

  // Beside its shape a chip is tied to it by a line. Tells whether there was room.
  function placeBeside([group, events], gaps, taken) {
    const home = latLngOf(group);
    if (!map.getBounds().contains(home) || leaders.getLayers().length >= MOST_LEADERS)
      return false;
    const spot = freeBeside(group, events, gaps, taken);
    if (!spot) return false;
    if (!isHidden(home, taken)) tie(home, spot);
    place(group, events, spot, taken);
    return true;
  }

  // The point nearest to a group's own where its chip lies within the map; its own where
  // nothing of the chip would be in view there.
  function withinEdges(group, events) {
    const home = latLngOf(group);
    const box = sizeOf(group, events);
    const size = map.getSize();
    const view = { left: 0, right: size.x, top: 0, bottom: size.y };
    if (!overlaps(boxAt(home, box.width), view)) return home;
    return map.containerPointToLatLng(withinMap(pixelOf(home), box, size));
  }

  return {
    // Those with room on their shape come first: they need no line. Returns those that
    // have none beside it either.
    draw(chips, taken) {
      leaders.clearLayers();
      const crowded = chips.filter(([group, events]) => {
        const spot = freeAt(spotsOn(group), group, events, taken);
        if (spot) place(group, events, spot, taken);
        return !spot;
      });
      return crowded.filter((chip) => !placeBeside(chip, GAPS, taken));
    },
    // Farther off, or where there is no room even there, at its own point or by it at the
    // map's edge, whatever is there already.
    force(chip, taken) {
      if (placeBeside(chip, FAR_GAPS, taken)) return;
      place(...chip, withinEdges(...chip), taken);
    },
  };
}
