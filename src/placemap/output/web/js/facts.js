// What is known of an event and its places, as rows of a card.

import { bdi, el, webLink } from './dom.js';
import { dayOf, whenOf } from './dates.js';
import { kilometres } from './geometry.js';
import { statusesOn } from './names.js';
import { figure, hasWords, language, languageOf, listed, regionOf, t } from './strings.js';

const GAZETTEERS = {
  geonames: (key) => `https://www.geonames.org/${key}`,
  wikidata: (key) => `https://www.wikidata.org/wiki/${key}`,
};

// A row of the list of facts; nothing when there is nothing to say.
function fact(name, ...values) {
  const said = values.flat().filter((value) => value !== null && value !== '');
  return said.length ? [el('dt', {}, name), el('dd', {}, said)] : [];
}

function gazetteerId(id) {
  const [source, key] = id.split(/:(.*)/s);
  const isKnown = Object.hasOwn(GAZETTEERS, source) && /^Q?\d+$/.test(key ?? '');
  return (isKnown && webLink(GAZETTEERS[source](key), id)) || bdi(id);
}

function plainPercent(score) {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(score);
}

function scoreBar(score) {
  return el(
    'span',
    { class: 'score' },
    el('meter', { min: 0, max: 1, value: score, 'aria-hidden': 'true' }),
    plainPercent(score),
  );
}

// From when to when; an open end says so.
function period(start, end) {
  if (start && end) return `${start}–${end}`;
  if (start) return t('card.since', { day: start });
  return end ? t('card.until', { day: end }) : '';
}

function nameLine({ text, lang, kind, usedBy, start, end, inText }) {
  const notes = [
    lang && languageOf(lang),
    kind && t(`name.${kind}`),
    inText ? t('card.intext') : '',
    usedBy ? t('card.usedby', { who: usedBy }) : '',
    period(start, end),
  ];
  return el(
    'li',
    {},
    bdi(text, { class: 'name', lang: lang || null }),
    el('span', { class: 'note' }, bdi(notes.filter(Boolean).join(' · '))),
  );
}

function statusLine({ view, country, start, end }) {
  const when = period(start, end);
  return el(
    'li',
    {},
    bdi(`${regionOf(view)}: ${regionOf(country)}`),
    when ? el('span', { class: 'note' }, bdi(when)) : null,
  );
}

function candidateLine({ id, name, admin1, country, score }) {
  const where = listed([admin1, country].filter(Boolean));
  const notes = [where, score === undefined ? '' : plainPercent(score)]
    .filter(Boolean)
    .join(' · ');
  return el(
    'li',
    {},
    bdi(name, { class: 'name' }),
    el('span', { class: 'note' }, bdi(notes), ' ', gazetteerId(id)),
  );
}

function bulleted(items) {
  return items.length ? el('ul', { class: 'plain' }, items) : null;
}

// Not said of disputed places: whose they are is told by the views on them.
function countryOf(place) {
  if (!place.country || place.isCountry || place.disputed) return '';
  return regionOf(place.country);
}

// What is known of a place apart from any event.
// `day` is when whose a disputed place is matters; '' where that is unknown.
export function placeFacts(place, id, toponym, day = '') {
  return [
    place ? entryFacts(place, day) : [],
    fact(t('card.gazetteer'), id ? gazetteerId(id) : ''),
    toponym ? decisionFacts(toponym) : [],
  ].flat();
}

// Whose a place is by which view, and on which day.
function disputedFacts(place, day) {
  const statuses = statusesOn(place, day);
  return [
    el('p', { class: 'disputed' }, t('card.disputed.plain')),
    statuses.length
      ? el('p', { class: 'note' }, day ? t('card.disputed.on', { day: dayOf(day) }) : '')
      : null,
    bulleted(statuses.map(statusLine)),
  ];
}

function entryFacts(place, day) {
  const kind = place.isCountry ? 'kind.country' : `kind.${(place.kind ?? '').slice(0, 1)}`;
  const within = [place.admin2, place.admin1, countryOf(place)].filter(Boolean);
  return [
    fact(t('place.kind'), hasWords(kind) ? t(kind) : ''),
    fact(t('place.in'), within.length ? bdi(listed(within)) : ''),
    fact(t('card.names'), bulleted(place.names.map(nameLine))),
    fact(t('card.disputed'), place.disputed ? disputedFacts(place, day) : []),
  ].flat();
}

