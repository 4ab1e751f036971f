// Events whose day is not known, as thin brackets over the time they may have happened in.

import { svg } from './dom.js';
import { shareAt } from './timescale.js';

export const LANE_PX = 7;
const MOST_LANES = 5;
const FOOT_PX = 3;
const TOP_PX = 3;
// Between two brackets in one lane, as a share of the whole time.
const LEAST_GAP = 0.006;
const THINNEST_PX = 1.6;
const THICKEST_PX = 3.6;

function isOver(event, edges) {
  return event.days[1] >= edges[0] && event.days[0] < edges.at(-1);
}

// One bracket for all events of the same days that look alike.
function bracketsOf(events, lookOf) {
  const brackets = new Map();
  for (const event of events) {
    const look = lookOf(event);
    const key = `${event.days} ${look}`;
    if (!brackets.has(key)) brackets.set(key, { days: event.days, look, events: [] });
    brackets.get(key).events.push(event);
  }
  return [...brackets.values()];
}

// Each bracket in the first lane that is free there; where none is, in the last.
function laid(brackets, edges) {
  const last = edges.at(-1);
  const ends = [];
  const placed = brackets
    .map(({ days, ...rest }) => {
      const isCut = [days[0] < edges[0], days[1] >= last];
      const from = isCut[0] ? 0 : shareAt(edges, days[0]);
      const to = isCut[1] ? 1 : shareAt(edges, days[1] + 1);
      return { ...rest, days, isCut, from, to };
    })
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let isFull = false;
  for (const bracket of placed) {
    let lane = ends.findIndex((end) => end + LEAST_GAP <= bracket.from);
    if (lane < 0 && ends.length < MOST_LANES) lane = ends.length;
    isFull ||= lane < 0;
    bracket.lane = lane < 0 ? MOST_LANES - 1 : lane;
    ends[bracket.lane] = Math.max(ends[bracket.lane] ?? 0, bracket.to);
  }
  return { placed, isFull, lanes: ends.length };
}

// Where the brackets lie: as {days, events, look, lane, from, to, isCut}, the ends as shares
// of the whole time. `lookOf` is a colour; where there are too many for the lanes, those of
// the same days become one, which has no colour (null) if its events differ.
export function layBrackets(events, edges, lookOf) {
  const seen = events.filter((event) => isOver(event, edges));
  const byLook = laid(bracketsOf(seen, lookOf), edges);
  if (!byLook.isFull) return byLook;
  const merged = bracketsOf(seen, () => null).map((bracket) => {
    const looks = new Set(bracket.events.map(lookOf));
    return { ...bracket, look: looks.size === 1 ? [...looks][0] : null };
  });
  return laid(merged, edges);
}

export function stripHeight(lanes) {
  return lanes ? lanes * LANE_PX + TOP_PX : 0;
}

// The bracket of `placed` at a share of the time and a height in pixels, if there is one.
export function bracketAt(placed, share, y) {
  const lane = Math.floor((y - TOP_PX / 2) / LANE_PX);
  return placed.find((one) => one.lane === lane && one.from <= share && share <= one.to);
}

function thickness(n) {
  return Math.min(THINNEST_PX + Math.log10(n), THICKEST_PX);
}

// On a chart that is `width` wide; an end that lies beyond the chart has no foot.
export function bracketPaths(placed, width) {
  return placed.map(({ lane, from, to, isCut, look, events }) => {
    const y = TOP_PX + lane * LANE_PX;
    const [x, end] = [from, to].map((share) => (share * width).toFixed(3));
    const [left, right] = isCut.map((isOpen) => (isOpen ? 0 : FOOT_PX));
    return svg('path', {
      class: 'bracket',
      d: `M${x} ${y + left}V${y}H${end}v${right}`,
      style: { '--type': look, 'stroke-width': `${thickness(events.length)}px` },
    });
  });
}
