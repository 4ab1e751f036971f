// Markers: a symbol for a point, a chip with its name for an area, a ring for a cluster.

import { createChips } from './chips.js';
import { addCounts, countTypes, createFaces } from './faces.js';
import { boxAround, unwrap } from './geometry.js';

// Supercluster counts in tiles of `extent` pixels, Leaflet's are 256 wide.
const CLUSTERING = { radius: 60, extent: 256, maxZoom: 12 };
const POINT = 26;
// Markers this far outside the view (in views) are drawn too, for panning.
const MARGIN_OF_VIEW = 0.3;
// More areas than this are clustered with the points: their chips would hide the map.
const MOST_CHIPS = 60;
// Below some zooms so are those of a smaller radius, which are hardly to be seen there.
const LEVELS = [
  { below: 3.5, smallM: 700_000 },
  { below: 5, smallM: 150_000 },
  { below: Infinity, smallM: 0 },
];

export function createMarkers(map, model, west, { anchorsOf, onOpen }) {
  const layer = L.layerGroup().addTo(map);
  const drawn = new Map();
  const faces = createFaces(model);
  let visible = new Map();
  let clusters = null;
  let levels = [];
  let open = [];

  function latLngOf(group) {
    return L.latLng(group.lat, unwrap(group.lon, west));
  }

  function addMarker({ latLng, icon, label, onPress }) {
    const marker = L.marker(latLng, {
      icon: icon(),
      riseOnHover: true,
      title: label,
      alt: label,
    });
    marker.on('click', onPress);
    marker.on('keypress', ({ originalEvent }) => {
      if (originalEvent.key !== 'Enter' && originalEvent.key !== ' ') return;
      originalEvent.preventDefault();
      onPress();
    });
    layer.addLayer(marker);
    marker.getElement().setAttribute('aria-label', label);
    return marker;
  }

  // Keep a marker that has not changed: drawing it anew would take the focus from it.
  function put(key, signature, wanted) {
    const known = drawn.get(key);
    if (known?.signature === signature) {
      known.isWanted = true;
      return;
    }
    const hadFocus = known && known.marker.getElement() === document.activeElement;
    if (known) layer.removeLayer(known.marker);
    const marker = addMarker(wanted);
    if (hadFocus) marker.getElement().focus({ preventScroll: true });
    drawn.set(key, { marker, signature, isWanted: true });
  }

  function signatureOf(group, events, ...more) {
    return [
      events.map((event) => event.i).join(),
      open.includes(group.i),
      group.name,
      ...more,
    ].join(' ');
  }

  const chips = createChips(map, {
    widthOf: faces.chipWidth,
    latLngOf,
    anchorsOf,
    put(group, events, latLng, isShort) {
      put(`group ${group.i}`, signatureOf(group, events, isShort, latLng), {
        latLng,
        icon: () => faces.chip(group, events, { isShort, isOpen: open.includes(group.i) }),
        label: faces.label(group, events),
        onPress: () => onOpen(group.i),
      });
    },
  });

  function drawCluster(feature, taken) {
    const { cluster_id: id, counts } = feature.properties;
    const [lon, lat] = feature.geometry.coordinates;
    const latLng = L.latLng(lat, unwrap(lon, west));
    put(
      `cluster ${levelAt(map.getZoom()).below} ${id}`,
      `${[...counts].flat()} ${latLng}`,
      {
        latLng,
        icon: () => faces.cluster(counts),
        label: faces.clusterLabel(counts),
        onPress: () =>
          map.setView(
            latLng,
            Math.min(clusters.getClusterExpansionZoom(id), map.getMaxZoom()),
          ),
      },
    );
    const size = faces.clusterSize(counts);
    taken.push(boxAround(map.latLngToContainerPoint(latLng), size, size));
  }

  // Returns the name to write beside the marker, and where.
  function drawPoint(group, events, taken) {
    const latLng = latLngOf(group);
    const isOpen = open.includes(group.i);
    put(`group ${group.i}`, signatureOf(group, events), {
      latLng,
      icon: () => faces.point(events, isOpen),
      label: faces.label(group, events),
      onPress: () => onOpen(group.i),
    });
    taken.push(boxAround(map.latLngToContainerPoint(latLng), POINT, POINT));
    return { latLng, name: group.name, radius: faces.reach(events, isOpen) };
  }

  function toFeature([i, events]) {
    const { lon, lat } = model.groups[i];
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { group: i, counts: countTypes(events) },
    };
  }

  // The visible groups that `isClustered`, by where they are.
  function indexOf(isClustered) {
    const some = [...visible].filter(([i]) => isClustered(model.groups[i]));
    const index = new Supercluster({
      ...CLUSTERING,
      map: ({ counts }) => ({ counts }),
      reduce: (total, { counts }) => {
        total.counts = addCounts(total.counts, counts);
      },
    });
    return index.load(some.map(toFeature));
  }

  const levelAt = (zoom) => levels.find(({ below }) => zoom < below);

  // Rather a little too few clusters than such as lie on each other.
  const clusterZoom = () => Math.round(map.getZoom() - 0.25);

  function inView() {
    const bounds = map.getBounds().pad(MARGIN_OF_VIEW);
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    return clusters.getClusters(box, clusterZoom());
  }

  function removeUnwanted() {
    for (const [key, entry] of drawn) {
      if (entry.isWanted) continue;
      layer.removeLayer(entry.marker);
      drawn.delete(key);
    }
  }

  return {
    latLngOf,
    // `groups` has the visible events of each group that has any, by group index.
    show(groups) {
      visible = groups;
      const isAlone = ({ isPoint, isCountry }) => !isPoint && !isCountry;
      const areas = [...visible.keys()].filter((i) => isAlone(model.groups[i]));
      const isCrowded = areas.length > MOST_CHIPS;
      const level = ({ below, smallM }) => {
        const isSmall = ({ sites }) => sites.every((i) => model.sites[i].radius < smallM);
        const isClustered = (group) =>
          group.isPoint || (isAlone(group) && (isCrowded || isSmall(group)));
        return { below, isClustered, index: indexOf(isClustered) };
      };
      // Where all areas are with the points, or there are none, one level will do.
      levels = isCrowded || !areas.length ? [level(LEVELS.at(-1))] : LEVELS.map(level);
    },
    // Draw what is in view, adding to the boxes `taken`; return the names to write beside
    // the points.
    draw(openGroups, taken) {
      open = openGroups;
      for (const entry of drawn.values()) entry.isWanted = false;
      const names = [];
      const level = levelAt(map.getZoom());
      const { isClustered } = level;
      clusters = level.index;
      const others = [...visible].filter(([i]) => !isClustered(model.groups[i]));
      for (const feature of inView()) {
        const { cluster, group } = feature.properties;
        if (cluster) drawCluster(feature, taken);
        else if (!model.groups[group].isPoint) others.push([group, visible.get(group)]);
        else names.push(drawPoint(model.groups[group], visible.get(group), taken));
      }
      others.sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
      chips.draw(
        others.map(([i, events]) => [model.groups[i], events]),
        taken,
      );
      removeUnwanted();
      return names;
    },
    // Focus the marker of a group; tell whether it is there.
    focus(i) {
      const node = drawn.get(`group ${i}`)?.marker.getElement();
      node?.focus({ preventScroll: true });
      return Boolean(node);
    },
    // The first zoom from the present one on at which a group stands alone.
    zoomFor(group) {
      const { lon, lat } = group;
      const around = [lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4];
      for (let zoom = Math.round(map.getZoom()); zoom <= CLUSTERING.maxZoom; zoom++) {
        const found = levelAt(zoom).index.getClusters(around, zoom);
        if (found.some((feature) => feature.properties.group === group.i)) return zoom;
      }
      return CLUSTERING.maxZoom + 1;
    },
  };
}
