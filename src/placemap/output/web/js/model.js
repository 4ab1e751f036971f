// The page's data, indexed for use. Nothing here touches the document.

import { fold } from './fold.js';
import { nameGroups, nameUnder } from './names.js';
import { mentionedPlaces } from './places.js';
import { sentenceOf } from './segments.js';
import { hasWords, t } from './strings.js';
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

// Who says so where nobody is named: the report in its own voice, or a source it keeps back.
export const THE_REPORT = '';
export const UNNAMED = '?';

const UNKNOWN_TYPE = { label: '?', colour: '#6b7280', shape: 'circle' };

// Events that share a place and position share a marker: they are one group. So do places
// that make one line, as what lies between two towns.
function groupSites(data) {
  const groups = [];
  const index = new Map();
  data.sites.forEach((site, i) => {
    const place = site.kind === 'line' ? 'line' : site.place;
    const key = `${place}|${site.lon}|${site.lat}|${site.kind === 'country'}`;
    if (!index.has(key)) {
      index.set(key, groups.length);
      groups.push({
        i: groups.length,
        lon: site.lon,
        lat: site.lat,
        name: '',
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
  nameGroups(groups, data.sites);
  return groups;
}

const EVENT_DEFAULTS = {
  claimant: '',
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
  headline: null,
  opening: '',
  file: '',
  lang: '',
  published: '',
  toponyms: [],
  aliases: [],
};

// What a report is called: its title, or the headline in its text, or the file it came from,
// or else how it begins. `headline` is a pair of offsets.
export function headingOf({ title, headline, text, file, opening }) {
  const own = title || (headline && text.slice(...headline));
  return own || file || opening || t('document.untitled');
}

// Where a report comes from, unless it is called by it.
export function originOf({ title, headline, source, file }) {
  return source || (title || headline ? file : '');
}

// Where the text goes on below the headline, which stands above it.
export function bodyStart({ headline }) {
  return headline ? headline[1] : 0;
}

// The payload leaves out what is empty; here it is put back, once for all.
function fillIn(data) {
  const Told = toldWith(data);
  data.events = data.events.map((event, i) => new Told(event, i));
  for (const event of data.events) {
    event.why = data.whys[event.why] ?? {};
    for (const place of event.places) place.relation ??= 'at';
  }
  data.documents = data.documents.map((document) => ({
    ...DOCUMENT_DEFAULTS,
    ...document,
  }));
  for (const { toponyms } of data.documents) {
    for (const toponym of toponyms) {
      toponym.form ??= 'name';
      toponym.role ??= 'literal';
      toponym.reason = data.reasons[toponym.reason] ?? '';
    }
  }
  // An id may be any text, 'constructor' too: only what is there may be found.
  data.places = Object.assign(Object.create(null), data.places);
  for (const place of Object.values(data.places)) {
    place.names ??= [];
    place.called ??= {};
  }
}

// Events as the page has them: complete, and with what a search looks through, which is
// put together when one first searches.
function toldWith(data) {
  return class {
    #words = null;

    constructor(event, i) {
      Object.assign(this, EVENT_DEFAULTS, event, { i });
    }

    get words() {
      return (this.#words ??= haystack(this, data));
    }
  };
}

// The publisher is never the one who claims what the report only passes on.
function voiceWithoutName({ status }) {
  return ['attributed', 'denied'].includes(status) ? UNNAMED : THE_REPORT;
}

export function voiceName(voice) {
  if (voice === THE_REPORT) return t('voice.report');
  return voice === UNNAMED ? t('voice.unnamed') : voice;
}

// What the filters ask of an event: who says so, where, how exactly, and from when to when.
function addKeys(event) {
  event.voice = event.claimant || voiceWithoutName(event);
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
    const names = place ? place.names.map((n) => n.text) : [];
    return [site, p.place, place?.name, place?.admin1, ...names];
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

// The first and the last day of some dated events, '' where there are none.
export function endsOf(events, lastOf = ({ last }) => last) {
  let [first, last] = ['', ''];
  for (const event of events) {
    const end = lastOf(event);
    if (!first || event.start < first) first = event.start;
    if (end > last) last = end;
  }
  return [first, last];
}

export function createModel(data) {
  // Files have the English label, whatever language the page speaks.
  for (const type of data.types) {
    type.name = type.label;
    if (hasWords(`type.${type.code}`)) type.label = t(`type.${type.code}`);
  }
  const types = new Map(data.types.map((type) => [type.code, type]));
  fillIn(data);
  for (const event of data.events) addKeys(event);
  const groups = groupSites(data);
  const ids = new Map();
  for (const event of data.events) if (!ids.has(event.id)) ids.set(event.id, event.i);
  const [firstDay, lastDay] = endsOf(data.events.filter(({ start }) => start));
  const siteOf = new Map(data.sites.map((site) => [site.place, site]));
  const nameInUse = (id) => nameUnder(data.places, id, model.naming, data.places[id]?.name);
  const placeName = (id) => siteOf.get(id)?.name ?? nameInUse(id) ?? id;
  const nameOfEventPlace = (p) =>
    'site' in p ? data.sites[p.site].name : (nameInUse(p.place) ?? p.place);
  // A report with something on the map is the one to open first.
  const firstDoc = data.events.find((event) => event.groups.length)?.doc ?? 0;
  const model = {
    ...data,
    naming: '',
    groups,
    firstDoc,
    firstDay,
    lastDay,
    typeOf: (event) => types.get(event.type) ?? UNKNOWN_TYPE,
    eventById: (id) => ids.get(id) ?? -1,
    documentOf: (event) => data.documents[event.doc],
    placeName,
    placeNames: (event) => [...new Set(event.places.map(nameOfEventPlace))],
    nameOfEventPlace,
  };
  model.mentioned = mentionedPlaces(model);
  return model;
}
