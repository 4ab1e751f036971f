// The legend, which is also where one chooses what to see.

import { byId, el, isPhone } from './dom.js';
import { facetCounts, isFiltered, NO_FILTERS } from './filters.js';
import { STATUSES } from './model.js';
import { symbol } from './shapes.js';
import { t, tn } from './strings.js';

const SAMPLE = { colour: 'var(--sample)', shape: 'circle' };

function toggled(list, value, isHidden) {
  return isHidden ? [...list, value] : list.filter((item) => item !== value);
}

export function createLegend(model, { mentionedCount, onChange }) {
  const rows = new Map();
  let filters = NO_FILTERS;

  function checkRow(name, value, face, label, onToggle) {
    const box = el('input', {
      type: 'checkbox',
      checked: true,
      onchange: () => onToggle(!box.checked),
    });
    const count = el('span', { class: 'row-count' });
    const row = el(
      'label',
      { class: 'row', data: { [name]: value } },
      box,
      face,
      el('span', { class: 'row-label' }, label),
      count,
    );
    rows.set(`${name} ${value}`, { row, box, count });
    return row;
  }

  function group(title, children) {
    return children.length ? el('fieldset', {}, el('legend', {}, title), children) : null;
  }

  const typeRows = model.types.map((type) =>
    checkRow('type', type.code, symbol(type, 'asserted', 16), type.label, (isHidden) =>
      onChange({ hiddenTypes: toggled(filters.hiddenTypes, type.code, isHidden) }),
    ),
  );
  const statusRows = STATUSES.filter((status) =>
    model.events.some((event) => event.status === status),
  ).map((status) =>
    checkRow(
      'status',
      status,
      symbol(SAMPLE, status, 16),
      t(`status.${status}`),
      (isHidden) =>
        onChange({ hiddenStatuses: toggled(filters.hiddenStatuses, status, isHidden) }),
    ),
  );
  const dateInput = (key) =>
    el('input', {
      type: 'date',
      min: model.firstDay,
      max: model.lastDay,
      id: `date-${key}`,
      onchange: (event) => onChange({ [key]: event.target.value }),
    });
  const dates = model.firstDay
    ? ['from', 'to'].map((key) =>
        el('label', { class: 'date' }, el('span', {}, t(`legend.${key}`)), dateInput(key)),
      )
    : [];
  const mentionedBox = el('input', {
    type: 'checkbox',
    id: 'mentioned',
    onchange: () => onChange({ mentioned: mentionedBox.checked }),
  });
  const mentioned = mentionedCount
    ? [
        el(
          'label',
          { class: 'row' },
          mentionedBox,
          el('span', { class: 'mention-dot' }),
          el('span', { class: 'row-label' }, t('legend.mentioned')),
          el('span', { class: 'row-count' }, String(mentionedCount)),
        ),
      ]
    : [];
  const reset = el(
    'button',
    { type: 'button', class: 'reset', onclick: () => onChange(NO_FILTERS) },
    t('legend.reset'),
  );

  byId('legend-body').append(
    ...[
      group(t('legend.types'), typeRows),
      group(t('legend.statuses'), statusRows),
      group(t('legend.dates'), dates.length ? [el('div', { class: 'dates' }, dates)] : []),
      group(t('legend.layers'), mentioned),
      reset,
    ].filter(Boolean),
  );
  byId('legend').open = !isPhone();
  byId('legend').hidden = !model.events.length && !mentionedCount;

  function update(name, hidden, counts) {
    for (const [key, { row, box, count }] of rows) {
      const [kind, value] = key.split(/ (.*)/s);
      if (kind !== name) continue;
      box.checked = !hidden.includes(value);
      count.textContent = String(counts.get(value) ?? 0);
      row.classList.toggle('is-empty', !counts.get(value));
    }
  }

  return {
    show(state, visibleCount) {
      filters = state;
      update('type', state.hiddenTypes, facetCounts(model.events, state, 'type'));
      update('status', state.hiddenStatuses, facetCounts(model.events, state, 'status'));
      if (dates.length) {
        byId('date-from').value = state.from;
        byId('date-to').value = state.to;
      }
      mentionedBox.checked = state.mentioned;
      reset.hidden = !isFiltered(state);
      byId('count').textContent = isFiltered(state)
        ? tn('count.events', model.events.length, {
            n: visibleCount,
            all: model.events.length,
          })
        : tn('events', visibleCount);
    },
  };
}
