// What stands at the top of the page, and what the page says of itself.

import { called } from './articles.js';
import { spanOf } from './dates.js';
import { bdi, byId, dotted, el } from './dom.js';
import { shortened } from './lettering.js';
import { madeWith } from './names.js';
import { languageOf, listed, t, tn } from './strings.js';
import { creditOf } from './tiles.js';
import { periodsOf, toIso } from './timescale.js';

const SEARCH_DELAY_MS = 120;

// Which names lead, in words.
function policyOf({ kind, of = '' }) {
  const whose = kind === 'language' ? languageOf(of) : called(of);
  return t(`labels.${kind}`, { of: shortened(whose) });
}

// How many events there are, and of what time; also how many of them tell it, where most
// do not.
function eventsAndTime(n, dated, when) {
  const events = tn('events', n);
  if (!dated || 2 * dated >= n) return [events, when];
  return [t('subtitle.dated', { events, n: dated, when })];
}

// The time most events lie in, as the timeline has it; what lies beyond is counted.
export function showSubtitle(model) {
  const dated = model.events.filter(({ days }) => days);
  const [from, to] = dated.length ? periodsOf(dated).main : [];
  const beyond = dated.filter(({ days }) => days[1] < from || days[0] > to).length;
  const when = dated.length ? spanOf(toIso(from), toIso(to)) : '';
  const parts = [
    tn('documents', model.documents.length),
    ...eventsAndTime(model.events.length, dated.length, when),
    beyond ? t('subtitle.beyond', { n: beyond }) : '',
  ];
  byId('subtitle').replaceChildren(...dotted(parts));
}

// Which names lead on the map, in words.
export function namesInUse(model) {
  const chosen = model.policies.find(({ key }) => key === model.naming);
  return policyOf(chosen ?? model.labels);
}

// The choice of names; that with which the map was made is the empty one. On a phone it is
// with the names, too.
export function createNaming(model, onChange) {
  const made = madeWith(model);
  const selects = [byId('names'), byId('names-here')];
  for (const select of selects) {
    const options = model.policies.map(({ key, ...policy }) =>
      el('option', { value: key === made ? '' : key }, policyOf(policy)),
    );
    select.append(...options);
    select.hidden = !model.sites.length && !model.mentioned.length;
    select.addEventListener('change', () => onChange({ names: select.value }));
  }
  selects[1].parentNode.hidden = selects[1].hidden;
  return {
    show(names) {
      for (const select of selects) select.value = names;
    },
  };
}

// That only some of what there is stands here.
export function showSample(model) {
  const { sample } = model;
  if (!sample) return;
  const told = t('sample', {
    events: model.events.length,
    allEvents: sample.events,
    documents: model.documents.length,
    allDocuments: sample.documents,
  });
  byId('subtitle').parentNode.after(el('p', { class: 'sample' }, told));
}

export function showRun({ version, gazetteer, gazetteerSha256, labels, options }) {
  const rows = {
    placemap: version,
    [t('about.gazetteer')]: gazetteer,
    'SHA-256': gazetteerSha256,
    [t('about.labels')]: labels,
    ...options,
  };
  for (const [name, value] of Object.entries(rows)) {
    if (value) byId('run').append(el('dt', {}, bdi(name)), el('dd', {}, bdi(value)));
  }
}

// Whom the page asks for tiles, which no other page does.
export function showTiles(tiles) {
  if (!tiles) return;
  const { name, origins } = tiles;
  byId('about-tiles').append(
    t('about.tiles', { name, servers: listed(origins) }),
    ' ',
    bdi(creditOf(tiles)),
  );
  byId('about-tiles').hidden = false;
}

// The key of the words for what the map lacks, undefined where it lacks nothing.
export function lackOf(model, visible) {
  return [
    [!model.documents.length, 'map.blank'],
    [!model.groups.length, 'map.empty'],
    [!visible.length, 'map.none'],
  ].find(([applies]) => applies)?.[1];
}

// On a phone the search and the tools are rows that a button opens.
function wireRow(button, className, field) {
  button.addEventListener('click', () => {
    const isOpen = button.closest('header').classList.toggle(className);
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) field?.focus();
  });
}

export function wireHeader({ onQuery, onTheme }) {
  wireRow(byId('open-search'), 'is-searching', byId('search'));
  wireRow(byId('open-tools'), 'has-tools');
  let timer = 0;
  byId('search').addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(() => onQuery(target.value), SEARCH_DELAY_MS);
  });
  byId('print').addEventListener('click', () => print());
  byId('open-about').addEventListener('click', () => byId('about').showModal());
  byId('theme').addEventListener('click', () => {
    const { dataset } = document.documentElement;
    const isDark = dataset.theme
      ? dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    dataset.theme = isDark ? 'light' : 'dark';
    onTheme();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onTheme);
}
