// How many events a row of a list stands for, to be seen and to be heard.

import { el } from './dom.js';
import { figure, shortFigure, t, tn } from './strings.js';

// Longer pairs of figures would leave a label no room.
const LONGEST_IN_PAIRS = 1000;

// What is seen: one number where all of them are on the map, "3 of 16" where not.
export function mappedOf(n, all) {
  if (n === all) return figure(all);
  const write = all < LONGEST_IN_PAIRS ? figure : shortFigure;
  return t('filters.mapped', { n: write(n), all: write(all) });
}

// The same for those who do not see the heading above it.
export function saidOf(n, all) {
  return n === all ? tn('events', all) : t('legend.mapped', { n, all });
}

// The numbers at the end of a row; `show(n, all)` writes how many of all are on the map.
export function createTally() {
  const seen = el('span', { class: 'row-count', 'aria-hidden': 'true' });
  const said = el('span', { class: 'hidden' });
  return {
    nodes: [seen, said],
    show(n, all) {
      seen.textContent = mappedOf(n, all);
      said.textContent = saidOf(n, all);
    },
  };
}
