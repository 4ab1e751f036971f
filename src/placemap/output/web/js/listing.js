// An event as an entry of a list: what it is, when, and the words that tell of it.

import { bdi, el } from './dom.js';
import { whenOf } from './dates.js';
import { snippetOf } from './segments.js';
import { symbol } from './shapes.js';

const SYMBOL_PX = 18;

// `note` stands below, where there is any.
export function listEntry(model, event, onEvent, note = '') {
  const { text, dir, lang } = model.documentOf(event);
  const type = model.typeOf(event);
  const [before, trigger, after] = snippetOf(event, text);
  // The box itself runs as the text does: it is cut at its end.
  const words = el(
    'span',
    { class: 'list-text', dir, lang: lang || null },
    before,
    trigger ? el('b', {}, trigger) : '',
    after,
  );
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', onclick: () => onEvent(event.i) },
      symbol(type, event.status, SYMBOL_PX),
      el('span', { class: 'list-what' }, `${type.label} · ${whenOf(event)}`),
      words,
      note ? el('span', { class: 'list-guess' }, bdi(note)) : null,
    ),
  );
}
