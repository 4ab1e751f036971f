// The panel beside the map: its tabs, the events left off the map, and the names.

import { called } from './articles.js';
import { createCoverage } from './coverage.js';
import { bdi, byId, dotted, el } from './dom.js';
import { kilometres } from './geometry.js';
import { listEntry } from './listing.js';
import { createPages } from './pages.js';
import { figure, language, t } from './strings.js';
import { groupInWords, groupOfReason, guessOf } from './wording.js';

export const TABS = ['text', 'events', 'filters', 'unplaced', 'names'];
export const LIST_PAGE = 100;
const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -TABS.length, End: TABS.length };

// How much the tabs may be narrowed to stand in one row, step by step.
const TIGHT = ['', 'is-tight', 'is-tight is-tightest'];

function fitInOneRow(list) {
  for (const tight of TIGHT) {
    list.className = `tabs ${tight}`.trim();
    if (list.lastElementChild.offsetTop === list.firstElementChild.offsetTop) return;
  }
}

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
  const list = tabs[0].parentNode;
  new ResizeObserver(() => requestAnimationFrame(() => fitInOneRow(list))).observe(list);
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
      fitInOneRow(list);
    },
  };
}

function empty(key) {
  return el('p', { class: 'empty' }, t(key));
}

// The events left off the map, each with the reason.
export function createUnplaced(model, onEvent) {
  const pane = byId('pane-unplaced');

  const item = (event) => listEntry(model, event, onEvent, guessOf(event.reason));

  // The reason is told once, above all that have it.
  function groupedByReason(events) {
    const groups = new Map();
    for (const event of events) {
      const reason = groupOfReason(event.reason);
      if (groups.has(reason)) groups.get(reason).push(event);
      else groups.set(reason, [event]);
    }
    return groups;
  }

  const pages = createPages(pane, LIST_PAGE, (events, nav) =>
    pane.replaceChildren(
      el('p', { class: 'intro' }, t('unplaced.intro')),
      ...[...groupedByReason(events)].flatMap(([group, some]) => [
        el('h2', { class: 'list-reason' }, groupInWords(group)),
        el('ul', { class: 'event-list' }, some.map(item)),
      ]),
      nav ?? '',
    ),
  );
  return {
    show(events) {
      const ordered = [...groupedByReason(events).values()].flat();
      if (events.length) pages.show(ordered);
      else pane.replaceChildren(empty('unplaced.empty'));
    },
  };
}

function aliasNotes(model, alias, [left, right]) {
  const isApart = alias.km !== undefined && alias.verdict !== 'confirmed';
  const name = model.places[alias.place]?.name;
  const named = alias.usedBySide === 'left' ? left : right;
  return [
    name ? t('alias.gazetteer', { name }) : '',
    isApart ? t('alias.apart', { distance: kilometres(alias.km * 1000, language()) }) : '',
    alias.usedBy ? t('alias.used', { name: named, who: called(alias.usedBy) }) : '',
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

// The sentences that say two names are one place. Returns how many there are.
export function showNames(model, onPlace) {
  const pane = byId('names-list');
  const all = model.documents.flatMap((document, doc) =>
    document.aliases.map((alias) => ({ doc, alias })),
  );
  const list = el('div');
  const none = empty('names.empty');
  const intro = el('p', { class: 'intro' }, t('names.intro'));
  const item = ({ doc, alias }) => aliasItem(model, doc, alias);
  const docs = [...model.documents.keys()];
  const coverage = docs.length > 1 ? createCoverage(model, docs, onPlace) : '';
  pane.replaceChildren(coverage, list);
  const pages = createPages(list, LIST_PAGE, (some, nav) =>
    list.replaceChildren(
      ...(some.length ? [intro, el('ul', { class: 'aliases' }, some.map(item))] : [none]),
      nav ?? '',
    ),
  );
  pages.show(all);
  return all.length;
}
