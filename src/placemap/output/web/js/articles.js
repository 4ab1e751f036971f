// English names as they stand within a sentence, where some take an article.

import { language } from './strings.js';

// What such names turn on: common nouns and plurals.
const HEADS = new Set(
  `Administration Agency Army Association Authority Bahamas Bureau Commission Committee
  Comoros Council Court Department Emirates Front Gambia Government Islands Isle Kingdom
  Maldives Ministry Nations Netherlands Office Organisation Organization Party Philippines
  Region Republic Seychelles Society States Territories Territory Union`.split(/\s+/),
);
// "Georgia's Interior Ministry" has none, nor has what has one already.
const WITHOUT = /^the |(?<!People)['’]s /i;

// "Republic" of "Republic of Artsakh", "Islands" of "Solomon Islands".
function nounOf(name) {
  return name.split(' of ')[0].split(' ').at(-1);
}

// Other languages have no such rule here: their sentences do without articles and cases.
export function called(name) {
  const takesOne = language() === 'en' && !WITHOUT.test(name) && HEADS.has(nounOf(name));
  return takesOne ? `the ${name}` : name;
}
