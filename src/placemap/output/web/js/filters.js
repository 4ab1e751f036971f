// Which events are shown. Hidden types and statuses are remembered, not shown ones, so
// that an empty state shows everything.

export const NO_FILTERS = {
  hiddenTypes: [],
  hiddenStatuses: [],
  from: '',
  to: '',
  query: '',
};

const TESTS = {
  type: (event, f) => !f.hiddenTypes.includes(event.type),
  status: (event, f) => !f.hiddenStatuses.includes(event.status),
  // An event without a date stays as long as nobody asks for dates.
  date: (event, f) =>
    (!f.from && !f.to) ||
    (Boolean(event.start) &&
      (!f.from || (event.end ?? event.start) >= f.from) &&
      (!f.to || event.start <= f.to)),
  query: (event, f) =>
    !f.folded || f.folded.split(' ').every((word) => event.words.includes(word)),
};

function passes(event, filters, except) {
  return Object.entries(TESTS).every(
    ([name, test]) => name === except || test(event, filters),
  );
}

export function visibleEvents(events, filters) {
  return events.filter((event) => passes(event, filters));
}

// How many events there would be of each value of `name` ('type', 'status') with only the
// other filters applied.
export function facetCounts(events, filters, name) {
  const counts = new Map();
  for (const event of events) {
    if (passes(event, filters, name))
      counts.set(event[name], (counts.get(event[name]) ?? 0) + 1);
  }
  return counts;
}

export function isFiltered(filters) {
  return Boolean(
    filters.hiddenTypes.length ||
    filters.hiddenStatuses.length ||
    filters.from ||
    filters.to ||
    filters.query,
  );
}
