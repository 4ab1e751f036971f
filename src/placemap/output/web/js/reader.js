// The open report: its text with places and triggers to press.

import { bdi, byId, dotted, el, prefersStill, webLink } from './dom.js';
import { createCoverage } from './coverage.js';
import { dayOf } from './dates.js';
import { markedText } from './marks.js';
import { bodyStart, headingOf, originOf } from './model.js';
import { createPages } from './pages.js';
import { linkTo } from './permalink.js';
import { paragraphs } from './segments.js';
import { t, tn } from './strings.js';

const DOCUMENTS_PAGE = 200;
// What stands above the open report in the list of them.
const ABOVE_CURRENT_PX = 36;

// Triggers of one report; several events told by the same words share one.
function triggersOf(events) {
  const found = new Map();
  for (const event of events) {
    for (const at of [event.trigger, ...event.mentions]) {
      const key = at.join();
      if (!found.has(key)) found.set(key, { at, events: [] });
      found.get(key).events.push(event.i);
    }
  }
  return [...found.values()];
}

function factsLine(document) {
  const parts = [
    originOf(document),
    document.published
      ? el('time', { datetime: document.published }, dayOf(document.published))
      : el('span', { class: 'warn' }, t('document.undated')),
    document.url ? webLink(document.url, t('document.source')) : null,
  ].filter(Boolean);
  return el('p', { class: 'byline' }, dotted(parts));
}

// An option of the command line is not broken at its hyphens.
function withOptions(text) {
  const parts = text.split(/(--\w+)/);
  return parts.map((part, i) => (i % 2 ? el('span', { class: 'nowrap' }, part) : part));
}

// Without a date of its own a report cannot date what it tells of.
function advice({ published }, events) {
  const n = events.filter(({ days }) => !days).length;
  if (published || !n) return null;
  const told = t('document.advice', { n, all: events.length });
  const { dir } = globalThis.document.documentElement;
  return el('p', { class: 'advice', dir }, withOptions(told));
}

export function createReader(model, { onDocument, onEvents, onPlace }) {
  const pane = byId('pane-text');
  const eventsOf = model.documents.map(() => []);
  for (const event of model.events) eventsOf[event.doc].push(event);
  let shownDoc = -1;
  let counts = eventsOf.map((events) => events.length);

  // Whether the filters leave none of its events.
  function isEmptied(i) {
    return !counts[i] && eventsOf[i].length > 0;
  }

  function documentItem(i) {
    const title = headingOf(model.documents[i]);
    return el(
      'li',
      { class: isEmptied(i) ? 'is-emptied' : null },
      el(
        'button',
        {
          type: 'button',
          'aria-current': i === shownDoc ? 'true' : null,
          onclick: () => onDocument(i),
        },
        bdi(title, { class: 'doc-title' }),
        el('span', { class: 'doc-count' }, tn('events', counts[i])),
      ),
    );
  }

  function documentList() {
    if (model.documents.length < 2) return null;
    const list = el('nav', { class: 'documents', 'aria-label': t('documents') });
    const pages = createPages(list, DOCUMENTS_PAGE, (some, nav) =>
      list.replaceChildren(el('ul', {}, some.map(documentItem)), nav ?? ''),
    );
    const ordered = [...model.documents.keys()].sort((a, b) => isEmptied(a) - isEmptied(b));
    pages.show(ordered, ordered.indexOf(shownDoc));
    return list;
  }

  function links(doc) {
    return {
      trigger: ({ events }) => ({
        tag: 'a',
        href: linkTo(model.events[events[0]]),
        data: { events: events.join(' ') },
        style: { '--type': model.typeOf(model.events[events[0]]).colour },
        onclick(press) {
          press.preventDefault();
          onEvents(events);
        },
      }),
      place: ({ k }) => ({
        tag: 'a',
        href: '#card',
        data: { toponym: k },
        onclick(press) {
          press.preventDefault();
          onPlace(doc, k);
        },
      }),
    };
  }

  function article(doc) {
    const document = model.documents[doc];
    const text = document.text;
    const marks = { triggers: triggersOf(eventsOf[doc]), toponyms: document.toponyms };
    const marked = (range) => markedText(text, marks, range, links(doc));
    const body = paragraphs(text, bodyStart(document)).map((range) =>
      el('p', { dir: document.dir }, marked(range)),
    );
    const { headline } = document;
    return el(
      'article',
      { class: 'reader', lang: document.lang || null, dir: document.dir },
      el('h2', {}, headline ? marked(headline) : bdi(headingOf(document))),
      factsLine(document),
      advice(document, eventsOf[doc]),
      createCoverage(model, [doc], onPlace),
      el(
        'div',
        { class: 'prose' },
        body.length ? body : el('p', { class: 'empty' }, t('document.empty')),
      ),
    );
  }

  return {
    show(doc) {
      if (doc === shownDoc) return;
      shownDoc = doc;
      pane.scrollTop = 0;
      const empty = el('p', { class: 'empty' }, t('document.none'));
      pane.replaceChildren(
        ...[documentList(), model.documents.length ? article(doc) : empty].filter(Boolean),
      );
      const current = pane.querySelector('.documents [aria-current]');
      if (current) current.closest('ul').scrollTop = current.offsetTop - ABOVE_CURRENT_PX;
    },
    // How many events of each report pass the filters; those without any sink.
    tally(visible) {
      counts = eventsOf.map(() => 0);
      for (const { doc } of visible) counts[doc] += 1;
      pane.querySelector('.documents')?.replaceWith(documentList());
    },
    // Dim the triggers whose events are filtered out, mark those that are open.
    mark(isVisible, open) {
      for (const link of pane.querySelectorAll('[data-events]')) {
        const events = link.dataset.events.split(' ').map(Number);
        link.classList.toggle('is-hidden', !events.some(isVisible));
        link.classList.toggle(
          'is-open',
          events.some((i) => open.includes(i)),
        );
      }
    },
    reveal(selector) {
      const node = pane.querySelector(selector);
      node?.scrollIntoView({
        block: 'center',
        behavior: prefersStill() ? 'auto' : 'smooth',
      });
      node?.focus({ preventScroll: true });
    },
  };
}
