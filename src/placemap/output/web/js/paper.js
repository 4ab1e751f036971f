// The page on paper: the map in a size of its own and always light, the legend, the table of
// the events, and the texts that tell of them. Numbers tie them together.

import { byId, el } from './dom.js';
import { groupsAt } from './hints.js';
import { sheetFoot, imprint } from './imprint.js';
import { keepApart, numberMarkers, numbersOf } from './numbers.js';
import { paperTable } from './papertable.js';
import { paperTexts, textsToPrint } from './papertexts.js';
import { t } from './strings.js';

// More events than this nobody prints.
const MOST_ON_PAPER = 500;

function noteOnPart(n, all) {
  return all > n ? el('p', { class: 'note' }, t('paper.part', { n, all })) : '';
}

// The text is open that is to be printed: then all are that tell of an event in the table.
function textsFor(model, state, events) {
  return state.tab === 'text' ? textsToPrint(model.documents, events) : null;
}

// `ordered()` are the events that pass the filters, in the order of the table.
export function wirePrint(map, stage, { model, ordered, stateOf }) {
  const root = document.documentElement;
  const [legend, paper] = [byId('legend'), byId('paper')];
  let before = null;

  function fill(events) {
    const state = stateOf();
    const some = events.slice(0, MOST_ON_PAPER);
    const numbers = numbersOf(some);
    const texts = textsFor(model, state, some);
    paper.append(
      imprint(model, state, events.length, texts),
      noteOnPart(some.length, events.length),
      paperTable(model, some, numbers),
      ...(texts ? paperTexts(model, texts.printed, some, numbers) : []),
    );
    return numbers;
  }

  function numberMap(events, numbers) {
    const markers = [...map.getContainer().querySelectorAll('.marker, .chip')];
    numberMarkers(markers, { groupsOf: groupsAt, events, numbers });
    keepApart(markers);
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
    stage.restyle();
    stage.pauseTiles(false);
    map.invalidateSize({ animate: false });
    stage.setView(before.view);
  });
}
