// The table on paper: each event with its number, how exactly it is known, and its sentence.

import { COUNTS, countSaid } from './counts.js';
import { whenOf } from './dates.js';
import { bdi, dotted, el } from './dom.js';
import { exactnessOf } from './exactness.js';
import { headingOf, voiceName } from './model.js';
import { sentenceOf } from './segments.js';
import { symbol } from './shapes.js';
import { figure, t } from './strings.js';
import { modeName } from './wording.js';

const PAPER_COLUMNS = ['number', 'when', 'what', 'where', 'prec', 'status', 'voice'];
const PAPER_SYMBOL = 14;
// No sentence is longer, unless it is a list or a table that was taken for one.
const LONGEST_QUOTE = 600;

function paperHead() {
  const cells = PAPER_COLUMNS.map((name) => el('th', { scope: 'col' }, t(`table.${name}`)));
  return el('thead', {}, el('tr', {}, cells));
}

function quoteOf(event, document) {
  const ranges = [sentenceOf(event, document.text), ...(event.also ?? [])];
  const quote = ranges
    .map((range) =>
      document.text
        .slice(...range)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join(' […] ');
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
}

// Of several places alike the least exact is told.
function exactnessOfAll({ places }) {
  const widest = new Map();
  for (const { prec, uncertainty = 0 } of places)
    widest.set(prec, Math.max(widest.get(prec) ?? 0, uncertainty));
  return [...widest].map((one) => exactnessOf(...one)).join(' · ');
}

function paperFacts(model, event, number) {
  const type = model.typeOf(event);
  const mode = modeName(event);
  const names = model.placeNames(event);
  return el(
    'tr',
    {},
    el('td', { class: 'is-number' }, figure(number)),
    el('td', {}, whenOf(event)),
    el(
      'th',
      { scope: 'row' },
      el('span', { class: 'what' }, symbol(type, event.status, PAPER_SYMBOL), type.label),
      mode ? el('span', { class: 'note mode' }, bdi(mode)) : null,
    ),
    names.length ? el('td', {}, dotted(names)) : el('td', { class: 'note' }, t('nowhere')),
    el('td', {}, exactnessOfAll(event)),
    el('td', {}, t(`status.${event.status}`)),
    el('td', {}, bdi(voiceName(event.voice))),
  );
}

function paperEvidence(event, document) {
  const counts = COUNTS.filter((key) => event[key]).map(
    (key) => `${t(`card.${key}`)}${t('colon')}${countSaid(event[key], document.text)}`,
  );
  const quote = el(
    'q',
    { lang: document.lang || null, dir: document.dir },
    quoteOf(event, document),
  );
  return el(
    'tr',
    {},
    el('td', {}),
    el(
      'td',
      { colspan: PAPER_COLUMNS.length - 1 },
      quote,
      counts.length ? el('span', { class: 'note' }, ' ', dotted(counts)) : null,
    ),
  );
}

function reportRow(document) {
  const heading = el(
    'th',
    { scope: 'rowgroup', colspan: PAPER_COLUMNS.length },
    bdi(headingOf(document)),
  );
  return el('tr', { class: 'paper-report' }, heading);
}

// The events in their order; where the report changes, its title stands above.
export function paperTable(model, events, numbers) {
  let last = model.documents.length > 1 ? -1 : 0;
  const bodies = events.map((event) => {
    const document = model.documentOf(event);
    const title = event.doc === last ? null : reportRow(document);
    last = event.doc;
    return el(
      'tbody',
      { class: 'paper-event' },
      title,
      paperFacts(model, event, numbers.get(event.i)),
      paperEvidence(event, document),
    );
  });
  return el(
    'table',
    {},
    el('caption', {}, t('table.caption'), '. ', t('paper.numbers')),
    paperHead(),
    bodies,
  );
}
