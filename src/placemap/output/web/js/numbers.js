// The numbers of events on paper, which tie table, map and texts together.

import { figure, listed } from './strings.js';

// More characters than these have no room beside a symbol: a letter stands for them.
const LONGEST_NUMBERS = 16;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

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

// For each of `markers` the numbers of its events, '' for none. `groupsOf(node)` are the
// groups it stands for, `events` those that pass the filters, of which `numbers` has the
// first; dots say that there are more.
export function numbersAt(markers, { groupsOf, events, numbers }) {
  const inGroup = new Map();
  for (const event of events) {
    for (const group of event.groups) {
      if (!inGroup.has(group)) inGroup.set(group, []);
      inGroup.get(group).push(event.i);
    }
  }
  return markers.map((node) => {
    const all = [...groupsOf(node)].flatMap((group) => inGroup.get(group) ?? []);
    const known = all.filter((i) => numbers.has(i)).map((i) => numbers.get(i));
    const parts = numberSpans(known);
    return known.length ? listed(known.length < all.length ? [...parts, '…'] : parts) : '';
  });
}

// "A" to "Z", then "AA" and so on.
export function letterAt(n) {
  const last = ALPHABET[n % ALPHABET.length];
  return n < ALPHABET.length ? last : letterAt(Math.floor(n / ALPHABET.length) - 1) + last;
}

// How large numbers are beside a symbol, about.
const LETTER_PX = 6;
const NUMBERS_PX = 13;
const OVERLAP_PX = 3;

function isOverBox(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// The box of a text beside another box; the best side comes first.
const SIDES = {
  below: ({ bottom }, width) => [-width / 2, bottom - OVERLAP_PX],
  above: ({ top }, width) => [-width / 2, top + OVERLAP_PX - NUMBERS_PX],
  right: ({ left, right, top, bottom }) => [
    (right - left) / 2,
    (top + bottom - NUMBERS_PX) / 2,
  ],
  left: ({ left, right, top, bottom }, width) => [
    (left - right) / 2 - width,
    (top + bottom - NUMBERS_PX) / 2,
  ],
};

function boxOf(text, box, side) {
  const width = text.length * LETTER_PX + 6;
  const [fromMiddle, top] = SIDES[side](box, width);
  const left = (box.left + box.right) / 2 + fromMiddle;
  return { left, right: left + width, top, bottom: top + NUMBERS_PX };
}

function waysToWrite(texts) {
  return texts.flatMap((text) => Object.keys(SIDES).map((side) => ({ text, side })));
}

// Where to write each of `texts`, numbers beside the symbol in the box of the same place, so
// that they hide neither each other nor a symbol nor, if it can be helped, one of the names
// in the boxes `names`: as {text, side, letter}, null where is no room. What is too long, or
// fits nowhere, is told by a letter.
export function writtenAt(texts, boxes, names = []) {
  const taken = [];
  let letters = 0;
  return texts.map((text, i) => {
    if (!text) return null;
    const isFree = (box) =>
      !taken.some((other) => isOverBox(box, other)) &&
      !boxes.some((other, k) => k !== i && isOverBox(box, other));
    const isClear = (box) => isFree(box) && !names.some((name) => isOverBox(box, name));
    const letter = letterAt(letters);
    const ways = waysToWrite(text.length > LONGEST_NUMBERS ? [letter] : [text, letter]);
    const boxIn = (one) => boxOf(one.text, boxes[i], one.side);
    const way =
      ways.find((one) => isClear(boxIn(one))) ?? ways.find((one) => isFree(boxIn(one)));
    if (!way) return null;
    taken.push(boxIn(way));
    if (way.text === text) return way;
    letters += 1;
    return { ...way, letter };
  });
}

// Writes beside each of `markers` its text, or a letter for it; returns what the letters
// stand for, as pairs. `names` are the names of the map, which ought to stay legible.
export function writeBeside(markers, texts, names) {
  const boxes = (nodes) => nodes.map((node) => node.getBoundingClientRect());
  const ways = writtenAt(texts, boxes(markers), boxes(names));
  markers.forEach((node, i) => {
    node.dataset.numbers = ways[i]?.text ?? '';
    node.dataset.side = ways[i]?.side ?? 'below';
  });
  return ways.flatMap((way, i) => (way?.letter ? [[way.letter, texts[i]]] : []));
}
