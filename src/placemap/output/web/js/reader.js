// The open report: its text with places and triggers to press.

import { bdi, byId, dotted, el, prefersStill, webLink } from './dom.js';
import { dayOf } from './dates.js';
import { markedText } from './marks.js';
import { linkTo } from './permalink.js';
import { paragraphs } from './segments.js';
import { t, tn } from './strings.js';

// Triggers of one report; several events told by the same words share one.
function triggersOf(model, doc) {
  const found = new Map();
  for (const event of model.events) {
    if (event.doc !== doc) continue;
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
    document.source,
    document.published
      ? el('time', { datetime: document.published }, dayOf(document.published))
      : null,
    document.url ? webLink(document.url, t('document.source')) : null,
  ].filter(Boolean);
  return el('p', { class: 'byline' }, dotted(parts));
}

function coverageLine({ mentions, located, ambiguous, unknown }) {
  const parts = [
    ['located', located],
    ['ambiguous', ambiguous],
    ['unknown', unknown],
  ].filter(([, n]) => n);
  const text = parts.map(([key, n]) => t(`coverage.${key}`, { n })).join(', ');
  return el(
    'p',
    { class: 'coverage' },
    bdi(`${tn('coverage.mentions', mentions)}${text ? `: ${text}` : ''}`),
  );
}

export function createReader(model, { onDocument, onEvents, onPlace }) {
  const pane = byId('pane-text');
  let shownDoc = -1;

  function documentList(doc) {
    if (model.documents.length < 2) return null;
    const counts = model.documents.map(() => 0);
    for (const event of model.events) counts[event.doc] += 1;
    const items = model.documents.map((document, i) =>
      el(
        'li',
        {},
        el(
          'button',
          {
            type: 'button',
            'aria-current': i === doc ? 'true' : null,
            onclick: () => onDocument(i),
          },
          bdi(document.title || t('document.untitled'), { class: 'doc-title' }),
          el('span', { class: 'doc-count' }, tn('events', counts[i])),
        ),
      ),
    );
    return el(
      'nav',
      { class: 'documents', 'aria-label': t('documents') },
      el('ul', {}, items),
    );
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
    const marks = { triggers: triggersOf(model, doc), toponyms: document.toponyms };
    const body = paragraphs(text).map((range) =>
      el('p', { dir: document.dir }, markedText(text, marks, range, links(doc))),
    );
    return el(
      'article',
      { class: 'reader', lang: document.lang || null, dir: document.dir },
      el('h2', {}, bdi(document.title || t('document.untitled'))),
      factsLine(document),
      coverageLine(document.coverage),
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
        ...[documentList(doc), model.documents.length ? article(doc) : empty].filter(
          Boolean,
        ),
      );
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
