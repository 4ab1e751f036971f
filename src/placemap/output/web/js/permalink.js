// The state of the page in the part of its address after #, and back.

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function knownItems(text, known) {
  return (text ?? '').split(',').filter((item) => known.includes(item));
}

function finite(text, lowest, highest) {
  const number = text === undefined || text === '' ? NaN : Number(text);
  return Number.isFinite(number) ? Math.min(Math.max(number, lowest), highest) : null;
}

function readView(text) {
  const [zoom, lat, lon] = (text ?? '').split('/');
  const view = {
    zoom: finite(zoom, 2, 13),
    lat: finite(lat, -85, 85),
    lon: finite(lon, -540, 540),
  };
  return Object.values(view).includes(null)
    ? null
    : { ...view, zoom: Math.round(view.zoom) };
}

function isoDate(text) {
  return text !== null && ISO_DATE.test(text) ? text : '';
}

// Whatever the address holds, only values the page knows come out.
export function readHash(hash, { types, statuses, documents }) {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    view: readView(params.get('map')),
    hiddenTypes: knownItems(params.get('without'), types),
    hiddenStatuses: knownItems(params.get('not'), statuses),
    from: isoDate(params.get('from')),
    to: isoDate(params.get('to')),
    query: (params.get('q') ?? '').slice(0, 200),
    doc: Math.max(0, documents.indexOf(params.get('doc'))),
    event: params.get('event') ?? '',
    mentioned: params.get('mentioned') === '1',
  };
}

export function writeHash(state) {
  const { view } = state;
  const params = new URLSearchParams();
  if (view) params.set('map', `${view.zoom}/${view.lat.toFixed(4)}/${view.lon.toFixed(4)}`);
  if (state.hiddenTypes.length) params.set('without', state.hiddenTypes.join(','));
  if (state.hiddenStatuses.length) params.set('not', state.hiddenStatuses.join(','));
  if (state.from) params.set('from', state.from);
  if (state.to) params.set('to', state.to);
  if (state.query) params.set('q', state.query);
  if (state.doc) params.set('doc', state.doc);
  if (state.event) params.set('event', state.event);
  if (state.mentioned) params.set('mentioned', '1');
  return `#${params.toString().replaceAll('%2F', '/').replaceAll('%2C', ',')}`;
}

// The address of one event, whatever its id is made of.
export function linkTo(event) {
  return `#${new URLSearchParams({ event: event.id })}`;
}
