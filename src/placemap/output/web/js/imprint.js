// What stands below the map on paper: what is shown of it, whose data it is, when it was printed.

import { dayOf } from './dates.js';
import { bdi, el } from './dom.js';
import { precisionName } from './exactness.js';
import { isFiltered } from './filters.js';
import { headingOf, NO_PLACE, voiceName } from './model.js';
import { language, listed, t, tn } from './strings.js';

// More chosen values than these are counted, not named.
const MOST_NAMED = 4;
const LONGEST_IN_FOOT = 60;

function named(keys, labelOf) {
  return keys.length > MOST_NAMED
    ? t('facet.chosen', { n: keys.length })
    : listed(keys.map(labelOf));
}

function without(keys, labelOf) {
  return keys.length ? t('paper.without', { what: named(keys, labelOf) }) : '';
}

function chosen(name, keys, labelOf) {
  return keys.length ? `${t(`facet.${name}`)}${t('colon')}${named(keys, labelOf)}` : '';
}

// Each filter that is set, in words.
export function filterWords(model, state) {
  const percent = new Intl.NumberFormat(language(), { style: 'percent' });
  const typeLabel = (code) => model.types.find((type) => type.code === code)?.label ?? code;
  const days = [state.from, state.to].map((iso) => (iso ? dayOf(iso) : '…'));
  return [
    state.query && `${t('search')}${t('colon')}${state.query}`,
    without(state.hiddenTypes, typeLabel),
    without(state.hiddenStatuses, (status) => t(`status.${status}`)),
    chosen('voice', state.voices, voiceName),
    chosen('doc', state.docs, (doc) => headingOf(model.documents[doc])),
    chosen('place', state.places, model.placeName),
    chosen('prec', state.precs, (prec) =>
      prec === NO_PLACE ? t('nowhere') : precisionName(prec),
    ),
    state.minScore && `${t('legend.score')}${t('colon')}${percent.format(state.minScore)}`,
    (state.from || state.to) && `${t('legend.dates')}${t('colon')}${days.join(' – ')}`,
    state.undated === 'without' && t('paper.without', { what: t('timeline.undated') }),
  ].filter(Boolean);
}

function titlesOf(model, docs) {
  const titles = docs
    .slice(0, MOST_NAMED)
    .map((doc) => `“${headingOf(model.documents[doc])}”`);
  const more = docs.length - titles.length;
  return listed(more ? [...titles, t('paper.more', { n: more })] : titles);
}

// How many of the texts follow, and which do not, and why. `texts` is null for none.
function textsPrinted(model, texts) {
  const n = model.documents.length;
  if (!texts) return t('paper.texts.none', { n });
  const { printed, left } = texts;
  const eventless = n - printed.length - left.length;
  return [
    t('paper.texts', { printed: printed.length, n }),
    left.length ? t('paper.texts.left', { titles: titlesOf(model, left) }) : '',
    eventless ? t('paper.texts.eventless', { m: eventless }) : '',
  ]
    .filter(Boolean)
    .join('; ');
}

// The reader's own day, not that of Greenwich.
function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function filtersTold(model, state) {
  const filters = isFiltered(state) ? filterWords(model, state) : [];
  return t('paper.filters', { filters: filters.join(' · ') || t('paper.all') });
}

// On one line with others, each in its own writing direction.
function inFoot(text) {
  const isLong = text.length > LONGEST_IN_FOOT;
  return `\u2068${isLong ? `${text.slice(0, LONGEST_IN_FOOT)}…` : text}\u2069`;
}

// What stands at the foot of each sheet.
export function sheetFoot(model, state, title) {
  return t('paper.foot', {
    title: inFoot(title),
    filters: inFoot(filtersTold(model, state)),
    day: inFoot(dayOf(today())),
    version: model.run.version ?? '',
  });
}

// `n` events pass the filters, `texts` are printed and left out.
export function imprint(model, state, n, texts) {
  const all = model.events.length;
  const lines = [
    `${tn('count.events', all, { n, all })}. ${filtersTold(model, state)}`,
    model.documents.length > 1 ? textsPrinted(model, texts) : '',
    t('paper.made', { version: model.run.version ?? '', day: dayOf(today()) }),
    (model.run.attribution ?? []).join(' · '),
  ];
  return el(
    'ul',
    { class: 'imprint' },
    lines.filter(Boolean).map((line) => el('li', {}, bdi(line))),
  );
}
