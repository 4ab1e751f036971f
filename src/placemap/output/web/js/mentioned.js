// Places that are named without an event: a quiet layer of their own, off at first.

import { el } from './dom.js';
import { unwrap } from './geometry.js';
import { t } from './strings.js';

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
    const marker = L.marker(latLngOf(place), {
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

  function fill() {
    layer.clearLayers();
    places.forEach(add);
  }

  const latLngOf = ({ lat, lon }) => L.latLng(lat, unwrap(lon, west));

  fill();
  return {
    // After places were given other names.
    rename: fill,
    show(isWanted) {
      if (isWanted) layer.addTo(map);
      else layer.remove();
    },
    names: () =>
      places.map((place) => ({
        latLng: latLngOf(place),
        name: place.name,
        code: place.code,
        radius: place.isCountry ? 0 : 7,
        isQuiet: true,
      })),
  };
}
