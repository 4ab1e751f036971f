// One event as a sentence that can stand in a footnote.

import { dayOf, whenOf } from './dates.js';
import { linkTo } from './permalink.js';
import { sentenceOf } from './segments.js';
import { t } from './strings.js';

// What was said, by whom, where it can be read; then what was made of it, and by what.
export function citationOf(model, event, address) {
  const { text, title, source, published, url } = model.documentOf(event);
  const sentence = text
    .slice(...sentenceOf(event, text))
    .replace(/\s+/g, ' ')
    .trim();
  const where = event.places.map(
    ({ place }, i) => `${model.placeNames(event)[i] ?? place} (${place})`,
  );
  const read = [
    model.typeOf(event).label,
    event.claimant
      ? `${t(`status.${event.status}`)} (${event.claimant})`
      : t(`status.${event.status}`),
    where.join(', ') || t('nowhere'),
    whenOf(event),
  ];
  const { version, gazetteer, gazetteerSha256 = '' } = model.run;
  const made = [
    t('about.made', { version }),
    [gazetteer, gazetteerSha256.slice(0, 12)].filter(Boolean).join(' '),
    t('citation.event', { id: event.id }),
  ];
  return [
    `“${sentence}”`,
    [title || t('document.untitled'), source, published && dayOf(published), url]
      .filter(Boolean)
      .join(', '),
    read.join('; '),
    made.join(', '),
    `${address.split('#')[0]}${linkTo(event)}`,
  ]
    .map((part) => part.replace(/\.$/, ''))
    .join('. ');
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
