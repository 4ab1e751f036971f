// How many people, in words: never more exactly than the report says.

import { called } from './articles.js';
import { figure, t } from './strings.js';

export const COUNTS = ['deaths', 'injured', 'displaced', 'detained'];

function howMany({ best, low, high }) {
  const isRange = low !== undefined && high !== undefined && low !== high;
  if (isRange && best === undefined) return t('count.between', { low, high });
  if (isRange) return t('count.range', { n: best, low, high });
  if (high === undefined && low !== undefined && (best ?? low) === low)
    return t('count.least', { n: low });
  if (best !== undefined) return figure(best);
  return high === low ? figure(high) : t('count.most', { n: high });
}

// Small where the text has the word small too.
function smallAsIn(text, words) {
  const [first] = words.split(' ');
  const small = first.toLowerCase();
  if (small === first || first.slice(1) !== small.slice(1)) return words;
  const isLetter = (char) => /[\p{L}\p{N}]/u.test(char ?? '');
  for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + small.length]))
      return small + words.slice(first.length);
  }
  return words;
}

// "Local officials" as it stands within a line, a name with its article.
export function midLine(words, text) {
  return called(smallAsIn(text, words));
}

// "at least 32, according to local officials".
export function countSaid(count, text) {
  const told = howMany(count);
  const { claimant } = count;
  return claimant ? t('count.said', { count: told, who: midLine(claimant, text) }) : told;
}
