// Where the page comes together: the state in the middle, the views around it.

import { createAddress, knownValues } from './address.js';
import { readBlock } from './blocks.js';
import { createCard } from './card.js';
import { columnsOf, sorted } from './columns.js';
import { byId, isPhone } from './dom.js';
import { createDownloads } from './downloads.js';
import { createFilters } from './filterpane.js';
import { filtersSet, NO_FILTERS, sift } from './filters.js';
import { fold } from './fold.js';
import {
  createNaming,
  showRun,
  showSample,
  showSubtitle,
  showTiles,
  wireHeader,
} from './header.js';
import { createHints } from './hints.js';
import { chooseLanguage, createLanguages, fillPage, wantedLanguage } from './language.js';
import { createLegend } from './legend.js';
import { createModel } from './model.js';
import { rename } from './names.js';
import { createOutsideNotice, showNotice } from './notice.js';
import { createTabs, createUnplaced, showNames } from './panel.js';
import { wirePrint } from './paper.js';
import { readHash } from './permalink.js';
import { createReader } from './reader.js';
import { createStage } from './stage.js';
import { createStore } from './store.js';
import { setStrings, t } from './strings.js';
import { createTable } from './table.js';
import { createTimeline } from './timeline.js';

const FILTERS = Object.keys(NO_FILTERS);

// What cannot be unpacked is said, instead of a page on which nothing moves.
export async function start(map) {
  const read = (name) => readBlock(byId(`placemap-${name}`));
  const strings = await read('strings');
  setStrings(strings);
  try {
    const [payload, layers] = [await read('data'), await read('basemap')];
    const code = chooseLanguage({
      wanted: wantedLanguage(location.hash),
      made: payload.language,
      preferred: navigator.languages,
      known: Object.keys(payload.languages),
    });
    if (code !== strings.lang) {
      setStrings((await read('languages'))[code]);
      fillPage();
    }
    openPage(map, payload, layers);
    document.body.dataset.state = 'ready';
  } catch (error) {
    byId('notice').textContent = t('map.unreadable');
    byId('notice').hidden = false;
    throw error;
  }
}

