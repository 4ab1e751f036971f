// Areas, lines, circles and hatched countries: where a place is more than a point.

import { svg } from './dom.js';
import { holds, positionsIn, stretches, toLatLngs } from './geometry.js';
import { countryAround, createCuts, landOf } from './within.js';

const HATCH = 14;
const MOST_ANCHORS = 6;
// Smaller shapes lie hidden under their own symbol, and would be mistaken for one where it
// is part of a ring.
const LEAST_PX = 14;
// Shapes this far outside the view (in views) are drawn too, for panning.
const AREAS_AROUND_VIEW = 0.4;
// Corners as equally far from the middle as this make a circle.
const ROUND = 0.02;
// Of more shapes than this the approximate ones would only hatch the map.
const MOST_VAGUE = 20;

// One pattern for each colour in use; SVG fills can refer to it by its name.
function hatch(colour, defs) {
  const id = `hatch-${colour.replace(/\W/g, '')}`;
  if (!document.getElementById(id)) {
    defs.append(
      svg(
        'pattern',
        {
          id,
          width: HATCH,
          height: HATCH,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        svg('rect', {
          class: 'hatch-line',
          width: 1.6,
          height: HATCH,
          style: { '--type': colour },
        }),
      ),
    );
  }
  return `url(#${id})`;
}

// Whole shapes are moved, not single points: a country may lie across the edge.
function countryLatLngs(country, west) {
  return country.polygons.map((rings) => {
    const turn = rings[0].every(([lon]) => lon < west) ? 360 : 0;
    return rings.map((ring) => ring.map(([lon, lat]) => [lat, lon + turn]));
  });
}

function isLine(site) {
  return /LineString$/.test(site.geometry?.type ?? '');
}

function polygonsOf({ type, coordinates }) {
  return type === 'Polygon' ? [coordinates] : coordinates;
}

// A division of which only a point and about its size are known.
export function hasNoOutline(site, { places }) {
  const isDivision = places[site.place]?.kind?.startsWith('A.');
  return site.kind === 'circle' || Boolean(site.vague && isDivision);
}

export function createAreas(map, model, basemap, west) {
  map.createPane('areas').style.zIndex = 350;
  const renderer = L.svg({ pane: 'areas', padding: 0.4 });
  const defs = svg('defs');
  document.body.append(svg('svg', { class: 'hidden', 'aria-hidden': 'true' }, defs));
  const layer = L.layerGroup().addTo(map);
  const shown = new Map();
  const bounds = new Map();
  const lands = {};
  const cuts = createCuts(renderer, layer, (country) => countryLatLngs(country, west));

  function latLngsOf(site) {
    const country = site.kind === 'country' && basemap.countryAt(site.code);
    if (country) return countryLatLngs(country, west);
    return site.geometry ? toLatLngs(site.geometry.coordinates, west) : null;
  }

  // Without the lakes, in the detail of the present zoom.
  function landNow() {
    const level = basemap.isClose() ? 'near' : 'far';
    lands[level] ??= landOf(basemap.lakes());
    return lands[level];
  }

  function countryOf(site) {
    return countryAround(site, model.places[site.place], basemap.countries());
  }

  // In metres, where an outline was only drawn as a circle around a point; otherwise 0.
  function roundRadius(site) {
    if (site.kind === 'circle') return site.radius || 1;
    if (!site.vague || site.geometry?.type !== 'Polygon') return 0;
    const middle = L.latLng(site.lat, site.lon);
    const far = site.geometry.coordinates[0].map(([lon, lat]) => middle.distanceTo([lat, lon])); // prettier-ignore
    const least = Math.min(...far);
    return Math.max(...far) - least < ROUND * least ? least : 0;
  }

  function build(site, look) {
    const options = {
      pane: 'areas',
      renderer,
      className: look.className,
      bubblingMouseEvents: false,
    };
    const radius = roundRadius(site);
    if (radius)
      return L.circle(toLatLngs([site.lon, site.lat], west), {
        ...options,
        radius,
      });
    const latLngs = latLngsOf(site);
    if (!latLngs) return null;
    if (isLine(site)) {
      const casing = L.polyline(latLngs, {
        ...options,
        className: site.straight ? 'shape-casing is-straight' : 'shape-casing',
        interactive: false,
      });
      return L.featureGroup([casing, L.polyline(latLngs, options)]);
    }
    const fill =
      site.kind === 'country'
        ? { fillColor: hatch(look.colour, defs), fillOpacity: 1 }
        : {};
    return L.polygon(latLngs, { ...options, ...fill, smoothFactor: 1 });
  }

  function colourIn(shape, colour) {
    if (shape.eachLayer) shape.eachLayer((part) => colourIn(part, colour));
    else shape.getElement()?.style.setProperty('--type', colour);
  }

  function lookOf(site, events, isOpen) {
    const colours = new Set(events.map((event) => model.typeOf(event).colour));
    const faint = events.every((event) =>
      ['future', 'hypothetical', 'denied'].includes(event.status),
    );
    return {
      colour: colours.size === 1 ? [...colours][0] : 'var(--mixed)',
      className: [
        'shape',
        `shape-${site.kind}`,
        site.straight ? 'is-straight' : '',
        site.vague && site.kind === 'area' ? 'is-vague' : '',
        hasNoOutline(site, model) ? 'is-hollow' : '',
        faint ? 'is-faint' : '',
        isOpen ? 'is-open' : '',
      ]
        .filter(Boolean)
        .join(' '),
    };
  }

  function boundsOf(site) {
    if (site.kind === 'circle')
      return L.latLng(toLatLngs([site.lon, site.lat], west)).toBounds(
        Math.max(1, site.radius * 2),
      );
    const latLngs = latLngsOf(site);
    return latLngs && L.latLngBounds(positionsIn(latLngs));
  }

  // Which of the sites make a shape that can be seen in this view.
  function seen(indices) {
    const view = map.getBounds().pad(AREAS_AROUND_VIEW);
    return indices.filter((i) => {
      const site = model.sites[i];
      if (site.kind === 'point') return false;
      if (site.kind === 'country') return true;
      if (!bounds.has(i)) bounds.set(i, boundsOf(site));
      const own = bounds.get(i);
      if (!own?.intersects(view)) return false;
      const from = map.project(own.getNorthWest());
      const { x, y } = map.project(own.getSouthEast()).subtract(from);
      return Math.max(x, y) >= LEAST_PX;
    });
  }

  // The smaller lie on the larger, so that each can be seen and pressed.
  function stack() {
    [...shown.keys()]
      .sort((a, b) => model.sites[b].radius - model.sites[a].radius)
      .forEach((i) => shown.get(i).shape.bringToFront());
  }

  return {
    // `visible` has the visible events of each site that has any, by site index.
    draw(visible, openGroups, onOpen) {
      const inView = seen([...visible.keys()]);
      const isClear = (i) =>
        roundRadius(model.sites[i]) === 0 || openGroups.includes(model.sites[i].group);
      const wanted = new Set(inView.length > MOST_VAGUE ? inView.filter(isClear) : inView);
      for (const [i, { shape }] of shown) {
        if (wanted.has(i)) continue;
        layer.removeLayer(shape);
        shown.delete(i);
      }
      for (const i of wanted) {
        const site = model.sites[i];
        const events = visible.get(i);
        const look = lookOf(site, events, openGroups.includes(site.group));
        const country = hasNoOutline(site, model) ? countryOf(site) : null;
        const isDrawnOf = (site.code || country) && basemap.isClose();
        const signature = `${look.colour} ${look.className} ${isDrawnOf}`;
        if (shown.get(i)?.signature === signature) continue;
        if (shown.has(i)) layer.removeLayer(shown.get(i).shape);
        const shape = build(site, look);
        if (!shape) continue;
        shape.on('click', () => onOpen(site.group)).addTo(layer);
        colourIn(shape, look.colour);
        if (country) cuts.cut(shape, country, i);
        if (site.kind === 'country') cuts.limit(shape, landNow());
        shown.set(i, { shape, signature });
      }
      stack();
    },
    // Whether a position lies in the area of an event; whole countries do not count.
    covers({ lat, lng }) {
      return [...shown.keys()].some((i) => {
        const site = model.sites[i];
        if (site.kind === 'country' || isLine(site)) return false;
        const radius = roundRadius(site);
        const middle = toLatLngs([site.lon, site.lat], west);
        if (radius) return L.latLng(middle).distanceTo([lat, lng]) < radius;
        return polygonsOf(site.geometry).some((rings) => holds(rings, lng, lat));
      });
    },
    // Other spots for a shape's chip than its own point, should that one be taken.
    anchorsOf(site, view) {
      const latLngs = site.kind === 'circle' ? null : latLngsOf(site);
      if (!latLngs) return [];
      if (isLine(site)) return positionsIn(latLngs).map(([lat, lon]) => ({ lat, lon }));
      const polygons = site.geometry
        ? polygonsOf(site.geometry)
        : basemap.countryAt(site.code).polygons;
      return stretches(polygons, view).slice(0, MOST_ANCHORS);
    },
    boundsOf: (site) => (site.kind === 'point' ? null : boundsOf(site)),
  };
}
