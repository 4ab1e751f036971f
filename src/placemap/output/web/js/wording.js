// What the rules decided, which they tell in English: in the words of the page where it has
// any, and marked as English where it has not.

import { bdi } from './dom.js';
import { hasWords, keysUnder, language, t } from './strings.js';

const SAID = 'said.';
// After the words of a rule may come what it found: "stated: 'Tuesday'", "in brackets (x)".
const ENDS = /^($|[:,)'( ])/;
// How likely a model holds something: "in Goris (chance 0.53)".
const CHANCE = / ?\(chance ([01]\.\d+)\)/;
const DOUBT = /^too doubtful for a pin \(chance ([01]\.\d+)\): (.*)$/s;
// Where a rule names the place it found: "(in Goris)", "'there' is Goris", "(Goris, chance 0.6)".
const PLACE_TOLD = [
  /\((?!chance )(?:\p{Ll}+ )*([^()]+?)(?:, chance [\d.]+)?\)$/u,
  /^'[^']*' is (.+)$/u,
  /the dateline (.+)$/u,
];

function percentOf(chance) {
  return new Intl.NumberFormat(language(), { style: 'percent' }).format(chance);
}

function english(text) {
  return bdi(text, { lang: 'en', dir: 'ltr' });
}

// In English, but for the chances.
function asSaid(text) {
  return text
    .split(CHANCE)
    .map((part, i) => (i % 2 ? ` (${percentOf(part)})` : part && english(part)))
    .filter(Boolean);
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
  if (!head) return asSaid(text);
  const after = text.slice(head.length);
  const [chance] = after.match(CHANCE)?.index === 0 ? after.match(CHANCE) : [''];
  const rest = after.slice(chance.length);
  const words = [t(`${SAID}${head}`), ...asSaid(chance)];
  if (!rest) return words;
  const [, sign, more] = /^(: | |)(.*)$/s.exec(rest);
  const isMore = sign === ': ' && headOf(more);
  const parted = sign === ': ' ? t('colon') : sign;
  return [...words, parted, ...(isMore ? partInWords(more) : asSaid(more))];
}

// As nodes and strings, one decision after the other.
export function inWords(text) {
  return text
    .split('; ')
    .flatMap((part, i) => [i ? ' · ' : '', ...partInWords(part)])
    .filter(Boolean);
}

// Where an event was most likely held to be that was too uncertain to map; '' for others.
export function guessOf({ said = '' }) {
  const [, chance, rule] = DOUBT.exec(said) ?? [];
  if (!chance) return '';
  const place = PLACE_TOLD.map((form) => form.exec(rule)?.[1]).find(Boolean);
  const words = { place, chance: percentOf(chance) };
  return t(place ? 'unplaced.guess' : 'unplaced.guess.report', words);
}

// What is the same for all events left off the map for one reason.
export function groupOfReason({ said = '', code }) {
  if (DOUBT.test(said)) return 'doubtful';
  return said.split('; ')[0].replace(/ \([^()]*\)$/, '') || code;
}

export function groupInWords(group) {
  return hasWords(`unplaced.${group}`) ? [t(`unplaced.${group}`)] : inWords(group);
}

// Why an event is not on the map: as the rules told it, else as its code means.
export function reasonInWords(reason) {
  const { said, code } = reason;
  const guess = guessOf(reason);
  if (guess) return [t('unplaced.doubtful'), ' · ', bdi(guess)];
  return said ? inWords(said) : [t(`unplaced.${code}`)];
}

// What kind of an event within its type, such as a ceasefire; '' where none is known.
export function modeName({ mode }) {
  if (!mode) return '';
  return hasWords(`mode.${mode}`) ? t(`mode.${mode}`) : mode;
}
