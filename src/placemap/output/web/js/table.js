// All events as a real table: the way in without a map.

import { bdi, byId, el } from './dom.js';
import { whenOf } from './dates.js';
import { symbol } from './shapes.js';
import { t } from './strings.js';

const PAGE = 300;
const COLUMNS = ['when', 'what', 'where', 'status'];

export function createTable(model, onEvent) {
  const pane = byId('pane-events');
  let limit = PAGE;

  function row(event, open) {
    const type = model.typeOf(event);
    const names = model.placeNames(event);
    const isOpen = event.i === open;
    return el(
      'tr',
      {
        class: isOpen ? 'is-open' : null,
        data: { event: event.i },
        onclick: () => onEvent(event.i),
      },
      el('td', { class: 'nowrap' }, whenOf(event)),
      el(
        'th',
        { scope: 'row' },
        el(
          'button',
          {
            type: 'button',
            'aria-current': isOpen ? 'true' : null,
            onclick: (press) => {
              press.stopPropagation();
              onEvent(event.i);
            },
          },
          symbol(type, event.status, 16),
          type.label,
        ),
      ),
      el(
        'td',
        {},
        names.length ? bdi(names.join(', ')) : el('span', { class: 'note' }, t('nowhere')),
      ),
      el('td', { class: 'note' }, t(`status.${event.status}`)),
    );
  }

  return {
    show(events, open) {
      if (!events.length) {
        pane.replaceChildren(el('p', { class: 'empty' }, t('table.empty')));
        return;
      }
      const left = events.length - limit;
      const more = () => {
        limit += PAGE;
        this.show(events, open);
      };
      const head = COLUMNS.map((name) => el('th', { scope: 'col' }, t(`table.${name}`)));
      pane.replaceChildren(
        el(
          'table',
          {},
          el('caption', {}, t('table.caption')),
          el('thead', {}, el('tr', {}, head)),
          el(
            'tbody',
            {},
            events.slice(0, limit).map((event) => row(event, open)),
          ),
        ),
        left > 0
          ? el(
              'button',
              { type: 'button', class: 'more', onclick: more },
              t('table.more', { n: Math.min(left, PAGE) }),
            )
          : '',
      );
    },
  };
}
