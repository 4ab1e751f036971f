// What stands below the map on paper: what is shown of it, whose data it is, when it was printed.

import { dayOf } from './dates.js';
import { bdi, el } from './dom.js';
import { isFiltered } from './filters.js';
import { headingOf, NO_PLACE, voiceName } from './model.js';
import { language, listed, t, tn } from './strings.js';

// More chosen values than these are counted, not named.
const MOST_NAMED = 4;

function named(keys, labelOf) {
  return keys.length > MOST_NAMED
    ? t('facet.chosen', { n: keys.length })
    : listed(keys.map(labelOf));
}

function without(keys, labelOf) {
  return keys.length ? t('paper.without', { what: named(keys, labelOf) }) : '';
}

function chosen(name, keys, labelOf) {
  return keys.length ? `${t(`facet.${name}`)}: ${named(keys, labelOf)}` : '';
}

// Each filter that is set, in words.
export function filterWords(model, state) {
  const percent = new Intl.NumberFormat(language(), { style: 'percent' });
  const typeLabel = (code) => model.types.find((type) => type.code === code)?.label ?? code;
  const days = [state.from, state.to].map((iso) => (iso ? dayOf(iso) : '…'));
  return [
    state.query && `${t('search')}: ${state.query}`,
    without(state.hiddenTypes, typeLabel),
    without(state.hiddenStatuses, (status) => t(`status.${status}`)),
    chosen('voice', state.voices, voiceName),
    chosen('doc', state.docs, (doc) => headingOf(model.documents[doc])),
    chosen('place', state.places, model.placeName),
    chosen('prec', state.precs, (prec) =>
      t(prec === NO_PLACE ? 'nowhere' : `prec.${prec}`),
    ),
    state.minScore && `${t('legend.score')}: ${percent.format(state.minScore)}`,
    (state.from || state.to) && `${t('legend.dates')}: ${days.join(' – ')}`,
    state.undated === 'without' && t('paper.without', { what: t('timeline.undated') }),
  ].filter(Boolean);
}

function textsPrinted(model, { tab, doc }) {
  const n = model.documents.length;
  if (tab !== 'text') return t('paper.texts.none', { n });
  return t('paper.texts', { n, title: headingOf(model.documents[doc]) });
}

// The reader's own day, not that of Greenwich.
function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export function imprint(model, state, n) {
  const all = model.events.length;
  const filters = filterWords(model, state);
  const told = isFiltered(state) && filters.length ? filters.join(' · ') : t('paper.all');
  const lines = [
    `${tn('count.events', all, { n, all })}. ${t('paper.filters', { filters: told })}`,
    model.documents.length > 1 ? textsPrinted(model, state) : '',
    t('paper.made', { version: model.run.version ?? '', day: dayOf(today()) }),
    ...(model.run.attribution ?? []),
  ];
  return el(
    'ul',
    { class: 'imprint' },
    lines.filter(Boolean).map((line) => el('li', {}, bdi(line))),
  );
}
