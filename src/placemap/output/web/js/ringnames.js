// What stands beside a ring: never the name of one place where it counts those of several.

import { shortened } from './lettering.js';
import { listed, tn } from './strings.js';

const LONGEST_PART = 20;

// The first to have room is written. `names` are those of the places, the first the one
// that most of the events are at.
export function textsOfRing(names) {
  const [first, ...others] = [...new Set(names)];
  if (!others.length) return [shortened(first)];
  const brief = tn('ring.places', others.length, { place: shortened(first, LONGEST_PART) });
  if (others.length > 1) return [brief];
  return [listed([first, ...others].map((name) => shortened(name, LONGEST_PART))), brief];
}
