// Everything on the map, kept in step: base map, areas, markers, mentioned places, names.

import { createAreas } from './areas.js';
import { createBasemap } from './basemap.js';
import { byId } from './dom.js';
import { mainPart, toSquare, weightOf } from './extent.js';
import { heartland, positionsIn, unwrap, westernEdge } from './geometry.js';
import { createLabels } from './labels.js';
import {
  addControls,
  createCoarseNote,
  bringAreaIntoView,
  bringIntoView,
  createSelection,
  createFit,
  limitView,
  SOUTH_END,
} from './mapview.js';
import { createMarkers } from './markers.js';
import { noteOn } from './marks.js';
import { createMentioned } from './mentioned.js';
import { drawPicture } from './picture.js';
import { createTiles } from './tiles.js';

// By its ISO 3166-1 number.
const ANTARCTICA = '010';
// The zoom from which on one can tell where a place is.
const CLOSE_ENOUGH = 5;
// A country alone is shown with some of its neighbours around it: this share of its size on
// each side, and no less than so many metres altogether.
const AROUND_A_COUNTRY = 0.12;
const LEAST_OF_A_COUNTRY_M = 300_000;
// Below this zoom one sees the world.
const TOO_WIDE = 4;

// Countries count only when most of what there is to see is known for one only.
function withoutFewCountries(items) {
  const finer = items.filter(({ site }) => site.kind !== 'country');
  const weigh = (some) => some.reduce((sum, { weight }) => sum + weight, 0);
  return 2 * weigh(finer) >= weigh(items) ? finer : items;
}

// Where the places of some events are, with how much each of them counts.
function whereabouts(model, events, west) {
  const weights = new Map();
  for (const event of events) {
    for (const i of sitesOf(event)) weights.set(i, (weights.get(i) ?? 0) + weightOf(event));
  }
  const items = [...weights].map(([i, weight]) => {
    const site = model.sites[i];
    return { site, weight, ...toSquare(unwrap(site.lon, west), site.lat) };
  });
  return withoutFewCountries(items);
}

// The same for places that are mentioned, each as much as any other.
function mentionedAbouts(model, west) {
  const items = model.mentioned.map(({ lon, lat, code, isCountry }) => ({
    site: { kind: isCountry ? 'country' : 'point', lon, lat, code, radius: 0 },
    weight: 1,
    ...toSquare(unwrap(lon, west), lat),
  }));
  return withoutFewCountries(items);
}

// A country without its far territories; where the base map has none, a square around it.
function boundsOfCountry(site, basemap, west) {
  const country = basemap.countryAt(site.code);
  if (!country)
    return L.latLng(site.lat, unwrap(site.lon, west)).toBounds(
      Math.max(LEAST_OF_A_COUNTRY_M, 2 * site.radius),
    );
  const box = heartland(country.polygons);
  const turn = box.east < west ? 360 : 0;
  const own = L.latLngBounds(
    [box.south, box.west + turn],
    [box.north, box.east + turn],
  ).pad(AROUND_A_COUNTRY);
  return own.extend(own.getCenter().toBounds(LEAST_OF_A_COUNTRY_M));
}

function boundsOfSite(site, basemap, west) {
  if (site.kind === 'country') return boundsOfCountry(site, basemap, west);
  const positions = positionsIn(site.geometry?.coordinates ?? [[site.lon, site.lat]]);
  return L.latLngBounds(positions.map(([lon, lat]) => [lat, unwrap(lon, west)]));
}

function joined(all) {
  return all.reduce((sum, bounds) => sum.extend(bounds), L.latLngBounds([]));
}

// What a view should hold: `main` most events, `all` of them, or the places that are only
// mentioned when there is no event on the map.
function extentsOf(model, events, basemap, west) {
  const ofEvents = whereabouts(model, events, west);
  const items = ofEvents.length ? ofEvents : mentionedAbouts(model, west);
  const hold = (some) => joined(some.map(({ site }) => boundsOfSite(site, basemap, west)));
  return { main: hold(mainPart(items)), all: hold(items) };
}

function collect(events, keysOf) {
  const found = new Map();
  for (const event of events) {
    for (const key of keysOf(event)) {
      if (found.has(key)) found.get(key).push(event);
      else found.set(key, [event]);
    }
  }
  return found;
}

function sitesOf(event) {
  return new Set(
    event.places.filter((place) => 'site' in place).map((place) => place.site),
  );
}

