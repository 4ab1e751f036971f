// What the rules decided, which they tell in English: in the words of the page where it has
// any, and marked as English where it has not.

import { bdi } from './dom.js';
import { hasWords, keysUnder, t } from './strings.js';

const SAID = 'said.';
// After the words of a rule may come what it found: "stated: 'Tuesday'", "in brackets (x)".
const ENDS = /^($|[:,)'( ])/;

function english(text) {
  return bdi(text, { lang: 'en', dir: 'ltr' });
}

// The longest beginning of `text` that there are words for.
function headOf(text) {
  const fits = (head) => text.startsWith(head) && ENDS.test(text.slice(head.length));
  return keysUnder(SAID)
    .filter(fits)
    .reduce((best, head) => (head.length > best.length ? head : best), '');
}

function partInWords(text) {
  const head = headOf(text);
  if (!head) return [english(text)];
  const rest = text.slice(head.length);
  const words = t(`${SAID}${head}`);
  if (!rest) return [words];
  const [, sign, more] = /^(: | |)(.*)$/s.exec(rest);
  const isMore = sign === ': ' && headOf(more);
  const parted = sign === ': ' ? t('colon') : sign;
  return [words, parted, ...(isMore ? partInWords(more) : [english(more)])];
}

// As nodes and strings, one decision after the other.
export function inWords(text) {
  return text
    .split('; ')
    .flatMap((part, i) => [i ? ' · ' : '', ...partInWords(part)])
    .filter(Boolean);
}

// Why an event is not on the map: as the rules told it, else as its code means.
export function reasonInWords({ said, code }) {
  return said ? inWords(said) : [t(`unplaced.${code}`)];
}

// What kind of an event within its type, such as a ceasefire; '' where none is known.
export function modeName({ mode }) {
  if (!mode) return '';
  return hasWords(`mode.${mode}`) ? t(`mode.${mode}`) : mode;
}
