// The legend, which is also where one chooses what to see.

import { bdi, byId, el } from './dom.js';
import { createFacet } from './facet.js';
import { inFamilies } from './families.js';
import { countBy, isFiltered, NO_FILTERS } from './filters.js';
import { headingOf, NO_PLACE, STATUSES, voiceName } from './model.js';
import { symbol } from './shapes.js';
import { figure, language, t, tn } from './strings.js';

const isNarrow = () => matchMedia('(max-width: 1500px)').matches;
// Where an open legend would leave too little of the map, it waits until it is asked for.
const hasRoom = () => matchMedia('(min-width: 1101px) and (min-height: 500px)').matches;
const SAMPLE = { colour: 'var(--sample)', shape: 'circle' };

function group(title, children) {
  return children.length ? el('fieldset', {}, el('legend', {}, title), children) : null;
}

// Longer pairs of figures would leave a label no room.
const MOST_IN_PAIRS = 1000;
const isOnMap = ({ groups }) => groups.length > 0;

// Rows to tick, all ticked at first: `values` are {key, face, label}.
function createRows(name, param, values, onChange) {
  let hidden = [];
  const rows = values.map(({ key, face, label }) => {
    const box = el('input', {
      type: 'checkbox',
      checked: true,
      onchange: () => {
        const others = hidden.filter((other) => other !== key);
        onChange({ [param]: box.checked ? others : [...others, key] });
      },
    });
    const count = el('span', { class: 'row-count' });
    const mapped = el('span', { class: 'row-mapped' });
    const text = el('span', { class: 'row-label' }, label);
    const row = el(
      'label',
      { class: 'row', data: { [name]: key } },
      box,
      face,
      text,
      mapped,
      count,
    );
    return { key, row, box, mapped, count };
  });
  return {
    nodes: rows.map(({ row }) => row),
    show(state, sifted) {
      hidden = state[param];
      const others = sifted.besides(name);
      const counts = countBy(others, (event) => [event[name]]);
      const onMap = countBy(others.filter(isOnMap), (event) => [event[name]]);
      for (const { key, row, box, mapped, count } of rows) {
        const [n, all] = [onMap.get(key) ?? 0, counts.get(key) ?? 0];
        box.checked = !hidden.includes(key);
        mapped.textContent = n < all && all < MOST_IN_PAIRS ? `${figure(n)} /` : '';
        count.textContent = figure(all);
        row.classList.toggle('is-empty', !counts.get(key));
      }
    },
  };
}

function createDates(model, onChange) {
  const inputs = ['from', 'to'].map((key) =>
    el('input', {
      type: 'date',
      min: model.firstDay,
      max: model.lastDay,
      id: `date-${key}`,
      onchange: (event) => onChange({ [key]: event.target.value }),
    }),
  );
  const labels = ['from', 'to'].map((key, i) =>
    el('label', { class: 'date' }, el('span', {}, t(`legend.${key}`)), inputs[i]),
  );
  return {
    nodes: model.firstDay ? [el('div', { class: 'dates' }, labels)] : [],
    show(state) {
      inputs[0].value = state.from;
      inputs[1].value = state.to;
    },
  };
}

function createConfidence(model, onChange) {
  const told = el('output', { class: 'row-count' });
  const slider = el('input', {
    type: 'range',
    id: 'min-score',
    min: 0,
    max: 1,
    step: 0.05,
    value: 0,
    oninput: () => onChange({ minScore: Number(slider.value) }),
  });
  const percent = new Intl.NumberFormat(language(), { style: 'percent' });
  const row = el(
    'label',
    { class: 'slider' },
    el('span', {}, t('legend.score')),
    told,
    slider,
  );
  const scores = new Set(model.events.map(({ score }) => score));
  return {
    nodes: scores.size > 1 ? [row] : [],
    show(state) {
      slider.value = state.minScore;
      told.textContent = percent.format(state.minScore);
      slider.setAttribute('aria-valuetext', percent.format(state.minScore));
    },
  };
}

