// Files of what is visible, made in the page.

import { byId, el } from './dom.js';
import { t } from './strings.js';
import { toCsv, toGeoJson } from './rows.js';

function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

// A list of buttons that opens below its own, and closes when one of them is pressed.
export function createDownloads(model, { visible, picture }) {
  const menu = byId('downloads');
  const files = {
    geojson: () =>
      save(
        'events.geojson',
        JSON.stringify(toGeoJson(model, visible()), null, 1),
        'application/geo+json',
      ),
    csv: () => save('events.csv', toCsv(model, visible(), { isMarked: false }), 'text/csv'),
    'csv-marked': () =>
      save('events.csv', toCsv(model, visible(), { isMarked: true }), 'text/csv'),
    png: () => picture(visible(), (blob) => save('map.png', blob, 'image/png')),
  };
  const close = () => {
    menu.open = false;
  };
  const buttons = Object.entries(files).map(([name, make]) =>
    el(
      'button',
      {
        type: 'button',
        data: { file: name },
        onclick: () => {
          close();
          menu.querySelector('summary').focus();
          make();
        },
      },
      el('span', {}, t(`download.${name}`)),
      el('span', { class: 'note' }, t(`download.${name}.note`)),
    ),
  );
  menu.append(
    el('div', { class: 'menu', role: 'group', 'aria-label': t('download') }, buttons),
  );
  document.addEventListener('pointerdown', ({ target }) => {
    if (!menu.contains(target)) close();
  });
  menu.addEventListener('keydown', (press) => {
    if (press.key !== 'Escape' || !menu.open) return;
    press.stopPropagation();
    close();
    menu.querySelector('summary').focus();
  });
}
