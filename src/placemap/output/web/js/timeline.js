// The events over time: a bar for each day, week or month, and a brush over them.

import { createBrush } from './brush.js';
import { dayOf, periodOf, spanOf } from './dates.js';
import { byId, el, icon, isPhone } from './dom.js';
import { keepsUndated } from './filters.js';
import { createPlayer } from './player.js';
import { createPlot } from './plot.js';
import { figure, listed, t, tn } from './strings.js';
import { edgesOf, periodsOf, toDay, toIso, unitFor } from './timescale.js';

const CHEVRON = 'M7 4l6 6-6 6';

// So few bars say no more than their dates do.
const FEW_BARS = 2;

// In a low window the timeline would leave nothing of the map.
const hasHeight = () => matchMedia('(min-height: 500px)').matches;

function barsOver([first, last]) {
  return edgesOf(first, last, unitFor(first, last)).length - 1;
}

export function createTimeline(model, { onChange, onResize }) {
  const root = byId('timeline');
  const dated = model.events.filter((event) => event.days);
  const undated = model.events.length - dated.length;
  root.hidden = !dated.length;
  if (!dated.length) return { show() {} };

  const periods = periodsOf(dated);
  const isTrimmed = String(periods.main) !== String(periods.all);
  let isWhole = !isTrimmed;
  // Of events that are mostly undated a few bars would tell the wrong story.
  const isSparse = undated > dated.length;
  const isShort = barsOver(periods.main) <= FEW_BARS;
  let isOpen = !isPhone() && hasHeight() && !isSparse && !isShort;
  let unit = 'day';
  let edges = [];
  let height = 0;
  let undatedLeft = 0;
  let filters = null;
  let others = [];

  const key = el(
    'p',
    { class: 'timeline-key' },
    el('span', { class: 'bracket-sample' }),
    t('timeline.key'),
  );
  const told = el('span', { class: 'timeline-told' });
  const brush = createBrush({
    textOf: (edge, isEnd) => dayOf(toIso(isEnd ? edges[edge] - 1 : edges[edge])),
    onMove: (range) => {
      player.stop();
      choose(range);
    },
    onHover: tell,
  });
  const player = createPlayer({
    range: () => brush.range(),
    length: () => edges.length - 1,
    onStep: (range) => choose(range),
  });
  const plot = createPlot({
    colours: [...new Set(model.types.map((type) => type.colour))],
    colourOf: (event) => model.typeOf(event).colour,
    brush: brush.nodes,
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
    key,
    player.button,
    clear,
    wholeButton,
    undatedRow,
  );
  root.append(el('div', { class: 'timeline-head' }, toggle, told, tools), plot.node);

  function open(isWanted) {
    isOpen = isWanted;
    toggle.setAttribute('aria-expanded', String(isOpen));
    root.classList.toggle('is-open', isOpen);
    plot.node.hidden = !isOpen;
    if (!isOpen) player.stop();
    keepHeight();
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
    plot.scale(edges, unit, dated);
  }

  function daysOf([first, last]) {
    return spanOf(toIso(first), toIso(last));
  }

  // What the page shows: the days, and how many events fall out for want of one.
  function tellChosen() {
    const { from, to } = filters;
    const [first, last] = isWhole ? periods.all : periods.main;
    const days = daysOf([from ? toDay(from) : first, to ? toDay(to) : last]);
    const isLeft = undatedLeft && (from || to) && !keepsUndated(filters);
    const left = isLeft ? tn('timeline.left', undatedLeft) : '';
    told.textContent = [days, left].filter(Boolean).join(' · ');
  }

  function tellBracket({ days, events }) {
    const labels = [...new Set(events.map((event) => model.typeOf(event).label))];
    const when = t('timeline.some', { when: daysOf(days) });
    told.textContent = `${when}: ${tn('events', events.length)} · ${listed(labels)}`;
  }

  function tellBar({ k, n, maybe }) {
    const when = periodOf(toIso(edges[k]), unit === 'week' ? 'day' : unit);
    const about = maybe ? `, ${t('timeline.maybe', { n: maybe })}` : '';
    told.textContent = `${t(`timeline.in.${unit}`, { when })}: ${tn('events', n)}${about}`;
  }

  // `at` is where the pointer is: the share of the whole time, and the height in the window.
  function tell(at) {
    if (!at) {
      tellChosen();
      return;
    }
    const bracket = plot.bracketAt(at.share, at.y);
    const bar = plot.barAt(at.share);
    if (bracket) tellBracket(bracket);
    else if (bar) tellBar(bar);
  }

  function labelOf(drawn, vague) {
    const words = t('timeline.label', {
      n: drawn,
      unit: t(`timeline.unit.${unit}`),
      from: dayOf(toIso(edges[0])),
      to: dayOf(toIso(edges.at(-1) - 1)),
    });
    return vague ? `${words}${t('comma')}${t('timeline.vague', { n: vague })}` : words;
  }

  const isDrawn = ({ days }) => days[1] >= edges[0] && days[0] < edges.at(-1);

  function draw() {
    const drawn = others.filter(isDrawn);
    const n = others.length - drawn.length;
    wholeButton.hidden = !isTrimmed || (!isWhole && !n);
    wholeButton.textContent = isWhole ? t('timeline.main') : tn('timeline.whole', n);
    plot.draw(drawn, (vague) => labelOf(drawn.length, vague));
    key.hidden = !plot.hasBrackets();
    brush.show(
      edges,
      filters.from ? toDay(filters.from) : null,
      filters.to ? toDay(filters.to) + 1 : null,
    );
    clear.hidden = !filters.from && !filters.to;
    tell(null);
    keepHeight();
  }

  // What stands in the head may need a second row: the map is told.
  function keepHeight() {
    if (root.offsetHeight === height) return;
    height = root.offsetHeight;
    onResize();
  }

  scale();
  open(isOpen);
  return {
    // `events` pass all filters but that of the dates.
    show(state, events) {
      filters = state;
      if (!state.from && !state.to) player.stop();
      others = events.filter((event) => event.days);
      undatedLeft = events.length - others.length;
      undatedCount.textContent = figure(undatedLeft);
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
