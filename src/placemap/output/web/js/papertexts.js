// The texts on paper: those that tell of events that pass the filters, up to a limit.

import { dayOf } from './dates.js';
import { bdi, dotted, el } from './dom.js';
import { markedText } from './marks.js';
import { bodyStart, headingOf, originOf } from './model.js';
import { numberSpans } from './numbers.js';
import { paragraphs } from './segments.js';
import { listed, t } from './strings.js';

// About thirty pages; who wants more prints report by report.
const MOST_TEXTS = 20;
const MOST_CHARACTERS = 100_000;

// Which of the reports `docs` to print, in their order, and which are left out. The first is
// always printed, however long it is.
export function textsToPrint(documents, docs) {
  const told = new Set(docs);
  const wanted = [...documents.keys()].filter((doc) => told.has(doc));
  const printed = [];
  let length = 0;
  for (const doc of wanted) {
    length += documents[doc].text.length;
    const isFull = printed.length >= MOST_TEXTS || length > MOST_CHARACTERS;
    if (isFull && printed.length) break;
    printed.push(doc);
  }
  return { printed, left: wanted.slice(printed.length) };
}

function paperTriggers(events) {
  return events.flatMap((event) =>
    [event.trigger, ...event.mentions].map((at) => ({ at, event })),
  );
}

// The number follows the words that tell of the event, also where these are in pieces.
function withNumbers(nodes, numbers, ends) {
  let at = 0;
  return nodes.flatMap((node) => {
    at += (node.textContent ?? node).length;
    const found = [...(ends.get(at) ?? [])].map((i) => numbers.get(i)).filter(Boolean);
    return found.length ? [node, el('sup', {}, listed(numberSpans(found)))] : [node];
  });
}

// Which events' words end where, counted from `from`.
function endsWithin(triggers, [from, to]) {
  const ends = new Map();
  for (const { at, event } of triggers) {
    if (at[1] <= from || at[1] > to) continue;
    const end = at[1] - from;
    ends.set(end, (ends.get(end) ?? new Set()).add(event.i));
  }
  return ends;
}

function paperText(model, doc, events, numbers) {
  const document = model.documents[doc];
  const triggers = paperTriggers(events);
  const links = {
    trigger: ({ event }) => ({ style: { '--type': model.typeOf(event).colour } }),
    place: () => ({}),
  };
  const marks = { triggers, toponyms: document.toponyms };
  const numbered = (range) => {
    const nodes = markedText(document.text, marks, range, links);
    return withNumbers(nodes, numbers, endsWithin(triggers, range));
  };
  const body = paragraphs(document.text, bodyStart(document)).map((range) =>
    el('p', { dir: document.dir }, numbered(range)),
  );
  const { headline } = document;
  const facts = [
    originOf(document),
    document.published ? dayOf(document.published) : t('document.undated'),
    document.url,
  ];
  return el(
    'article',
    { lang: document.lang || null, dir: document.dir },
    el('h2', {}, headline ? numbered(headline) : bdi(headingOf(document))),
    el('p', { class: 'byline' }, dotted(facts)),
    el('div', { class: 'prose' }, body),
  );
}

// One after the other, with the numbers of the events behind the words that tell of them.
export function paperTexts(model, docs, events, numbers) {
  const own = new Map(docs.map((doc) => [doc, []]));
  for (const event of events) own.get(event.doc)?.push(event);
  return docs.map((doc) => paperText(model, doc, own.get(doc), numbers));
}
