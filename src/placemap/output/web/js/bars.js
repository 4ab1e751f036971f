// The bars of a histogram as SVG: one path for each colour, so that many bars cost little.

import { svg } from './dom.js';

export const BAR_HEIGHT = 100;
// Between two bars, as a share of one.
const GAP = 0.12;

function barAt(k, top, height) {
  const [x, y] = [(k + GAP / 2).toFixed(2), top.toFixed(2)];
  return `M${x} ${y}h${1 - GAP}v${height.toFixed(2)}h${GAP - 1}z`;
}

function sizeOf(bin) {
  return [...bin.values()].reduce((sum, n) => sum + n.sure + n.maybe, 0);
}

// `bins` as `spread` makes them, by colour: what is sure stands below what may be.
export function barPaths(bins, colours) {
  const scale = BAR_HEIGHT / bins.reduce((most, bin) => Math.max(most, sizeOf(bin)), 1e-9);
  const paths = new Map();
  const add = (key, path) => paths.set(key, (paths.get(key) ?? '') + path);
  bins.forEach((bin, k) => {
    let top = BAR_HEIGHT;
    for (const part of ['sure', 'maybe']) {
      for (const colour of colours) {
        const height = (bin.get(colour)?.[part] ?? 0) * scale;
        if (!height) continue;
        top -= height;
        add(`${part} ${colour}`, barAt(k, top, height));
      }
    }
  });
  return [...paths].map(([key, d]) => {
    const [part, colour] = key.split(/ (.*)/s);
    return svg('path', { class: `bar is-${part}`, d, style: { '--type': colour } });
  });
}
