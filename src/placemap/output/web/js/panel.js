// The panel beside the map: its tabs, the events left off the map, and the names.

import { bdi, byId, dotted, el } from './dom.js';
import { whenOf } from './dates.js';
import { sentenceOf } from './segments.js';
import { symbol } from './shapes.js';
import { figure, t } from './strings.js';

export const TABS = ['text', 'events', 'unplaced', 'names'];
const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -TABS.length, End: TABS.length };

export function createTabs(onTab) {
  const tabs = TABS.map((name) => byId(`tab-${name}`));

  function press(event) {
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = STEPS[event.key] * (isMirrored && event.key.startsWith('Arrow') ? -1 : 1);
    const at = Math.min(
      Math.max(tabs.indexOf(event.currentTarget) + step, 0),
      tabs.length - 1,
    );
    tabs[at].focus();
    onTab(TABS[at]);
  }

  tabs.forEach((tab, i) => {
    tab.addEventListener('click', () => onTab(TABS[i]));
    tab.addEventListener('keydown', press);
  });
  return {
    show(name) {
      TABS.forEach((each, i) => {
        const isOpen = each === name;
        tabs[i].setAttribute('aria-selected', String(isOpen));
        tabs[i].tabIndex = isOpen ? 0 : -1;
        byId(`pane-${each}`).hidden = !isOpen;
      });
    },
    count(name, n) {
      const badge = byId(`tab-${name}`).querySelector('.badge');
      badge.textContent = figure(n);
      badge.hidden = n === 0;
    },
  };
}

function empty(key) {
  return el('p', { class: 'empty' }, t(key));
}

export function showUnplaced(model, events, onEvent) {
  const items = events.map((event) => {
    const text = model.documentOf(event).text;
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', onclick: () => onEvent(event.i) },
        symbol(model.typeOf(event), event.status, 18),
        el(
          'span',
          { class: 'list-what' },
          `${model.typeOf(event).label} · ${whenOf(event)}`,
        ),
        el('span', { class: 'list-text' }, bdi(text.slice(...sentenceOf(event, text)))),
        el(
          'span',
          { class: 'list-reason' },
          bdi(event.reason.said ?? t(`unplaced.${event.reason.code}`)),
        ),
      ),
    );
  });
  const body = items.length
    ? [
        el('p', { class: 'intro' }, t('unplaced.intro')),
        el('ul', { class: 'event-list' }, items),
      ]
    : [empty('unplaced.empty')];
  byId('pane-unplaced').replaceChildren(...body);
}

function aliasNotes(model, alias, [left, right]) {
  const isApart = alias.km !== undefined && alias.verdict !== 'confirmed';
  const named = alias.usedBySide === 'left' ? left : right;
  return [
    model.places[alias.place]?.name,
    isApart ? t('alias.apart', { km: alias.km }) : '',
    alias.usedBy ? t('alias.used', { name: named, who: alias.usedBy }) : '',
  ].filter(Boolean);
}

function aliasItem(model, doc, alias) {
  const { text, dir, lang } = model.documents[doc];
  const sides = [text.slice(...alias.left), text.slice(...alias.right)];
  const [left, right] = sides.map((name) => bdi(name, { lang: lang || null }));
  const notes = aliasNotes(model, alias, sides);
  const verdict = el(
    'span',
    { class: `verdict is-${alias.verdict}`, title: t(`verdict.${alias.verdict}.long`) },
    t(`verdict.${alias.verdict}`),
  );
  return el(
    'li',
    { class: 'alias' },
    el('p', { class: 'pair' }, left, el('span', { class: 'equals' }, '='), right, verdict),
    notes.length ? el('p', { class: 'note' }, dotted(notes)) : null,
    alias.sentence
      ? el('blockquote', { dir, lang: lang || null }, text.slice(...alias.sentence))
      : null,
  );
}

// Returns how many there are.
export function showNames(model) {
  const items = model.documents.flatMap((document, doc) =>
    document.aliases.map((alias) => aliasItem(model, doc, alias)),
  );
  const body = items.length
    ? [el('p', { class: 'intro' }, t('names.intro')), el('ul', { class: 'aliases' }, items)]
    : [empty('names.empty')];
  byId('pane-names').replaceChildren(...body);
  return items.length;
}
