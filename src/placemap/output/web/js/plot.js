// The timeline's drawing: bars, brackets above them for days not known, and the axis below.

import { BAR_HEIGHT, barPaths, countsUpTo, highestOf } from './bars.js';
import { bracketAt, bracketPaths, layBrackets, stripHeight } from './brackets.js';
import { periodOf } from './dates.js';
import { bdi, el, svg } from './dom.js';
import { shortFigure, t } from './strings.js';
import { binned, partedBy, ticksOf, toIso } from './timescale.js';

const MOST_TICKS = 6;
// Farther along, the words of a tick would end beyond the axis.
const LAST_TICK = 0.93;

// `colourOf(event)` is one of `colours`; `brush` are the nodes that lie over the bars.
export function createPlot({ colours, colourOf, brush }) {
  let edges = [];
  let bins = [];
  let brackets = [];
  let mostLanes = 0;

  const chart = svg('svg', { class: 'bars', preserveAspectRatio: 'none', role: 'img' });
  const above = svg('svg', {
    class: 'brackets',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  const counts = el('div', { class: 'counts', 'aria-hidden': 'true' });
  const axis = el('div', { class: 'axis', 'aria-hidden': 'true' });
  const node = el(
    'div',
    { id: 'timeline-body', class: 'timeline-body', dir: 'ltr' },
    el(
      'div',
      { class: 'plot', role: 'group', 'aria-label': t('timeline.brush') },
      counts,
      above,
      chart,
      ...brush,
    ),
    axis,
  );

  function drawAxis(unit) {
    axis.replaceChildren(
      ...ticksOf(edges, unit, MOST_TICKS)
        .filter(({ at }) => at <= LAST_TICK)
        .map(({ day, at, unit: step }) =>
          el('span', { style: { left: `${100 * at}%` } }, bdi(periodOf(toIso(day), step))),
        ),
    );
  }

  function drawBars(exact) {
    bins = binned(exact, edges, colourOf);
    const most = highestOf(bins);
    chart.replaceChildren(...barPaths(bins, colours));
    counts.replaceChildren(
      ...countsUpTo(most).map((n) =>
        el('span', { style: { bottom: `${(100 * n) / most}%` } }, shortFigure(n)),
      ),
    );
  }

  // As high as the brackets of all events need it, so that no filter moves the map.
  function drawBrackets(vague) {
    const { placed, lanes } = layBrackets(vague, edges, colourOf);
    brackets = placed;
    mostLanes = Math.max(mostLanes, lanes);
    const strip = stripHeight(mostLanes);
    node.style.setProperty('--strip', `${strip}px`);
    above.setAttribute('viewBox', `0 0 ${bins.length} ${Math.max(strip, 1)}`);
    above.replaceChildren(...bracketPaths(placed, bins.length));
  }

  return {
    node,
    hasBrackets: () => mostLanes > 0,
    // Bars between these days, `unit` long, for any of the events.
    scale(newEdges, unit, events) {
      edges = newEdges;
      const { exact, vague } = partedBy(edges, events);
      mostLanes = layBrackets(vague, edges, colourOf).lanes;
      node.classList.toggle('has-no-bars', !exact.length);
      node.style.setProperty('--n-bars', edges.length - 1);
      chart.setAttribute('viewBox', `0 0 ${edges.length - 1} ${BAR_HEIGHT}`);
      drawAxis(unit);
    },
    // `labelOf(n)` says what is drawn, with `n` events whose day is not known.
    draw(events, labelOf) {
      const { exact, vague } = partedBy(edges, events);
      drawBars(exact);
      drawBrackets(vague);
      chart.setAttribute('aria-label', labelOf(vague.length));
    },
    // The bracket at a share of the whole time and a height in the window, if there is one.
    bracketAt: (share, y) =>
      bracketAt(brackets, share, y - above.getBoundingClientRect().top),
    // The number of the bar there with how many events are in it and, of those on a day not
    // known, may be.
    barAt(share) {
      const k = Math.min(Math.floor(share * bins.length), bins.length - 1);
      if (!bins[k]) return null;
      const n = [...bins[k].values()].reduce((sum, some) => sum + some, 0);
      const maybe = brackets
        .filter(({ days }) => days[0] < edges[k + 1] && days[1] >= edges[k])
        .reduce((sum, { events }) => sum + events.length, 0);
      return { k, n, maybe };
    },
  };
}
