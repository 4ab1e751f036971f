// Two handles over a row of bars, for the mouse, the finger and the keyboard.

import { el } from './dom.js';
import { t } from './strings.js';

const ARROWS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
// A tenth of the bars.
const PAGES = { PageDown: -0.1, PageUp: 0.1 };

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

// `range()` is a pair of edges between bars, 0 at the first bar's start. `textOf(edge,
// isEnd)` says what an edge means; `onMove(range)` and `onHover({share, y})` tell what is
// done, where it is of the whole time and in the window.
export function createBrush({ textOf, onMove, onHover }) {
  let count = 1;
  let range = [0, 1];
  let drag = null;

  const before = el('div', { class: 'brush-shade is-before' });
  const after = el('div', { class: 'brush-shade is-after' });
  const span = el('div', { class: 'brush-span' });
  const handles = ['from', 'to'].map((name, i) =>
    el('div', {
      class: 'brush-handle',
      role: 'slider',
      tabindex: 0,
      title: t('timeline.keys'),
      'aria-label': t(`timeline.${name}`),
      'aria-orientation': 'horizontal',
      'aria-valuemin': 0,
      onkeydown: (event) => press(event, i),
    }),
  );
  const ground = el('div', { class: 'brush-ground' });
  const nodes = [ground, before, after, span, ...handles];

  function move(next) {
    if (String(next) !== String(range)) onMove(next);
  }

  function moveHandle(i, edge) {
    move(
      i === 0
        ? [clamp(edge, 0, range[1] - 1), range[1]]
        : [range[0], clamp(edge, range[0] + 1, count)],
    );
  }

  function moveBoth(from, length) {
    const start = clamp(from, 0, count - length);
    move([start, start + length]);
  }

  // Arrows move a handle, with Shift both of them.
  function press(event, i) {
    const page = Math.max(1, Math.round(Math.abs(PAGES[event.key] ?? 0) * count));
    const step = ARROWS[event.key] ?? Math.sign(PAGES[event.key] ?? 0) * page;
    const ends = { Home: 0, End: count };
    if (event.key in ends) moveHandle(i, ends[event.key]);
    else if (step && event.shiftKey) moveBoth(range[0] + step, range[1] - range[0]);
    else if (step) moveHandle(i, range[i] + step);
    else return;
    event.preventDefault();
  }

  function positionOf(event) {
    const { left, width } = ground.getBoundingClientRect();
    return clamp(((event.clientX - left) / width) * count, 0, count);
  }

  // What a drag does depends on where it begins: a handle, between them, or outside.
  function begin(event) {
    if (event.button !== 0) return;
    const handle = handles.indexOf(event.target);
    const at = positionOf(event);
    const isWhole = range[0] === 0 && range[1] === count;
    const kind =
      handle >= 0 ? 'handle' : event.target === span && !isWhole ? 'both' : 'new';
    drag = { kind, handle, at, range, isMoved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function go(event) {
    const at = positionOf(event);
    if (!drag) {
      onHover({ share: at / count, y: event.clientY });
      return;
    }
    drag.isMoved ||= Math.abs(at - drag.at) > 0.5;
    const [from, to] = drag.range;
    if (drag.kind === 'handle') moveHandle(drag.handle, Math.round(at));
    else if (!drag.isMoved) return;
    else if (drag.kind === 'both') moveBoth(from + Math.round(at - drag.at), to - from);
    else {
      const [a, b] = [Math.min(at, drag.at), Math.max(at, drag.at)];
      move([Math.floor(a), Math.max(Math.ceil(b), Math.floor(a) + 1)]);
    }
  }

  // A press without a move chooses the bar under it.
  function finish() {
    if (drag && !drag.isMoved && drag.kind !== 'handle') {
      const bar = Math.min(Math.floor(drag.at), count - 1);
      move([bar, bar + 1]);
    }
    drag = null;
  }

  const cancel = () => {
    drag = null;
  };
  for (const node of nodes) {
    node.addEventListener('pointerdown', begin);
    node.addEventListener('pointermove', go);
    node.addEventListener('pointerup', finish);
    node.addEventListener('pointercancel', cancel);
    node.addEventListener('pointerleave', () => !drag && onHover(null));
  }

  return {
    nodes,
    range: () => range,
    // `edges` are days; `from` and `to` (the day after) may lie between them, or be null.
    show(edges, from, to) {
      count = edges.length - 1;
      const first = edges[0];
      const place = (day) => {
        const k = clamp(
          edges.findLastIndex((edge) => edge <= day),
          0,
          count - 1,
        );
        return clamp(k + (day - edges[k]) / (edges[k + 1] - edges[k]), 0, count);
      };
      const at = [place(from ?? first), place(to ?? edges.at(-1))];
      range = [Math.floor(at[0]), Math.max(Math.ceil(at[1]), Math.floor(at[0]) + 1)];
      const percent = at.map((x) => (100 * x) / count);
      before.style.setProperty('width', `${percent[0]}%`);
      after.style.setProperty('left', `${percent[1]}%`);
      span.style.setProperty('left', `${percent[0]}%`);
      span.style.setProperty('width', `${percent[1] - percent[0]}%`);
      handles.forEach((handle, i) => {
        handle.style.setProperty('left', `${percent[i]}%`);
        handle.setAttribute('aria-valuemax', count);
        handle.setAttribute('aria-valuenow', range[i]);
        handle.setAttribute('aria-valuetext', textOf(range[i], i === 1));
      });
    },
  };
}
