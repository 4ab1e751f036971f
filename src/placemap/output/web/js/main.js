// Where the page comes together: the state in the middle, the views around it.

import { createCard } from './card.js';
import { dayOf } from './dates.js';
import { bdi, byId, dotted, el, isPhone } from './dom.js';
import { download, toGeoJson } from './download.js';
import { NO_FILTERS, visibleEvents } from './filters.js';
import { fold } from './fold.js';
import { shortened } from './labels.js';
import { createLegend } from './legend.js';
import { mentionedPlaces } from './mentioned.js';
import { createModel, STATUSES } from './model.js';
import { createTabs, showNames, showUnplaced } from './panel.js';
import { readHash, writeHash } from './permalink.js';
import { createReader } from './reader.js';
import { createStage } from './stage.js';
import { createStore } from './store.js';
import { setStrings, t, tn } from './strings.js';
import { createTable } from './table.js';

const FILTERS = Object.keys(NO_FILTERS);
const SEARCH_DELAY_MS = 120;

function readBlock(id) {
  return JSON.parse(byId(id).textContent);
}

// Which names lead, in words.
function policyOf({ kind, of = '' }) {
  return t(`labels.${kind}`, { of: shortened(of) });
}

// What lies in the past is told, but is not what the reports are about.
function showSubtitle(model) {
  const current = model.events.filter(
    (event) => event.start && event.status !== 'historical',
  );
  const days = current.flatMap((event) => [event.start, event.end ?? event.start]).sort();
  const ends = [...new Set([days[0], days.at(-1)])].filter(Boolean).map(dayOf);
  const parts = [
    tn('documents', model.documents.length),
    tn('events', model.events.length),
    ends.join(' – '),
    policyOf(model.labels),
  ];
  byId('subtitle').replaceChildren(...dotted(parts));
}

