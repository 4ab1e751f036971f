// The card that opens on the map: one event with its evidence, a list of events, a place.

import { citationOf, copyText } from './citation.js';
import { bdi, byId, dotted, el, icon, isPhone, webLink } from './dom.js';
import { dayOf } from './dates.js';
import { disputeOf } from './dispute.js';
import { decisions, eventFacts, placeFacts, placeOfEvent, placeTitle } from './facts.js';
import { listEntry } from './listing.js';
import { markedText, noteOn } from './marks.js';
import { headingOf, originOf } from './model.js';
import { nameUnder } from './names.js';
import { createPages } from './pages.js';
import { LIST_PAGE } from './panel.js';
import { sentenceOf } from './segments.js';
import { symbol } from './shapes.js';
import { sheetHandle } from './sheet.js';
import { t, tn } from './strings.js';
import { modeName, reasonInWords } from './wording.js';

const CROSS = 'M5 5l10 10M15 5 5 15';

function evidence(model, event) {
  const document = model.documentOf(event);
  const text = document.text;
  const ownToponyms = new Set(event.places.map((place) => place.toponym));
  const marks = {
    triggers: [event.trigger, ...event.mentions].map((at) => ({ at, events: [event.i] })),
    toponyms: document.toponyms.filter((_, k) => ownToponyms.has(k)),
  };
  const links = {
    trigger: () => ({ tag: 'mark', style: { '--type': model.typeOf(event).colour } }),
    place: () => ({ tag: 'mark' }),
  };
  const heading = headingOf(document);
  const source = [
    heading,
    originOf(document),
    document.published
      ? dayOf(document.published)
      : el('span', { class: 'warn' }, t('document.undated')),
    document.url && webLink(document.url, t('document.source')),
  ];
  const quote = (range) =>
    el(
      'blockquote',
      { lang: document.lang || null, dir: document.dir },
      markedText(text, marks, range, links),
    );
  return el(
    'figure',
    { class: 'evidence' },
    quote(sentenceOf(event, text)),
    (event.also ?? []).flatMap((range) => [
      el('p', { class: 'note' }, t('card.and')),
      quote(range),
    ]),
    el('figcaption', { class: 'byline' }, dotted(source)),
  );
}

