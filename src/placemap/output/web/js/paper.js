// The page on paper: the map in a size of its own and always light, the legend, the table.

import { byId } from './dom.js';

// `fill()` puts the visible events into the table for paper, `empty()` takes them out.
export function wirePrint(map, stage, { fill, empty }) {
  const { dataset, classList } = document.documentElement;
  const legend = byId('legend');
  let before = null;
  addEventListener('beforeprint', () => {
    before = { theme: dataset.theme, view: stage.view(), isOpen: legend.open };
    const shown = stage.isFitted() ? null : map.getBounds();
    legend.open = true;
    dataset.theme = 'light';
    classList.add('printing');
    fill();
    stage.restyle();
    stage.pauseTiles(true);
    stage.fitPaper(shown);
  });
  addEventListener('afterprint', () => {
    if (before.theme) dataset.theme = before.theme;
    else delete dataset.theme;
    classList.remove('printing');
    legend.open = before.isOpen;
    empty();
    stage.restyle();
    stage.pauseTiles(false);
    map.invalidateSize({ animate: false });
    stage.setView(before.view);
  });
}
