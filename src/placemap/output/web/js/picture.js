// The map as a picture: what is in view, and below it what it is and how to read it.

import { bdi, byId, dotted, el } from './dom.js';
import { isOnMap } from './choices.js';
import { extentRows, ringRows } from './extents.js';
import { countBy } from './filters.js';
import { namesInUse } from './header.js';
import { statusesKnown, typesByFamily } from './kinds.js';
import { createPainter } from './painter.js';
import { figure, t } from './strings.js';
import { creditOf } from './tiles.js';

const SCALE = 2;
// In this order they lie on each other.
const PANES = ['areas', 'labels', 'markerPane'];

// The sites of these events, each once.
function sitesSeen(model, events) {
  const seen = new Set(events.flatMap(({ places }) => places.map(({ site }) => site)));
  return model.sites.filter((_, i) => seen.has(i));
}

// Which symbols are there to see, under the legend's headings, each with its meaning and
// how often; and how places and boundaries are drawn.
function keysOf(model, events) {
  const counted = ({ heading, values }, param) => {
    const counts = countBy(events, (event) => [event[param]]);
    const rows = values
      .filter(({ key }) => counts.get(key))
      .map(({ key, face, label }) => [face, `${label} ${figure(counts.get(key))}`]);
    return { heading, rows };
  };
  const statuses = {
    heading: t('legend.statuses'),
    values: statusesKnown(model),
  };
  const lines = ['settled', 'disputed'].map((kind) => [
    el('span', { class: `boundary-sample is-${kind}` }),
    t(`boundary.${kind}`),
  ]);
  const drawn = [...extentRows(model, sitesSeen(model, events)), ...ringRows(model)];
  return [
    ...typesByFamily(model).map((family) => counted(family, 'type')),
    counted(statuses, 'status'),
    { heading: t('legend.extents'), rows: drawn },
    { heading: t('legend.boundaries.title'), rows: lines },
  ].filter(({ rows }) => rows.length);
}

function keyNode({ heading, rows }) {
  return el(
    'section',
    {},
    el('p', { class: 'picture-heading' }, heading),
    el(
      'ul',
      {},
      rows.map(([face, label]) => el('li', {}, face, el('span', {}, label))),
    ),
  );
}

// What stands under the picture about online tiles.
function aboutTiles(model, tiles, isPartly) {
  if (isPartly) return t('picture.tiles');
  return tiles.isShown() ? creditOf(model.tiles) : '';
}

// As they lie on the map, dimmed where they are.
function paintTiles(ctx, map, tiles) {
  if (!tiles.isShown()) return;
  const { left, top } = map.getContainer().getBoundingClientRect();
  ctx.save();
  ctx.filter = getComputedStyle(map.getPane('tiles')).filter;
  for (const image of tiles.images()) {
    const box = image.getBoundingClientRect();
    ctx.drawImage(image, box.left - left, box.top - top, box.width, box.height);
  }
  ctx.restore();
}

function footOf(model, events, width, credit) {
  const mapped = events.filter(isOnMap).length;
  const all = events.length;
  const told = [
    all < model.events.length ? byId('count').textContent : '',
    mapped < all ? t('legend.mapped', { n: mapped, all }) : '',
  ];
  const { version, attribution = [] } = model.run;
  const made = [t('about.made', { version }), t('map.attribution')].join(' · ');
  return el(
    'div',
    { class: 'picture-foot', style: { width: `${width}px` } },
    el('p', { class: 'picture-title' }, bdi(byId('title').textContent)),
    el('p', { class: 'note' }, dotted([byId('subtitle').textContent, namesInUse(model)])),
    told.some(Boolean) ? el('p', { class: 'note' }, dotted(told)) : null,
    el('div', { class: 'picture-keys' }, keysOf(model, events).map(keyNode)),
    el('p', { class: 'picture-source' }, made),
    credit ? el('p', { class: 'picture-source' }, bdi(credit)) : null,
    attribution.map((line) => el('p', { class: 'picture-source' }, bdi(line))),
  );
}

function byLayer(one, other) {
  return (Number(one.style.zIndex) || 0) - (Number(other.style.zIndex) || 0);
}

// Hands a PNG file to `onDone`. Only tiles whose server lets them be copied are painted, so
// that the canvas may be read; `isPartly` tells that there were others.
export function drawPicture({ map, model, basemap, tiles, isPartly, events, onDone }) {
  const { x: width, y: height } = map.getSize();
  const foot = footOf(model, events, width, aboutTiles(model, tiles, isPartly));
  document.body.append(foot);
  const footBox = foot.getBoundingClientRect();
  const canvas = el('canvas', {
    width: width * SCALE,
    height: Math.ceil((height + footBox.height) * SCALE),
  });
  const ctx = canvas.getContext('2d');
  const css = getComputedStyle(document.documentElement);
  const colour = (name) => css.getPropertyValue(name).trim();
  ctx.scale(SCALE, SCALE);
  ctx.fillStyle = colour('--map-sea');
  ctx.fillRect(0, 0, width, height);
  basemap.paint(ctx);
  paintTiles(ctx, map, tiles);
  const painter = createPainter(ctx, {
    scale: SCALE,
    halo: colour('--map-land'),
  });
  const origin = map.getContainer().getBoundingClientRect();
  for (const name of PANES) {
    for (const node of [...map.getPane(name).children].sort(byLayer)) {
      painter.paint(node, origin);
    }
  }
  painter.paint(map.getContainer().querySelector('.leaflet-control-scale-line'), origin);
  ctx.fillStyle = colour('--bg');
  ctx.fillRect(0, height, width, footBox.height);
  painter.paint(foot, { left: footBox.left, top: footBox.top - height });
  foot.remove();
  canvas.toBlob(onDone, 'image/png');
}
