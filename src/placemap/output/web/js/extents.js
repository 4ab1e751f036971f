// How places, and several events at once, are drawn: the samples of a key, with their words.

import { hasNoOutline } from './areas.js';
import { el, svg } from './dom.js';
import { isSpot } from './exactness.js';
import { MOST_COLOURS, SEVERAL } from './mix.js';
import { donut } from './shapes.js';
import { t } from './strings.js';

const RING_PX = 16;
const HATCH_PATH = 'M1 13 8 1M7 13 14 1M13 13 20 1';

// Drawn, not a background: backgrounds are left out of the picture of the map.
function countrySample() {
  const hatch = svg('path', { d: HATCH_PATH });
  const box = svg('rect', { x: 0.5, y: 0.5, width: 21, height: 13 });
  const props = { class: 'extent-sample is-country', viewBox: '0 0 22 14' };
  return svg('svg', { ...props, 'aria-hidden': 'true' }, hatch, box);
}

function sampleOf(key) {
  if (key === 'country') return countrySample();
  const look = key === 'named' ? 'exact' : key;
  return el('span', { class: `extent-sample is-${look}` });
}

// How exactly the places of these sites are known, by how they are drawn.
export function extentRows(model, sites) {
  const points = sites.filter(({ kind }) => kind === 'point');
  const lines = sites.filter(({ kind }) => kind === 'line');
  const areSpots = points.every(({ radius }) => isSpot(radius));
  const drawn = {
    exact: points.length > 0 && areSpots,
    named: points.length > 0 && !areSpots,
    near: sites.some(
      (site) => site.kind === 'area' && site.vague && !hasNoOutline(site, model),
    ),
    region: sites.some((site) => hasNoOutline(site, model)),
    area: sites.some(({ kind, vague }) => kind === 'area' && !vague),
    line: lines.some(({ straight }) => !straight),
    straight: lines.some(({ straight }) => straight),
    country: sites.some(({ kind }) => kind === 'country'),
  };
  return Object.keys(drawn)
    .filter((key) => drawn[key])
    .map((key) => [sampleOf(key), t(`extent.${key}`)]);
}

// What a ring stands for, where there can be any; its last part is what several of the
// rarer kinds share.
export function ringRows({ types, groups }) {
  const colours = [...new Set(types.map(({ colour }) => colour))];
  if (groups.length < 2 || !colours.length) return [];
  const ring = (parts) => donut(parts, parts.length, RING_PX);
  const pair = colours.slice(0, 2).map((colour) => [colour, 1]);
  const rows = [[ring(pair), t('legend.ring')]];
  if (colours.length > MOST_COLOURS)
    rows.push([ring([[SEVERAL, 1]]), t('legend.ring.several')]);
  return rows;
}
