// What markers look like, and what they are called.

import { bdi, el } from './dom.js';
import { whenOf } from './dates.js';
import { shortened, textWidth } from './lettering.js';
import { countMix, countsByType, partsOf, totalOf } from './mix.js';
import { donut, symbol } from './shapes.js';
import { figure, t, tn } from './strings.js';

const SYMBOL = 22;
const RING = 30;
// The rings of clusters, in pixels: the area grows with the number of events.
const LEAST_RING = 28;
const LARGEST_RING = 64;
// The largest ring stands for this part of all events, or for this many.
const LARGEST_PART = 1 / 4;
const LEAST_LARGE = 100;
export const CHIP_HEIGHT = 26;
const CHIP_SYMBOL = 16;
const CHIP_RING = 22;
const CHIP_FONT = '600 12px system-ui, sans-serif';
const CHIP_NOTE_FONT = '400 11px system-ui, sans-serif';
const LONGEST_CHIP = 24;

// A symbol says what happened and how it is reported: it is for events alike in both.
function isMixed(events) {
  const [{ type, status }] = events;
  return events.some((event) => event.type !== type || event.status !== status);
}

function badge(events) {
  if (events.length < 2) return null;
  return el('span', { class: 'marker-count' }, figure(events.length));
}

function classes(name, isOpen) {
  return isOpen ? `${name} is-open` : name;
}

export function createFaces(model) {
  const large = Math.max(LEAST_LARGE, LARGEST_PART * model.events.length);

  function clusterSize(counts) {
    const share = Math.min(1, totalOf(counts) / large);
    return Math.round(LEAST_RING + (LARGEST_RING - LEAST_RING) * Math.sqrt(share));
  }

  // The types with their names and numbers, the most frequent first.
  function mixOf(counts) {
    return [...countsByType(counts)]
      .map(([type, n]) => ({ ...model.typeOf({ type }), n }))
      .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
  }

  const colourOf = (type) => model.typeOf({ type }).colour;
  const ring = (counts, size) => donut(partsOf(counts, colourOf), totalOf(counts), size);

  // One symbol when all events are alike, a ring of their kinds otherwise.
  function glyph(events, symbolSize, ringSize) {
    if (isMixed(events)) return ring(countMix(events), ringSize);
    const [event] = events;
    return symbol(model.typeOf(event), event.status, symbolSize);
  }

  function wordsFor(counts) {
    return mixOf(counts)
      .map(({ label, n }) => (n > 1 ? `${label} ${n}` : label))
      .join(t('comma'));
  }

  function chipWidth(group, events) {
    const ends =
      (isMixed(events) ? CHIP_RING : CHIP_SYMBOL) + (badge(events) ? 20 : 0) + 16;
    const note = group.isCountry ? textWidth(t('country.level'), CHIP_NOTE_FONT) + 6 : 0;
    return Math.ceil(
      ends + textWidth(shortened(group.name, LONGEST_CHIP), CHIP_FONT) + 7 + note,
    );
  }

  return {
    chipWidth,
    clusterSize,
    cluster(counts) {
      const size = clusterSize(counts);
      return L.divIcon({
        className: 'marker',
        iconSize: [size, size],
        html: ring(counts, size),
      });
    },
    point(events, isOpen) {
      const size = isMixed(events) ? RING : SYMBOL;
      const number = isMixed(events) ? null : badge(events);
      const html = el(
        'span',
        { class: 'marker-face' },
        glyph(events, SYMBOL, RING),
        number,
      );
      return L.divIcon({
        className: classes('marker', isOpen),
        iconSize: [size, size],
        html,
      });
    },
    chip(group, events, isOpen) {
      const level = group.isCountry
        ? el('span', { class: 'chip-level' }, t('country.level'))
        : null;
      const html = el(
        'span',
        { class: group.isCountry ? 'chip-face is-country' : 'chip-face' },
        glyph(events, CHIP_SYMBOL, CHIP_RING),
        bdi(shortened(group.name, LONGEST_CHIP)),
        level,
        badge(events),
      );
      const iconSize = [chipWidth(group, events), CHIP_HEIGHT];
      return L.divIcon({ className: classes('chip', isOpen), iconSize, html });
    },
    // From the middle of a point's marker to where its name may begin.
    reach(events, isOpen) {
      if (isMixed(events)) return RING / 2 + (isOpen ? 10 : 3);
      return SYMBOL / 2 + (isOpen || events.length > 1 ? 11 : 3);
    },
    clusterLabel: (counts) =>
      tn('marker.cluster', totalOf(counts), { what: wordsFor(counts) }),
    label(group, events) {
      const place = group.isCountry ? `${group.name} (${t('country.level')})` : group.name;
      if (events.length > 1) {
        return tn('marker.group', events.length, {
          place,
          what: wordsFor(countMix(events)),
        });
      }
      const [event] = events;
      const what = model.typeOf(event).label;
      const status = t(`status.${event.status}`);
      return t('marker.event', { what, status, place, when: whenOf(event) });
    },
  };
}
