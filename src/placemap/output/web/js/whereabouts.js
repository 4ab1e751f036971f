// Where there is something to see: most of the events, all of them, or places only mentioned.

import { mainPart, toSquare, weightOf } from './extent.js';
import { heartland, positionsIn, unwrap } from './geometry.js';

// A country alone is shown with some of its neighbours around it: this share of its size on
// each side, and no less than so many metres altogether.
const AROUND_A_COUNTRY = 0.12;
const LEAST_OF_A_COUNTRY_M = 300_000;

// Countries count only when most of what there is to see is known for one only.
function withoutFewCountries(items) {
  const finer = items.filter(({ site }) => site.kind !== 'country');
  const weigh = (some) => some.reduce((sum, { weight }) => sum + weight, 0);
  return 2 * weigh(finer) >= weigh(items) ? finer : items;
}

export function sitesOf(event) {
  return new Set(
    event.places.filter((place) => 'site' in place).map((place) => place.site),
  );
}

// Where the places of some events are, with how much each of them counts.
function eventAbouts(model, events, west) {
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

// What a view should hold, as {bounds, spots}: `main` most events, `all` of them, or the
// places that are only mentioned when there is no event on the map.
export function extentsOf(model, events, basemap, west) {
  const ofEvents = eventAbouts(model, events, west);
  const items = ofEvents.length ? ofEvents : mentionedAbouts(model, west);
  const hold = (some) => ({
    bounds: some.reduce(
      (sum, { site }) => sum.extend(boundsOfSite(site, basemap, west)),
      L.latLngBounds([]),
    ),
    spots: some.map(({ site }) => L.latLng(site.lat, unwrap(site.lon, west))),
  });
  return { main: hold(mainPart(items)), all: hold(items) };
}
