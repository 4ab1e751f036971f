// The state of the page in the part of its address after #, and back.

import { NO_FILTERS } from './filters.js';
import { toDay, toIso } from './timescale.js';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
// The lists of values, and what they are called in the address.
const LISTS = {
  hiddenTypes: 'without',
  hiddenStatuses: 'not',
  voices: 'by',
  docs: 'in',
  places: 'at',
  precs: 'exact',
};

function finite(text, lowest, highest) {
  const number = text === undefined || text === null || text === '' ? NaN : Number(text);
  return Number.isFinite(number) ? Math.min(Math.max(number, lowest), highest) : null;
}

function readView(text) {
  const [zoom, lat, lon] = (text ?? '').split('/');
  const view = {
    zoom: finite(zoom, 0, 18),
    lat: finite(lat, -85, 85),
    lon: finite(lon, -540, 540),
  };
  return Object.values(view).includes(null) ? null : view;
}

// A day there is, not 31 February.
function isoDate(text) {
  const day = ISO_DATE.test(text ?? '') ? toDay(text) : NaN;
  return !Number.isNaN(day) && toIso(day) === text ? text : '';
}

function oneOf(text, known, otherwise) {
  return known.includes(text) ? text : otherwise;
}

// `known` has, for each list, a map from the words of the address to the values.
function readList(texts, known) {
  return [...new Set(texts.filter((text) => known.has(text)))].map((text) =>
    known.get(text),
  );
}

// Whatever the address holds, only values the page knows come out.
export function readHash(hash, known) {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const lists = Object.entries(LISTS).map(([name, key]) => [
    name,
    readList(params.getAll(key), known[name]),
  ]);
  return {
    ...NO_FILTERS,
    ...Object.fromEntries(lists),
    view: readView(params.get('map')),
    minScore: finite(params.get('score'), 0, 1) ?? 0,
    from: isoDate(params.get('from')),
    to: isoDate(params.get('to')),
    undated: oneOf(params.get('undated'), ['with', 'without'], ''),
    query: (params.get('q') ?? '').slice(0, 200),
    doc: known.docs.get(params.get('doc')) ?? known.firstDoc,
    event: params.get('event') ?? '',
    ui: oneOf(params.get('ui'), known.languages, ''),
    names: oneOf(params.get('names'), known.names, ''),
    mentioned: known.showsMentioned
      ? params.get('mentioned') !== '0'
      : params.get('mentioned') === '1',
    withoutTiles: params.get('tiles') === '0',
    tab: oneOf(params.get('tab'), known.tabs, known.tabs[0]),
    sort: oneOf(params.get('sort'), known.sorts, ''),
    isWide: params.get('wide') === '1',
  };
}

// `known` is as for reading. The first tab and report need no words.
export function writeHash(state, known) {
  const { view } = state;
  const params = new URLSearchParams();
  if (view) {
    const zoom = Number(view.zoom.toFixed(2));
    params.set('map', `${zoom}/${view.lat.toFixed(4)}/${view.lon.toFixed(4)}`);
  }
  for (const [name, key] of Object.entries(LISTS)) {
    if (!state[name].length) continue;
    const words = new Map([...known[name]].map(([word, value]) => [value, word]));
    for (const value of state[name]) params.append(key, words.get(value));
  }
  const plain = {
    score: state.minScore || '',
    from: state.from,
    to: state.to,
    undated: state.undated,
    q: state.query,
    doc: state.doc,
    event: state.event,
    ui: state.ui,
    names: state.names,
    mentioned:
      state.mentioned === Boolean(known.showsMentioned) ? '' : `${Number(state.mentioned)}`,
    tiles: state.withoutTiles ? '0' : '',
    tab: state.tab === known.tabs[0] ? '' : state.tab,
    sort: state.sort,
    wide: state.isWide ? '1' : '',
  };
  for (const [key, value] of Object.entries(plain)) if (value) params.set(key, value);
  return `#${params.toString().replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
}

// The address of one event, whatever its id is made of.
export function linkTo(event) {
  return `#${new URLSearchParams({ event: event.id })}`;
}
