// Symbols: colour and shape say what happened, the drawing says how it is reported.

import { svg } from './dom.js';
import { shortFigure } from './strings.js';

// On a square of 20 with the centre at 10, 10.
const OUTLINES = {
  circle: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14z',
  square: 'M3.8 3.8h12.4v12.4H3.8z',
  diamond: 'M10 1.6 18.4 10 10 18.4 1.6 10z',
  triangle: 'M10 2 18.4 16.8H1.6z',
  cross:
    'M6.4 2.6 10 6.2l3.6-3.6 3.8 3.8L13.8 10l3.6 3.6-3.8 3.8-3.6-3.6-3.6 3.6-3.8-3.8L6.2 10 2.6 6.4z',
};

function outline(shape) {
  return Object.hasOwn(OUTLINES, shape) ? OUTLINES[shape] : OUTLINES.circle;
}

// The symbol of one event.
export function symbol(type, status, size = 20) {
  const node = svg('svg', {
    class: `symbol is-${status}`,
    viewBox: '0 0 20 20',
    width: size,
    height: size,
    'aria-hidden': 'true',
    style: { '--type': type.colour },
  });
  node.append(
    svg('path', { class: 'symbol-halo', d: outline(type.shape) }),
    svg('path', { class: 'symbol-body', d: outline(type.shape) }),
  );
  if (status === 'attributed') {
    const cy = type.shape === 'triangle' ? 11.6 : 10;
    node.append(svg('circle', { class: 'symbol-dot', cx: 10, cy, r: 2.4 }));
  }
  if (status === 'denied') {
    node.append(
      svg('path', { class: 'symbol-strike-halo', d: 'M2 18 18 2' }),
      svg('path', { class: 'symbol-strike', d: 'M2 18 18 2' }),
    );
  }
  return node;
}

// Room for a number only in a ring of at least this many pixels.
const NUMBERED = 28;

const BAND = 5;
// What a pale or hollow part leaves of its own colour at its ends.
const RIM = 1.2;

// The part of a ring from `from` on, along it, and what its band is filled with if it has a
// look of its own.
function arcs([colour, , look], { middle, radius, around }, from, length) {
  const arc = (className, start, long) =>
    svg('circle', {
      class: className,
      cx: middle,
      cy: middle,
      r: radius,
      'stroke-dasharray': `${long} ${around - long}`,
      'stroke-dashoffset': -start,
      transform: `rotate(-90 ${middle} ${middle})`,
      style: { '--type': colour },
    });
  const part = arc('donut-part', from, length);
  if (!look) return [part];
  const rim = length < around ? Math.min(RIM, length / 2) : 0;
  return [part, arc(`donut-band is-${look}`, from + rim, length - 2 * rim)];
}

// A ring whose `parts`, as [colour, number, look], show the mix of events, the number in its
// middle where it fits.
export function donut(parts, total, size) {
  const middle = size / 2;
  const radius = middle - 1.5 - BAND / 2;
  const ring = { middle, radius, around: 2 * Math.PI * radius };
  const node = svg('svg', {
    class: 'donut',
    viewBox: `0 0 ${size} ${size}`,
    width: size,
    height: size,
    'aria-hidden': 'true',
  });
  node.append(
    svg('circle', { class: 'donut-disc', cx: middle, cy: middle, r: middle - 0.5 }),
  );
  let done = 0;
  for (const part of parts) {
    const length = (part[1] / total) * ring.around;
    node.append(...arcs(part, ring, done, length));
    done += length;
  }
  if (size < NUMBERED) return node;
  const label = svg('text', { class: 'donut-number', x: middle, y: middle });
  label.textContent = shortFigure(total);
  node.append(label);
  return node;
}
