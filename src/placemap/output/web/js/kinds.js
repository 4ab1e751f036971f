// The types and the ways of reporting that occur, as the legend and the filters list them.

import { inFamilies } from './families.js';
import { STATUSES } from './model.js';
import { symbol } from './shapes.js';
import { t } from './strings.js';

const FACE_PX = 16;
const SAMPLE = { colour: 'var(--sample)', shape: 'circle' };

// As {heading, values}, the values {key, face, label}.
export function typesByFamily({ types }) {
  return inFamilies(types, ({ code }) => code).map(([family, own]) => ({
    heading: t(`family.${family}`),
    values: own.map((type) => ({
      key: type.code,
      face: symbol(type, 'asserted', FACE_PX),
      label: type.label,
    })),
  }));
}

export function statusesKnown({ events }) {
  const known = new Set(events.map(({ status }) => status));
  return STATUSES.filter((status) => known.has(status)).map((status) => ({
    key: status,
    face: symbol(SAMPLE, status, FACE_PX),
    label: t(`status.${status}`),
  }));
}
