// How exactly a place is meant, in words.

import { kilometres } from './geometry.js';
import { language, t } from './strings.js';

const AT_THE_PLACE = 1;
const NEAR_IT = 2;
const SOMEWHERE = 5;
const COUNTRY_LEVEL = 6;

// What reaches no farther than about a kilometre is an exact place; a town is not.
export function isSpot(metres) {
  return Math.round(metres / 1000) <= 1;
}

function isTown(place) {
  return Boolean(place?.kind?.startsWith('P'));
}

// In whole kilometres: more would be pretended.
function distanceIn(metres) {
  const rounded = isSpot(metres) ? metres : Math.round(metres / 1000) * 1000;
  return kilometres(rounded, language());
}

// The words for how a place is known, whatever the distance.
function wordsFor(prec, uncertainty, place) {
  if (prec !== AT_THE_PLACE || !uncertainty || isSpot(uncertainty)) return `prec.${prec}`;
  return isTown(place) ? 'prec.town' : 'prec.named';
}

// "province or region (first-level division), within about 75 km". Of a country no distance
// is told, nor of a line that only joins two places; of a spot only how large it is.
export function exactnessOf(model, { prec, uncertainty, place, site }) {
  if (model.sites[site]?.straight) return t('prec.between');
  const key = wordsFor(prec, uncertainty, model.places[place]);
  if (!uncertainty || prec === COUNTRY_LEVEL) return t(key);
  const distance = distanceIn(uncertainty);
  if (prec === SOMEWHERE) return t('prec.somewhere', { distance });
  const isExact = key === `prec.${AT_THE_PLACE}`;
  return t(isExact ? 'prec.within' : 'prec.about', { words: t(key), distance });
}

// The same where there is little room: "named town, ±9 km".
export function exactnessInShort(model, { prec, uncertainty, place, site }) {
  const isSmall = prec <= NEAR_IT && uncertainty && !isSpot(uncertainty);
  if (prec === SOMEWHERE || model.sites[site]?.straight)
    return exactnessOf(model, { prec, uncertainty, place, site });
  const words = t(wordsFor(prec, uncertainty, model.places[place]));
  const distance = isSmall ? distanceIn(uncertainty).replace(/\s/u, '\u00a0') : '';
  return isSmall ? t('prec.short', { words, distance }) : words;
}

// For an event: each kind of exactness once, of several places alike the least exact.
// `tell` puts it in words.
export function exactnessOfAll(model, { places }, tell = exactnessOf) {
  const widest = new Map();
  for (const place of places) {
    const { prec, uncertainty = 0, site } = place;
    const key = model.sites[site]?.straight
      ? 'prec.between'
      : wordsFor(prec, uncertainty, model.places[place.place]);
    if (uncertainty >= (widest.get(key)?.uncertainty ?? 0)) widest.set(key, place);
  }
  return [...widest.values()].map((place) => tell(model, place)).join(' · ');
}

// A filter has one value for all that are at a place, towns and spots alike.
export function precisionName(prec) {
  return t(prec === AT_THE_PLACE ? 'facet.prec.1' : `prec.${prec}`);
}
