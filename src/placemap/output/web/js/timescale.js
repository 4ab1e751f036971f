// Time as days counted from 1970, and as bars of a histogram.

import { mainPart, weightOf } from './extent.js';

const MS_PER_DAY = 86_400_000;
// More bars than this are too thin to hit.
const MOST_BINS = 80;

// Many events share their days: each is worked out once.
const known = new Map();

export function toDay(iso) {
  let day = known.get(iso);
  if (day === undefined) {
    day = Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / MS_PER_DAY);
    known.set(iso, day);
  }
  return day;
}

// Years have four digits: later than this there is nothing.
const LAST_DAY = toDay('9999-12-31');

export function toIso(day) {
  const time = Math.min(day, LAST_DAY) * MS_PER_DAY;
  return new Date(time).toISOString().slice(0, 10);
}

function yearAndMonth(day) {
  const date = new Date(day * MS_PER_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth()];
}

function firstOf(year, month) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / MS_PER_DAY;
}

function everyDays(n, offset) {
  return { floor: (day) => day - ((((day + offset) % n) + n) % n), next: (day) => day + n };
}

function everyMonths(n) {
  return {
    floor(day) {
      const [year, month] = yearAndMonth(day);
      const months = year * 12 + month;
      return firstOf(0, Math.floor(months / n) * n);
    },
    next(day) {
      const [year, month] = yearAndMonth(day);
      return firstOf(year, month + n);
    },
  };
}

// 1 January 1970 was a Thursday; weeks begin on Monday.
export const UNITS = {
  day: everyDays(1, 0),
  week: everyDays(7, 3),
  month: everyMonths(1),
  quarter: everyMonths(3),
  year: everyMonths(12),
  decade: everyMonths(120),
  century: everyMonths(1200),
};
const DAYS_PER_UNIT = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  year: 365,
  decade: 3652,
  century: 36_524,
};

// The finest unit that makes no more bars than can be drawn.
export function unitFor(first, last) {
  const names = Object.keys(UNITS);
  const fits = (name) => (last - first + 1) / DAYS_PER_UNIT[name] <= MOST_BINS;
  return names.find(fits) ?? names.at(-1);
}

// The first day of each bar from `first` to `last`, and the day after the last bar.
export function edgesOf(first, last, unit) {
  const { floor, next } = UNITS[unit];
  const edges = [floor(first)];
  while (edges.at(-1) <= last) edges.push(next(edges.at(-1)));
  return edges;
}

// Steps between ticks that people count time in: month, quarter, year, and so on.
const TICK_UNITS = ['month', 'quarter', 'year', 'decade', 'century'];
const LEAST_TICKS = 3;

// How far along the bars the day is: 0 is the first edge, 1 the last.
export function shareAt(edges, day) {
  const k = binAt(edges, day);
  return (k + (day - edges[k]) / (edges[k + 1] - edges[k])) / (edges.length - 1);
}

// At most `most` ticks as {day, at, unit}, at the starts of months, quarters or years; over
// so short a time that there are few of these, at the starts of bars.
export function ticksOf(edges, unit, most) {
  const last = edges.at(-1) - 1;
  for (const name of TICK_UNITS) {
    const days = edgesOf(edges[0], last, name).filter((d) => d >= edges[0] && d <= last);
    if (days.length < LEAST_TICKS) break;
    if (days.length <= most)
      return days.map((day) => ({ day, at: shareAt(edges, day), unit: name }));
  }
  const n = edges.length - 1;
  const step = Math.ceil(n / most);
  const starts = edges.slice(0, -1).filter((_, k) => k % step === 0);
  return starts.map((day) => ({ day, at: shareAt(edges, day), unit }));
}

// The last day an event may have happened on: as said, or as its precision allows.
export function lastDayOf({ start, end, datePrec }) {
  if (end && end >= start) return end;
  const day = toDay(start);
  const [year, month] = yearAndMonth(day);
  const after = {
    2: day + 6,
    3: day + 7,
    4: firstOf(year, month + 1),
    5: firstOf(year + 1, 0),
  };
  return toIso((after[datePrec] ?? day + 1) - 1);
}

// In which bar the day is, by halving.
function binAt(edges, day) {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= day) low = middle;
    else high = middle;
  }
  return low;
}

// The events that lie in one bar each, and those that may have happened in several.
export function partedBy(edges, events) {
  const isWithin = ({ days }) =>
    days[0] >= edges[0] &&
    days[1] < edges.at(-1) &&
    binAt(edges, days[0]) === binAt(edges, days[1]);
  const [exact, vague] = [[], []];
  for (const event of events) (isWithin(event) ? exact : vague).push(event);
  return { exact, vague };
}

// How many events, that lie in one bar each, there are in each of them, by `keyOf`.
export function binned(exact, edges, keyOf) {
  const bins = edges.slice(1).map(() => new Map());
  for (const event of exact) {
    const bin = bins[binAt(edges, event.days[0])];
    bin.set(keyOf(event), (bin.get(keyOf(event)) ?? 0) + 1);
  }
  return bins;
}

// So short a time is shown whole: nothing in it is far from the rest.
const SHORT_DAYS = 60;

// The time most events lie in, and the time of all of them, as pairs of days.
export function periodsOf(events) {
  const around = (some) => [
    some.reduce((least, { days }) => Math.min(least, days[0]), Infinity),
    some.reduce((most, { days }) => Math.max(most, days[1]), -Infinity),
  ];
  const all = around(events);
  const length = all[1] - all[0] + 1;
  if (length <= SHORT_DAYS) return { main: all, all };
  const items = events.map((event) => ({
    days: event.days,
    weight: weightOf(event),
    x: ((event.days[0] + event.days[1]) / 2 - all[0]) / length,
    y: 0,
  }));
  return { main: around(mainPart(items)), all };
}
