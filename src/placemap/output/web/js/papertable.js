// The table on paper: each event with its number, how exactly it is known, and its sentence.

import { COUNTS, countSaid } from './counts.js';
import { whenOf } from './dates.js';
import { bdi, dotted, el } from './dom.js';
import { exactnessOfAll } from './exactness.js';
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
  return cutAtWord(quote, LONGEST_QUOTE);
}

// Words are parted where they end; what has no spaces is cut where it must be.
export function cutAtWord(text, longest) {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > longest / 2 ? end : longest).trimEnd()}…`;
}

// Whether a text has quotation marks of its own: more around it would not pair up.
export function isQuoted(text) {
  return /["“”„«»「」『』]/u.test(text);
}

// Whether the next event is told by the same words, below which they then stand.
function isToldNext(event, next, document) {
  return next?.doc === event.doc && quoteOf(event, document) === quoteOf(next, document);
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
    el('td', {}, exactnessOfAll(model, event)),
    el('td', {}, t(`status.${event.status}`)),
    el('td', {}, bdi(voiceName(event.voice))),
  );
}

function paperEvidence(event, document, isQuoteNext) {
  const counts = COUNTS.filter((key) => event[key]).map(
    (key) => `${t(`card.${key}`)}${t('colon')}${countSaid(event[key], document.text)}`,
  );
  if (isQuoteNext && !counts.length) return null;
  const text = quoteOf(event, document);
  const quote = el(
    'q',
    {
      class: isQuoted(text) ? 'is-quoted' : null,
      lang: document.lang || null,
      dir: document.dir,
    },
    text,
  );
  return el(
    'tr',
    {},
    el('td', {}),
    el(
      'td',
      { colspan: PAPER_COLUMNS.length - 1 },
      isQuoteNext ? null : quote,
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
  const bodies = events.map((event, at) => {
    const document = model.documentOf(event);
    const isQuoteNext = isToldNext(event, events[at + 1], document);
    const title = event.doc === last ? null : reportRow(document);
    last = event.doc;
    return el(
      'tbody',
      { class: isQuoteNext ? 'paper-event is-told-next' : 'paper-event' },
      title,
      paperFacts(model, event, numbers.get(event.i)),
      paperEvidence(event, document, isQuoteNext),
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
