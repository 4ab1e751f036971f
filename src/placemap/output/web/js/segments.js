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

// The paragraphs of a text as pairs of offsets, blank lines left out.
export function paragraphs(text) {
  return [...text.matchAll(/[^\r\n\u2028\u2029]+/g)]
    .filter((match) => match[0].trim())
    .map((match) => [match.index, match.index + match[0].length]);
}

// The sentence of an event, or, where none is given, the words around its trigger.
export function sentenceOf(event, text) {
  if (event.sentence) return event.sentence;
  const [start, end] = event.trigger;
  return [Math.max(0, start - 160), Math.min(text.length, end + 160)];
}
