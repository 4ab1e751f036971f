// The page's data, indexed for use. Nothing here touches the document.

import { fold } from './fold.js';
import { sentenceOf } from './segments.js';
import { lastDayOf, toDay } from './timescale.js';

export const STATUSES = [
  'asserted',
  'attributed',
  'future',
  'hypothetical',
  'historical',
  'denied',
];

// Where UCDP's codes from 1 to 7 tell how exactly a place is known.
export const NO_PLACE = 0;

const UNKNOWN_TYPE = { label: '?', colour: '#6b7280', shape: 'circle' };

// Events that share a place and position share a marker: they are one group.
function groupSites(data) {
  const groups = [];
  const index = new Map();
  data.sites.forEach((site, i) => {
    const key = `${site.place}|${site.lon}|${site.lat}|${site.kind === 'country'}`;
    if (!index.has(key)) {
      index.set(key, groups.length);
      groups.push({
        i: groups.length,
        lon: site.lon,
        lat: site.lat,
        name: site.name,
        sites: [],
        events: [],
      });
    }
    const group = groups[index.get(key)];
    group.sites.push(i);
    site.group = group.i;
  });
  for (const event of data.events) {
    const seen = new Set(
      event.places.filter((p) => 'site' in p).map((p) => data.sites[p.site].group),
    );
    event.groups = [...seen];
    for (const i of seen) groups[i].events.push(event.i);
  }
  for (const group of groups) {
    const kinds = group.sites.map((i) => data.sites[i].kind);
    group.isPoint = kinds.includes('point');
    group.isCountry = kinds[0] === 'country';
  }
  return groups;
}

const EVENT_DEFAULTS = {
  claimant: '',
  why: {},
  places: [],
  mentions: [],
  actors: [],
  recipients: [],
};
const DOCUMENT_DEFAULTS = {
  text: '',
  title: '',
  source: '',
  url: '',
  lang: '',
  published: '',
  toponyms: [],
  aliases: [],
};

// The payload leaves out what is empty; here it is put back, once for all.
function fillIn(data) {
  data.events = data.events.map((event, i) => ({ ...EVENT_DEFAULTS, ...event, i }));
  data.documents = data.documents.map((document) => ({
    ...DOCUMENT_DEFAULTS,
    ...document,
  }));
  // An id may be any text, 'constructor' too: only what is there may be found.
  data.places = Object.assign(Object.create(null), data.places);
  for (const place of Object.values(data.places)) place.names ??= [];
}

// What a search looks through, put together when one first searches.
function addWords(events, data) {
  for (const event of events) {
    let words = null;
    Object.defineProperty(event, 'words', {
      get: () => (words ??= haystack(event, data)),
    });
  }
}

// What the filters ask of an event: who says so, where, how exactly, and from when to when.
function addKeys(event, data) {
  event.voice = event.claimant || data.documents[event.doc].source;
  event.placeIds = [...new Set(event.places.map(({ place }) => place))];
  event.precs = [...new Set(event.places.map(({ prec }) => prec))];
  if (!event.places.length) event.precs = [NO_PLACE];
  if (!event.start) return;
  event.last = lastDayOf(event);
  event.days = [toDay(event.start), toDay(event.last)];
}

function haystack(event, data) {
  const { text, title, source } = data.documents[event.doc];
  const [from, to] = sentenceOf(event, text);
  const places = event.places.flatMap((p) => {
    const place = data.places[p.place];
    const site = 'site' in p ? data.sites[p.site].name : '';
    return [site, p.place, place?.name, place?.admin1, ...place?.names.map((n) => n.text)];
  });
  const parts = [
    ...places,
    text.slice(from, to),
    title,
    source,
    event.claimant,
    ...event.actors,
    ...event.recipients,
  ];
  return fold(parts.filter(Boolean).join(' \n '));
}

export function createModel(data) {
  const types = new Map(data.types.map((type) => [type.code, type]));
  fillIn(data);
  for (const event of data.events) addKeys(event, data);
  addWords(data.events, data);
  const groups = groupSites(data);
  const ids = new Map();
  for (const event of data.events) if (!ids.has(event.id)) ids.set(event.id, event.i);
  const days = data.events
    .flatMap(({ start, last }) => (start ? [start, last] : []))
    .sort();
  const siteNames = new Map(data.sites.map(({ place, name }) => [place, name]));
  const placeName = (id) => siteNames.get(id) ?? data.places[id]?.name ?? id;
  // A report with something on the map is the one to open first.
  const firstDoc = data.events.find((event) => event.groups.length)?.doc ?? 0;
  return {
    ...data,
    groups,
    firstDoc,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
    typeOf: (event) => types.get(event.type) ?? UNKNOWN_TYPE,
    eventById: (id) => ids.get(id) ?? -1,
    documentOf: (event) => data.documents[event.doc],
    placeName,
    placeNames: (event) => [
      ...new Set(
        event.places.map((p) =>
          'site' in p ? data.sites[p.site].name : (data.places[p.place]?.name ?? p.place),
        ),
      ),
    ],
  };
}
