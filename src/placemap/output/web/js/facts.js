// What is known of an event and its places, as rows of a card.

import { called } from './articles.js';
import { bdi, el, webLink } from './dom.js';
import { whenOf } from './dates.js';
import { disputeOf, period } from './dispute.js';
import { COUNTS, countSaid, midLine } from './counts.js';
import { exactnessOf } from './exactness.js';
import { sidesOf } from './names.js';
import { hasWords, language, languageOf, listed, regionOf, t, tn } from './strings.js';
import { inWords } from './wording.js';

const GAZETTEERS = {
  geonames: (key) => `https://www.geonames.org/${key}`,
  wikidata: (key) => `https://www.wikidata.org/wiki/${key}`,
};

// From here on confidence is called high, below half of it low.
const SURE = 0.8;
// Less would be told as 0 %.
const LEAST_LIKELY = 0.005;

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
  const level = score < SURE / 2 ? 'low' : score < SURE ? 'medium' : 'high';
  return el(
    'span',
    { class: 'score' },
    el('meter', { min: 0, max: 1, value: score, 'aria-hidden': 'true' }),
    `${t(`score.${level}`)} (${plainPercent(score)})`,
  );
}

function nameLine({ text, lang, kind, usedBy, start, end, inText }) {
  const notes = [
    lang && languageOf(lang),
    kind && t(`name.${kind}`),
    inText ? t('card.intext') : '',
    usedBy ? t('card.usedby', { who: called(usedBy) }) : '',
    period(start, end),
  ];
  return el(
    'li',
    {},
    bdi(text, { class: 'name', lang: lang || null }),
    el('span', { class: 'note' }, bdi(notes.filter(Boolean).join(' · '))),
  );
}

function candidateLine({ id, name, admin1, country, score }) {
  const where = listed([admin1, country && regionOf(country)].filter(Boolean));
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
  if (!place.country || place.isCountry || place.disputed || place.within) return '';
  return regionOf(place.country);
}

// What is known of a place apart from any event.
export function placeFacts(place, id, toponym) {
  return [
    place ? entryFacts(place) : [],
    fact(t('card.gazetteer'), id ? gazetteerId(id) : ''),
    toponym ? decisionFacts(toponym) : [],
  ].flat();
}

function entryFacts(place) {
  const kind = place.isCountry ? 'kind.country' : `kind.${(place.kind ?? '').slice(0, 1)}`;
  const within = [place.admin2, place.admin1, countryOf(place)].filter(Boolean);
  return [
    fact(t('place.kind'), hasWords(kind) ? t(kind) : ''),
    fact(t('place.in'), within.length ? bdi(listed(within)) : ''),
    fact(t('card.names'), bulleted(place.names.map(nameLine))),
  ].flat();
}

function decisionFacts({ candidates = [], reason }) {
  const likely = candidates.filter(({ score = 1 }) => score >= LEAST_LIKELY);
  return [
    fact(t('card.candidates'), bulleted(likely.map(candidateLine))),
    fact(t('place.reason'), reason ? inWords(reason) : ''),
  ].flat();
}

function numberFact(key, count, text) {
  return count ? fact(t(`card.${key}`), bdi(countSaid(count, text))) : [];
}

// The name in use; then what each side calls the place or, where no side is known, the
// gazetteer.
export function placeTitle(name, place) {
  const others = sidesOf(name, place);
  if (!place?.sides && place && place.name !== name) others.push(place.name);
  return others.length
    ? [bdi(name), ' ', bdi(others.join(' · '), { class: 'note' })]
    : [bdi(name)];
}

export function placeOfEvent(model, event, eventPlace, isOnly) {
  const { relation, inferred, place: id, site } = eventPlace;
  const isTold = !['at', 'in'].includes(relation) && !model.sites[site]?.straight;
  const place = model.places[id];
  const document = model.documentOf(event);
  const toponym = document.toponyms[eventPlace.toponym];
  const words = [
    isTold ? t(`relation.${relation}`) : '',
    exactnessOf(model, eventPlace),
    inferred ? t('card.inferred') : '',
  ];
  const name = model.nameOfEventPlace(eventPlace);
  return el(
    'section',
    { class: isOnly ? null : 'event-place' },
    isOnly ? null : el('h3', {}, placeTitle(name, place)),
    isOnly ? null : disputeOf(place, event.start || document.published),
    el(
      'dl',
      { class: 'facts' },
      fact(t('card.where'), words.filter(Boolean).join(' · ')),
      placeFacts(place, id, toponym),
    ),
  );
}

// How exactly the day is known; a span of several years is not "within a year".
function datePrecision({ start, end, datePrec }) {
  if (!datePrec) return '';
  const years = start && end ? Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + 1 : 1;
  return datePrec === 5 && years > 1 ? tn('date.years', years) : t(`date.${datePrec}`);
}

export function eventFacts(event, text) {
  const precision = datePrecision(event);
  const when = event.start || event.edtf ? whenOf(event) : t('card.undated');
  return el(
    'dl',
    { class: 'facts' },
    fact(
      t('card.when'),
      when,
      precision ? el('span', { class: 'note' }, bdi(precision)) : null,
    ),
    fact(
      t('card.status'),
      t(`status.${event.status}`),
      event.claimant
        ? el(
            'span',
            { class: 'note' },
            bdi(t('card.by', { who: midLine(event.claimant, text) })),
          )
        : null,
    ),
    fact(t('card.who'), event.actors.length ? bdi(listed(event.actors)) : ''),
    fact(t('card.towhom'), event.recipients.length ? bdi(listed(event.recipients)) : ''),
    COUNTS.map((key) => numberFact(key, event[key], text)).flat(),
  );
}

// The part of an event that a decision was about, in words where there are any.
function partName(part) {
  const key = `why.${part.replaceAll(' ', '-')}`;
  return hasWords(key) ? t(key) : bdi(part, { lang: 'en', dir: 'ltr' });
}

export function decisions(event) {
  const codes = [
    event.type,
    event.mode,
    event.acled,
    event.cameo && `CAMEO ${event.cameo}`,
    event.quad,
    event.edtf && `${t('edtf')} ${event.edtf}`,
  ];
  const why = Object.entries(event.why).map(([part, rule]) =>
    fact(partName(part), inWords(rule)),
  );
  return el(
    'details',
    { class: 'why' },
    el('summary', {}, t('card.why')),
    el(
      'dl',
      { class: 'facts' },
      fact(t('card.score'), scoreBar(event.score)),
      fact(
        t('card.codes'),
        bdi(codes.filter(Boolean).join(' · '), { lang: 'en', dir: 'ltr' }),
      ),
      ...why,
    ),
  );
}
