// Bringing what there is to see into view, clear of the controls that lie on the map.

import { isRtl } from './dom.js';
import { boxAround, overlaps } from './geometry.js';
import { CLOSEST_FIT, legendWidth, MARGIN } from './mapview.js';

// What a symbol takes, with some air.
const SYMBOL_ROOM = 36;

// Room to leave free beyond the usual, of which the least that clears the controls is left:
// beside those at the top and above those at the bottom. `boxes` are theirs, in pixels.
export function roomsAround(boxes, { x, y }) {
  const isAtTop = ({ top, bottom }) => top + bottom < y;
  const side = ({ left, right }) => (left + right < x ? right : x - left);
  const most = (values) => values.reduce((a, b) => Math.max(a, b), 0);
  const upper = boxes.filter(isAtTop);
  const lower = boxes.filter((box) => !isAtTop(box));
  const beside = most(upper.map(side));
  const above = most(lower.map(({ top }) => y - top));
  const below = most(upper.map(({ bottom }) => bottom));
  return [
    { start: 0, top: 0, bottom: 0 },
    { start: 0, top: 0, bottom: above },
    { start: beside, top: 0, bottom: 0 },
    { start: beside, top: 0, bottom: above },
    { start: 0, top: below, bottom: 0 },
    { start: 0, top: below, bottom: above },
  ];
}

// How many of the spots lie under one of the boxes, all in pixels.
export function countHidden(spots, boxes) {
  const isHidden = (spot) =>
    boxes.some((box) => overlaps(boxAround(spot, SYMBOL_ROOM, SYMBOL_ROOM), box));
  return spots.filter(isHidden).length;
}

// The one of some views that hides least, of those the closest.
export function bestOf(views) {
  return views.reduce((best, view) =>
    view.hidden < best.hidden || (view.hidden === best.hidden && view.zoom > best.zoom)
      ? view
      : best,
  );
}

// A view of some bounds with so much room left at the edges of the map, and what it hides.
function viewWith(map, { bounds, spots }, edges, boxes) {
  const topLeft = L.point(edges.left, edges.top);
  const bottomRight = L.point(edges.right, edges.bottom);
  const closest = map.getBoundsZoom(bounds, false, topLeft.add(bottomRight));
  const zoom = Math.min(closest, CLOSEST_FIT);
  const middle = map
    .project(bounds.getSouthWest(), zoom)
    .add(map.project(bounds.getNorthEast(), zoom))
    .add(bottomRight)
    .subtract(topLeft)
    .divideBy(2);
  const corner = middle.subtract(map.getSize().divideBy(2));
  const pixels = spots.map((spot) => map.project(spot, zoom).subtract(corner));
  return {
    zoom,
    centre: map.unproject(middle, zoom),
    hidden: countHidden(pixels, boxes),
  };
}

function fitTo(map, seen, legend, boxes) {
  map.invalidateSize({ animate: false });
  if (!seen.bounds.isValid()) {
    map.setView([25, 10], map.getMinZoom(), { animate: false });
    return;
  }
  const size = map.getSize();
  const margin = Math.min(MARGIN, Math.round(Math.min(size.x, size.y) / 10));
  const views = roomsAround(boxes, size).map((room) => {
    const start = margin + Math.max(legendWidth(map, legend), room.start);
    const [left, right] = isRtl() ? [2 * margin, start] : [start, 2 * margin];
    const [top, bottom] = [margin + room.top, margin + room.bottom];
    return viewWith(map, seen, { left, right, top, bottom }, boxes);
  });
  const { centre, zoom } = bestOf(views);
  map.setView(centre, zoom, { animate: false });
}

// Ways to bring the events into view. `extents()` tells what there is to hold, each as
// {bounds, spots}; `controls()` the boxes of what lies on the map.
export function createFit(map, legend, { extents, controls }) {
  let fitted = '';
  let isMoving = false;
  const to = (name, seen) => {
    isMoving = true;
    fitTo(map, seen, legend, name === 'paper' ? [] : controls());
    isMoving = false;
    fitted = name;
  };
  map.on('movestart', () => {
    if (!isMoving) fitted = '';
  });
  // Where nobody has moved the map, it fits the window's new size too.
  map.on('resize', () => {
    if (fitted === 'main' || fitted === 'all') to(fitted, extents()[fitted]);
  });
  return {
    main: () => to('main', extents().main),
    all: () => to('all', extents().all),
    // The whole on paper, or what one had chosen to see.
    forPaper: (bounds) => to('paper', bounds ? { bounds, spots: [] } : extents().all),
    isFitted: () => fitted !== '',
    // What the map fits, to be said again when it has come back to it.
    name: () => fitted,
    mark(name) {
      fitted = name;
    },
    // Most of the events; then, if some are far off, those too. Tells whether pressing
    // again shows more.
    next() {
      const { main, all } = extents();
      const isMore = main.bounds.isValid() && !main.bounds.equals(all.bounds);
      const name = fitted === 'main' && isMore ? 'all' : 'main';
      to(name, name === 'all' ? all : main);
      return isMore && name === 'main';
    },
  };
}
