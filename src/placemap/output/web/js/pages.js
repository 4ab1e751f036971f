// Long lists a page at a time: no more rows are made than one can look at.

import { el } from './dom.js';
import { t } from './strings.js';

// The start of the page of `size` that holds the item `at`.
export function pageStart(at, count, size) {
  const within = Math.max(0, Math.min(at, count - 1));
  return within - (within % size);
}

// `draw(items, nav)` fills the `root` with the items of a page and the way to the others,
// which is null where all fit.
export function createPages(root, size, draw) {
  let items = [];
  let first = 0;

  function turn(name, at) {
    show(items, at);
    root.querySelector(`[data-turn="${name}"]`)?.focus();
  }

  function button(name, at, isOff) {
    return el(
      'button',
      {
        type: 'button',
        data: { turn: name },
        'aria-disabled': isOff ? 'true' : null,
        onclick: () => isOff || turn(name, at),
      },
      t(`page.${name}`),
    );
  }

  function nav() {
    if (items.length <= size) return null;
    const to = Math.min(first + size, items.length);
    return el(
      'nav',
      { class: 'pages', 'aria-label': t('page.label') },
      button('back', first - size, first === 0),
      el(
        'span',
        { role: 'status' },
        t('page.range', { from: first + 1, to, n: items.length }),
      ),
      button('next', first + size, to === items.length),
    );
  }

  // Show the page that holds the item `at`.
  function show(all, at = 0) {
    items = all;
    first = pageStart(at, items.length, size);
    draw(items.slice(first, first + size), nav());
  }

  return { show };
}