export function createCard(model, { onClose, onEvent, onList, onShowText, onShowMap }) {
  const card = byId('card');
  let opener = null;

  function head(above, title, back) {
    return el(
      'header',
      { class: 'card-head' },
      sheetHandle(card),
      back
        ? el(
            'button',
            { type: 'button', class: 'back', onclick: onList },
            icon('M12 4 6 10l6 6'),
            back,
          )
        : null,
      el('p', { class: 'kicker' }, above),
      el('h2', { id: 'card-title' }, title),
      el(
        'button',
        { type: 'button', class: 'close', 'aria-label': t('close'), onclick: onClose },
        icon(CROSS),
      ),
    );
  }

  function kicker(event) {
    const type = model.typeOf(event);
    const mode = modeName(event);
    return [
      symbol(type, event.status, 18),
      el('span', {}, type.label),
      mode ? el('span', { class: 'mode' }, bdi(mode)) : null,
    ];
  }

  function eventTitle(event) {
    const names = model.placeNames(event);
    if (event.places.length === 1)
      return placeTitle(names[0], model.places[event.places[0].place]);
    return names.length
      ? names.flatMap((name, i) => (i ? [t('comma'), bdi(name)] : [bdi(name)]))
      : [el('span', { class: 'nowhere' }, t('nowhere'))];
  }

  // Of one place it stands with the event, of several with each.
  function disputeOfOnly({ places, start, doc }) {
    if (places.length !== 1) return null;
    return disputeOf(
      model.places[places[0].place],
      start || model.documents[doc].published,
    );
  }

  // The text itself is shown where it cannot be copied.
  function citeButton(event) {
    const button = el('button', { type: 'button', class: 'cite' }, t('card.cite'));
    button.addEventListener('click', async () => {
      const text = citationOf(model, event, location.href);
      const isCopied = await copyText(text);
      button.textContent = t(isCopied ? 'card.cited' : 'card.cite');
      if (isCopied) return;
      const shown = el('p', { class: 'citation' }, bdi(text));
      button.closest('.card-foot').before(shown);
    });
    return el('span', { role: 'status' }, button);
  }

  function foot(onText, isOnMap, event) {
    return el(
      'footer',
      { class: 'card-foot' },
      el('button', { type: 'button', class: 'primary', onclick: onText }, t('card.totext')),
      isOnMap
        ? el('button', { type: 'button', onclick: onShowMap }, t('card.tomap'))
        : null,
      event ? citeButton(event) : null,
    );
  }

  function eventCard(event, siblings) {
    const back = siblings > 1 ? t('back') : null;
    const places = event.places.map((place, _, all) =>
      placeOfEvent(model, event, place, all.length === 1),
    );
    const reason = event.reason
      ? el('p', { class: 'reason' }, reasonInWords(event.reason))
      : null;
    return [
      head(kicker(event), eventTitle(event), back),
      el(
        'div',
        { class: 'card-body' },
        evidence(model, event),
        disputeOfOnly(event),
        eventFacts(event, model.documentOf(event).text),
        reason,
        places,
        decisions(event),
      ),
      foot(() => onShowText(event), event.groups.length > 0, event),
    ];
  }

  function listCard(events, name) {
    const title = name ? [bdi(name)] : t('card.event');
    const body = el('div', { class: 'card-body' });
    const pages = createPages(body, LIST_PAGE, (some, nav) => {
      body.replaceChildren(
        el('ul', { class: 'event-list' }, some.map(listItem)),
        nav ?? '',
      );
      body.scrollTop = 0;
    });
    pages.show(events);
    return [head(tn(name ? 'card.here' : 'card.same', events.length), title), body];
  }

  const listItem = (event) => listEntry(model, event, onEvent);

  // What a mention's place is called under the policy in use.
  function nameOf(toponym, text) {
    return nameUnder(model.places, toponym.place, model.naming, toponym.name ?? text);
  }

  function placeCard(doc, k) {
    const document = model.documents[doc];
    const toponym = document.toponyms[k];
    const place = model.places[toponym.place];
    const text = document.text.slice(...toponym.at);
    const note = noteOn(toponym) || t(toponym.tied ? 'place.tied' : 'place.mentioned');
    return [
      head(note, placeTitle(nameOf(toponym, text), place)),
      el(
        'div',
        { class: 'card-body' },
        disputeOf(place, document.published),
        el('dl', { class: 'facts' }, placeFacts(place, toponym.place, toponym)),
      ),
      foot(() => onShowText({ doc, k }), 'lon' in toponym && !noteOn(toponym)),
    ];
  }

  function content(selection) {
    if (selection.kind === 'place') return placeCard(selection.doc, selection.k);
    if (selection.at >= 0)
      return eventCard(model.events[selection.at], selection.events.length);
    const events = selection.events.map((i) => model.events[i]);
    return listCard(events, selection.group >= 0 ? model.groups[selection.group].name : '');
  }

  return {
    show(selection) {
      if (!selection) {
        card.hidden = true;
        card.replaceChildren();
        return;
      }
      if (card.hidden) opener = document.activeElement;
      card.replaceChildren(...content(selection));
      card.hidden = false;
      card.scrollTop = 0;
      card.focus({ preventScroll: !isPhone() });
    },
    // Made anew after places were given other names; the focus stays where it is.
    rename(selection) {
      if (selection) card.replaceChildren(...content(selection));
    },
    // Give the focus back to what opened the card, or tell that it is gone.
    returnFocus() {
      const isThere = opener?.isConnected && opener !== document.body;
      if (isThere) opener.focus({ preventScroll: true });
      opener = null;
      return isThere;
    },
    box: () => (card.hidden ? null : card.getBoundingClientRect()),
  };
}
