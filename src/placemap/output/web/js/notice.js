// What stands over the map in words: what it lacks, what a search has found, and events out
// of view, each with the way back.

import { byId, el } from './dom.js';
import { NO_FILTERS } from './filters.js';
import { lackOf } from './header.js';
import { t, tn } from './strings.js';

function pressable([label, press]) {
  return el('button', { type: 'button', onclick: press }, t(label));
}

// `query` is what is searched for, `others` how many filters are set besides it; `goBack`
// changes the filters.
export function showNotice(model, { visible, query, others }, goBack) {
  const lack = lackOf(model, visible);
  const all = model.events.length;
  const found = query ? tn('count.events', all, { n: visible.length, all }) : '';
  const words = lack ? t(lack) : found;
  const isFiltered = !lack || lack === 'map.none';
  const ways = [
    query && isFiltered ? ['search.clear', () => goBack({ query: '' })] : null,
    others && lack === 'map.none' ? ['legend.reset', () => goBack(NO_FILTERS)] : null,
  ].filter(Boolean);
  byId('notice').replaceChildren(words, ...ways.map(pressable));
  byId('notice').hidden = !words;
}

// Says how many events there are elsewhere, where none is in view.
export function createOutsideNotice(onShow) {
  const words = el('span');
  const button = pressable(['outside.show', onShow]);
  const node = el('p', { class: 'notice is-outside', role: 'status' }, words, button);
  node.hidden = true;
  byId('notice').after(node);
  return {
    show(n) {
      words.textContent = n ? tn('outside', n) : '';
      node.hidden = !n;
    },
  };
}
