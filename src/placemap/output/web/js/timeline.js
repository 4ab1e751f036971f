// The events over time: a bar for each day, week or month, and a brush over them.

import { BAR_HEIGHT, barPaths } from './bars.js';
import { createBrush } from './brush.js';
import { dayOf, periodOf } from './dates.js';
import { bdi, byId, el, icon, isPhone, svg } from './dom.js';
import { keepsUndated } from './filters.js';
import { createPlayer } from './player.js';
import { figure, t, tn } from './strings.js';
import { edgesOf, periodsOf, spread, ticksOf, toDay, toIso, unitFor } from './timescale.js';

const CHEVRON = 'M7 4l6 6-6 6';
const MOST_TICKS = 6;

export function createTimeline(model, { onChange, onResize }) {
  const root = byId('timeline');
  const dated = model.events.filter((event) => event.days);
  const undated = model.events.length - dated.length;
  root.hidden = !dated.length;
  if (!dated.length) return { show() {} };

  const periods = periodsOf(dated);
  const isTrimmed = String(periods.main) !== String(periods.all);
  const colours = [...new Set(model.types.map((type) => type.colour))];
  let isWhole = !isTrimmed;
  // Of events that are mostly undated a few bars would tell the wrong story.
  const isSparse = undated > dated.length;
  let isOpen = !isPhone() && !isSparse;
  let unit = 'day';
  let edges = [];
  let bins = [];
  let filters = null;
  let others = [];

  const chart = svg('svg', { class: 'bars', preserveAspectRatio: 'none', role: 'img' });
  const axis = el('div', { class: 'axis', 'aria-hidden': 'true' });
  const told = el('span', { class: 'timeline-told' });
  const brush = createBrush({
    textOf: (edge, isEnd) => dayOf(toIso(isEnd ? edges[edge] - 1 : edges[edge])),
    onMove: (range) => {
      player.stop();
      choose(range);
    },
    onHover: (k) => tell(k),
  });
  const player = createPlayer({
    range: () => brush.range(),
    length: () => edges.length - 1,
    onStep: (range) => choose(range),
  });

  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'timeline-toggle',
      'aria-controls': 'timeline-body',
      onclick: () => open(!isOpen),
    },
    icon(CHEVRON),
    isSparse
      ? t('timeline.dated', { n: dated.length, all: model.events.length })
      : t('timeline'),
  );
  const undatedBox = el('input', {
    type: 'checkbox',
    onchange: () => onChange({ undated: undatedBox.checked ? 'with' : 'without' }),
  });
  const undatedCount = el('span', { class: 'row-count' });
  const undatedRow = el(
    'label',
    { class: 'timeline-undated' },
    undatedBox,
    el('span', {}, t('timeline.undated')),
    undatedCount,
  );
  undatedRow.hidden = !undated;
  const wholeButton = el('button', {
    type: 'button',
    onclick: () => {
      isWhole = !isWhole;
      scale();
      draw();
    },
  });
  wholeButton.hidden = !isTrimmed;
  const clear = el(
    'button',
    {
      type: 'button',
      onclick: () => {
        player.stop();
        onChange({ from: '', to: '', undated: '' });
        toggle.focus();
      },
    },
    t('timeline.clear'),
  );
  const tools = el(
    'div',
    { class: 'timeline-tools' },
    player.button,
    clear,
    wholeButton,
    undatedRow,
  );
  const body = el(
    'div',
    { id: 'timeline-body', class: 'timeline-body', dir: 'ltr' },
    el(
      'div',
      { class: 'plot', role: 'group', 'aria-label': t('timeline.brush') },
      chart,
      ...brush.nodes,
    ),
    axis,
  );
  root.append(el('div', { class: 'timeline-head' }, toggle, told, tools), body);

  function open(isWanted) {
    isOpen = isWanted;
    toggle.setAttribute('aria-expanded', String(isOpen));
    root.classList.toggle('is-open', isOpen);
    body.hidden = !isOpen;
    if (!isOpen) player.stop();
    onResize();
  }

  // An end of the bars is an end of time only where nothing lies beyond it.
  function choose([from, to]) {
    const last = edges.length - 1;
    const isAll = from === 0 && to === last;
    const isEnd = (edge, end) => edge === end && (isAll || isWhole);
    onChange({
      from: isEnd(from, 0) ? '' : toIso(edges[from]),
      to: isEnd(to, last) ? '' : toIso(edges[to] - 1),
    });
  }

  function scale() {
    const [first, last] = isWhole ? periods.all : periods.main;
    unit = unitFor(first, last);
    edges = edgesOf(first, last, unit);
    const n = edges.length - 1;
    chart.setAttribute('viewBox', `0 0 ${n} ${BAR_HEIGHT}`);
    axis.replaceChildren(
      ...ticksOf(edges, unit, MOST_TICKS).map(({ day, at, unit: step }) =>
        el('span', { style: { left: `${100 * at}%` } }, bdi(periodOf(toIso(day), step))),
      ),
    );
  }

  function tell(k) {
    if (k === null || !bins[k]) {
      const { from, to } = filters;
      const [first, last] = isWhole ? periods.all : periods.main;
      const ends = [from || toIso(first), to || toIso(last)];
      told.textContent = [...new Set(ends.map(dayOf))].join(' – ');
      return;
    }
    const parts = [...bins[k].values()];
    const sum = (part) => parts.reduce((total, n) => total + n[part], 0);
    const n = Math.round(sum('sure'));
    const maybe = Math.round(sum('maybe') * 10) / 10;
    const when = periodOf(toIso(edges[k]), unit === 'week' ? 'day' : unit);
    const about = maybe ? `, ${t('timeline.maybe', { n: maybe })}` : '';
    told.textContent = `${t(`timeline.in.${unit}`, { when })}: ${tn('events', n)}${about}`;
  }

  const isDrawn = ({ days }) => days[1] >= edges[0] && days[0] < edges.at(-1);

  function draw() {
    const drawn = others.filter(isDrawn).length;
    const n = others.length - drawn;
    wholeButton.hidden = !isTrimmed || (!isWhole && !n);
    wholeButton.textContent = isWhole ? t('timeline.main') : tn('timeline.whole', n);
    bins = spread(others, edges, (event) => model.typeOf(event).colour);
    chart.replaceChildren(...barPaths(bins, colours));
    chart.setAttribute(
      'aria-label',
      t('timeline.label', {
        n: drawn,
        unit: t(`timeline.unit.${unit}`),
        from: dayOf(toIso(edges[0])),
        to: dayOf(toIso(edges.at(-1) - 1)),
      }),
    );
    brush.show(
      edges,
      filters.from ? toDay(filters.from) : null,
      filters.to ? toDay(filters.to) + 1 : null,
    );
    clear.hidden = !filters.from && !filters.to;
    tell(null);
  }

  scale();
  open(isOpen);
  return {
    // `events` pass all filters but that of the dates.
    show(state, events) {
      filters = state;
      if (!state.from && !state.to) player.stop();
      others = events.filter((event) => event.days);
      undatedCount.textContent = figure(events.length - others.length);
      undatedBox.checked = keepsUndated(state);
      const isOutside = [state.from, state.to].some(
        (iso) => iso && (toDay(iso) < edges[0] || toDay(iso) >= edges.at(-1)),
      );
      if (isOutside && !isWhole) {
        isWhole = true;
        scale();
      }
      draw();
    },
  };
}