function showRun({ version, gazetteer, gazetteerSha256, labels, options }) {
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

function showNotice(model, visible) {
  const key = [
    [!model.documents.length, 'map.blank'],
    [!model.groups.length, 'map.empty'],
    [!visible.length, 'map.none'],
  ].find(([applies]) => applies)?.[1];
  byId('notice').textContent = key ? t(key) : '';
  byId('notice').hidden = !key;
}

function wireHeader({ store, stage, geojson }) {
  let timer = 0;
  byId('search').addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(() => store.set({ query: target.value }), SEARCH_DELAY_MS);
  });
  byId('download').addEventListener('click', () =>
    download('events.geojson', geojson(), 'application/geo+json'),
  );
  byId('print').addEventListener('click', () => print());
  byId('open-about').addEventListener('click', () => byId('about').showModal());
  byId('theme').addEventListener('click', () => {
    const { dataset } = document.documentElement;
    const isDark = dataset.theme
      ? dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    dataset.theme = isDark ? 'light' : 'dark';
    stage.restyle();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', stage.restyle);
}

// On paper the map has a size of its own and is always light.
function wirePrint(map, stage) {
  const { dataset, classList } = document.documentElement;
  const legend = byId('legend');
  let before = null;
  addEventListener('beforeprint', () => {
    before = { theme: dataset.theme, view: stage.view(), isOpen: legend.open };
    legend.open = true;
    dataset.theme = 'light';
    classList.add('printing');
    stage.restyle();
    stage.fit();
  });
  addEventListener('afterprint', () => {
    if (before.theme) dataset.theme = before.theme;
    else delete dataset.theme;
    classList.remove('printing');
    legend.open = before.isOpen;
    stage.restyle();
    map.invalidateSize({ animate: false });
    stage.setView(before.view);
  });
}

export function start(map) {
  setStrings(readBlock('placemap-strings'));
  const model = createModel(readBlock('placemap-data'));
  const known = {
    types: model.types.map((type) => type.code),
    statuses: STATUSES,
    documents: model.documents.map((document) => document.id),
  };
  const linked = readHash(location.hash, known);
  const store = createStore({ ...NO_FILTERS, ...linked, tab: 'text', selection: null });
  let visible = [];

  const openEvents = (events, at, group = -1) => {
    const doc = at >= 0 ? model.events[at].doc : store.get().doc;
    store.set({ selection: { kind: 'events', events, at, group }, doc });
  };
  const openEvent = (i) => openEvents([i], i);
  const openPlace = (doc, k) => store.set({ selection: { kind: 'place', doc, k }, doc });
  const openGroup = (group) => {
    const events = visible
      .filter((event) => event.groups.includes(group))
      .map((event) => event.i);
    openEvents(events, events.length === 1 ? events[0] : -1, group);
  };
  const close = () => {
    const { selection } = store.get();
    store.set({ selection: null });
    if (!card.returnFocus() && !stage.focusGroup(selection))
      map.getContainer().focus({ preventScroll: true });
  };
  const showText = (target) => {
    const isEvent = 'trigger' in target;
    store.set({ tab: 'text', doc: target.doc, ...(isPhone() ? { selection: null } : {}) });
    reader.reveal(
      isEvent ? `[data-events~="${target.i}"]` : `[data-toponym="${target.k}"]`,
    );
  };

  const legend = createLegend(model, {
    mentionedCount: mentionedPlaces(model).length,
    onChange: (changes) => store.set(changes),
  });
  const stage = createStage(map, model, readBlock('placemap-basemap'), {
    onGroup: openGroup,
    onPlace: openPlace,
  });
  const card = createCard(model, {
    onClose: close,
    onEvent: (i) =>
      store.set({
        selection: { ...store.get().selection, at: i },
        doc: model.events[i].doc,
      }),
    onList: () => store.set({ selection: { ...store.get().selection, at: -1 } }),
    onShowText: showText,
    onShowMap: () => reveal(),
  });
  const tabs = createTabs((tab) => store.set({ tab }));
  const table = createTable(model, openEvent);
  const reader = createReader(model, {
    onDocument: (doc) => store.set({ doc, selection: null }),
    onEvents: (events) => openEvents(events, events.length === 1 ? events[0] : -1),
    onPlace: openPlace,
  });

  function reveal() {
    const { selection } = store.get();
    if (!selection) return;
    if (isPhone()) byId('title').scrollIntoView();
    stage.reveal(selection, card.box());
  }

  function writeLink() {
    const { selection, doc, ...state } = store.get();
    const event =
      selection?.kind === 'events' && selection.at >= 0
        ? model.events[selection.at].id
        : '';
    const link = {
      ...state,
      view: stage.view(),
      event,
      doc: doc ? model.documents[doc].id : '',
    };
    try {
      history.replaceState(null, '', writeHash(link));
    } catch {
      // A page inside a notebook cell has no address to write to.
    }
  }

  function refilter(state) {
    const filters = { ...state, folded: fold(state.query) };
    visible = visibleEvents(model.events, filters);
    stage.show(visible);
    legend.show(filters, visible.length);
    showNotice(model, visible);
    const unplaced = visible.filter((event) => event.reason);
    showUnplaced(model, unplaced, openEvent);
    tabs.count('events', visible.length);
    tabs.count('unplaced', unplaced.length);
    if (document.activeElement !== byId('search')) byId('search').value = state.query;
  }

  function openIndex({ selection }) {
    return selection?.kind === 'events' ? selection.at : -1;
  }

  function update(state, before) {
    const isChanged = (...names) => names.some((name) => state[name] !== before?.[name]);
    if (isChanged(...FILTERS)) refilter(state);
    if (isChanged('tab')) tabs.show(state.tab);
    if (isChanged('doc')) reader.show(state.doc);
    if (isChanged('selection')) card.show(state.selection);
    if (state.tab === 'events' && isChanged('tab', 'selection', ...FILTERS))
      table.show(visible, openIndex(state));
    const open = state.selection?.kind === 'events' ? state.selection.events : [];
    const current = openIndex(state) >= 0 ? [openIndex(state)] : open;
    reader.mark(new Set(visible.map((event) => event.i)), current);
    stage.draw(state);
    if (before && isChanged('selection')) reveal();
    writeLink();
  }

  function follow(link) {
    const i = model.eventById(link.event);
    const { view, event, ...state } = link;
    store.set({ ...state, doc: i >= 0 ? model.events[i].doc : state.doc, selection: null });
    if (view) stage.setView(view);
    if (event && i >= 0) openEvent(i);
  }

  showSubtitle(model);
  showRun(model.run);
  tabs.count('names', showNames(model));
  wireHeader({
    store,
    stage,
    geojson: () => JSON.stringify(toGeoJson(model, visible), null, 1),
  });
  wirePrint(map, stage);
  map.getContainer().setAttribute('role', 'region');
  map.getContainer().setAttribute('aria-label', t('map.label'));
  document.addEventListener('keydown', (press) => {
    if (press.key === 'Escape' && store.get().selection && !byId('about').open) close();
  });
  update(store.get(), null);
  store.subscribe(update);
  map.on('moveend', () => {
    stage.draw(store.get());
    writeLink();
  });
  if (linked.view || linked.event) follow(linked);
  addEventListener('hashchange', () => follow(readHash(location.hash, known)));
}