function openPage(map, payload, layers) {
  map.getContainer().dir = 'ltr'; // Leaflet counts from the left
  const model = createModel(payload);
  const known = knownValues(model);
  const linked = readHash(location.hash, known);
  const store = createStore({ ...NO_FILTERS, ...linked, selection: null });
  const isVisible = new Uint8Array(model.events.length);
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
    mentionedCount: model.mentioned.length,
    onChange: (changes) => store.set(changes),
  });
  const filterPane = createFilters(model, (changes) => store.set(changes));
  const hints = createHints(map.getContainer(), () => visible);
  const naming = createNaming(model, (changes) => store.set(changes));
  const timeline = createTimeline(model, {
    onChange: (changes) => store.set(changes),
    onResize: () => map.invalidateSize({ animate: false }),
  });
  const stage = createStage(map, model, layers, {
    onGroup: openGroup,
    onPlace: openPlace,
    onTiles: () => stage.draw(store.get()),
  });
  const outside = createOutsideNotice(() => stage.showAll());
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
  const unplacedList = createUnplaced(model, openEvent);
  const columns = columnsOf(model);
  const table = createTable(model, columns, {
    onEvent: openEvent,
    onSort: (sort) => store.set({ sort }),
    onWide: (isWide) => store.set({ isWide }),
  });
  const reader = createReader(model, {
    onDocument: (doc) => store.set({ doc, selection: null }),
    onEvents: (events) => openEvents(events, events.length === 1 ? events[0] : -1),
    onPlace: openPlace,
  });

  function reveal() {
    const { selection } = store.get();
    if (!selection) return;
    if (isPhone()) byId('title').closest('header').scrollIntoView();
    stage.reveal(selection, card.box());
  }

  function linkNow() {
    const state = store.get();
    const at = openIndex(state);
    return {
      ...state,
      view: stage.view(),
      event: at >= 0 ? model.events[at].id : '',
      doc: state.doc === model.firstDoc ? '' : model.documents[state.doc].id,
    };
  }
  const address = createAddress(known, linkNow);

  function refilter(state) {
    const filters = { ...state, folded: fold(state.query) };
    const sifted = sift(model.events, filters);
    visible = sifted.visible;
    isVisible.fill(0);
    for (const { i } of visible) isVisible[i] = 1;
    stage.show(visible);
    legend.show(filters, sifted);
    filterPane.show(filters, sifted);
    timeline.show(filters, sifted.besides('date'));
    reader.tally(visible);
    const others = filtersSet({ ...filters, folded: '' });
    showNotice(model, { visible, query: state.query, others }, goBack);
    tabs.count('events', visible.length);
    tabs.count('filters', filtersSet(filters));
    tabs.count('unplaced', visible.filter((event) => event.reason).length);
    if (document.activeElement !== byId('search')) byId('search').value = state.query;
  }

  // From the notice on the map, which goes then, and the focus with it.
  function goBack(changes) {
    store.set(changes);
    byId('search').value = store.get().query;
    byId('search').focus();
  }

  // To a report and a place on the map that have what is searched for.
  function search(query) {
    store.set({ query });
    if (!query || !visible.length) return;
    const { doc } = store.get();
    if (!visible.some((event) => event.doc === doc)) store.set({ doc: visible[0].doc });
    stage.bringIntoSight();
  }

  function renameAll({ names, selection }) {
    rename(model, names);
    stage.rename();
    filterPane.rename();
    card.rename(selection);
  }

  function drawMap(state) {
    stage.draw(state);
    hints.refresh();
    outside.show(state.selection ? 0 : stage.outOfView());
  }

  function openIndex({ selection }) {
    return selection?.kind === 'events' ? selection.at : -1;
  }

  // The lists beside the map are made when they are looked at.
  function fillPane(state, isChanged) {
    const isNew = isChanged('tab', 'sort', 'isWide', 'names', ...FILTERS);
    const open = openIndex(state);
    if (state.tab === 'events') {
      if (isNew || (isChanged('selection') && !table.mark(open)))
        table.show(visible, { open, sort: state.sort, isWide: state.isWide });
      if (isNew) table.mark(open);
    }
    if (state.tab === 'unplaced' && isNew) {
      const unplaced = visible.filter((event) => event.reason);
      unplacedList.show(unplaced);
    }
  }

  function update(state, before) {
    const isChanged = (...names) => names.some((name) => state[name] !== before?.[name]);
    if (before ? isChanged('names') : state.names) renameAll(state);
    naming.show(state.names);
    if (isChanged(...FILTERS)) refilter(state);
    if (isChanged('tab')) tabs.show(state.tab);
    const isWide = state.isWide && state.tab === 'events';
    legend.yieldTo(isWide || Boolean(state.selection));
    if (isChanged('tab', 'isWide')) {
      document.body.classList.toggle('has-wide-table', isWide);
      if (before) map.invalidateSize({ animate: false });
    }
    if (isChanged('doc')) reader.show(state.doc);
    if (isChanged('selection')) card.show(state.selection);
    fillPane(state, isChanged);
    const open = state.selection?.kind === 'events' ? state.selection.events : [];
    const current = openIndex(state) >= 0 ? [openIndex(state)] : open;
    reader.mark((i) => isVisible[i] === 1, current);
    if (isChanged('selection', 'mentioned', 'names', ...FILTERS)) drawMap(state);
    if (isChanged('withoutTiles')) stage.wantTiles(!state.withoutTiles);
    if (before && isChanged('selection')) reveal();
    if (before && !state.selection) stage.comeBack('card');
    if (before?.query && !state.query) stage.comeBack('search');
    address.writeSoon();
  }

  function follow(link) {
    const i = model.eventById(link.event);
    const { view, event, ...state } = link;
    store.set({ ...state, doc: i >= 0 ? model.events[i].doc : state.doc, selection: null });
    if (view) stage.setView(view);
    if (event && i >= 0) openEvent(i);
  }

  // In another language the legend may lie at the other side: a map that nobody has moved
  // is fitted anew.
  createLanguages(model.languages, (ui) => {
    store.set({ ui });
    address.writeLast(stage.isFitted() ? { view: null } : {});
    location.reload();
  });
  showSubtitle(model);
  showSample(model);
  showRun(model.run);
  showTiles(model.tiles);
  tabs.count('names', showNames(model, openPlace));
  wireHeader({ onQuery: search, onTheme: stage.restyle });
  createDownloads(model, { visible: () => visible, picture: stage.picture });
  wirePrint(map, stage, {
    model,
    ordered: () => sorted(visible, columns, store.get().sort),
    stateOf: store.get,
  });
  map.getContainer().setAttribute('role', 'region');
  map.getContainer().setAttribute('aria-label', t('map.label'));
  document.addEventListener('keydown', (press) => {
    if (press.key === 'Escape' && store.get().selection && !byId('about').open) close();
  });
  // What has been written around it may have taken room from the map.
  map.invalidateSize({ animate: false });
  update(store.get(), null);
  store.subscribe(update);
  map.on('moveend', () => {
    drawMap(store.get());
    address.writeSoon();
  });
  if (linked.view || linked.event) {
    follow(linked);
  } else {
    if (filtersSet({ ...linked, folded: linked.query }) || stage.hasHidden()) stage.refit();
    if (legend.foldOver(stage.symbols())) stage.refit();
  }
  addEventListener('hashchange', () => follow(readHash(location.hash, known)));
}
