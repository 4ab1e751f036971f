// Rings that stand for somewhere in a division are cut where its country ends: what is known
// is that it lies within, and a ring over a border or the sea would say otherwise.

import { svg } from './dom.js';
import { holds } from './geometry.js';

// Of these kinds are divisions and towns; regions may reach over borders.
const KINDS = /^[AP]\./;

// How Leaflet draws a polygon unless told otherwise.
const LOOKS = ['stroke', 'stroke-width', 'stroke-opacity', 'fill', 'fill-opacity'];

// Half the width of a map that shows the world three times, in degrees.
const WORLD = 540;

// The country a place of unknown outline is cut by, as the base map has it; none where it is
// disputed whose the place is, or where the map is too coarse to have land there.
export function countryAround(site, place, countries) {
  if (!place?.country || place.disputed || !KINDS.test(place.kind ?? '')) return null;
  const country = countries.find(({ iso }) => iso === place.country);
  const isOnLand = country?.polygons.some((rings) => holds(rings, site.lon, site.lat));
  return isOnLand ? country : null;
}

// All that is no lake, as a country with holes; the map may show the world three times.
export function landOf(lakes) {
  const lons = [-WORLD, WORLD];
  const all = [lons[0], lons[1], lons[1], lons[0]].map((lon, i) => [lon, i < 2 ? -89 : 89]);
  const shores = lakes.flatMap(({ polygons }) => polygons.map(([outer]) => outer));
  const copies = [-360, 0, 360].flatMap((by) =>
    shores.map((shore) => shore.map(([lon, lat]) => [lon + by, lat])),
  );
  return { key: 'land', polygons: [[all, ...copies]] };
}

// Clips rings by the outlines of countries, and closes them along these. `latLngsOf` gives
// what to draw of a country.
export function createCuts(renderer, layer, latLngsOf) {
  const outlines = new Map();

  // The outline lies in the clip, where it is not seen; Leaflet keeps it in step.
  function outlineOf(country, id) {
    const options = { pane: 'areas', renderer, interactive: false };
    const outline = L.polygon(latLngsOf(country), options);
    layer.addLayer(outline);
    const path = outline.getElement();
    const clip = svg('clipPath', { id });
    path.before(clip);
    clip.append(path);
    // Whoever refers to it decides how it looks.
    for (const name of LOOKS) path.removeAttribute(name);
    path.id = `${id}-outline`;
    path.setAttribute('clip-rule', 'evenodd');
    return { outline, clip, of: country };
  }

  function update(country, id) {
    const known = outlines.get(id);
    if (known?.of === country) return;
    // The detailed country has taken the place of the coarse one, or the other way round.
    if (known) {
      layer.removeLayer(known.outline);
      known.clip.remove();
    }
    outlines.set(id, outlineOf(country, id));
  }

  // The border and coast within a ring: that half of the line which lies inside.
  function edgeOf(path, id) {
    const href = `#${id}-outline`;
    const edge = svg('use', {
      href,
      class: 'shape is-edge',
      'clip-path': `url(#in-${path.id})`,
    });
    edge.classList.add(...[...path.classList].filter((name) => name.startsWith('is-')));
    edge.style.setProperty('--type', path.style.getPropertyValue('--type'));
    return edge;
  }

  // Draws of a shape only what lies in a country; returns the outline's name.
  function limit(shape, country) {
    const id = `within-${country.key.replace(/\W/g, '')}`;
    update(country, id);
    shape.getElement().setAttribute('clip-path', `url(#${id})`);
    return id;
  }

  return {
    limit,
    // `key` is the ring's own.
    cut(shape, country, key) {
      const id = limit(shape, country);
      const path = shape.getElement();
      path.id = `ring-${key}`;
      const use = svg('use', { href: `#${path.id}` });
      const nodes = [svg('clipPath', { id: `in-${path.id}` }, use), edgeOf(path, id)];
      path.after(...nodes);
      shape.on('remove', () => nodes.forEach((node) => node.remove()));
    },
  };
}
