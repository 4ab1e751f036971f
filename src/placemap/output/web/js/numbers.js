// The numbers of events on paper, which tie table, map and texts together.

import { figure, listed } from './strings.js';

// More characters than these have no room beside a symbol.
const LONGEST_NUMBERS = 16;

// For each event, by its index, its place in the table.
export function numbersOf(events) {
  return new Map(events.map((event, at) => [event.i, at + 1]));
}

// "1–3, 7": numbers in order, three and more of them in a row as a span.
export function numberSpans(numbers) {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const spans = [];
  for (const n of sorted) {
    if (spans.at(-1)?.[1] === n - 1) spans.at(-1)[1] = n;
    else spans.push([n, n]);
  }
  return spans.flatMap(([from, to]) => {
    const [first, last] = [figure(from), figure(to)];
    if (from === to) return [first];
    return to === from + 1 ? [first, last] : [`${first}–${last}`];
  });
}

// As many of them as have room; the dots say that there are more.
export function fittingNumbers(parts, isAll = true) {
  const shown = [];
  let length = 0;
  for (const part of parts) {
    length += part.length + 2;
    if (shown.length && length > LONGEST_NUMBERS) break;
    shown.push(part);
  }
  return listed(isAll && shown.length === parts.length ? shown : [...shown, '…']);
}

// Below each of `markers` the numbers of its events. `groupsOf(node)` are the groups it
// stands for, `events` those that pass the filters, of which `numbers` has the first.
export function numberMarkers(markers, { groupsOf, events, numbers }) {
  const inGroup = new Map();
  for (const event of events) {
    for (const group of event.groups) {
      if (!inGroup.has(group)) inGroup.set(group, []);
      inGroup.get(group).push(event.i);
    }
  }
  for (const node of markers) {
    const all = [...groupsOf(node)].flatMap((group) => inGroup.get(group) ?? []);
    const known = all.filter((i) => numbers.has(i)).map((i) => numbers.get(i));
    node.dataset.numbers = known.length
      ? fittingNumbers(numberSpans(known), known.length === all.length)
      : '';
  }
}
