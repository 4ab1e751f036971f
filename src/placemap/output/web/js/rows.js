// The visible events as rows of a file, in the columns that `placemap export` writes too.

import { sentenceOf } from './segments.js';

// What the page leaves out because it says nothing is null in a file.
function orNull(value) {
  return value === undefined || value === '' ? null : value;
}

function aboutDocument({ id, title, source, url, published }) {
  return {
    document_id: orNull(id),
    document_title: orNull(title),
    document_source: orNull(source),
    document_url: orNull(url),
    published: orNull(published),
  };
}

function aboutEvent(event, label, text) {
  return {
    type: event.type,
    type_label: label,
    mode: orNull(event.mode),
    acled: orNull(event.acled),
    cameo: orNull(event.cameo),
    quad: orNull(event.quad),
    status: event.status,
    claimant: orNull(event.claimant),
    trigger: text.slice(...event.trigger),
    sentence: text.slice(...sentenceOf(event, text)),
    start_date: orNull(event.start),
    end_date: orNull(event.end),
    edtf: orNull(event.edtf),
    date_prec: orNull(event.datePrec),
  };
}

function aboutPlace(model, place) {
  const site = model.sites[place?.site];
  const entry = model.places[place?.place];
  return {
    place_id: orNull(place?.place),
    place_name: orNull(site?.name ?? entry?.name),
    gazetteer_name: orNull(entry?.name),
    country: orNull(entry?.country),
    admin1: orNull(entry?.admin1),
    disputed: entry ? entry.disputed === true : null,
    relation: orNull(place?.relation),
    where_prec: orNull(place?.prec),
    uncertainty_m: orNull(place?.uncertainty),
    lon: orNull(site?.lon),
    lat: orNull(site?.lat),
  };
}

function aboutPeople({ actors, recipients, deaths, injured, displaced, detained, score }) {
  return {
    actors: actors.length ? actors : null,
    recipients: recipients.length ? recipients : null,
    deaths_best: orNull(deaths?.best),
    deaths_low: orNull(deaths?.low),
    deaths_high: orNull(deaths?.high),
    deaths_claimant: orNull(deaths?.claimant),
    injured: orNull(injured?.best),
    displaced: orNull(displaced?.best),
    detained: orNull(detained?.best),
    score,
  };
}

// A country is no position: such an event has no geometry, as RFC 7946 allows.
function geometryOf(site) {
  if (!site || site.kind === 'country') return null;
  return site.geometry ?? { type: 'Point', coordinates: [site.lon, site.lat] };
}

// A row for each place of each event, one without geometry where it has none.
export function rowsOf(model, events) {
  return events.flatMap((event) => {
    const document = model.documentOf(event);
    const about = aboutEvent(event, model.typeOf(event).name, document.text);
    const places = event.places.length ? event.places : [null];
    return places.map((place, n) => ({
      id: n ? `${event.id}-${n}` : event.id,
      geometry: geometryOf(model.sites[place?.site]),
      properties: {
        event_id: event.id,
        ...aboutDocument(document),
        ...about,
        ...aboutPlace(model, place),
        ...aboutPeople(event),
      },
    }));
  });
}

function madeBy({ run, naming }) {
  const { version, gazetteer, gazetteerSha256, labels } = run;
  return {
    placemap_version: version,
    gazetteer,
    gazetteer_sha256: gazetteerSha256,
    labels: naming || labels,
  };
}

export function toGeoJson(model, events) {
  const features = rowsOf(model, events).map((row) => ({ type: 'Feature', ...row }));
  const { attribution } = model.run;
  const placemap = madeBy(model);
  return { type: 'FeatureCollection', placemap, attribution, features };
}

// What makes a spreadsheet take a text for a formula, full-width forms included.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

// Numbers as they are; a text that would be run gets an apostrophe before it.
function toCell(value) {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string' && !Array.isArray(value)) return String(value);
  const text = Array.isArray(value) ? JSON.stringify(value) : value;
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

// As RFC 4180 says. Some spreadsheets take a file for UTF-8 only after the mark `isMarked`
// puts before it.
export function toCsv(model, events, { isMarked }) {
  const { attribution = [] } = model.run;
  const more = { ...madeBy(model), attribution: attribution.join('; ') };
  const rows = rowsOf(model, events).map(({ id, properties }) => ({
    id,
    ...properties,
    ...more,
  }));
  const names = rows.length ? Object.keys(rows[0]) : ['id'];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  const text = lines.map((line) => `${line.map(toCell).join(',')}\r\n`).join('');
  return (isMarked ? '\ufeff' : '') + text;
}
