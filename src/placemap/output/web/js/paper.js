// The page on paper: the map in a size of its own and always light, the legend, the table of
// the events, and the texts that tell of them. Numbers tie them together.

import { byId, el } from './dom.js';
import { lackOf } from './header.js';
import { groupsAt } from './hints.js';
import { sheetFoot, imprint } from './imprint.js';
import { numbersAt, numbersOf, writeBeside } from './numbers.js';
import { paperTable } from './papertable.js';
import { paperTexts, textsToPrint } from './papertexts.js';
import { t } from './strings.js';

// More events than this nobody prints.
const MOST_ON_PAPER = 500;

function lackNote(model, events) {
  const key = lackOf(model, events);
  return key ? el('p', { class: 'paper-lack' }, t(key)) : '';
}

function noteOnPart(n, all) {
  return all > n ? el('p', { class: 'note' }, t('paper.part', { n, all })) : '';
}

// The text is open that is to be printed: then all are that tell of an event in the table or,
// where there is no event to tell of, simply all.
function textsFor(model, state, events) {
  if (state.tab !== 'text') return null;
  const { documents } = model;
  const docs = model.events.length ? events.map(({ doc }) => doc) : [...documents.keys()];
  return textsToPrint(documents, docs);
}

// What the letters beside symbols stand for that have too many events to write them there.
function letterKey(letters) {
  if (!letters.length) return null;
  const parts = letters.map(([letter, numbers]) => [el('b', {}, letter), ' ', numbers]);
  return el(
    'p',
    { class: 'paper-letters' },
    t('paper.letters'),
    parts.map((part) => [' ', el('bdi', {}, ...part)]).flat(),
  );
}

// `ordered()` are the events that pass the filters, in the order of the table.
export function wirePrint(map, stage, { model, ordered, stateOf }) {
  const root = document.documentElement;
  const [legend, paper] = [byId('legend'), byId('paper')];
  let before = null;
  let key = null;

  function fill(events) {
    const state = stateOf();
    const some = events.slice(0, MOST_ON_PAPER);
    const numbers = numbersOf(some);
    const texts = textsFor(model, state, some);
    paper.append(
      imprint(model, state, events.length, texts),
      noteOnPart(some.length, events.length),
      some.length ? paperTable(model, some, numbers) : lackNote(model, events),
      ...(texts ? paperTexts(model, texts.printed, some, numbers) : []),
    );
    return numbers;
  }

  function numberMap(events, numbers) {
    const markers = stage.symbols();
    const names = [...map.getPane('labels').querySelectorAll('span')];
    const texts = numbersAt(markers, { groupsOf: groupsAt, events, numbers });
    const letters = writeBeside(markers, texts, names);
    key = letterKey(letters);
    if (key) legend.before(key);
  }

  addEventListener('beforeprint', () => {
    const { theme } = root.dataset;
    before = { theme, view: stage.view(), isOpen: legend.open };
    const shown = stage.isFitted() ? null : map.getBounds();
    const events = ordered();
    legend.open = true;
    root.dataset.theme = 'light';
    root.classList.add('printing');
    const foot = sheetFoot(model, stateOf(), byId('title').textContent);
    root.style.setProperty('--paper-foot', JSON.stringify(foot));
    const numbers = fill(events);
    stage.restyle();
    stage.pauseTiles(true);
    stage.fitPaper(shown);
    numberMap(events, numbers);
  });
  addEventListener('afterprint', () => {
    if (before.theme) root.dataset.theme = before.theme;
    else delete root.dataset.theme;
    root.classList.remove('printing');
    legend.open = before.isOpen;
    paper.replaceChildren();
    key?.remove();
    stage.restyle();
    stage.pauseTiles(false);
    map.invalidateSize({ animate: false });
    stage.setView(before.view);
  });
}
