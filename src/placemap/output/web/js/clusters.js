// Which groups of events lie so near to each other that they share a ring.

import { addCounts, countMix } from './mix.js';

// Supercluster counts in tiles of `extent` pixels, Leaflet's are 256 wide.
const CLUSTERING = { radius: 60, extent: 256, maxZoom: 12 };
// Groups this far outside the view (in views) are found too, for panning.
const MARGIN_OF_VIEW = 0.3;
// More areas than this are clustered with the points: their chips would hide the map.
const MOST_CHIPS = 60;
// Below some zooms so are those of a smaller radius, which are hardly to be seen there.
const LEVELS = [
  { below: 3.5, smallM: 700_000 },
  { below: 5, smallM: 150_000 },
  { below: Infinity, smallM: 0 },
];

const isShaped = ({ isPoint, isCountry }) => !isPoint && !isCountry;

export function createClusters(map, { groups, sites }) {
  let levels = [];

  function toFeature([i, events]) {
    const { lon, lat } = groups[i];
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { group: i, counts: countMix(events) },
    };
  }

  // Those of the visible groups that `isClustered`, by where they are.
  function indexOf(visible, isClustered) {
    const some = [...visible].filter(([i]) => isClustered(groups[i]));
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

  return {
    // `visible` has the visible events of each group that has any, by group index.
    load(visible) {
      const areas = [...visible.keys()].filter((i) => isShaped(groups[i]));
      const isCrowded = areas.length > MOST_CHIPS;
      const level = ({ below, smallM }) => {
        const isSmall = (group) => group.sites.every((i) => sites[i].radius < smallM);
        const isClustered = (group) =>
          group.isPoint || (isShaped(group) && (isCrowded || isSmall(group)));
        return { below, isClustered, index: indexOf(visible, isClustered) };
      };
      // Where all areas are with the points, or there are none, one level will do.
      levels = isCrowded || !areas.length ? [level(LEVELS.at(-1))] : LEVELS.map(level);
    },
    // What there is at the present zoom: `name` is the level's, `found` its features in and
    // around the view, `isClustered(group)` tells which groups are among them, groupsIn(id)
    // which are in a cluster, and zoomOf(id) from where on its parts stand apart.
    now() {
      const { below, isClustered, index } = levelAt(map.getZoom());
      const view = map.getBounds().pad(MARGIN_OF_VIEW);
      const box = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
      // Rather a little too few clusters than such as lie on each other.
      const found = index.getClusters(box, Math.round(map.getZoom() - 0.25));
      const groupsIn = (id) =>
        index.getLeaves(id, Infinity).map(({ properties }) => properties.group);
      const zoomOf = (id) => index.getClusterExpansionZoom(id);
      return { name: below, found, isClustered, groupsIn, zoomOf };
    },
    // The first zoom from the present one on at which a group stands alone.
    zoomFor({ i, lon, lat }) {
      const around = [lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4];
      for (let zoom = Math.round(map.getZoom()); zoom <= CLUSTERING.maxZoom; zoom++) {
        const found = levelAt(zoom).index.getClusters(around, zoom);
        if (found.some((feature) => feature.properties.group === i)) return zoom;
      }
      return CLUSTERING.maxZoom + 1;
    },
  };
}
