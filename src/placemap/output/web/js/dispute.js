// Whose a disputed place is, in sentences: by the views in force on a day, then the others.

import { called } from './articles.js';
import { dayOf, partOf } from './dates.js';
import { bdi, el } from './dom.js';
import { statusesOn } from './names.js';
import { language, listed, regionOf, t } from './strings.js';

const CODE = /\b[A-Z]{2}\b/g;
// "Republic of Artsakh and AZ", but not "North and East Syria".
const AND = / and (?=[A-Z]{2}(?: \(|$))|(?<=^[A-Z]{2}) and /;
// A name, and what may stand behind it in brackets.
const NAMED = /^(?:the )?(\p{Lu}[^()]*?)(?: \((.+)\))?$/u;
const OCCUPIED = /^occupied by (.+)$/;
const BETWEEN = /^(disputed|divided) between (.+?) and (\S+)$/;
const AS_SAID = {
  'disputed territory': 'dispute.territory',
  'non-self-governing territory': 'dispute.nonself',
};

// From when to when; an open end says so.
export function period(...ends) {
  const [start, end] = ends.map((edtf) => edtf && (partOf(edtf) || edtf));
  if (start && end) return `${start} – ${end}`;
  if (start) return t('card.since', { day: start });
  return end ? t('card.until', { day: end }) : '';
}

function allOf(names) {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names);
}

function withNames(text) {
  return text.replace(CODE, (code) => called(regionOf(code)));
}

function namedParty(text) {
  const [, name, note = ''] = NAMED.exec(text) ?? [];
  if (!name) return null;
  const [, occupier] = OCCUPIED.exec(note) ?? [];
  const who = called(regionOf(name));
  if (occupier) return t('dispute.occupied', { who, by: called(regionOf(occupier)) });
  return note ? `${who} (${withNames(note)})` : who;
}

// Those a place is said to belong to, by name; '' where anything else is said of it.
export function partiesIn(text) {
  const named = text.split(AND).map(namedParty);
  return named.every(Boolean) ? allOf(named) : '';
}

function otherwise(text) {
  const [, how, one, other] = BETWEEN.exec(text) ?? [];
  if (how)
    return t(`dispute.${how}`, {
      who: allOf([one, other].map((name) => called(regionOf(name)))),
    });
  return Object.hasOwn(AS_SAID, text) ? t(AS_SAID[text]) : withNames(text);
}

// What one view says, as a sentence without its stop.
export function viewInWords({ view, country }) {
  const who = partiesIn(country);
  if (view === 'de facto') {
    if (who) return t('dispute.control', { who });
    return t('dispute.controlled', { what: otherwise(country) });
  }
  const by = regionOf(view);
  if (!who) return t('dispute.view', { view: by, what: otherwise(country) });
  return country.split(' (')[0] === view
    ? t('dispute.own', { view: by })
    : t('dispute.other', { view: by, who });
}

function viewLine(status) {
  const told = [viewInWords(status), period(status.start, status.end)].filter(Boolean);
  return el('li', {}, bdi(listed(told)));
}

function views(statuses) {
  return el('ul', { class: 'plain' }, statuses.map(viewLine));
}

// What a place is disputed as: by itself, or as part of an area that is.
function disputedAs({ disputed, statuses = [], within }) {
  if (disputed) return [t('card.disputed.plain'), statuses];
  if (!within) return null;
  return [t('card.disputed.within', { area: areaName(within) }), within.statuses];
}

function areaName({ iso, names }) {
  return iso ? called(regionOf(iso)) : (names[language()] ?? names.en);
}

// `day` is when it matters; '' where that is unknown: then what holds until today is told.
export function disputeOf(place, day = '') {
  const [heading, statuses] = (place && disputedAs(place)) ?? [];
  if (!heading) return null;
  const now = day ? statusesOn({ statuses }, day) : statuses.filter(({ end }) => !end);
  const others = statuses.filter((status) => !now.includes(status));
  const isDated = day && now.length > 0;
  return el(
    'section',
    { class: 'dispute' },
    el('p', { class: 'disputed' }, heading),
    isDated ? el('p', { class: 'note' }, t('card.disputed.on', { day: dayOf(day) })) : null,
    now.length ? views(now) : null,
    others.length
      ? el('details', {}, el('summary', {}, t('card.disputed.others')), views(others))
      : null,
  );
}
