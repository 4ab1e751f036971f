// The columns of the table: what stands in them, and what they are sorted by.

import { whenOf } from './dates.js';
import { exactnessInShort, exactnessOfAll } from './exactness.js';
import { headingOf, voiceName } from './model.js';
import { language, listed, t } from './strings.js';

function countOf(count) {
  return count?.best ?? count?.low ?? count?.high;
}

function precisionOf(event) {
  return event.places.length ? Math.min(...event.precs) : undefined;
}

// `key` is what to sort by: a number or a text, undefined where there is nothing to say.
// Columns that are not `isShort` have room in the wide table only, some of them in the cells
// of another, `under` what it says.
export function columnsOf(model) {
  const title = (event) => headingOf(model.documentOf(event));
  const percent = new Intl.NumberFormat(language(), { style: 'percent' });
  const joined = (parties) => listed(parties);
  const where = (event) => joined(model.placeNames(event));
  return [
    { name: 'when', isShort: true, key: ({ start, end }) => start ?? end, text: whenOf },
    { name: 'what', isShort: true, key: (event) => model.typeOf(event).label },
    {
      name: 'where',
      isShort: true,
      key: where,
      text: (event) => where(event) || t('nowhere'),
    },
    { name: 'status', isShort: true, key: ({ status }) => t(`status.${status}`) },
    { name: 'voice', under: 'status', key: ({ voice }) => voiceName(voice) },
    { name: 'actors', key: ({ actors }) => joined(actors) },
    {
      name: 'deaths',
      key: ({ deaths }) => countOf(deaths),
      isNumber: true,
    },
    {
      name: 'prec',
      under: 'where',
      key: precisionOf,
      text: (event) => exactnessOfAll(model, event, exactnessInShort),
    },
    {
      name: 'score',
      key: ({ score }) => score,
      text: ({ score }) => percent.format(score),
      isNumber: true,
    },
    { name: 'doc', key: title },
  ].map((column) => ({ text: (event) => column.key(event) ?? '', ...column }));
}

export const SORTS = [
  'when',
  'what',
  'where',
  'status',
  'voice',
  'actors',
  'deaths',
  'prec',
  'score',
  'doc',
].flatMap((name) => [name, `-${name}`]);

// The events in the order of `sort`, a column's name, with a minus downwards. What has no
// value comes last either way, and what is equal keeps its order.
export function sorted(events, columns, sort) {
  const column = columns.find(({ name }) => name === sort.replace('-', ''));
  if (!column) return events;
  const sign = sort.startsWith('-') ? -1 : 1;
  const { compare } = new Intl.Collator(language(), { numeric: true });
  const isEmpty = (key) => key === undefined || key === '';
  const order = (a, b) => (typeof a === 'number' ? a - b : compare(a, b));
  return events
    .map((event) => [column.key(event), event])
    .sort(([a], [b]) => {
      if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
      return sign * order(a, b);
    })
    .map(([, event]) => event);
}
