// One event as a sentence that can stand in a footnote.

import { COUNTS, countSaid } from './counts.js';
import { dayOf, whenOf } from './dates.js';
import { exactnessOf } from './exactness.js';
import { headingOf, originOf } from './model.js';
import { sidesOf } from './names.js';
import { linkTo } from './permalink.js';
import { sentenceOf } from './segments.js';
import { t } from './strings.js';
import { modeName } from './wording.js';

// Two lines, a credit for a caption and the whole: what was said, by whom, where it can be read; then what was made of it, and by what.
export function citationOf(model, event, address) {
  const document = model.documentOf(event);
  const { text, published, url } = document;
  const heading = headingOf(document);
  const quotes = [sentenceOf(event, text), ...(event.also ?? [])].map(
    (range) =>
      `“${text
        .slice(...range)
        .replace(/\s+/g, ' ')
        .trim()}”`,
  );
  const where = event.places.map((place) => placeCited(model, place));
  const counts = COUNTS.filter((key) => event[key]).map(
    (key) => `${t(`card.${key}`)}${t('colon')}${countSaid(event[key], text)}`,
  );
  const read = [
    kindOf(model, event),
    event.claimant
      ? `${t(`status.${event.status}`)} (${event.claimant})`
      : t(`status.${event.status}`),
    where.join(', ') || t('nowhere'),
    whenOf(event),
    ...counts,
  ];
  const { version, gazetteer, gazetteerSha256 = '' } = model.run;
  const made = [
    t('about.made', { version }),
    [gazetteer, gazetteerSha256.slice(0, 12)].filter(Boolean).join(' '),
    t('citation.event', { id: event.id }),
  ];
  const report = [
    heading,
    originOf(document),
    published ? dayOf(published) : t('document.undated'),
    url,
  ]
    .filter(Boolean)
    .join(', ');
  const today = t('citation.accessed', { day: dayOf(new Date().toISOString()) });
  const full = [
    quotes.join(' '),
    report,
    read.join('; '),
    made.join(', '),
    `${pageOf(address)}${linkTo(event)} (${today})`,
  ];
  return [[report, made[0]], full].map(sentencesOf).join('\n');
}

function kindOf(model, event) {
  const mode = modeName(event);
  return model.typeOf(event).label + (mode ? ` (${mode})` : '');
}

function sentencesOf(parts) {
  return parts.map((part) => part.replace(/\.$/, '')).join('. ');
}

// The address of the page; of a page on somebody's disc its name only, which is all that
// is anybody else's business.
function pageOf(address) {
  const [page] = address.split('#');
  if (/^https?:/.test(page)) return page;
  try {
    return decodeURIComponent(page.split('/').at(-1));
  } catch {
    return '';
  }
}

// A place with its other names, its id, and how exactly it is meant.
function placeCited(model, eventPlace) {
  const { place } = eventPlace;
  const names = [
    model.nameOfEventPlace(eventPlace),
    ...sidesOf(model.nameOfEventPlace(eventPlace), model.places[place]),
  ].join(' / ');
  return `${names} (${[place, exactnessOf(model, eventPlace)].join(', ')})`;
}

// The clipboard, or where that is closed to pages from a file, the older way to it.
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'hidden';
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    before?.focus({ preventScroll: true });
    return isCopied;
  }
}
