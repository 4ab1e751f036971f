// What belongs together lights up together: a row and its markers, a marker and its rows.

import { byId } from './dom.js';

const HINT_ROWS = '[data-type], [data-status], tr[data-event]';
const HINT_MARKERS = '.marker, .chip';
// A line that ties a chip to its shape fades with the chip.
const HINT_LINES = 'path.leader';

// For each marker the groups it stands for, worked out when asked for.
const standing = new WeakMap();

export function standsFor(node, groups) {
  standing.set(node, groups);
}

export function groupsAt(node) {
  return standing.get(node)?.() ?? [];
}

// What a row says it is about, and where an event has that.
const FIELDS = { event: 'i', type: 'type', status: 'status' };

function isAbout(dataset) {
  const [name, field] = Object.entries(FIELDS).find(([key]) => key in dataset);
  return (event) => String(event[field]) === dataset[name];
}

// Calls `onPoint(node)` with the one of the nodes within `root` that the mouse or the
// keyboard is on, null where it is on none. A finger covers what it would point at.
function watchOver(root, selector, onPoint) {
  let [over, focused] = [null, null];
  const find = ({ target }) => target.closest(selector);
  const tell = () => onPoint(over ?? focused);
  root.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch' || find(event) === over) return;
    over = find(event);
    tell();
  });
  root.addEventListener('pointerleave', () => {
    over = null;
    tell();
  });
  root.addEventListener('focusin', (event) => {
    focused = event.target.matches(':focus-visible') ? find(event) : null;
    tell();
  });
  root.addEventListener('focusout', () => {
    focused = null;
    tell();
  });
}

// `visible()` are the events that pass the filters.
export function createHints(container, visible) {
  let row = null;

  function markersOf(wanted) {
    const events = visible().filter(isAbout(wanted.dataset));
    const groups = new Set(events.flatMap((event) => event.groups));
    return (node) =>
      standing
        .get(node)?.()
        .some((group) => groups.has(group));
  }

  function showMarkers() {
    const isHinted = row ? markersOf(row) : () => false;
    let n = 0;
    for (const node of container.querySelectorAll(`${HINT_MARKERS}, ${HINT_LINES}`)) {
      const isWanted = Boolean(isHinted(node));
      node.classList.toggle('is-hinted', isWanted);
      if (isWanted) n += 1;
    }
    container.classList.toggle('has-hints', n > 0);
  }

  function showRows(marker) {
    const groups = new Set(marker ? standing.get(marker)?.() : []);
    const events = visible().filter((event) => event.groups.some((i) => groups.has(i)));
    const values = Object.entries(FIELDS).map(([name, field]) => [
      name,
      new Set(events.map((event) => String(event[field]))),
    ]);
    for (const node of document.querySelectorAll(HINT_ROWS)) {
      const isWanted = values.some(([name, those]) => those.has(node.dataset[name]));
      node.classList.toggle('is-hinted', isWanted);
    }
  }

  for (const id of ['legend', 'panel']) {
    watchOver(byId(id), HINT_ROWS, (node) => {
      row = node;
      showMarkers();
    });
  }
  watchOver(container, HINT_MARKERS, showRows);
  return {
    // After the markers have been drawn anew.
    refresh() {
      if (row) showMarkers();
    },
  };
}
