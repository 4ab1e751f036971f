// The way back: what the page itself moved the map away from, to show what was chosen or
// found, is seen again afterwards, unless somebody has moved the map meanwhile.

// A flight begins within this time of being asked for.
const TAKE_OFF_MS = 500;

// Calls `onMoved` when the map is moved by anything but a function given to `own`.
function watchMoves(map, onMoved) {
  let isOwn = false;
  let due = 0;
  map.on('movestart', () => {
    const isFlight = due > 0;
    clearTimeout(due);
    due = 0;
    if (!isOwn && !isFlight) onMoved();
  });
  map.on('dragstart', onMoved);
  return function own(move) {
    isOwn = true;
    clearTimeout(due);
    due = setTimeout(() => {
      due = 0;
    }, TAKE_OFF_MS);
    move();
    isOwn = false;
  };
}

// `fit` tells what the map fits, and is told when it does again.
export function createWaysBack(map, fit) {
  const before = new Map();
  const own = watchMoves(map, () => before.clear());

  function viewNow() {
    return { centre: map.getCenter(), zoom: map.getZoom(), fitted: fit.name() };
  }

  return {
    // Moves the map with `move`, for a purpose; the view from before it is kept.
    leave(purpose, move) {
      if (!before.has(purpose)) before.set(purpose, viewNow());
      own(move);
    },
    // What was kept for a purpose is seen again.
    comeBack(purpose) {
      const view = before.get(purpose);
      before.delete(purpose);
      if (!view) return;
      const { centre, zoom, fitted } = view;
      own(() => map.setView(centre, zoom, { animate: false }));
      fit.mark(fitted);
    },
    // Moves the map with `move`: neither somebody else's doing, nor anywhere to come back from.
    own,
    forget: (purpose) => before.delete(purpose),
  };
}
