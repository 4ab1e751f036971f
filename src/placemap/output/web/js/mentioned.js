// Places that are named without an event: a quiet layer of their own, off at first.

import { el } from './dom.js';
import { unwrap } from './geometry.js';
import { t } from './strings.js';

// The places as they are meant: not governments, peoples or parts of other names.
export function mentionedPlaces(model) {
  const eventful = new Set(model.events.flatMap((e) => e.places.map((p) => p.place)));
  const found = new Map();
  model.documents.forEach((document, doc) => {
    document.toponyms.forEach((toponym, k) => {
      const isNamed =
        toponym.role === 'literal' && !['demonym', 'adjective'].includes(toponym.form);
      if (
        !isNamed ||
        !('lon' in toponym) ||
        eventful.has(toponym.place) ||
        found.has(toponym.place)
      )
        return;
      const place = model.places[toponym.place];
      const [from, to] = toponym.at;
      found.set(toponym.place, {
        doc, k, lon: toponym.lon, lat: toponym.lat, isCountry: place?.isCountry === true,
        name: toponym.name ?? document.text.slice(from, to),
      }); // prettier-ignore
    });
  });
  return [...found.values()];
}

export function createMentioned(map, model, west, onOpen) {
  const places = model.mentioned;
  const layer = L.layerGroup();

  function add(place) {
    // A country is a name only: a dot would say it is there, and nowhere else.
    if (place.isCountry) return;
    const label = `${place.name}: ${t('place.mentioned.short')}`;
    const icon = L.divIcon({
      className: 'mention',
      iconSize: [18, 18],
      html: el('span', { class: 'mention-dot' }),
    });
    const marker = L.marker([place.lat, unwrap(place.lon, west)], {
      icon,
      title: label,
      alt: label,
      zIndexOffset: -1000,
    });
    marker.on('click', () => onOpen(place.doc, place.k));
    marker.on(
      'keypress',
      ({ originalEvent }) => originalEvent.key === 'Enter' && onOpen(place.doc, place.k),
    );
    marker.on('add', () => marker.getElement().setAttribute('aria-label', label));
    layer.addLayer(marker);
  }

  places.forEach(add);
  return {
    count: places.length,
    show(isWanted) {
      if (isWanted) layer.addTo(map);
      else layer.remove();
    },
    names: () =>
      places.map(({ lat, lon, name, isCountry }) => ({
        latLng: L.latLng(lat, unwrap(lon, west)),
        name,
        radius: isCountry ? 0 : 7,
        isQuiet: true,
      })),
  };
}
