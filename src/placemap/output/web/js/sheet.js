// On a phone the card is a sheet of three heights: its title, half the screen, or all of it.

import { el } from './dom.js';
import { t } from './strings.js';

const HEIGHTS = ['peek', 'half', 'full'];
// A finger that moved less has only pressed.
const LEAST_DRAG_PX = 24;

function heightOf(card) {
  return HEIGHTS.indexOf(card.dataset.sheet ?? 'half');
}

// The handle of the sheet: dragged it goes a step up or down, pressed it goes through all. A
// card that opens begins at half.
export function sheetHandle(card) {
  if (card.hidden) card.dataset.sheet = 'half';
  let start = null;
  let isDragged = false;
  const step = (by) => {
    const at = Math.min(Math.max(heightOf(card) + by, 0), HEIGHTS.length - 1);
    card.dataset.sheet = HEIGHTS[at];
  };
  const handle = el('button', {
    type: 'button',
    class: 'sheet-handle',
    'aria-label': t('sheet'),
    onpointerdown: (event) => {
      start = event.clientY;
      isDragged = false;
      handle.setPointerCapture(event.pointerId);
    },
    onpointerup: (event) => {
      const moved = event.clientY - start;
      isDragged = Math.abs(moved) >= LEAST_DRAG_PX;
      if (isDragged) step(moved < 0 ? 1 : -1);
    },
    onclick: () => {
      if (!isDragged) card.dataset.sheet = HEIGHTS[(heightOf(card) + 1) % HEIGHTS.length];
      isDragged = false;
    },
  });
  return handle;
}
