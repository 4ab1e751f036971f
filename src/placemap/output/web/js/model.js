// The page's data, indexed for use. Nothing here touches the document.

import { fold } from './fold.js';
import { sentenceOf } from './segments.js';

export const STATUSES = [
  'asserted',
  'attributed',
  'future',
  'hypothetical',
  'historical',
  'denied',
];

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
  for (const event of data.events) event.words = haystack(event, data);
  const groups = groupSites(data);
  const ids = new Map();
  for (const event of data.events) if (!ids.has(event.id)) ids.set(event.id, event.i);
  const days = data.events
    .flatMap((e) => (e.start ? [e.start, e.end ?? e.start] : []))
    .sort();
  return {
    ...data,
    groups,
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
    typeOf: (event) => types.get(event.type) ?? UNKNOWN_TYPE,
    eventById: (id) => ids.get(id) ?? -1,
    documentOf: (event) => data.documents[event.doc],
    placeNames: (event) => [
      ...new Set(
        event.places.map((p) =>
          'site' in p ? data.sites[p.site].name : (data.places[p.place]?.name ?? p.place),
        ),
      ),
    ],
  };
}
