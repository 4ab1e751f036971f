// All events as a real table: the way in without a map.

import { sorted } from './columns.js';
import { bdi, byId, el, isPhone } from './dom.js';
import { createPages } from './pages.js';
import { symbol } from './shapes.js';
import { t } from './strings.js';

const PAGE = 200;

function directionOf(name, sort) {
  if (sort === name) return 'ascending';
  return sort === `-${name}` ? 'descending' : 'none';
}

// Rows as cards lose the look of a table, and with some readers its meaning.
const ROLES = {
  table: 'table',
  'thead, tbody': 'rowgroup',
  tr: 'row',
  'thead th': 'columnheader',
  'tbody th': 'rowheader',
  td: 'cell',
};
// Narrower than this four columns do not stand side by side.
const LEAST_FOR_COLUMNS_PX = 380;

function giveRoles(frame) {
  for (const [selector, role] of Object.entries(ROLES)) {
    for (const node of frame.querySelectorAll(selector)) node.setAttribute('role', role);
  }
  return frame;
}

function numberClass({ isNumber }) {
  return isNumber ? 'is-number' : null;
}

// The columns that stand side by side, each with those under it.
function stacked(columns) {
  const undersOf = ({ name }) => columns.filter(({ under }) => under === name);
  return columns
    .filter(({ under }) => !under)
    .map((column) => ({ column, unders: undersOf(column) }));
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

  // What no event has, or all share, needs no column of its own.
  const withNothing = columns
    .filter(({ isShort }) => !isShort)
    .filter(({ key }) =>
      model.events.every((event) => [undefined, ''].includes(key(event))),
    )
    .map(({ name }) => name);
  if (model.documents.length === 1) withNothing.push('doc');
  const isTold = ({ name }) => !withNothing.includes(name);

  // On a phone, and in a narrow panel, each row is a card.
  function chooseLook() {
    const isNarrow = pane.clientWidth > 0 && pane.clientWidth < LEAST_FOR_COLUMNS_PX;
    pane.classList.toggle('has-cards', isPhone() || isNarrow);
  }

  new ResizeObserver(() => requestAnimationFrame(chooseLook)).observe(pane);

  function contentOf(column, event) {
    const text = String(column.text(event));
    if (column.name === 'when') return whenParts(text);
    if (column.isNumber || !text) return [text];
    const isNote =
      column.name === 'status' || (column.name === 'where' && !column.key(event));
    return [isNote ? el('span', { class: 'note' }, text) : bdi(text, { title: text })];
  }

  function under(column, event) {
    const text = String(column.text(event));
    if (!text) return null;
    return el('span', { class: 'under', data: { under: column.name } }, bdi(text));
  }

  // A column that not every table has says in a card which it is.
  function cell({ column, unders }, event) {
    const { name, isShort } = column;
    const data = { column: name, ...(isShort ? {} : { label: t(`table.${name}`) }) };
    return el(
      'td',
      { class: numberClass(column), data },
      contentOf(column, event),
      unders.map((other) => under(other, event)),
    );
  }

  function whatCell(event, isOpen) {
    const type = model.typeOf(event);
    const face = [symbol(type, event.status, 16), type.label];
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

  function row(event, stacks, open) {
    const isOpen = event.i === open;
    const cells = stacks.map((stack) =>
      stack.column.name === 'what' ? whatCell(event, isOpen) : cell(stack, event),
    );
    const props = {
      class: isOpen ? 'is-open' : null,
      data: { event: event.i },
      onclick: () => onEvent(event.i),
    };
    return el('tr', props, cells);
  }

  // Once upwards, once downwards, then in the order of the texts again.
  function sortButton({ name }, sort) {
    const direction = directionOf(name, sort);
    const next = { none: name, ascending: `-${name}`, descending: '' }[direction];
    return el(
      'button',
      {
        type: 'button',
        class: 'sort',
        'aria-current': direction === 'none' ? null : 'true',
        data: { sort: name, direction },
        onclick: () => onSort(next),
      },
      t(`table.${name}`),
      el('span', { class: 'sort-mark', 'aria-hidden': 'true' }),
    );
  }

  function headCell({ column, unders }, sort) {
    const all = [column, ...unders];
    const chosen = all.find(({ name }) => name === sort.replace('-', '')) ?? column;
    const props = {
      scope: 'col',
      'aria-sort': directionOf(chosen.name, sort),
      class: numberClass(column),
    };
    return el(
      'th',
      props,
      all.map((one) => sortButton(one, sort)),
    );
  }

  function toolbar(isWide) {
    const wide = el(
      'button',
      {
        type: 'button',
        class: 'wide',
        onclick: () => onWide(!isWide),
      },
      t(isWide ? 'table.narrow' : 'table.wide'),
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
    const shown = columns.filter(({ isShort }) => isShort || isWide).filter(isTold);
    const stacks = stacked(shown);
    const head = stacks.map((stack) => headCell(stack, sort));
    const body = events.map((event) => row(event, stacks, open));
    const table = el(
      'table',
      {},
      el('caption', {}, t('table.caption')),
      el('thead', {}, el('tr', {}, head)),
      el('tbody', {}, body),
    );
    const frame = giveRoles(el('div', { class: 'table-frame' }, table));
    refill([toolbar(isWide), frame, nav ?? '']);
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
  };
}
