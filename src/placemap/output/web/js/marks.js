// Text with its places and events marked, for the reader and for the cards.

import { el } from './dom.js';
import { segments } from './segments.js';
import { t } from './strings.js';

const QUIET_ROLES = ['metonym', 'embedded', 'other'];

// Why a mention is not on the map, or '' where it is meant as a place and was found.
export function noteOn(toponym) {
  if (QUIET_ROLES.includes(toponym.role)) return t(`place.${toponym.role}`);
  if (['demonym', 'adjective'].includes(toponym.form) && !toponym.tied)
    return t('place.demonym');
  if (!toponym.place) return t(toponym.candidates ? 'place.ambiguous' : 'place.unknown');
  return '';
}

function placeClass(toponym) {
  if (toponym.tied) return 'place is-tied';
  if (!toponym.place) return 'place is-lost';
  return noteOn(toponym) ? 'place is-quiet' : 'place';
}

function tooltipOf(toponym) {
  return noteOn(toponym) || t(toponym.tied ? 'place.tied' : 'place.mentioned');
}

// The nodes for text[from, to). `triggers` are {at, events}, `toponyms` {at, ...};
// `links` makes the elements: {trigger(events), place(toponym)} return attributes.
export function markedText(text, { triggers = [], toponyms = [] }, [from, to], links) {
  const spans = [
    ...triggers.map((span) => ({ ...span, isTrigger: true })),
    ...toponyms.map((toponym, k) => ({ at: toponym.at, toponym, k })),
  ];
  return segments(text, spans, from, to).map((piece) => {
    const trigger = piece.spans.find((span) => span.isTrigger);
    const place = piece.spans.find((span) => span.toponym);
    const classes = [trigger ? 'trigger' : '', place ? placeClass(place.toponym) : '']
      .join(' ')
      .trim();
    if (!classes) return piece.text;
    const title = place ? tooltipOf(place.toponym) : null;
    const props = trigger ? links.trigger(trigger) : links.place(place);
    const { tag = 'span', ...rest } = props;
    return el(tag, { class: classes, title, ...rest }, piece.text);
  });
}
