// Rows to tick, all ticked at first: each of some few values, under headings that tick all
// of theirs, with a way to see one alone.

import { el } from './dom.js';
import { countBy } from './filters.js';
import { t } from './strings.js';
import { createTally } from './tally.js';

export const isOnMap = ({ groups }) => groups.length > 0;

// What is hidden after `keys` have been ticked, or the ticks taken from them.
export function afterTick(hidden, keys, isWanted) {
  const others = hidden.filter((key) => !keys.includes(key));
  return isWanted ? others : [...others, ...keys];
}

export function isAlone(hidden, keys, key) {
  return !hidden.includes(key) && hidden.length === keys.length - 1;
}

// What is hidden where one is to be seen alone; asked for again, all are seen.
export function afterOnly(hidden, keys, key) {
  return isAlone(hidden, keys, key) ? [] : keys.filter((other) => other !== key);
}

// `sections` are {heading, values}, the values {key, face, label}; `param` is the list of
// hidden values in the state, `name` what an event has of them.
export function createChoices({ name, param, sections, onChange }) {
  const all = sections.flatMap(({ values }) => values.map(({ key }) => key));
  let hidden = [];
  const hide = (keys) => onChange({ [param]: keys });

  function createRow({ key, face, label }) {
    const box = el('input', {
      type: 'checkbox',
      onchange: () => hide(afterTick(hidden, [key], box.checked)),
    });
    const tally = createTally();
    const words = el('span', { class: 'row-label' }, label);
    const only = el('button', {
      type: 'button',
      class: 'only',
      onclick: () => hide(afterOnly(hidden, all, key)),
    });
    const node = el(
      'div',
      { class: 'choice', data: { [name]: key } },
      el('label', { class: 'row' }, box, face, words, tally.nodes),
      all.length > 1 ? only : null,
    );
    return { key, label, node, box, tally, only };
  }

  function createSection({ heading, values }) {
    const rows = values.map(createRow);
    const keys = values.map(({ key }) => key);
    const box = el('input', {
      type: 'checkbox',
      onchange: () => hide(afterTick(hidden, keys, box.checked)),
    });
    const node = el(
      'div',
      { class: 'choices', role: 'group', 'aria-label': heading },
      el('label', { class: 'row family' }, box, el('span', {}, heading)),
      rows.map((row) => row.node),
    );
    return { keys, rows, box, node };
  }

  const parts = sections.map(createSection);

  function showRow({ key, label, node, box, tally, only }, counts, onMap) {
    const [n, total] = [onMap.get(key) ?? 0, counts.get(key) ?? 0];
    const isLone = isAlone(hidden, all, key);
    const isTicked = !hidden.includes(key);
    box.checked = isTicked;
    tally.show(isTicked ? n : 0, total);
    only.textContent = t(isLone ? 'filters.all' : 'filters.only');
    only.setAttribute('aria-label', `${only.textContent}: ${label}`);
    node.classList.toggle('is-empty', !total || !isTicked);
  }

  return {
    nodes: parts.map(({ node }) => node),
    show(state, sifted) {
      hidden = state[param];
      const others = sifted.besides(name);
      const counts = countBy(others, (event) => [event[name]]);
      const onMap = countBy(others.filter(isOnMap), (event) => [event[name]]);
      for (const { keys, rows, box } of parts) {
        const ticked = keys.filter((key) => !hidden.includes(key)).length;
        box.checked = ticked === keys.length;
        box.indeterminate = ticked > 0 && ticked < keys.length;
        for (const row of rows) showRow(row, counts, onMap);
      }
    },
  };
}
