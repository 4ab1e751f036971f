// Markers: a symbol for a point, a chip with its name for an area, a ring for a cluster.

import { createChips } from './chips.js';
import { createClusters } from './clusters.js';
import { createFaces } from './faces.js';
import { boxAround, unwrap } from './geometry.js';
import { createMarkerLayer } from './markerlayer.js';
import { addCounts, countMix, totalOf } from './mix.js';
import { textsOfRing } from './ringnames.js';

const POINT = 26;
// A chip without room joins the ring or symbol nearest to it, if it is this near, in pixels.
const NEAR_PX = 120;
// Beside rings of so many events, only groups of some size are named.
const CROWD = 100;
const LEAST_NAMED = 20;
// A ring of more places than these is named after them if they lie this near, in metres.
const FEW_PLACES = 2;
const ONE_TOWN_M = 25_000;
// Below this zoom no ring stands for so little.
const TOWNS_FROM = 6;

export function createMarkers(map, model, west, { anchorsOf, onOpen }) {
  const layer = createMarkerLayer(map);
  const clusters = createClusters(map, model);
  const faces = createFaces(model);
  let visible = new Map();
  let open = [];

  function latLngOf(group) {
    return L.latLng(group.lat, unwrap(group.lon, west));
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
      layer.put(`group ${group.i}`, signatureOf(group, events, latLng), {
        latLng,
        icon: () => faces.chip(group, events, open.includes(group.i)),
        label: faces.label(group, events),
        groups: () => [group.i],
        onPress: () => onOpen(group.i),
      });
    },
  });

  // What chips without room can join: rings, and symbols of points that are not open.
  // `zoom()` is from where on its parts stand apart.
  function hostOf({ properties, geometry }, { name, groupsIn, zoomOf }) {
    const { cluster, cluster_id: id, counts, group } = properties;
    const [lon, lat] = geometry.coordinates;
    return {
      key: cluster ? `cluster ${name} ${id}` : `with ${group}`,
      latLng: L.latLng(lat, unwrap(lon, west)),
      counts,
      group: cluster ? null : group,
      groups: () => (cluster ? groupsIn(id) : [group]),
      zoom: () => (cluster ? zoomOf(id) : 0),
    };
  }

  function boxOf({ latLng, counts, group }) {
    const size = isRing({ group }) ? faces.clusterSize(counts) : POINT;
    return boxAround(map.latLngToContainerPoint(latLng), size, size);
  }

  function drawRing({ key, latLng, counts, groups, zoom }) {
    const closer = () => Math.max(zoom(), Math.floor(map.getZoom()) + 1);
    layer.put(key, `${[...counts].flat()} ${latLng}`, {
      latLng,
      icon: () => faces.cluster(counts),
      label: faces.clusterLabel(counts),
      groups,
      onPress: () => map.setView(latLng, Math.min(closer(), map.getMaxZoom())),
    });
  }

  // The places of a ring, those with more events first and of equal ones the larger; none
  // where there are many, too far apart to be one town.
  function placesOfRing({ latLng, groups }) {
    if (map.getZoom() < TOWNS_FROM) return [];
    const own = groups().map((i) => model.groups[i]);
    const isFar = (group) => latLng.distanceTo(latLngOf(group)) > ONE_TOWN_M;
    if (own.length > FEW_PLACES && own.some(isFar)) return [];
    const size = ({ i }) => visible.get(i).length;
    const radius = ({ sites }) => Math.max(...sites.map((i) => model.sites[i].radius));
    return own.sort((a, b) => size(b) - size(a) || radius(b) - radius(a));
  }

  // Returns what to write beside the ring, and where, if it is called anything.
  function nameOfRing(host) {
    const names = placesOfRing(host).map(({ name }) => name);
    if (!names.length) return [];
    const radius = faces.clusterSize(host.counts) / 2 + 3;
    return [{ latLng: host.latLng, names, texts: textsOfRing(names), radius }];
  }

  // Returns the name to write beside the marker, and where.
  function drawPoint(group, events) {
    const latLng = latLngOf(group);
    const isOpen = open.includes(group.i);
    layer.put(`group ${group.i}`, signatureOf(group, events), {
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
    host.counts = addCounts(host.counts, countMix(events));
    host.group = null;
    const { groups } = host;
    host.groups = () => [...groups(), group.i];
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

  return {
    latLngOf,
    // `groups` has the visible events of each group that has any, by group index.
    show(groups) {
      visible = groups;
      clusters.load(groups);
    },
    // Draw what is in view, adding to the boxes `taken`; return the names to write beside
    // the points.
    draw(openGroups, taken) {
      open = openGroups;
      layer.begin();
      const level = clusters.now();
      const found = level.found.map((feature) => hostOf(feature, level));
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
      layer.end();
      return [
        ...names.filter(([isWanted]) => isWanted).map(([, name]) => name),
        ...hosts.filter(isRing).flatMap(nameOfRing),
      ];
    },
    focus: layer.focus,
    zoomFor: clusters.zoomFor,
  };
}
