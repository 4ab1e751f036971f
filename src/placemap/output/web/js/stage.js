// Everything on the map, kept in step: base map, areas, markers, mentioned places, names.

import { createAreas } from './areas.js';
import { createBasemap } from './basemap.js';
import { byId } from './dom.js';
import { createFit } from './fit.js';
import { overlaps, unwrap, westernEdge } from './geometry.js';
import { createLabels } from './labels.js';
import {
  addControls,
  createCoarseNote,
  bringAreaIntoView,
  bringIntoView,
  createSelection,
  limitView,
  SOUTH_END,
} from './mapview.js';
import { createMarkers } from './markers.js';
import { noteOn } from './marks.js';
import { createMentioned } from './mentioned.js';
import { drawPicture } from './picture.js';
import { createTiles } from './tiles.js';
import { createWaysBack } from './wayback.js';
import { extentsOf, sitesOf } from './whereabouts.js';

// By its ISO 3166-1 number.
const ANTARCTICA = '010';
// The zoom from which on one can tell where a place is.
const CLOSE_ENOUGH = 5;
// Below this zoom one sees the world.
const TOO_WIDE = 4;

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
  const fit = createFit(map, byId('legend'), {
    extents: () => extentsOf(model, visible.length ? visible : located, basemap, west),
    controls: () => boxesOf(controls()),
  });
  const ways = createWaysBack(map, fit);
  addControls(map, fit.next);
  fit.main();
  const areas = createAreas(map, model, basemap, west);
  const selected = createSelection(map);
  const markers = createMarkers(map, model, west, {
    anchorsOf,
    onOpen: onGroup,
  });
  const mentioned = createMentioned(map, model, west, onPlace);
  const labels = createLabels(map, basemap, west, areas.covers);
  const tiles = createTiles(map, model.tiles, onTiles);
  const coarse = createCoarseNote(map, basemap);
  let sites = new Map();

  function countriesShown() {
    return new Set([...sites.keys()].map((i) => model.sites[i].code).filter(Boolean));
  }

  // Leaflet's controls: all of them, or one kind.
  function controlsOf(kind) {
    const wanted = kind ? `.leaflet-control-${kind}` : '.leaflet-control';
    return map.getContainer().querySelectorAll(wanted);
  }

  function controls() {
    return [byId('legend'), ...controlsOf('zoom')];
  }

  function symbols() {
    return [...map.getContainer().querySelectorAll('.marker, .chip')];
  }

  // Where something lies over the map, in its pixels.
  function boxesOf(nodes) {
    const { left, top } = map.getContainer().getBoundingClientRect();
    return nodes
      .filter((node) => !node.hidden)
      .map((node) => node.getBoundingClientRect())
      .map((box) => ({
        left: box.left - left,
        right: box.right - left,
        top: box.top - top,
        bottom: box.bottom - top,
      }));
  }

  // Nothing is labelled there.
  const covered = () => boxesOf([byId('legend'), byId('card'), ...controlsOf('')]);

  // Other spots for a group's chip than its own point. A place whose outline is not known
  // is where its point is: out of view there is none.
  function anchorsOf(group, view) {
    const isInSight = map.getBounds().contains(markers.latLngOf(group));
    return group.sites
      .map((i) => model.sites[i])
      .filter((site) => isInSight || !(site.vague || site.kind === 'circle'))
      .flatMap((site) => areas.anchorsOf(site, view));
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

  function reveal(selection, cardBox) {
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
  }

  // The built-in map alone, with its names.
  function showBuiltIn(isAlone) {
    tiles.pause(isAlone);
    onTiles();
  }

  return {
    fitPaper: (bounds) => ways.own(() => fit.forPaper(bounds)),
    // For a search, fit the visible events where none is in view, or the view is too wide
    // to see any.
    bringIntoSight() {
      const groups = new Set(visible.flatMap((event) => event.groups));
      const isInView = [...groups].some((i) =>
        map.getBounds().contains(markers.latLngOf(model.groups[i])),
      );
      if (!groups.size || (isInView && map.getZoom() >= TOO_WIDE)) return;
      ways.leave('search', fit.main);
      ways.forget('card');
    },
    // What was seen before a card was opened, or something searched for.
    comeBack: ways.comeBack,
    // How many visible events there are on the map, if none of them is in view.
    outOfView() {
      const frame = map.getContainer().getBoundingClientRect();
      const nodes = map.getContainer().querySelectorAll('.marker, .chip, path.shape');
      const isSeen = (node) => overlaps(node.getBoundingClientRect(), frame);
      return [...nodes].some(isSeen) ? 0 : visible.length;
    },
    showAll: fit.all,
    isFitted: fit.isFitted,
    refit: fit.main,
    symbols,
    // Whether a symbol lies under the legend or a button.
    hasHidden() {
      const boxes = boxesOf(controls());
      const isUnder = (own) => boxes.some((box) => overlaps(own, box));
      return boxesOf(symbols()).some(isUnder);
    },
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
      ways.leave('card', () => reveal(selection, cardBox));
    },
    focusGroup(selection) {
      const [first] = openGroups(selection);
      return first !== undefined && markers.focus(first);
    },
    setView: ({ zoom, lat, lon }) =>
      ways.own(() => map.setView([lat, lon], zoom, { animate: false })),
    view() {
      const { lat, lng } = map.getCenter();
      return { zoom: map.getZoom(), lat, lon: lng };
    },
  };
}