function createFacets(model, onChange) {
  const facet = (name, param, keysOf, labelOf) =>
    createFacet(model, { name, param, keysOf, labelOf, onChange });
  const precision = (prec) => t(prec === NO_PLACE ? 'nowhere' : `prec.${prec}`);
  return [
    facet('voice', 'voices', ({ voice }) => [voice], voiceName),
    facet(
      'doc',
      'docs',
      ({ doc }) => [doc],
      (doc) => headingOf(model.documents[doc]),
    ),
    facet('place', 'places', ({ placeIds }) => placeIds, model.placeName),
    facet('prec', 'precs', ({ precs }) => precs, precision),
  ].filter(Boolean);
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

// The rows of the types, under the headings of their families.
function typesByFamily(types, rows) {
  const nodes = new Map(types.map(({ key }, i) => [key, rows[i]]));
  return inFamilies(types, ({ key }) => key).flatMap(([family, own]) => [
    el('p', { class: 'family' }, t(`family.${family}`)),
    ...own.map(({ key }) => nodes.get(key)),
  ]);
}

// How exactly the places that are on this map are known, by how they are drawn.
function precisions({ sites }) {
  const has = (test) => sites.some(test);
  const drawn = {
    exact: has(({ kind }) => kind === 'point'),
    near: has(({ kind, vague }) => kind === 'circle' || vague),
    area: has(({ kind, vague }) => kind === 'area' && !vague),
    line: has(({ kind }) => kind === 'line'),
    country: has(({ kind }) => kind === 'country'),
  };
  const rows = Object.keys(drawn)
    .filter((key) => drawn[key])
    .map((key) =>
      el(
        'p',
        { class: 'row' },
        el('span', { class: `extent-sample is-${key}` }),
        el('span', { class: 'row-label' }, t(`extent.${key}`)),
      ),
    );
  return group(t('legend.extents'), rows);
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
  return group(t('legend.boundaries.title'), [
    sample('settled'),
    sample('disputed'),
    el('p', { class: 'note' }, t('legend.boundaries')),
  ]);
}

export function createLegend(model, { mentionedCount, onChange }) {
  const types = model.types.map((type) => ({
    key: type.code,
    face: symbol(type, 'asserted', 16),
    label: type.label,
  }));
  const statuses = STATUSES.filter((status) =>
    model.events.some((event) => event.status === status),
  ).map((status) => ({
    key: status,
    face: symbol(SAMPLE, status, 16),
    label: t(`status.${status}`),
  }));
  const typeRows = createRows('type', 'hiddenTypes', types, onChange);
  const statusRows = createRows('status', 'hiddenStatuses', statuses, onChange);
  const mentioned = createMentionedRow(mentionedCount, onChange);
  const tiles = createTilesRow(model, onChange);
  const facets = createFacets(model, onChange);
  const confidence = createConfidence(model, onChange);
  const dates = createDates(model, onChange);
  const reset = el(
    'button',
    {
      type: 'button',
      class: 'reset',
      onclick: () => {
        onChange(NO_FILTERS);
        byId('legend').querySelector('summary').focus();
      },
    },
    t('legend.reset'),
  );
  const parts = [typeRows, statusRows, mentioned, tiles, ...facets, confidence, dates];

  const mapped = el('p', { class: 'note', id: 'mapped' });
  byId('legend-body').append(
    ...[
      mapped,
      group(t('legend.types'), typesByFamily(types, typeRows.nodes)),
      group(t('legend.statuses'), statusRows.nodes),
      precisions(model),
      group(t('legend.layers'), [...mentioned.nodes, ...tiles.nodes]),
      group(t('legend.more'), [...facets.map(({ node }) => node), ...confidence.nodes]),
      group(t('legend.dates'), dates.nodes),
      boundaries(),
      el('div', { class: 'legend-foot' }, reset),
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
    rename: () => facets.forEach((facet) => facet.rename()),
    show(state, sifted) {
      for (const part of parts) part.show(state, sifted);
      const n = sifted.visible.length;
      const all = model.events.length;
      const shown = sifted.visible.filter(isOnMap).length;
      mapped.textContent = t('legend.mapped', { n: shown, all: n });
      mapped.hidden = shown === n;
      reset.parentNode.hidden = !isFiltered(state);
      byId('count').textContent = isFiltered(state)
        ? tn('count.events', all, { n, all })
        : tn('events', n);
    },
  };
}
