// What a ring stands for: how many events of which kind, and how they are reported.

// Of more colours than this in a ring only the first few are told apart.
export const MOST_COLOURS = 4;
export const SEVERAL = 'var(--several)';
// What has not happened for certain is hollow, what happened long ago pale, as in symbols.
const PALE = 'pale';
const HOLLOW = 'hollow';
const LOOK_OF = {
  historical: PALE,
  future: HOLLOW,
  hypothetical: HOLLOW,
  denied: HOLLOW,
};
const LOOKS_IN_ORDER = ['', PALE, HOLLOW];

// How often each type occurs in each look; the keys are for the functions below.
export function countMix(events) {
  const counts = new Map();
  for (const { type, status } of events) {
    const key = `${LOOK_OF[status] ?? ''} ${type}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export function addCounts(one, other) {
  const total = new Map(one);
  for (const [key, n] of other) total.set(key, (total.get(key) ?? 0) + n);
  return total;
}

export function totalOf(counts) {
  return [...counts.values()].reduce((a, b) => a + b, 0);
}

function unpackKey(key) {
  const gap = key.indexOf(' ');
  return { look: key.slice(0, gap), type: key.slice(gap + 1) };
}

// How often each type occurs, however it is reported.
export function countsByType(counts) {
  const totals = new Map();
  for (const [key, n] of counts) {
    const { type } = unpackKey(key);
    totals.set(type, (totals.get(type) ?? 0) + n);
  }
  return totals;
}

// The parts of a ring as [colour, number, look]. What most of the events are keeps its
// colour; of many colours the rarer ones share one that is no type's own.
export function partsOf(counts, colourOf) {
  const totals = new Map();
  for (const [type, n] of countsByType(counts)) {
    const colour = colourOf(type);
    totals.set(colour, (totals.get(colour) ?? 0) + n);
  }
  const sorted = [...totals].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const own = sorted.length > MOST_COLOURS ? sorted.slice(0, MOST_COLOURS - 1) : sorted;
  const parts = [...own, SEVERAL].flatMap((colour) =>
    LOOKS_IN_ORDER.map((look) => ({ colour, look, n: 0 })),
  );
  for (const [key, n] of counts) {
    const { look, type } = unpackKey(key);
    const colour = own.includes(colourOf(type)) ? colourOf(type) : SEVERAL;
    parts.find((part) => part.colour === colour && part.look === look).n += n;
  }
  return parts.filter(({ n }) => n).map(({ colour, n, look }) => [colour, n, look]);
}
