// The tab of the panel where one chooses which events are shown.

import { createChoices, isOnMap } from './choices.js';
import { byId, el, fieldset } from './dom.js';
import { precisionName } from './exactness.js';
import { createFacet } from './facet.js';
import { isFiltered, NO_FILTERS } from './filters.js';
import { statusesKnown, typesByFamily } from './kinds.js';
import { headingOf, NO_PLACE, voiceName } from './model.js';
import { language, t, tn } from './strings.js';

function createTypes(model, onChange) {
  const sections = typesByFamily(model);
  return createChoices({ name: 'type', param: 'hiddenTypes', sections, onChange });
}

function createStatuses(model, onChange) {
  const sections = [{ heading: t('legend.statuses'), values: statusesKnown(model) }];
  return createChoices({ name: 'status', param: 'hiddenStatuses', sections, onChange });
}

function createFacets(model, onChange) {
  const facet = (name, param, keysOf, labelOf) =>
    createFacet(model, { name, param, keysOf, labelOf, onChange });
  const precision = (prec) => (prec === NO_PLACE ? t('nowhere') : precisionName(prec));
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

// How many events are left, and the way back to all of them; in sight wherever one scrolls.
function createHead(model, onChange) {
  const count = el('p', { class: 'filters-count', role: 'status' });
  const reset = el(
    'button',
    { type: 'button', class: 'reset', onclick: () => onChange(NO_FILTERS) },
    t('legend.reset'),
  );
  return {
    node: el('div', { class: 'filters-head' }, count, reset),
    show(state, { visible }) {
      const [n, all] = [visible.length, model.events.length];
      const shown = visible.filter(isOnMap).length;
      const left = isFiltered(state)
        ? tn('count.events', all, { n, all })
        : tn('events', n);
      const mapped = shown < n ? t('legend.mapped', { n: shown, all: n }) : '';
      count.textContent = [left, mapped].filter(Boolean).join(' · ');
      reset.setAttribute('aria-disabled', String(!isFiltered(state)));
    },
  };
}

// What the numbers below it count, where not all events are on the map.
function mappedHead({ events }) {
  if (events.every(isOnMap)) return null;
  return el(
    'p',
    { class: 'choices-head', 'aria-hidden': 'true' },
    t('filters.mapped.head'),
  );
}

export function createFilters(model, onChange) {
  const pane = byId('pane-filters');
  if (!model.events.length) {
    pane.append(el('p', { class: 'empty' }, t('table.empty')));
    return { show() {}, rename() {} };
  }
  const head = createHead(model, onChange);
  const types = createTypes(model, onChange);
  const statuses = createStatuses(model, onChange);
  const facets = createFacets(model, onChange);
  const confidence = createConfidence(model, onChange);
  const dates = createDates(model, onChange);
  pane.append(
    ...[
      head.node,
      fieldset(t('legend.types'), [mappedHead(model), ...types.nodes]),
      fieldset('', [mappedHead(model), ...statuses.nodes]),
      fieldset(t('legend.more'), [...facets.map(({ node }) => node), ...confidence.nodes]),
      fieldset(t('legend.dates'), dates.nodes),
    ].filter(Boolean),
  );
  const parts = [head, types, statuses, ...facets, confidence, dates];
  return {
    show(state, sifted) {
      for (const part of parts) part.show(state, sifted);
    },
    rename: () => facets.forEach((facet) => facet.rename()),
  };
}
