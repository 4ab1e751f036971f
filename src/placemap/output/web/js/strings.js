// The words of the interface, from the page's language file.

let words = {};
let plurals = new Intl.PluralRules('en');
let figures = new Intl.NumberFormat('en');

export function setStrings(table) {
  words = table;
  plurals = new Intl.PluralRules(table.lang);
  figures = new Intl.NumberFormat(table.lang);
}

export function language() {
  return words.lang;
}

// A number as it is written: 10,000.
export function figure(n) {
  return figures.format(n);
}

// At most four letters: 999, 1.4k, 13k, where words for thousands have no room.
export function shortFigure(n) {
  if (n < 1000) return figure(n);
  const short = new Intl.NumberFormat(words.lang, { maximumSignificantDigits: 2 });
  return `${short.format(n / 1000)}k`;
}

// One after the other, as the language parts them.
export function listed(parts) {
  return parts.join(t('comma'));
}

// The name of a country that is given by its ISO code.
export function regionOf(text) {
  const isCode = /^[A-Z]{2}$/.test(text);
  return isCode ? new Intl.DisplayNames([words.lang], { type: 'region' }).of(text) : text;
}

// What a language is called, by its BCP 47 tag.
export function languageOf(tag) {
  try {
    return new Intl.DisplayNames([words.lang], { type: 'language' }).of(tag);
  } catch {
    return tag;
  }
}

function worded(value) {
  return typeof value === 'number' ? figure(value) : String(value);
}

// The words for `key`, with {names} filled in; a key nobody has words for is shown as is.
export function t(key, values = {}) {
  const text = Object.hasOwn(words, key) ? words[key] : key;
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? worded(values[name]) : whole,
  );
}

export function hasWords(key) {
  return Object.hasOwn(words, key);
}

// What follows `prefix` in the keys that begin with it.
export function keysUnder(prefix) {
  return Object.keys(words)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

// The plural form of `key` that fits `n`.
export function tn(key, n, values = {}) {
  const form = `${key}.${plurals.select(n)}`;
  return t(hasWords(form) ? form : `${key}.other`, { n, ...values });
}
