// The visible events as a GeoJSON file, made in the page.

import { el } from './dom.js';
import { sentenceOf } from './segments.js';

const OF_EVENT = ['type', 'mode', 'acled', 'status', 'claimant', 'edtf', 'start', 'end'];

// What the page leaves out because it says nothing is null in a file.
function orNull(value) {
  return value === undefined || value === '' ? null : value;
}

// A country is no position: such an event has no geometry, as the RFC allows.
function geometryOf(site) {
  if (!site || site.kind === 'country') return null;
  return site.geometry ?? { type: 'Point', coordinates: [site.lon, site.lat] };
}

function whereProperties(model, place) {
  const site = model.sites[place?.site];
  return {
    place: orNull(site?.name ?? model.places[place?.place]?.name),
    place_id: orNull(place?.place),
    where_prec: orNull(place?.prec),
    uncertainty_m: orNull(place?.uncertainty),
  };
}

function toFeature(model, event, place, n) {
  const { text, title, url } = model.documentOf(event);
  const about = OF_EVENT.map((name) => [name, orNull(event[name])]);
  return {
    type: 'Feature',
    id: n ? `${event.id}-${n}` : event.id,
    geometry: geometryOf(model.sites[place?.site]),
    properties: {
      event: event.id,
      ...Object.fromEntries(about),
      ...whereProperties(model, place),
      sentence: text.slice(...sentenceOf(event, text)),
      document: orNull(title),
      url: orNull(url),
    },
  };
}

// One feature for each place of each event, one without geometry where it has none.
export function toGeoJson(model, events) {
  const features = events.flatMap((event) =>
    (event.places.length ? event.places : [null]).map((place, n) =>
      toFeature(model, event, place, n),
    ),
  );
  const { version, gazetteer, gazetteerSha256, labels, attribution } = model.run;
  const placemap = { version, gazetteer, gazetteer_sha256: gazetteerSha256, labels };
  return { type: 'FeatureCollection', placemap, attribution, features };
}

export function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
