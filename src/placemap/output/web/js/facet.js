// A filter by values there may be many of: nothing is chosen at first, and all are shown.

import { bdi, el } from './dom.js';
import { countBy } from './filters.js';
import { fold } from './fold.js';
import { t } from './strings.js';
import { createTally } from './tally.js';

// More than these are found by typing: a list to scroll within the panel's would be one
// too many.
const MOST_ROWS = 12;

// `keysOf(event)` are the event's values, `labelOf(key)` what one is called, and `param`
// the list of chosen values in the state. Null where there is no choice.
export function createFacet(model, { name, param, keysOf, labelOf, onChange }) {
  const values = new Set(model.events.flatMap(keysOf));
  if (values.size < 2) return null;
  const rows = new Map();
  const note = el('span', { class: 'facet-note' });
  const list = el('div', { class: 'facet-rows' });
  const find = el('input', {
    type: 'search',
    'aria-label': t('facet.find', { what: t(`facet.${name}`) }),
    placeholder: t('facet.find.hint'),
    oninput: () => fill(),
  });
  const node = el(
    'details',
    { class: 'facet', data: { facet: name }, ontoggle: () => fill() },
    el('summary', {}, el('span', {}, t(`facet.${name}`)), note),
    values.size > MOST_ROWS ? find : null,
    list,
  );
  let ordered = null;
  let state = null;
  let sifted = null;

  // The most frequent first; the order stays, whatever is filtered.
  function keysInOrder() {
    ordered ??= [...countBy(model.events, keysOf)]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([key]) => key);
    return ordered;
  }

  function toggle(key, isWanted) {
    const others = state[param].filter((other) => other !== key);
    onChange({ [param]: isWanted ? [...others, key] : others });
  }

  function rowOf(key) {
    if (rows.has(key)) return rows.get(key).row;
    const box = el('input', { type: 'checkbox', onchange: () => toggle(key, box.checked) });
    const count = createTally();
    const label = el('span', { class: 'row-label' }, bdi(labelOf(key)));
    const row = el('label', { class: 'row', title: labelOf(key) }, box, label, count.nodes);
    rows.set(key, { row, box, count });
    return row;
  }

  // The chosen ones always stand there, so that they can be let go.
  function fill() {
    if (!node.open) return;
    const words = fold(find.value);
    const isFound = (key) => !words || fold(labelOf(key)).includes(words);
    const found = keysInOrder().filter((key) => state[param].includes(key) || isFound(key));
    const shown = found.slice(0, MOST_ROWS);
    const more = found.length - shown.length;
    list.replaceChildren(
      ...shown.map(rowOf),
      more ? el('p', { class: 'note' }, t('facet.more', { n: more })) : '',
    );
    tally();
  }

  function tally() {
    const counts = countBy(sifted.besides(name), keysOf);
    for (const [key, { row, box, count }] of rows) {
      if (!row.isConnected) continue;
      const n = counts.get(key) ?? 0;
      box.checked = state[param].includes(key);
      count.show(n, n);
      row.classList.toggle('is-empty', !n);
    }
  }

  return {
    node,
    // After what the values are called has changed.
    rename() {
      rows.clear();
      fill();
    },
    show(newState, newlySifted) {
      state = newState;
      sifted = newlySifted;
      const chosen = state[param];
      note.replaceChildren(
        chosen.length === 1
          ? bdi(labelOf(chosen[0]))
          : t(chosen.length ? 'facet.chosen' : 'facet.all', { n: chosen.length }),
      );
      node.classList.toggle('is-chosen', chosen.length > 0);
      if (node.open) tally();
    },
  };
}
