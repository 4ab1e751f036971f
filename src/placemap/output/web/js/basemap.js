// Sea, land, lakes, coasts and borders, drawn on one canvas below everything else.

import { keyOf, seamsOf, unpackLayer } from './topology.js';

// From this zoom on the detailed layer takes the place of the world's for its countries.
const NEAR_FROM = 5;
const FAINT = 0.55;
// From this zoom on one sees by how much boundaries of 1:10 million are off.
const LOOSE_FROM = 9;
// Up to which zoom the lines of latitude and longitude stand so many degrees apart.
const GRATICULES = [
  { to: 3, step: 30 },
  { to: 5, step: 10 },
];
const COPIES = [-360, 0, 360];
// How far the borders of the two layers are apart at most, in degrees.
const SEAM_DEG = 0.35;
const PX_AT_ZOOM_0 = 256;
// What lies on what, from the bottom up.
const ORDER = ['graticule', 'land', 'seam', 'lake', 'coast', 'border', 'disputed'];
const LINES = { 0: 'coast', 1: 'border', 2: 'disputed' };

function shifted(points, by) {
  return points.map(([lon, lat]) => [lat, lon + by]);
}

// The lines and rings in positions nested at any depth.
function linesIn(latLngs) {
  if (!latLngs.length || latLngs[0] instanceof L.LatLng) return [latLngs];
  return latLngs.flatMap(linesIn);
}

