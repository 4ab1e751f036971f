// Room for a box near where it belongs, on a map that other boxes lie on already.

import { boxAround, isInside, overlaps } from './geometry.js';

// A box at the edge of the map keeps this far from it, in pixels.
const FROM_EDGE = 4;

// How far from its middle a box may lie over a spot.
const SHARES_OF_REACH = [0, 0.35, -0.35, 0.7, -0.7, 1, -1];

function held(at, length, room) {
  const margin = length / 2 + FROM_EDGE;
  return Math.max(margin, Math.min(room - margin, at));
}

// The middle nearest to {x, y} at which a box of {width, height} lies within the map.
export function withinMap({ x, y }, { width, height }, size) {
  return { x: held(x, width, size.x), y: held(y, height, size.y) };
}

// Middles for a box that lies over one of some spots: with its middle, then with what is
// nearer and nearer to one of its ends.
export function spotsOver(spots, box, size) {
  const reach = (box.width - box.height) / 2;
  return SHARES_OF_REACH.flatMap((share) =>
    spots.map(({ x, y }) => withinMap({ x: x + share * reach, y }, box, size)),
  );
}

// Where a line from a spot ends that goes to a box with round ends, the shortest way.
export function endOnPill(from, { x, y }, { width, height }) {
  const radius = height / 2;
  const reach = width / 2 - radius;
  const near = { x: Math.max(x - reach, Math.min(x + reach, from.x)), y };
  const [dx, dy] = [from.x - near.x, from.y - near.y];
  const share = radius / Math.max(radius, Math.hypot(dx, dy));
  return { x: near.x + dx * share, y: near.y + dy * share };
}

// Middles for a box around a home: first those of the first gap, in pixels, between the two;
// of each gap those right beside it, above and below, then those aslant.
export function spotsAround({ x, y }, box, size, gaps) {
  const spots = gaps.flatMap((gap) => {
    const across = box.width / 2 + gap;
    const down = box.height / 2 + gap;
    const beside = [0, -box.height / 2, box.height / 2, -down, down];
    const [level, ...aslant] = beside.map((by) => [
      [across, by],
      [-across, by],
    ]);
    return [...level, [0, down], [0, -down], ...aslant.flat()];
  });
  return spots.map(([dx, dy]) => withinMap({ x: x + dx, y: y + dy }, box, size));
}

// The first of the middles at which the box hides nothing that is `taken`.
export function firstFree(spots, { width, height }, size, taken) {
  return spots.find((spot) => {
    const own = boxAround(spot, width, height);
    return isInside(own, size) && !taken.some((other) => overlaps(own, other));
  });
}
