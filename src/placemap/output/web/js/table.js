// All events as a real table: the way in without a map.

import { sorted } from './columns.js';
import { bdi, byId, el } from './dom.js';
import { createPages } from './pages.js';
import { symbol } from './shapes.js';
import { t } from './strings.js';

const PAGE = 200;

function directionOf(name, sort) {
  if (sort === name) return 'ascending';
  return sort === `-${name}` ? 'descending' : 'none';
}

function numberClass({ isNumber }) {
  return isNumber ? 'is-number' : null;
}

// A period may be broken between its days, a day may not.
function whenParts(text) {
  const days = text.split(' – ');
  return days.flatMap((day, i) => [
    i ? ' ' : '',
    el('span', { class: 'nowrap' }, i + 1 < days.length ? `${day} –` : day),
  ]);
}

export function createTable(model, columns, { onEvent, onSort, onWide }) {
  const pane = byId('pane-events');
  let state = null;
  const pages = createPages(pane, PAGE, drawPage);

  function cell(column, event) {
    const text = String(column.text(event));
    if (column.name === 'when') return el('td', {}, whenParts(text));
    if (column.isNumber) return el('td', { class: 'is-number' }, text);
    const isNote =
      column.name === 'status' || (column.name === 'where' && !column.key(event));
    if (isNote) return el('td', {}, el('span', { class: 'note' }, text));
    return el('td', {}, text ? bdi(text) : '');
  }

  function whatCell(event, isOpen, isLink) {
    const type = model.typeOf(event);
    const face = [symbol(type, event.status, 16), type.label];
    if (!isLink) return el('th', { scope: 'row' }, el('span', { class: 'what' }, face));
    const press = (click) => {
      click.stopPropagation();
      onEvent(event.i);
    };
    const current = isOpen ? 'true' : null;
    return el(
      'th',
      { scope: 'row' },
      el('button', { type: 'button', 'aria-current': current, onclick: press }, face),
    );
  }

  function row(event, shown, open, isLink = true) {
    const isOpen = event.i === open;
    const cells = shown.map((column) =>
      column.name === 'what' ? whatCell(event, isOpen, isLink) : cell(column, event),
    );
    const props = isLink
      ? {
          class: isOpen ? 'is-open' : null,
          data: { event: event.i },
          onclick: () => onEvent(event.i),
        }
      : {};
    return el('tr', props, cells);
  }

  // Once upwards, once downwards, then in the order of the texts again.
  function headCell(column, sort) {
    const { name } = column;
    const direction = directionOf(name, sort);
    const next = { none: name, ascending: `-${name}`, descending: '' }[direction];
    return el(
      'th',
      { scope: 'col', 'aria-sort': direction, class: numberClass(column) },
      el(
        'button',
        {
          type: 'button',
          class: 'sort',
          data: { sort: name },
          onclick: () => onSort(next),
        },
        t(`table.${name}`),
        el('span', { class: 'sort-mark', 'aria-hidden': 'true' }),
      ),
    );
  }

  function plainHead(shown) {
    const cells = shown.map((column) =>
      el('th', { scope: 'col', class: numberClass(column) }, t(`table.${column.name}`)),
    );
    return el('thead', {}, el('tr', {}, cells));
  }

  function toolbar(isWide) {
    const wide = el(
      'button',
      {
        type: 'button',
        class: 'wide',
        'aria-pressed': String(isWide),
        onclick: () => onWide(!isWide),
      },
      t('table.wide'),
    );
    return el('div', { class: 'table-tools' }, wide);
  }

  // What had the focus has it again after the table was made anew.
  function refill(nodes) {
    const { dataset = {}, className } =
      document.activeElement?.closest?.('#pane-events *') ?? {};
    const inRow = document.activeElement?.closest?.('#pane-events tr[data-event]');
    pane.replaceChildren(...nodes);
    const selector = inRow
      ? `tr[data-event="${inRow.dataset.event}"] button`
      : dataset.sort
        ? `[data-sort="${dataset.sort}"]`
        : className === 'wide'
          ? '.wide'
          : '';
    if (selector) pane.querySelector(selector)?.focus({ preventScroll: true });
  }

  function drawPage(events, nav) {
    const { open, sort, isWide } = state;
    const shown = columns.filter(({ isShort }) => isShort || isWide);
    const head = shown.map((column) => headCell(column, sort));
    const body = events.map((event) => row(event, shown, open));
    const table = el(
      'table',
      {},
      el('caption', {}, t('table.caption')),
      el('thead', {}, el('tr', {}, head)),
      el('tbody', {}, body),
    );
    refill([toolbar(isWide), el('div', { class: 'table-frame' }, table), nav ?? '']);
  }

  // The page with the open event.
  function draw(events, newState) {
    state = newState;
    const ordered = sorted(events, columns, state.sort);
    const at = ordered.findIndex((event) => event.i === state.open);
    pages.show(ordered, at);
  }

  return {
    show(events, newState) {
      if (events.length) draw(events, newState);
      else refill([el('p', { class: 'empty' }, t('table.empty'))]);
    },
    // Mark the row of the open event without making the table anew; false if it is not there.
    mark(open) {
      for (const node of pane.querySelectorAll('tr.is-open')) {
        node.classList.remove('is-open');
        node.querySelector('button').removeAttribute('aria-current');
      }
      const node = pane.querySelector(`tr[data-event="${open}"]`);
      node?.classList.add('is-open');
      node?.querySelector('button').setAttribute('aria-current', 'true');
      if (node && !node.contains(document.activeElement))
        node.scrollIntoView({ block: 'nearest' });
      return Boolean(node) || open < 0;
    },
    // The table for paper: the same order, nothing to press.
    plain(events, sort, most) {
      const shown = columns.filter(({ isShort, isOnPaper }) => isShort || isOnPaper);
      const body = sorted(events, columns, sort).slice(0, most);
      return el(
        'table',
        {},
        el('caption', {}, t('table.caption')),
        plainHead(shown),
        el(
          'tbody',
          {},
          body.map((event) => row(event, shown, -1, false)),
        ),
      );
    },
  };
}
