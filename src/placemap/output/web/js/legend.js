// The legend: what the symbols, areas and lines on the map mean, and which layers it has.

import { isOnMap } from './choices.js';
import { bdi, byId, el, fieldset } from './dom.js';
import { extentRows, ringRows } from './extents.js';
import { countBy, isFiltered } from './filters.js';
import { overlaps } from './geometry.js';
import { statusesKnown, typesByFamily } from './kinds.js';
import { figure, t, tn } from './strings.js';

const isNarrow = () => matchMedia('(max-width: 1500px)').matches;
// Where an open legend would leave too little of the map, it waits until it is asked for.
const hasRoom = () => matchMedia('(min-width: 1101px) and (min-height: 500px)').matches;

// Rows that say what a symbol means, and how many of the events that are seen have it.
function createKey(name, values) {
  const rows = values.map(({ key, face, label }) => {
    const count = el('span', { class: 'row-count' });
    const words = el('span', { class: 'row-label' }, label);
    const node = el('p', { class: 'row', data: { [name]: key } }, face, words, count);
    return { key, node, count };
  });
  return {
    nodes: new Map(rows.map(({ key, node }) => [key, node])),
    show(state, { visible }) {
      const counts = countBy(visible, (event) => [event[name]]);
      for (const { key, node, count } of rows) {
        count.textContent = figure(counts.get(key) ?? 0);
        node.classList.toggle('is-empty', !counts.get(key));
      }
    },
  };
}

// Rows that only explain, each a sample and its words.
function keyRows(samples) {
  return samples.map(([sample, words]) =>
    el('p', { class: 'row' }, sample, el('span', { class: 'row-label' }, words)),
  );
}

// The rows of the types, under the headings of their families.
function underHeadings(sections, nodes) {
  return sections.map(({ heading, values }) =>
    el(
      'div',
      { class: 'family-rows' },
      el('p', { class: 'family' }, heading),
      values.map(({ key }) => nodes.get(key)),
    ),
  );
}

function createMentionedRow(count, onChange) {
  const box = el('input', {
    type: 'checkbox',
    id: 'mentioned',
    onchange: () => onChange({ mentioned: box.checked }),
  });
  const row = el(
    'label',
    { class: 'row' },
    box,
    el('span', { class: 'mention-dot' }),
    el('span', { class: 'row-label' }, t('legend.mentioned')),
    el('span', { class: 'row-count' }, figure(count)),
  );
  return {
    nodes: count ? [row] : [],
    show(state) {
      box.checked = state.mentioned;
    },
  };
}

function createTilesRow({ tiles }, onChange) {
  const box = el('input', {
    type: 'checkbox',
    id: 'tiles',
    onchange: () => onChange({ withoutTiles: !box.checked }),
  });
  const row = el(
    'label',
    { class: 'row' },
    box,
    el('span', { class: 'row-label' }, t('legend.tiles'), ' ', bdi(tiles?.name ?? '')),
  );
  return {
    nodes: tiles ? [row, el('p', { class: 'note' }, t('legend.tiles.note'))] : [],
    show(state) {
      box.checked = !state.withoutTiles;
    },
  };
}

// How boundaries are drawn, and that this is no statement on whose the land is.
function boundaries() {
  const sample = (kind) =>
    el(
      'p',
      { class: 'row' },
      el('span', { class: `boundary-sample is-${kind}` }),
      el('span', { class: 'row-label' }, t(`boundary.${kind}`)),
    );
  return fieldset(t('legend.boundaries.title'), [
    sample('settled'),
    sample('disputed'),
    el('p', { class: 'note' }, t('legend.boundaries')),
  ]);
}

export function createLegend(model, { mentionedCount, onChange }) {
  const sections = typesByFamily(model);
  const types = createKey(
    'type',
    sections.flatMap(({ values }) => values),
  );
  const statuses = createKey('status', statusesKnown(model));
  const mentioned = createMentionedRow(mentionedCount, onChange);
  const tiles = createTilesRow(model, onChange);
  const mapped = el('p', { class: 'note', id: 'mapped' });
  byId('legend-body').append(
    ...[
      mapped,
      fieldset(t('legend.statuses'), [...statuses.nodes.values()]),
      fieldset(t('legend.types'), [
        ...underHeadings(sections, types.nodes),
        ...keyRows(ringRows(model)),
      ]),
      fieldset(t('legend.extents'), keyRows(extentRows(model, model.sites))),
      fieldset(t('legend.layers'), [...mentioned.nodes, ...tiles.nodes]),
      boundaries(),
    ].filter(Boolean),
  );
  byId('legend').open = hasRoom();
  byId('legend').hidden = !model.events.length && !mentionedCount && !model.tiles;

  let isYielding = false;
  let isAside = false;
  return {
    // Beside an open card or a wide table there is seldom room for all of it: it is closed
    // until it is asked for, or until they are gone.
    yieldTo(isWanted) {
      if (isWanted === isYielding) return;
      isYielding = isWanted;
      const legend = byId('legend');
      if (isAside) legend.open = true;
      isAside = isYielding && isNarrow() && legend.open;
      if (isAside) legend.open = false;
    },
    // Closed where it would lie on one of the symbols of the first view. Tells whether it is.
    foldOver(nodes) {
      const own = byId('legend').getBoundingClientRect();
      const isOver = getComputedStyle(byId('legend')).position === 'absolute';
      const isUnder = (node) => overlaps(node.getBoundingClientRect(), own);
      const isClosed = isOver && byId('legend').open && nodes.some(isUnder);
      if (isClosed) byId('legend').open = false;
      return isClosed;
    },
    show(state, sifted) {
      for (const part of [types, statuses, mentioned, tiles]) part.show(state, sifted);
      const [n, all] = [sifted.visible.length, model.events.length];
      const shown = sifted.visible.filter(isOnMap).length;
      mapped.textContent = t('legend.mapped', { n: shown, all: n });
      mapped.hidden = shown === n;
      byId('count').textContent = isFiltered(state)
        ? tn('count.events', all, { n, all })
        : tn('events', n);
    },
  };
}
