// Areas within areas: of what consists of its parts, they are named or the whole is.

import { holds } from './geometry.js';

// Parts that make up less of a whole than this lie in it, and are not what it is.
const MOST_OF_IT = 0.5;

// About how large a ring is, in degrees of latitude squared.
function sizeOfRing(ring) {
  const lats = ring.map(([, lat]) => lat);
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2;
  const twice = ring.reduce((sum, [lon, lat], i) => {
    const [lastLon, lastLat] = ring.at(i - 1);
    return sum + lastLon * lat - lon * lastLat;
  }, 0);
  return (Math.abs(twice) / 2) * Math.cos((middle * Math.PI) / 180);
}

function sizeOfArea({ polygons }) {
  return polygons.reduce((sum, [outer]) => sum + sizeOfRing(outer), 0);
}

function isPart({ at: [lon, lat] }, whole) {
  return whole.polygons.some((rings) => holds(rings, lon, lat));
}

// The areas, each with `polygons` and a point `at` in it, as {area, parts}: those that make
// up most of another are its parts, and stand nowhere else.
export function nest(areas) {
  const sized = areas.map((area) => ({ area, size: sizeOfArea(area) }));
  sized.sort((a, b) => b.size - a.size);
  const taken = new Set();
  const nests = [];
  sized.forEach(({ area, size }, i) => {
    if (taken.has(area)) return;
    const inside = sized
      .slice(i + 1)
      .filter((other) => !taken.has(other.area) && isPart(other.area, area));
    const share = inside.reduce((sum, other) => sum + other.size, 0) / size;
    const parts = share >= MOST_OF_IT ? inside.map((other) => other.area) : [];
    for (const part of parts) taken.add(part);
    nests.push({ area, parts });
  });
  return nests;
}
