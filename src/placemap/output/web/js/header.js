// What stands at the top of the page, and what the page says of itself.

import { dayOf } from './dates.js';
import { bdi, byId, dotted, el } from './dom.js';
import { shortened } from './labels.js';
import { endsOf } from './model.js';
import { madeWith } from './names.js';
import { languageOf, listed, t, tn } from './strings.js';
import { creditOf } from './tiles.js';

const SEARCH_DELAY_MS = 120;

// Which names lead, in words.
function policyOf({ kind, of = '' }) {
  const whose = kind === 'language' ? languageOf(of) : of;
  return t(`labels.${kind}`, { of: shortened(whose) });
}

// What lies in the past is told, but is not what the reports are about.
export function showSubtitle(model) {
  const current = model.events.filter(
    (event) => event.start && event.status !== 'historical',
  );
  const days = endsOf(current, ({ start, end }) => end ?? start);
  const ends = [...new Set(days)].filter(Boolean).map(dayOf);
  const parts = [
    tn('documents', model.documents.length),
    tn('events', model.events.length),
    ends.join(' – '),
  ];
  byId('subtitle').replaceChildren(...dotted(parts));
}

// Which names lead on the map, in words.
export function namesInUse(model) {
  const chosen = model.policies.find(({ key }) => key === model.naming);
  return policyOf(chosen ?? model.labels);
}

// The choice of names; that with which the map was made is the empty one.
export function createNaming(model, onChange) {
  const made = madeWith(model);
  const select = byId('names');
  const options = model.policies.map(({ key, ...policy }) =>
    el('option', { value: key === made ? '' : key }, policyOf(policy)),
  );
  select.append(...options);
  select.hidden = !model.sites.length && !model.mentioned.length;
  select.addEventListener('change', () => onChange({ names: select.value }));
  return {
    show(names) {
      select.value = names;
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

export function showNotice(model, visible) {
  const key = [
    [!model.documents.length, 'map.blank'],
    [!model.groups.length, 'map.empty'],
    [!visible.length, 'map.none'],
  ].find(([applies]) => applies)?.[1];
  byId('notice').textContent = key ? t(key) : '';
  byId('notice').hidden = !key;
}

export function wireHeader({ onQuery, onTheme }) {
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
