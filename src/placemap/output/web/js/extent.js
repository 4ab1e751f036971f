// What a first view should hold: where most of the events are, not the few far away.

// What lies in the past is told on the way, and seldom where the report is.
const WEIGHT_OF_THE_PAST = 0.25;
// Each zoom level won is worth this share of the events, up to the most there is to lose.
const WORTH_OF_A_ZOOM = 0.07;
const MOST_LOST = 0.25;
// Less is not worth hiding anything for.
const LEAST_ZOOMS_WON = 1;
// Where the base map ends: a view of this share of the world is as close as it gets.
const SMALLEST = 0.006;

export function weightOf(event) {
  return event.status === 'historical' ? WEIGHT_OF_THE_PAST : 1;
}

// Longitude and latitude as shares of the square that is the world in Mercator's view.
export function toSquare(lon, lat) {
  const sine = Math.sin((Math.min(Math.max(lat, -85), 85) * Math.PI) / 180);
  return {
    x: lon / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

// The value that half of the weight lies below.
function medianOf(items, key) {
  const sorted = [...items].sort((a, b) => a[key] - b[key]);
  const half = sorted.reduce((sum, item) => sum + item.weight, 0) / 2;
  let passed = 0;
  return sorted.find((item) => (passed += item.weight) >= half)?.[key] ?? 0;
}

function zoomsBetween(wide, narrow) {
  return Math.log2(Math.max(wide, SMALLEST) / Math.max(narrow, SMALLEST));
}

// How large the view of the first n items is, for each n.
function spansOf(items) {
  const box = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity };
  return items.map(({ x, y }) => {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.north = Math.min(box.north, y);
    box.south = Math.max(box.south, y);
    return Math.max(box.east - box.west, box.south - box.north);
  });
}

// The items, each with x, y and weight, without those that are few and far from the rest.
export function mainPart(items) {
  const centre = { x: medianOf(items, 'x'), y: medianOf(items, 'y') };
  const distance = ({ x, y }) => Math.max(Math.abs(x - centre.x), Math.abs(y - centre.y));
  const sorted = [...items].sort((a, b) => distance(a) - distance(b));
  const spans = spansOf(sorted);
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  let best = { n: items.length, worth: 0 };
  let lost = 0;
  for (let n = sorted.length - 1; n > 0; n--) {
    lost += sorted[n].weight / total;
    if (lost > MOST_LOST) break;
    const won = zoomsBetween(spans.at(-1), spans[n - 1]);
    const worth = won - lost / WORTH_OF_A_ZOOM;
    if (won >= LEAST_ZOOMS_WON && worth > best.worth) best = { n, worth };
  }
  return sorted.slice(0, best.n);
}
