// Cutting a text into pieces along spans that may overlap.

// The pieces of text[from, to): each with its `text` and the `spans` that cover it.
// Spans are objects with `at`, a pair of UTF-16 offsets.
export function segments(text, spans, from = 0, to = text.length) {
  const inside = spans.filter((span) => span.at[0] < to && span.at[1] > from);
  const cuts = new Set([from, to]);
  for (const { at } of inside) {
    cuts.add(Math.max(at[0], from));
    cuts.add(Math.min(at[1], to));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const starting = [...inside].sort((a, b) => a.at[0] - b.at[0]);
  const pieces = [];
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i], sorted[i + 1]];
    const first = next;
    while (next < starting.length && starting[next].at[0] <= start) next++;
    open = [...open, ...starting.slice(first, next)].filter((span) => span.at[1] > start);
    pieces.push({ text: text.slice(start, end), spans: open });
  }
  return pieces;
}

// A line that is told to its end, quotes and a source in brackets included.
const TOLD = /[.!?…:。！？।۔؟։][)\]"'”’»›]*(\s*\([^()]*\))?\s*$/u;
const GOES_ON = /^\s*[\p{Ll},;]/u;
// Nobody wraps lines by hand at more characters than these.
const WIDEST_WRAP = 130;
// Shorter than this share of the longest a line was not wrapped, but ended.
const WRAPPED = 0.6;

// The lines that are not blank, as pairs of offsets, and whether a blank one comes before.
function linesOf(text) {
  const lines = [];
  let last = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (!line.trim()) continue;
    const breaks = text.slice(last, index).match(/\r\n|[\r\n\u2028\u2029]/g) ?? [];
    lines.push({ line, at: [index, index + line.length], isApart: breaks.length > 1 });
    last = index + line.length;
  }
  return lines;
}

// The paragraphs of a text, of what follows `from`, as pairs of offsets, blank lines left
// out. A line that was wrapped in the middle of a sentence is no paragraph of its own.
export function paragraphs(text, from = 0) {
  const lines = linesOf(text).filter(({ at }) => at[0] >= from);
  const longest = lines.reduce((most, { line }) => Math.max(most, line.trim().length), 0);
  const isLong = (line) =>
    longest <= WIDEST_WRAP && line.trim().length >= WRAPPED * longest;
  const found = [];
  lines.forEach(({ line, at, isApart }, i) => {
    const before = lines[i - 1]?.line ?? '.';
    const isOpen = !TOLD.test(before) && (GOES_ON.test(line) || isLong(before));
    if (isOpen && !isApart) found.at(-1)[1] = at[1];
    else found.push([...at]);
  });
  return found;
}

// The sentence of an event, or, where none is given, the words around its trigger.
export function sentenceOf(event, text) {
  if (event.sentence) return event.sentence;
  const [start, end] = event.trigger;
  return [Math.max(0, start - 160), Math.min(text.length, end + 160)];
}

// More words than these before the trigger would push it out of sight.
const LONGEST_LEAD = 60;
const LEAD = 36;

// What a list shows of an event's sentence: as [before, trigger, after], from a word shortly
// before the trigger on where that stands late, so that events of one sentence differ.
export function snippetOf(event, text) {
  const [from, to] = sentenceOf(event, text);
  const start = Math.min(Math.max(event.trigger[0], from), to);
  const end = Math.min(Math.max(event.trigger[1], start), to);
  return [leadOf(text.slice(from, start)), text.slice(start, end), text.slice(end, to)];
}

// Cut between words; in a script without spaces, at least between characters.
function leadOf(before) {
  if (before.length <= LONGEST_LEAD) return before;
  const end = before.slice(-LEAD);
  const space = end.search(/\s/);
  const cut = space < 0 ? end.replace(/^[\uDC00-\uDFFF]/, '') : end.slice(space + 1);
  return `… ${cut}`;
}