function graticule(step, options) {
  const lines = [];
  for (let lon = -540; lon <= 540; lon += step) lines.push([[-84, lon], [84, lon]]); // prettier-ignore
  for (let lat = -90 + step; lat < 90; lat += step) lines.push([[lat, -540], [lat, 540]]); // prettier-ignore
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

// Countries, or lakes, in two layers: all over the world, and those around the events in
// detail. The latter are unpacked when one first comes so close that they are shown.
function inTwoLayers({ far, near }, without = [], disputed = []) {
  const detailed = new Set((near?.countries ?? []).map(keyOf));
  const whole = unpacked(far, without, disputed);
  let close = null;
  const split = (keep) => ({
    countries: whole.countries.filter(({ key }) => keep(detailed.has(key))),
    lines: whole.lines.filter(({ owners }) => keep(owners.some((k) => detailed.has(k)))),
  });
  const others = split((isNear) => !isNear);
  function detail() {
    close ??= unpacked(near, without, disputed);
    close.seams ??= seamsOf(close.lines, SEAM_DEG);
    return close;
  }
  return {
    others,
    coarse: split((isNear) => isNear),
    detail,
    at: (isClose) =>
      isClose ? [...detail().countries, ...others.countries] : whole.countries,
    find(key, isClose) {
      const inFar = () => whole.countries.find((one) => one.key === key);
      const inNear = () => detail().countries.find((one) => one.key === key);
      return isClose ? (inNear() ?? inFar()) : (inFar() ?? inNear());
    },
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
  const land = inTwoLayers(layers, without, layers.disputed);
  const water = inTwoLayers(layers.lakes);
  const styled = [];

  function add(group, layer, style) {
    styled.push([layer, style]);
    return group.addLayer(layer);
  }

  function build({ countries, lines, seams = [] }, style) {
    const group = L.layerGroup();
    for (const by of COPIES) {
      for (const { polygons } of countries) {
        const latLngs = polygons.map((rings) => rings.map((ring) => shifted(ring, by)));
        add(group, L.polygon(latLngs, common), style);
      }
    }
    const addLines = (own, line) => {
      const latLngs = COPIES.flatMap((by) => own.map((one) => shifted(one.points, by)));
      if (latLngs.length)
        add(group, L.polyline(latLngs, { ...common, smoothFactor: 0.8 }), line);
    };
    if (style !== 'land') return group;
    addLines(seams, 'seam');
    for (const [kind, line] of Object.entries(LINES)) {
      addLines(
        lines.filter((one) => one.kind === kind),
        line,
      );
    }
    return group;
  }

  const both = (part) => [build(part(land), 'land'), build(part(water), 'lake')];
  const grids = GRATICULES.map(({ step }) => {
    const group = L.layerGroup();
    add(group, graticule(step, common), 'graticule');
    return group;
  });
  const others = both((each) => each.others);
  const coarse = both((each) => each.coarse);
  let detail = [];

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
      lake: {
        color: colour('coast'),
        weight: 0.6,
        fillColor: colour('sea'),
        fillOpacity: 1,
      },
      seam: { color: colour('land'), weight: seamWeight(), lineCap: 'butt' },
      coast: { color: colour('coast'), weight: 0.9 },
      border: { color: colour('border'), weight: 1 },
      disputed: {
        color: colour('disputed'),
        weight: 1.8,
        dashArray: '6 3',
        lineCap: 'butt',
      },
      graticule: { color: colour('graticule'), weight: 0.5 },
    };
    for (const [layer, style] of styled) layer.setStyle(styles[style]);
  }

  const seamWeight = () => (2 * SEAM_DEG * PX_AT_ZOOM_0 * 2 ** map.getZoom()) / 360;

  function show(layer, isWanted) {
    if (isWanted && !map.hasLayer(layer)) layer.addTo(map);
    else if (!isWanted && map.hasLayer(layer)) layer.remove();
  }

  const isClose = () => map.getZoom() >= NEAR_FROM;
  const isLoose = () => map.getZoom() >= LOOSE_FROM;
  const detailed = layers.detail ?? [];

  // Whether shores and borders are drawn here as finely as the zoom asks for: far from the
  // events there is a map of the world only, on which a town may lie in the sea.
  function isTrueAt(lon, lat) {
    const x = ((((lon + 180) % 360) + 360) % 360) - 180;
    return (
      !isClose() ||
      detailed.some(
        ([south, west, east]) => lat >= south && lat < south + 1 && x >= west && x < east,
      )
    );
  }

  const inOrder = () =>
    ORDER.flatMap((wanted) => styled.filter(([, style]) => style === wanted))
      .map(([layer]) => layer)
      .filter((layer) => map.hasLayer(layer));

  function update() {
    if (isClose() && !detail.length) {
      detail = both((each) => each.detail());
      restyle();
    }
    const seams = styled.filter(([, style]) => style === 'seam');
    for (const [layer] of seams) layer.setStyle({ weight: seamWeight() });
    const borders = styled.filter(([, style]) => ['border', 'disputed'].includes(style));
    for (const [layer] of borders) layer.setStyle({ opacity: isLoose() ? FAINT : 1 });
    const finest = GRATICULES.findIndex(({ to }) => map.getZoom() <= to);
    grids.forEach((grid, i) => show(grid, i === finest));
    for (const group of others) show(group, true);
    for (const group of coarse) show(group, !isClose());
    for (const group of detail) show(group, isClose());
    for (const layer of inOrder()) layer.bringToFront();
  }

  // The same on another canvas, in the pixels of the map.
  function paint(ctx) {
    const view = map.getBounds();
    for (const layer of inOrder()) {
      const bounds = layer.getBounds();
      if (!bounds.isValid() || !bounds.intersects(view)) continue;
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
      Object.assign(ctx, {
        strokeStyle: color,
        lineWidth: weight,
        fillStyle: fillColor,
      });
      if (layer instanceof L.Polygon) ctx.fill('evenodd');
      ctx.stroke();
    }
    ctx.setLineDash([]);
  }

  restyle();
  update();
  map.on('zoomend', update);
  return {
    restyle,
    paint,
    isClose,
    isTrueAt,
    isLoose,
    towns: () => layers.towns ?? [],
    disputedAreas: () => layers.areas ?? [],
    // In the detail of the present zoom, if the country has it.
    countryAt: (key) => land.find(key, isClose()),
    countries: () => land.at(isClose()),
    lakes: () => water.at(isClose()),
  };
}