function decisionFacts({ candidates = [], reason }) {
  return [
    fact(t('card.candidates'), bulleted(candidates.map(candidateLine))),
    fact(t('place.reason'), reason ? bdi(reason) : ''),
  ].flat();
}

function people(n) {
  return n === undefined ? '?' : figure(n);
}

function numberFact(key, count) {
  if (!count) return [];
  const { best, low, high, claimant } = count;
  const range =
    low !== undefined || high !== undefined ? ` (${people(low)}–${people(high)})` : '';
  return fact(
    t(`card.${key}`),
    `${people(best)}${range}`,
    claimant ? el('span', { class: 'note' }, bdi(t('card.said', { who: claimant }))) : null,
  );
}

// The name in use; then what each side calls the place or, where no side is known, the
// gazetteer. The name in use may be several, with slashes between them.
export function placeTitle(name, place) {
  const inUse = name.toLowerCase().split(' / ');
  const others = (place?.sides ?? [])
    .filter(([other]) => !inUse.includes(other.toLowerCase()))
    .map(([other, who]) => t('card.side', { name: other, who }));
  if (!place?.sides && place && place.name !== name) others.push(place.name);
  return others.length
    ? [bdi(name), ' ', bdi(others.join(' · '), { class: 'note' })]
    : [bdi(name)];
}

export function placeOfEvent(model, event, eventPlace, isOnly) {
  const { prec, uncertainty, relation, inferred, place: id } = eventPlace;
  const place = model.places[id];
  const document = model.documentOf(event);
  const toponym = document.toponyms[eventPlace.toponym];
  const words = [
    relation !== 'at' && relation !== 'in' ? t(`relation.${relation}`) : '',
    t(`prec.${prec}`),
    uncertainty && prec !== 6
      ? t('card.uncertainty', { distance: kilometres(uncertainty, language()) })
      : '',
    inferred ? t('card.inferred') : '',
  ];
  const name = model.nameOfEventPlace(eventPlace);
  return el(
    'section',
    { class: isOnly ? null : 'event-place' },
    isOnly ? null : el('h3', {}, placeTitle(name, place)),
    el(
      'dl',
      { class: 'facts' },
      fact(t('card.where'), words.filter(Boolean).join(' · ')),
      placeFacts(place, id, toponym, event.start),
    ),
  );
}

export function eventFacts(event) {
  const precision = event.datePrec ? t(`date.${event.datePrec}`) : '';
  const when = event.start || event.edtf ? whenOf(event) : t('card.undated');
  const dateNotes = [precision, event.edtf ? `${t('edtf')} ${event.edtf}` : '']
    .filter(Boolean)
    .join(' · ');
  return el(
    'dl',
    { class: 'facts' },
    fact(
      t('card.when'),
      when,
      dateNotes ? el('span', { class: 'note' }, bdi(dateNotes)) : null,
    ),
    fact(
      t('card.status'),
      t(`status.${event.status}`),
      event.claimant
        ? el('span', { class: 'note' }, bdi(t('card.by', { who: event.claimant })))
        : null,
    ),
    fact(t('card.who'), event.actors.length ? bdi(listed(event.actors)) : ''),
    fact(t('card.towhom'), event.recipients.length ? bdi(listed(event.recipients)) : ''),
    numberFact('deaths', event.deaths),
    numberFact('injured', event.injured),
    numberFact('displaced', event.displaced),
    numberFact('detained', event.detained),
  );
}

export function decisions(event) {
  const codes = [
    event.type,
    event.mode,
    event.acled,
    event.cameo && `CAMEO ${event.cameo}`,
    event.quad,
  ];
  const why = Object.entries(event.why).map(([part, rule]) => fact(part, bdi(rule)));
  return el(
    'details',
    { class: 'why' },
    el('summary', {}, t('card.why')),
    el(
      'dl',
      { class: 'facts' },
      fact(t('card.score'), scoreBar(event.score)),
      fact(t('card.codes'), bdi(codes.filter(Boolean).join(' · '))),
      ...why,
    ),
  );
}
