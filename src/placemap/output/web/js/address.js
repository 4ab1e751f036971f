// The address of the page: what its words may stand for, and when it is written.

import { SORTS } from './columns.js';
import { STATUSES } from './model.js';
import { TABS } from './panel.js';
import { writeHash } from './permalink.js';

// Browsers stop a page that changes its address more often than 200 times in 30 seconds.
const LEAST_BETWEEN_LINKS_MS = 160;

// The words an address may have for each list of the state, and the values they stand for.
export function knownValues(model) {
  const same = (values) => new Map(values.map((value) => [String(value), value]));
  const docs = model.documents.map((document, doc) => [document.id, doc]);
  return {
    hiddenTypes: same(model.types.map((type) => type.code)),
    hiddenStatuses: same(STATUSES),
    voices: same(model.events.map((event) => event.voice)),
    docs: new Map(docs.reverse()),
    places: same(model.events.flatMap((event) => event.placeIds)),
    precs: same(model.events.flatMap((event) => event.precs)),
    firstDoc: model.firstDoc,
    languages: Object.keys(model.languages),
    names: model.policies.map(({ key }) => key),
    tabs: TABS,
    sorts: SORTS,
    // Where no event is on the map, they are what it has to show.
    showsMentioned: !model.sites.length && model.mentioned.length > 0,
  };
}

// Calls `write` now, or soon if it has just been called.
function seldom(write) {
  let timer = 0;
  let last = -Infinity;
  const run = () => {
    timer = 0;
    last = performance.now();
    write();
  };
  return () => {
    const wait = last + LEAST_BETWEEN_LINKS_MS - performance.now();
    if (wait <= 0) run();
    else if (!timer) timer = setTimeout(run, wait);
  };
}

// `linkNow()` is what the address is to hold, `known` what its words stand for.
export function createAddress(known, linkNow) {
  let isLast = false;
  function write(link) {
    if (isLast) return;
    try {
      history.replaceState(null, '', writeHash(link, known));
    } catch {
      // A page inside a notebook cell has no address to write to.
    }
  }
  return {
    writeSoon: seldom(() => write(linkNow())),
    // Before the page is left: what is written now, with some `changes`, stays.
    writeLast(changes) {
      write({ ...linkNow(), ...changes });
      isLast = true;
    },
  };
}
