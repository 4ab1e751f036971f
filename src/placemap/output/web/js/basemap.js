// Sea, land, coasts and borders, drawn on one canvas below everything else.

import { unpackLayer } from './topology.js';

// From this zoom on the detailed layer takes the place of the world's for its countries.
const NEAR_FROM = 5;
const GRATICULE_TO = 5;
const COPIES = [-360, 0, 360];

function shifted(points, by) {
  return points.map(([lon, lat]) => [lat, lon + by]);
}

// The lines and rings in positions nested at any depth.
function linesIn(latLngs) {
  if (!latLngs.length || latLngs[0] instanceof L.LatLng) return [latLngs];
  return latLngs.flatMap(linesIn);
}

function graticule(options) {
  const lines = [];
  for (let lon = -180; lon <= 180; lon += 10) lines.push([[-84, lon], [84, lon]]); // prettier-ignore
  for (let lat = -80; lat <= 80; lat += 10) lines.push([[lat, -540], [lat, 540]]); // prettier-ignore
  return L.polyline(lines, options);
}

function unpacked(layer, without) {
  const { countries, lines } = layer ? unpackLayer(layer) : { countries: [], lines: [] };
  const isWanted = (key) => !without.includes(key);
  return {
    countries: countries.filter(({ key }) => isWanted(key)),
    lines: lines.filter(({ owners }) => owners.some(isWanted)),
  };
}

// `without` are the keys of countries not to draw.
export function createBasemap(map, layers, without) {
  map.createPane('base').style.zIndex = 150;
  const common = {
    pane: 'base',
    renderer: L.canvas({ pane: 'base', padding: 0.4 }),
    interactive: false,
  };
  const far = unpacked(layers.far, without);
  const near = unpacked(layers.near, without);
  const detailed = new Set(near.countries.map((country) => country.key));
  const styled = [];

  function add(group, layer, style) {
    styled.push([layer, style]);
    return group.addLayer(layer);
  }

  function build({ countries, lines }, copies) {
    const group = L.layerGroup();
    for (const by of copies) {
      for (const { polygons } of countries) {
        const latLngs = polygons.map((rings) => rings.map((ring) => shifted(ring, by)));
        add(group, L.polygon(latLngs, common), 'land');
      }
    }
    for (const [kind, style] of [
      ['0', 'coast'],
      ['1', 'border'],
      ['2', 'disputed'],
    ]) {
      const own = lines.filter((line) => line.kind === kind);
      const latLngs = copies.flatMap((by) => own.map((line) => shifted(line.points, by)));
      if (latLngs.length)
        add(group, L.polyline(latLngs, { ...common, smoothFactor: 0.8 }), style);
    }
    return group;
  }

  const split = (keep) => ({
    countries: far.countries.filter((country) => keep(detailed.has(country.key))),
    lines: far.lines.filter((line) => keep(line.owners.some((key) => detailed.has(key)))),
  });
  const grid = L.layerGroup();
  add(grid, graticule(common), 'graticule');
  const farOthers = build(split((isNear) => !isNear), COPIES); // prettier-ignore
  const farOnly = build(split((isNear) => isNear), COPIES); // prettier-ignore
  const close = build(near, COPIES);

  function restyle() {
    const css = getComputedStyle(document.documentElement);
    const colour = (name) => css.getPropertyValue(`--map-${name}`).trim();
    const styles = {
      land: {
        color: colour('land'),
        weight: 0.7,
        fillColor: colour('land'),
        fillOpacity: 1,
      },
      coast: { color: colour('coast'), weight: 0.9 },
      border: { color: colour('border'), weight: 1 },
      disputed: { color: colour('border'), weight: 1, dashArray: '2 4' },
      graticule: { color: colour('graticule'), weight: 0.6 },
    };
    for (const [layer, style] of styled) layer.setStyle(styles[style]);
  }

  function show(layer, isWanted) {
    if (isWanted && !map.hasLayer(layer)) layer.addTo(map);
    else if (!isWanted && map.hasLayer(layer)) layer.remove();
  }

  // The order in which layers are added is the order in which the canvas paints them.
  function update() {
    const isClose = map.getZoom() >= NEAR_FROM;
    show(grid, map.getZoom() <= GRATICULE_TO);
    if (map.hasLayer(grid)) grid.eachLayer((line) => line.bringToBack());
    show(farOthers, true);
    show(farOnly, !isClose);
    show(close, isClose);
  }

  // The same on another canvas, in the pixels of the map.
  function paint(ctx) {
    const view = map.getBounds();
    for (const [layer] of styled) {
      const bounds = layer.getBounds();
      if (!map.hasLayer(layer) || !bounds.isValid() || !bounds.intersects(view)) continue;
      const { color, weight, dashArray, fillColor } = layer.options;
      ctx.beginPath();
      for (const line of linesIn(layer.getLatLngs())) {
        line.forEach((latLng, i) => {
          const { x, y } = map.latLngToContainerPoint(latLng);
          if (i) ctx.lineTo(x, y);
          else ctx.moveTo(x, y);
        });
      }
      ctx.lineJoin = 'round';
      ctx.setLineDash(dashArray ? dashArray.split(' ').map(Number) : []);
      Object.assign(ctx, { strokeStyle: color, lineWidth: weight, fillStyle: fillColor });
      if (layer instanceof L.Polygon) ctx.fill('evenodd');
      ctx.stroke();
    }
    ctx.setLineDash([]);
  }

  restyle();
  update();
  map.on('zoomend', update);
  const isClose = () => map.getZoom() >= NEAR_FROM;
  const byKey = (key) => (country) => country.key === key;
  // In the detail of the present zoom, if the country has it.
  const countryAt = (key) => {
    const found = [near, far].map(({ countries }) => countries.find(byKey(key)));
    return isClose() ? (found[0] ?? found[1]) : (found[1] ?? found[0]);
  };
  const inUse = () =>
    map.getZoom() < NEAR_FROM
      ? far.countries
      : [
          ...near.countries,
          ...far.countries.filter((country) => !detailed.has(country.key)),
        ];
  return { restyle, paint, isClose, countryAt, countries: inUse };
}
