// Letting time pass: a window that moves over the bars, one step after the other.

import { el, icon, prefersStill } from './dom.js';
import { t } from './strings.js';

const PLAY = 'M6 4l10 6-10 6z';
const PAUSE = 'M7 4v12M13 4v12';
const STEP_MS = 900;
// Where motion is not wanted, there is more time to read between the steps.
const STILL_STEP_MS = 2_000;
const SHARE_OF_ALL = 0.1;
const MOST_STEPS = 40;

// The window after `range` of `length` bars, or null at the end.
export function nextRange([from, to], length) {
  const isWhole = from === 0 && to === length;
  const size = isWhole ? Math.max(1, Math.round(length * SHARE_OF_ALL)) : to - from;
  if (isWhole) return length > 1 ? [0, size] : null;
  const step = Math.min(Math.max(1, Math.ceil(length / MOST_STEPS)), length - to);
  return step > 0 ? [from + step, from + step + size] : null;
}

export function createPlayer({ range, length, onStep }) {
  let timer = 0;
  const button = el('button', { type: 'button', class: 'play', onclick: press });

  function show() {
    button.replaceChildren(
      icon(timer ? PAUSE : PLAY),
      t(timer ? 'timeline.pause' : 'timeline.play'),
    );
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    show();
  }

  function step() {
    const next = nextRange(range(), length());
    if (next) onStep(next);
    else stop();
  }

  // At the end one begins again with a window of the same size.
  function press() {
    if (timer) {
      stop();
      return;
    }
    const [from, to] = range();
    if (to === length() && from > 0) onStep([0, to - from]);
    else step();
    timer = setInterval(step, prefersStill() ? STILL_STEP_MS : STEP_MS);
    show();
  }

  show();
  return { button, stop };
}
