// Which events are shown. Hidden types and statuses are remembered, and chosen reports,
// places and voices, so that an empty state shows everything.

export const NO_FILTERS = {
  hiddenTypes: [],
  hiddenStatuses: [],
  voices: [],
  docs: [],
  places: [],
  precs: [],
  minScore: 0,
  from: '',
  to: '',
  undated: '',
  query: '',
};

function isHidden(values, key) {
  const hidden = new Set(values);
  return hidden.size ? (event) => !hidden.has(event[key]) : null;
}

function isChosen(values, keysOf) {
  const chosen = new Set(values);
  return chosen.size ? (event) => keysOf(event).some((key) => chosen.has(key)) : null;
}

// Unless asked for, events without a date go when one asks for dates.
export function keepsUndated({ undated, from, to }) {
  return undated ? undated === 'with' : !from && !to;
}

function isDuring(filters) {
  const { from, to } = filters;
  const keeps = keepsUndated(filters);
  if (keeps && !from && !to) return null;
  return ({ start, last }) =>
    start ? (!from || last >= from) && (!to || start <= to) : keeps;
}

function matchesQuery({ folded }) {
  const words = folded ? folded.split(' ') : [];
  return words.length ? (event) => words.every((word) => event.words.includes(word)) : null;
}

// For each kind of filter the test it makes of the state, or null where all pass.
const TESTS = {
  type: ({ hiddenTypes }) => isHidden(hiddenTypes, 'type'),
  status: ({ hiddenStatuses }) => isHidden(hiddenStatuses, 'status'),
  voice: ({ voices }) => isChosen(voices, (event) => [event.voice]),
  doc: ({ docs }) => isChosen(docs, (event) => [event.doc]),
  place: ({ places }) => isChosen(places, (event) => event.placeIds),
  prec: ({ precs }) => isChosen(precs, (event) => event.precs),
  score: ({ minScore }) => (minScore ? (event) => event.score >= minScore : null),
  date: isDuring,
  query: matchesQuery,
};
const NAMES = Object.keys(TESTS);

// Each event is tested once; which tests it fails is kept as bits of a number.
export function sift(events, filters) {
  const fails = new Uint16Array(events.length);
  NAMES.forEach((name, bit) => {
    const test = TESTS[name](filters);
    if (!test) return;
    events.forEach((event, i) => {
      if (!test(event)) fails[i] |= 1 << bit;
    });
  });
  return {
    visible: events.filter((_, i) => !fails[i]),
    // The events there would be without the filter of that name.
    besides(name) {
      const others = ~(1 << NAMES.indexOf(name));
      return events.filter((_, i) => !(fails[i] & others));
    },
  };
}

// How many of the events there are of each key; an event may have several.
export function countBy(events, keysOf) {
  const counts = new Map();
  for (const event of events) {
    for (const key of keysOf(event)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export function isFiltered(filters) {
  return Object.entries(NO_FILTERS).some(([name, empty]) =>
    Array.isArray(empty) ? filters[name].length > 0 : filters[name] !== empty,
  );
}

// How many kinds of filters are set; both ends of the time are one.
export function filtersSet(filters) {
  return NAMES.filter((name) => TESTS[name](filters)).length;
}
