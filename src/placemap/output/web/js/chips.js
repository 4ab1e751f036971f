// Where the chips of areas, lines and countries stand: on their shape where there is room,
// and otherwise beside it, tied to it by a line.

import { CHIP_HEIGHT } from './faces.js';
import { boxAround, isInside, overlaps } from './geometry.js';
import { standsFor } from './hints.js';
import { viewOf } from './labels.js';
import { endOnPill, firstFree, spotsAround, spotsOver, withinMap } from './room.js';

// Pixels between a shape's point and a chip beside it: near first, then farther.
const GAPS = [12, 26];
// The same for a chip that would hide something anywhere nearer.
const FAR_GAPS = [44, 64, 88, 116];
const ALL_GAPS = [...GAPS, ...FAR_GAPS];
// More lines than this and nobody follows them.
const MOST_LEADERS = 8;
// Of the spots on a shape, so many are tried as the end of a line.
const MOST_ENDS = 4;
// What is kept free around the end of a line.
const END_ROOM = 6;

// `anchorsOf(group, view)` are spots on a group's shape besides its own point; `put` draws a
// chip at one.
export function createChips(map, { widthOf, latLngOf, anchorsOf, put }) {
  const leaders = L.layerGroup().addTo(map);
  const renderer = L.svg({ pane: 'areas' });

  const pixelOf = (latLng) => map.latLngToContainerPoint(latLng);
  const isInView = (spot) => isInside(boxAround(spot, 0, 0), map.getSize());
  const sizeOf = (group, events) => ({
    width: widthOf(group, events),
    height: CHIP_HEIGHT,
  });

  // In pixels: what of a group's shape is in view, its own point first.
  function spotsOn(group) {
    const others = anchorsOf(group, viewOf(map)).map(({ lat, lon }) => L.latLng(lat, lon));
    return [latLngOf(group), ...others].map(pixelOf).filter(isInView);
  }

  function place([group, events], spot, taken) {
    const { width, height } = sizeOf(group, events);
    taken.push(boxAround(spot, width, height));
    put(group, events, map.containerPointToLatLng(spot));
  }

  // On its shape a chip lies over a spot of it: with its middle, or, a country's, with some
  // part of it. Tells whether there was room.
  function placeOn(chip, taken) {
    const [group] = chip;
    const [box, size] = [sizeOf(...chip), map.getSize()];
    const spots = spotsOn(group);
    const over = group.isCountry
      ? spotsOver(spots, box, size)
      : spots.map((spot) => withinMap(spot, box, size));
    const spot = firstFree(over, box, size, taken);
    if (spot) place(chip, spot, taken);
    return Boolean(spot);
  }

  function tie(group, from, to) {
    const line = L.polyline(
      [from, to].map((at) => map.containerPointToLatLng(at)),
      {
        pane: 'areas',
        renderer,
        className: 'leader',
        interactive: false,
      },
    );
    leaders.addLayer(line);
    standsFor(line.getElement(), () => [group.i]);
  }

  // What of a shape nothing lies on: under a ring a line would seem to point at the ring.
  function openSpotsOn(group, taken) {
    const isSeen = (at) => !taken.some((other) => overlaps(boxAround(at, 2, 2), other));
    return spotsOn(group).filter(isSeen).slice(0, MOST_ENDS);
  }

  // Beside its shape a chip is tied to it by a line, from one of the `ends` on the shape to
  // the edge of the chip. Tells whether there was room.
  function placeBeside(chip, ends, gaps, taken) {
    if (leaders.getLayers().length >= MOST_LEADERS) return false;
    const [box, size] = [sizeOf(...chip), map.getSize()];
    for (const end of ends) {
      const spot = firstFree(spotsAround(end, box, size, gaps), box, size, taken);
      if (!spot) continue;
      tie(chip[0], end, endOnPill(end, spot, box));
      taken.push(boxAround(end, END_ROOM, END_ROOM));
      place(chip, spot, taken);
      return true;
    }
    return false;
  }

  return {
    // Those with room on their shape come first: they need no line. Returns those that
    // have none beside it either.
    draw(chips, taken) {
      leaders.clearLayers();
      const crowded = chips.filter((chip) => !placeOn(chip, taken));
      return crowded.filter(
        (chip) => !placeBeside(chip, openSpotsOn(chip[0], taken), GAPS, taken),
      );
    },
    // Farther off, or tied to what lies under something else; or where there is no room even
    // there, over its own point, whatever is there. What is out of view has no chip in it.
    force(chip, taken) {
      const [group] = chip;
      if (placeBeside(chip, openSpotsOn(group, taken), FAR_GAPS, taken)) return;
      if (placeBeside(chip, spotsOn(group).slice(0, 1), ALL_GAPS, taken)) return;
      const [box, size] = [sizeOf(...chip), map.getSize()];
      const home = pixelOf(latLngOf(group));
      const view = { left: 0, right: size.x, top: 0, bottom: size.y };
      if (isInView(home)) place(chip, withinMap(home, box, size), taken);
      else if (!overlaps(boxAround(home, box.width, box.height), view))
        place(chip, home, taken);
    },
  };
}
