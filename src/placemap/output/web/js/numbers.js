// The numbers of events on paper, which tie table, map and texts together.

import { figure, listed, t } from './strings.js';

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

// How large numbers are beside a symbol, about.
const LETTER_PX = 6;
const NUMBERS_PX = 13;
const OVERLAP_PX = 3;

function isOverBox(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function boxOf(text, { left, right, top, bottom }, side) {
  const half = (text.length * LETTER_PX + 6) / 2;
  const middle = (left + right) / 2;
  const edge = side === 'above' ? top + OVERLAP_PX - NUMBERS_PX : bottom - OVERLAP_PX;
  return {
    left: middle - half,
    right: middle + half,
    top: edge,
    bottom: edge + NUMBERS_PX,
  };
}

function waysToWrite(text) {
  const [first, ...rest] = text.split(t('comma'));
  const texts = rest.length > 1 ? [text, listed([first, '…'])] : [text];
  return texts.flatMap((one) => ['below', 'above'].map((side) => ({ text: one, side })));
}

// Where to write each of `texts`, numbers beside the symbol in the box of the same place, so
// that they hide neither each other nor a symbol: as {text, side}, null where is no room.
export function writtenAt(texts, boxes) {
  const taken = [];
  return texts.map((text, i) => {
    if (!text) return null;
    const fits = (box) =>
      !taken.some((other) => isOverBox(box, other)) &&
      !boxes.some((other, k) => k !== i && isOverBox(box, other));
    const way = waysToWrite(text).find((one) => fits(boxOf(one.text, boxes[i], one.side)));
    if (way) taken.push(boxOf(way.text, boxes[i], way.side));
    return way ?? null;
  });
}

export function keepApart(markers) {
  const boxes = markers.map((node) => node.getBoundingClientRect());
  const ways = writtenAt(
    markers.map((node) => node.dataset.numbers),
    boxes,
  );
  markers.forEach((node, i) => {
    node.dataset.numbers = ways[i]?.text ?? '';
    node.dataset.side = ways[i]?.side ?? 'below';
  });
}
