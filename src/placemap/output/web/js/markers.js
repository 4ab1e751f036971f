// Markers: a symbol for a point, a chip with its name for an area, a ring for a cluster.

import { createChips } from './chips.js';
import { addCounts, countTypes, createFaces, totalOf } from './faces.js';
import { boxAround, unwrap } from './geometry.js';
import { standsFor } from './hints.js';

// Supercluster counts in tiles of `extent` pixels, Leaflet's are 256 wide.
const CLUSTERING = { radius: 60, extent: 256, maxZoom: 12 };
const POINT = 26;
// Markers this far outside the view (in views) are drawn too, for panning.
const MARGIN_OF_VIEW = 0.3;
// More areas than this are clustered with the points: their chips would hide the map.
const MOST_CHIPS = 60;
// A chip without room joins the ring or symbol nearest to it, if it is this near, in pixels.
const NEAR_PX = 120;
// Beside rings of so many events, only groups of some size are named.
const CROWD = 100;
const LEAST_NAMED = 20;
// A ring whose places lie this near to it, in metres, is named by the largest of them.
const ONE_TOWN_M = 25_000;
// Below this zoom no ring stands for so little.
const TOWNS_FROM = 6;
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

  function addMarker({ latLng, icon, label, groups, onPress }) {
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
    standsFor(marker.getElement(), groups);
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
    put(group, events, latLng) {
      put(`group ${group.i}`, signatureOf(group, events, latLng), {
        latLng,
        icon: () => faces.chip(group, events, open.includes(group.i)),
        label: faces.label(group, events),
        groups: () => [group.i],
        onPress: () => onOpen(group.i),
      });
    },
  });

  // The groups under a cluster of an index.
  function groupsIn(index, id) {
    return index.getLeaves(id, Infinity).map(({ properties }) => properties.group);
  }

  // What chips without room can join: rings, and symbols of points that are not open.
  // `zoom()` is from where on its parts stand apart.
  function hostOf({ properties, geometry }) {
    const { cluster, cluster_id: id, counts, group } = properties;
    const [lon, lat] = geometry.coordinates;
    const index = clusters;
    return {
      key: cluster ? `cluster ${levelAt(map.getZoom()).below} ${id}` : `with ${group}`,
      latLng: L.latLng(lat, unwrap(lon, west)),
      counts,
      group: cluster ? null : group,
      groups: () => (cluster ? groupsIn(index, id) : [group]),
      zoom: () => (cluster ? clusters.getClusterExpansionZoom(id) : 0),
    };
  }

  function boxOf({ latLng, counts, group }) {
    const size = isRing({ group }) ? faces.clusterSize(counts) : POINT;
    return boxAround(map.latLngToContainerPoint(latLng), size, size);
  }

  function drawRing({ key, latLng, counts, groups, zoom }) {
    const closer = () => Math.max(zoom(), Math.floor(map.getZoom()) + 1);
    put(key, `${[...counts].flat()} ${latLng}`, {
      latLng,
      icon: () => faces.cluster(counts),
      label: faces.clusterLabel(counts),
      groups,
      onPress: () => map.setView(latLng, Math.min(closer(), map.getMaxZoom())),
    });
  }

  // The place with most events in a ring; of equal ones the larger. None where the places
  // of the ring are too far apart to be one town.
  function placeOfRing({ latLng, groups }) {
    if (map.getZoom() < TOWNS_FROM) return null;
    const own = groups().map((i) => model.groups[i]);
    if (own.some((group) => latLng.distanceTo(latLngOf(group)) > ONE_TOWN_M)) return null;
    const size = ({ i }) => visible.get(i).length;
    const radius = ({ sites }) => Math.max(...sites.map((i) => model.sites[i].radius));
    return own.sort((a, b) => size(b) - size(a) || radius(b) - radius(a))[0];
  }

  // Returns the name to write beside the ring, and where, if it has one.
  function nameOfRing(host) {
    const place = placeOfRing(host);
    if (!place) return [];
    const radius = faces.clusterSize(host.counts) / 2 + 3;
    return [{ latLng: host.latLng, name: place.name, radius }];
  }

  // Returns the name to write beside the marker, and where.
  function drawPoint(group, events) {
    const latLng = latLngOf(group);
    const isOpen = open.includes(group.i);
    put(`group ${group.i}`, signatureOf(group, events), {
      latLng,
      icon: () => faces.point(events, isOpen),
      label: faces.label(group, events),
      groups: () => [group.i],
      onPress: () => onOpen(group.i),
    });
    return { latLng, name: group.name, radius: faces.reach(events, isOpen) };
  }

  // The ring or symbol nearest to a group, if any is near: on the screen, and on the ground,
  // for no event may be counted where its place does not reach.
  function nearestTo(group, hosts) {
    const latLng = latLngOf(group);
    const at = map.latLngToContainerPoint(latLng);
    const away = (host) => at.distanceTo(map.latLngToContainerPoint(host.latLng));
    const reach = Math.max(...group.sites.map((i) => model.sites[i].radius));
    const inSight = map.getBounds();
    const near = hosts.filter(
      ({ group: other, latLng: own }) =>
        !open.includes(other) && inSight.contains(own) && latLng.distanceTo(own) <= reach,
    );
    const best = near.reduce((a, b) => (a && away(a) <= away(b) ? a : b), null);
    return best && away(best) <= NEAR_PX ? best : null;
  }

  // A chip without room is never left a symbol that nobody can name.
  function join([group, events], hosts, taken) {
    const isFree = !open.includes(group.i) && map.getZoom() < map.getMaxZoom();
    const host = isFree && nearestTo(group, hosts);
    if (!host) {
      chips.force([group, events], taken);
      return;
    }
    host.counts = addCounts(host.counts, countTypes(events));
    host.group = null;
    const { groups } = host;
    host.groups = () => [...groups(), group.i];
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

  const isRing = ({ group }) => group === null;
  const isArea = (host) => !isRing(host) && !model.groups[host.group].isPoint;
  const whole = (i) => [model.groups[i], visible.get(i)];

  // The areas that are no part of a ring, the ones with most events first.
  function areasAmong(found, { isClustered }) {
    const apart = [...visible.keys()].filter((i) => !isClustered(model.groups[i]));
    return [...apart, ...found.filter(isArea).map(({ group }) => group)]
      .map(whole)
      .sort((a, b) => b[1].length - a[1].length || a[0].i - b[0].i);
  }

  // How many events a group must have for its name to be written.
  function leastNamed(hosts) {
    const isCrowd = ({ counts }) => totalOf(counts) >= CROWD;
    return hosts.some((host) => isRing(host) && isCrowd(host)) ? LEAST_NAMED : 0;
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
      const level = levelAt(map.getZoom());
      clusters = level.index;
      const found = inView().map(hostOf);
      const hosts = found.filter((each) => !isArea(each));
      taken.push(...hosts.map(boxOf));
      const least = leastNamed(hosts);
      const isNamed = ([group, events]) => events.length >= least || open.includes(group.i);
      const areas = areasAmong(found, level);
      const homeless = chips.draw(areas.filter(isNamed), taken);
      const tooSmall = areas.filter((area) => !isNamed(area));
      for (const area of [...homeless, ...tooSmall]) join(area, hosts, taken);
      hosts.filter(isRing).forEach(drawRing);
      const points = hosts.filter((host) => !isRing(host)).map(({ group }) => whole(group));
      const names = points.map((point) => [isNamed(point), drawPoint(...point)]);
      removeUnwanted();
      return [
        ...names.filter(([isWanted]) => isWanted).map(([, name]) => name),
        ...hosts.filter(isRing).flatMap(nameOfRing),
      ];
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
