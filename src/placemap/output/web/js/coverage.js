// Which names of places were found in the gazetteer and which not: a line that opens the list.

import { bdi, el } from './dom.js';
import { noteOn } from './marks.js';
import { createPages } from './pages.js';
import { listed, regionOf, t, tn } from './strings.js';

// What needs a look comes first.
export const FOUND = ['ambiguous', 'unknown', 'located'];
const ROWS = 100;

export function foundAs({ place, candidates = [] }) {
  if (place) return 'located';
  return candidates.length ? 'ambiguous' : 'unknown';
}

// The mentions of some reports: those that read alike and are one place together, `n` times.
export function mentionsOf(model, docs) {
  const rows = new Map();
  for (const doc of docs) {
    const { text, toponyms } = model.documents[doc];
    toponyms.forEach((toponym, k) => {
      const name = text.slice(...toponym.at);
      const as = foundAs(toponym);
      const key = `${as}\n${toponym.place ?? ''}\n${name}`;
      const row = rows.get(key);
      if (row) row.n += 1;
      else rows.set(key, { doc, k, name, as, n: 1 });
    });
  }
  return [...rows.values()].sort((a, b) => FOUND.indexOf(a.as) - FOUND.indexOf(b.as));
}

function lineOf(counts) {
  const parts = ['located', 'ambiguous', 'unknown'].filter((as) => counts[as]);
  const told = parts.map((as) => t(`coverage.${as}`, { n: counts[as] }));
  const all = tn('coverage.mentions', counts.mentions);
  return told.length ? t('coverage.line', { all, parts: listed(told) }) : all;
}

function summed(model, docs) {
  const total = { mentions: 0, located: 0, ambiguous: 0, unknown: 0 };
  for (const doc of docs) {
    const { coverage } = model.documents[doc];
    for (const key of Object.keys(total)) total[key] += coverage[key];
  }
  return total;
}

export function createCoverage(model, docs, onPlace) {
  const list = el('div', { class: 'coverage-list' });

  function rowOf({ doc, k, name, as, n }) {
    const toponym = model.documents[doc].toponyms[k];
    const place = toponym.place ? model.placeName(toponym.place) : '';
    const { country = '', disputed } = model.places[toponym.place] ?? {};
    const note = [
      place && place !== name ? place : '',
      disputed ? '' : regionOf(country),
      noteOn(toponym) || t(toponym.tied ? 'place.tied' : 'place.mentioned'),
    ];
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: `is-${as}`, onclick: () => onPlace(doc, k) },
        bdi(name, { class: 'name' }),
        n > 1 ? el('span', { class: 'coverage-times' }, t('coverage.times', { n })) : null,
        el('span', { class: 'note' }, bdi(note.filter(Boolean).join(' · '))),
      ),
    );
  }

  const pages = createPages(list, ROWS, (rows, nav) =>
    list.replaceChildren(el('ul', {}, rows.map(rowOf)), nav ?? ''),
  );
  const counts = summed(model, docs);
  const line = bdi(lineOf(counts));
  // The page's own words, whichever way the report about which they are is written.
  const { dir } = document.documentElement;
  if (!counts.mentions) return el('p', { class: 'coverage', dir }, line);
  const node = el('details', { class: 'coverage', dir }, el('summary', {}, line), list);
  node.addEventListener('toggle', () => {
    if (node.open && !list.hasChildNodes()) pages.show(mentionsOf(model, docs));
  });
  return node;
}
