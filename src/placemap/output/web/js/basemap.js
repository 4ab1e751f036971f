// Sea, land, coasts and borders, drawn on one canvas below everything else.

import { keyOf, unpackLayer } from './topology.js';

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
  for (let lon = -540; lon <= 540; lon += 10) lines.push([[-84, lon], [84, lon]]); // prettier-ignore
  for (let lat = -80; lat <= 80; lat += 10) lines.push([[lat, -540], [lat, 540]]); // prettier-ignore
  return L.polyline(lines, options);
}

function unpacked(layer, without, disputed) {
  const { countries, lines } = layer
    ? unpackLayer(layer, disputed)
    : { countries: [], lines: [] };
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
  const far = unpacked(layers.far, without, layers.disputed);
  // Made when one first comes so close that it is shown.
  let nearData = null;
  const near = () => (nearData ??= unpacked(layers.near, without, layers.disputed));
  const detailed = new Set((layers.near?.countries ?? []).map(keyOf));
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
  let close = null;

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
      disputed: {
        color: colour('disputed'),
        weight: 1.4,
        dashArray: '5 4',
        lineCap: 'butt',
      },
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
    if (isClose && !close) {
      close = build(near(), COPIES);
      restyle();
    }
    if (close) show(close, isClose);
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
    const inFar = () => far.countries.find(byKey(key));
    const inNear = () => near().countries.find(byKey(key));
    return isClose() ? (inNear() ?? inFar()) : (inFar() ?? inNear());
  };
  const inUse = () =>
    map.getZoom() < NEAR_FROM
      ? far.countries
      : [
          ...near().countries,
          ...far.countries.filter((country) => !detailed.has(country.key)),
        ];
  const towns = () => layers.towns ?? [];
  return { towns, restyle, paint, isClose, countryAt, countries: inUse };
}