// `onTiles` is called when online tiles come or go, and with them the names of the base map.
export function createStage(map, model, layers, { onGroup, onPlace, onTiles }) {
  const west = westernEdge(
    (model.sites.length ? model.sites : model.mentioned).map(({ lon }) => lon),
  );
  const located = model.events.filter((event) => event.groups.length);
  let visible = located;
  const spots = [...model.sites, ...model.mentioned];
  const south = limitView(map, byId('legend'), spots, west);
  const basemap = createBasemap(map, layers, south < SOUTH_END ? [] : [ANTARCTICA]);
  const fit = createFit(map, byId('legend'), () =>
    extentsOf(model, visible.length ? visible : located, basemap, west),
  );
  fit.main();
  const areas = createAreas(map, model, basemap, west);
  const selected = createSelection(map);
  const anchorsOf = (group, view) =>
    group.sites.flatMap((i) => areas.anchorsOf(model.sites[i], view));
  const markers = createMarkers(map, model, west, {
    anchorsOf,
    onOpen: onGroup,
  });
  const mentioned = createMentioned(map, model, west, onPlace);
  const labels = createLabels(map, basemap, west, areas.covers);
  const tiles = createTiles(map, model.tiles, onTiles);
  const coarse = createCoarseNote(map, basemap);
  addControls(map, fit.next);
  let sites = new Map();

  function countriesShown() {
    return new Set([...sites.keys()].map((i) => model.sites[i].code).filter(Boolean));
  }

  // What lies over the map, in its pixels: nothing is labelled there.
  function covered() {
    const { left, top } = map.getContainer().getBoundingClientRect();
    return [
      byId('legend'),
      byId('card'),
      ...map.getContainer().querySelectorAll('.leaflet-control'),
    ]
      .filter((node) => !node.hidden)
      .map((node) => node.getBoundingClientRect())
      .map((box) => ({
        left: box.left - left,
        right: box.right - left,
        top: box.top - top,
        bottom: box.bottom - top,
      }));
  }

  function openGroups(selection) {
    if (selection?.kind !== 'events') return [];
    if (selection.at >= 0) return model.events[selection.at].groups;
    return selection.group >= 0 ? [selection.group] : [];
  }

  function circlesOf(selection) {
    if (selection?.kind !== 'events' || selection.at < 0) return [];
    const places = model.events[selection.at].places;
    return places
      .filter((place) => place.uncertainty > 0 && model.sites[place.site]?.kind === 'point')
      .map((place) => {
        const { lon, lat } = model.sites[place.site];
        return { latLng: [lat, unwrap(lon, west)], radius: place.uncertainty };
      });
  }

  // Where a mention is; null when it is not meant as a place, or is not found.
  function positionOf({ doc, k }) {
    const toponym = model.documents[doc].toponyms[k];
    if (noteOn(toponym) || toponym.lon === undefined) return null;
    return L.latLng(toponym.lat, unwrap(toponym.lon, west));
  }

  // A country has no spot.
  function spotsOf(selection) {
    if (selection?.kind !== 'place') return [];
    const { place } = model.documents[selection.doc].toponyms[selection.k];
    const position = positionOf(selection);
    return position && !model.places[place]?.isCountry ? [position] : [];
  }

  function boundsOf(group) {
    const own = group.sites
      .map((i) => areas.boundsOf(model.sites[i]))
      .filter((bounds) => bounds?.isValid());
    return own.length ? own.reduce((all, bounds) => all.extend(bounds)) : null;
  }

  // The built-in map alone, with its names.
  function showBuiltIn(isAlone) {
    tiles.pause(isAlone);
    onTiles();
  }

  return {
    fitPaper: fit.forPaper,
    // Fit the visible events where none is in view, or the view is too wide to see any.
    bringIntoSight() {
      const groups = new Set(visible.flatMap((event) => event.groups));
      const isInView = [...groups].some((i) =>
        map.getBounds().contains(markers.latLngOf(model.groups[i])),
      );
      if (groups.size && (!isInView || map.getZoom() < TOO_WIDE)) fit.main();
    },
    isFitted: fit.isFitted,
    refit: fit.main,
    symbols: () => [...map.getContainer().querySelectorAll('.marker, .chip')],
    restyle: basemap.restyle,
    wantTiles: tiles.want,
    pauseTiles: tiles.pause,
    picture(events, onDone) {
      const isPartly = tiles.isShown() && !tiles.isCopied();
      if (isPartly) showBuiltIn(true);
      drawPicture({ map, model, basemap, tiles, isPartly, events, onDone });
      if (isPartly) showBuiltIn(false);
    },
    rename: mentioned.rename,
    show(events) {
      visible = events.filter((event) => event.groups.length);
      sites = collect(events, sitesOf);
      markers.show(collect(events, (event) => event.groups));
    },
    draw({ selection, mentioned: withMentioned }) {
      const open = openGroups(selection);
      areas.draw(sites, open, onGroup);
      selected.draw({
        circles: circlesOf(selection),
        spots: spotsOf(selection),
      });
      mentioned.show(withMentioned);
      tiles.retell();
      coarse.show(!tiles.isShown());
      const taken = covered();
      const names = markers.draw(open, taken);
      labels.draw(
        withMentioned ? [...names, ...mentioned.names()] : names,
        taken,
        tiles.isShown() ? null : countriesShown(),
      );
    },
    // Bring what is selected into the part of the map that `cardBox` leaves free.
    reveal(selection, cardBox) {
      if (selection.kind === 'place') {
        const position = positionOf(selection);
        const zoom = Math.max(map.getZoom(), CLOSE_ENOUGH);
        if (position) bringIntoView(map, position, zoom, cardBox);
        return;
      }
      const [first] = openGroups(selection);
      if (first === undefined) return;
      const group = model.groups[first];
      const bounds = boundsOf(group);
      if (bounds) bringAreaIntoView(map, bounds, cardBox);
      else bringIntoView(map, markers.latLngOf(group), markers.zoomFor(group), cardBox);
    },
    focusGroup(selection) {
      const [first] = openGroups(selection);
      return first !== undefined && markers.focus(first);
    },
    setView: ({ zoom, lat, lon }) => map.setView([lat, lon], zoom, { animate: false }),
    view() {
      const { lat, lng } = map.getCenter();
      return { zoom: map.getZoom(), lat, lon: lng };
    },
  };
}
