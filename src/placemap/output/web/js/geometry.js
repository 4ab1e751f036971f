// Positions and extents; longitudes may run past 180 where a view crosses the date line.

// The western edge of a view of these longitudes: east of the widest empty stretch.
export function westernEdge(lons) {
  const sorted = [...new Set(lons)].sort((a, b) => a - b);
  if (!sorted.length) return -180;
  let west = sorted[0];
  let widest = sorted[0] + 360 - sorted.at(-1);
  for (let i = 1; i < sorted.length; i++) {
    // A little wider only is no reason to turn the usual map of the world round.
    if (sorted[i] - sorted[i - 1] > Math.max(widest, 180)) {
      widest = sorted[i] - sorted[i - 1];
      west = sorted[i];
    }
  }
  return west === sorted[0] ? -180 : west;
}

export function unwrap(lon, west) {
  return lon < west ? lon + 360 : lon;
}

function isPosition(value) {
  return typeof value[0] === 'number';
}

// GeoJSON coordinates of any depth as Leaflet's [latitude, longitude].
export function toLatLngs(coordinates, west) {
  if (isPosition(coordinates)) return [coordinates[1], unwrap(coordinates[0], west)];
  return coordinates.map((part) => toLatLngs(part, west));
}

// Every position in GeoJSON coordinates of any depth.
export function positionsIn(coordinates) {
  if (!coordinates.length) return [];
  return isPosition(coordinates) ? [coordinates] : coordinates.flatMap(positionsIn);
}

export function kilometres(metres, language) {
  const km = metres / 1000;
  const digits = km < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: digits,
  }).format(km);
}

export function overlaps(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function boxAround({ x, y }, width, height) {
  return {
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2,
  };
}

export function isInside(box, size) {
  return box.left >= 0 && box.top >= 0 && box.right <= size.x && box.bottom <= size.y;
}

const SCANS = 9;
// A view past the date line shows the next copy of the world.
const TURNS = [-360, 0, 360];

// Where the horizontal at `lat` crosses the rings, from west to east.
function crossings(rings, lat) {
  const found = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1];
      const [x1, y1] = ring[i];
      if (y0 <= lat !== y1 <= lat) {
        found.push(x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0));
      }
    }
  }
  return found.sort((a, b) => a - b);
}

// Whether a polygon's rings hold a position, whichever copy of the world it is on.
export function holds(rings, lon, lat) {
  const hits = crossings(rings, lat);
  return TURNS.some((turn) => hits.filter((x) => x < lon + turn).length % 2 === 1);
}

function stretchesAt(hits, view) {
  const found = [];
  for (let k = 0; k + 1 < hits.length; k += 2) {
    for (const turn of TURNS) {
      const from = Math.max(hits[k] + turn, view.west);
      const to = Math.min(hits[k + 1] + turn, view.east);
      if (to > from) found.push({ from, to });
    }
  }
  return found;
}

// The stretches of some polygons that are in view, at several latitudes: the widest first,
// those near the middle before others not much wider.
export function stretches(polygons, view) {
  const found = [];
  for (const rings of polygons) {
    const lats = rings[0].map((point) => point[1]);
    const south = Math.max(view.south, lats.reduce((a, b) => Math.min(a, b))); // prettier-ignore
    const north = Math.min(view.north, lats.reduce((a, b) => Math.max(a, b))); // prettier-ignore
    for (let i = 1; i < SCANS && south < north; i++) {
      const lat = south + ((north - south) * i) / SCANS;
      const worth = 1 - Math.abs(i / SCANS - 0.5) * 0.5;
      for (const { from, to } of stretchesAt(crossings(rings, lat), view)) {
        found.push({
          lat,
          lon: (from + to) / 2,
          width: to - from,
          worth: (to - from) * worth,
        });
      }
    }
  }
  return found.sort((a, b) => b.worth - a.worth);
}

// The box of a ring, and about how large what it encloses is.
function extentOf(ring) {
  const box = {
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
  };
  let twice = 0;
  ring.forEach(([lon, lat], i) => {
    const [lastLon, lastLat] = ring.at(i - 1);
    twice += lastLon * lat - lon * lastLat;
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  });
  const shrinks = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  return { box, size: (Math.abs(twice) / 2) * shrinks };
}

// An island this large beside the main part belongs to it, and so does what is this near, as
// a share of the main part's size.
const LARGE_PART = 0.25;
const NEAR_PART = 0.2;

function isNear(box, main) {
  const across = NEAR_PART * (main.east - main.west);
  const along = NEAR_PART * (main.north - main.south);
  return (
    box.west >= main.west - across &&
    box.east <= main.east + across &&
    box.south >= main.south - along &&
    box.north <= main.north + along
  );
}

// The box of a country's polygons without those that are small and far from the largest.
export function heartland(polygons) {
  const parts = polygons.map(([outer]) => extentOf(outer)).sort((a, b) => b.size - a.size);
  const [main] = parts;
  return parts
    .filter(({ box, size }) => size >= LARGE_PART * main.size || isNear(box, main.box))
    .map(({ box }) => box)
    .reduce((all, box) => ({
      west: Math.min(all.west, box.west),
      east: Math.max(all.east, box.east),
      south: Math.min(all.south, box.south),
      north: Math.max(all.north, box.north),
    }));
}
