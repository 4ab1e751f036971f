// The bars of a histogram as SVG: one path for each colour, so that many bars cost little.

import { svg } from './dom.js';

export const BAR_HEIGHT = 100;
// Between two bars, as a share of one.
const GAP = 0.12;
const MOST_COUNTS = 3;

function barAt(k, top, height) {
  const [x, y] = [(k + GAP / 2).toFixed(2), top.toFixed(2)];
  return `M${x} ${y}h${1 - GAP}v${height.toFixed(2)}h${GAP - 1}z`;
}

// The number of events in the highest bar of `bins`, each a map of numbers by colour.
export function highestOf(bins) {
  const sizes = bins.map((bin) => [...bin.values()].reduce((sum, n) => sum + n, 0));
  return Math.max(0, ...sizes);
}

// The numbers to write beside bars of which the highest is `most`: a few round ones.
export function countsUpTo(most) {
  const steps = [1, 2, 5].flatMap((n) => [1, 10, 100, 1e3, 1e4, 1e5].map((of) => n * of));
  const step = steps.sort((a, b) => a - b).find((one) => most / one < MOST_COUNTS + 1);
  const n = step ? Math.floor(most / step) : 0;
  return Array.from({ length: n }, (_, k) => (k + 1) * step);
}

export function barPaths(bins, colours) {
  const scale = BAR_HEIGHT / Math.max(1, highestOf(bins));
  const paths = new Map();
  bins.forEach((bin, k) => {
    let top = BAR_HEIGHT;
    for (const colour of colours) {
      const height = (bin.get(colour) ?? 0) * scale;
      if (!height) continue;
      top -= height;
      paths.set(colour, (paths.get(colour) ?? '') + barAt(k, top, height));
    }
  });
  return [...paths].map(([colour, d]) =>
    svg('path', { class: 'bar', d, style: { '--type': colour } }),
  );
}
