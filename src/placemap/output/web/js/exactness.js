// How exactly a place is meant, in words.

import { kilometres } from './geometry.js';
import { language, t } from './strings.js';

const SOMEWHERE = 5;
const COUNTRY_LEVEL = 6;

// "province or region (first-level division), within about 75 km". Of a country no distance
// is told, and of an exact place only how large it is.
export function exactnessOf(prec, uncertainty) {
  const words = t(`prec.${prec}`);
  if (!uncertainty || prec === COUNTRY_LEVEL) return words;
  const distance = kilometres(uncertainty, language());
  if (prec === SOMEWHERE) return t('prec.somewhere', { distance });
  return t(prec === 1 ? 'prec.within' : 'prec.about', { words, distance });
}
