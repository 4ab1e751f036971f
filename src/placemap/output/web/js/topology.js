// The base map's shared arcs, turned back into rings and lines of [longitude, latitude].

// Python's and TopoJSON's way: ~i is arc i backwards.
function plainArc(index) {
  return index < 0 ? ~index : index;
}

function decodeArc(steps, layer) {
  const points = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    points.push([
      x * layer.scale[0] + layer.translate[0],
      y * layer.scale[1] + layer.translate[1],
    ]);
  }
  return points;
}

function joinRing(ring, arcs) {
  const points = [];
  for (const index of ring) {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    points.push(...(points.length ? arc.slice(1) : arc));
  }
  return points;
}

// The atlas is stitched across the date line: there longitudes jump by a whole turn.
// Undo the jumps, so that a shape runs on past 180 degrees instead of round the world.
function withoutJumps(points) {
  let turn = 0;
  return points.map(([lon, lat], i) => {
    const step = i ? lon - points[i - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [lon + turn, lat];
  });
}

// A ring all the way round the pole is closed along the foot of the map.
function closedAtPole(ring) {
  const [first, last] = [ring[0], ring.at(-1)];
  if (Math.abs(last[0] - first[0]) < 180) return ring;
  return [...ring, [last[0], -89], [first[0], -89], first];
}

// Moved by whole turns, so that the middle of a ring is within half a turn of `centre`.
function turnedTo(ring, centre) {
  const lons = ring.map(([lon]) => lon);
  const middle =
    (lons.reduce((x, y) => Math.min(x, y)) + lons.reduce((x, y) => Math.max(x, y))) / 2;
  const turn = Math.round((centre - middle) / 360) * 360;
  return turn ? ring.map(([lon, lat]) => [lon + turn, lat]) : ring;
}

function unpackPolygon(polygon, arcs) {
  const rings = polygon.map((ring) => closedAtPole(withoutJumps(joinRing(ring, arcs))));
  const outer = turnedTo(rings[0], 0);
  return [outer, ...rings.slice(1).map((hole) => turnedTo(hole, outer[0][0]))];
}

// What a country is known by on the base map.
export function keyOf({ code, name }) {
  return code || name;
}

function isBetween(owners, one, other) {
  return owners.length === 2 && owners.includes(one) && owners.includes(other);
}

// The line in pieces: a boundary is drawn as disputed within the boxes of `disputed`, each
// [country, other country, west, south, east, north].
export function parted(line, disputed) {
  const boxes = disputed.filter(([one, other]) => isBetween(line.owners, one, other));
  if (line.kind !== '1' || !boxes.length) return [line];
  const isDisputed = ([lon, lat]) =>
    boxes.some(
      ([, , west, south, east, north]) =>
        lon >= west && lon <= east && lat >= south && lat <= north,
    );
  const pieces = [];
  let last = null;
  line.points.forEach((point, i) => {
    const kind = isDisputed(point) ? '2' : '1';
    if (last?.kind !== kind) {
      const from = i ? [line.points[i - 1]] : [];
      last = { ...line, kind, points: from };
      pieces.push(last);
    }
    last.points.push(point);
  });
  return pieces.filter(({ points }) => points.length > 1);
}

// Countries with their polygons, and the lines with their kind ('0' coast, '1' border,
// '2' a disputed border or one of a territory without an ISO code) and the keys of the countries they bound.
export function unpackLayer(layer, disputed = []) {
  const arcs = layer.arcs.map((steps) => decodeArc(steps, layer));
  const owners = arcs.map(() => []);
  const countries = layer.countries.map(({ code, iso, name, polygons }) => {
    const key = keyOf({ code, name });
    for (const index of polygons.flat(2)) owners[plainArc(index)].push(key);
    return {
      key,
      code,
      iso,
      name,
      polygons: polygons.map((polygon) => unpackPolygon(polygon, arcs)),
    };
  });
  const lines = arcs.flatMap((points, i) =>
    parted(
      { points: withoutJumps(points), kind: layer.kinds[i], owners: owners[i] },
      disputed,
    ),
  );
  return { countries, lines };
}

const tipsOf = ({ points }) => [points[0], points.at(-1)];

// Borders of a layer with countries that are not in it: those are drawn from a map of the
// world, whose borders run elsewhere, so that gaps between the two have to be filled, up to
// `reach` degrees to either side. Toward the sea they stop short by as much.
export function seamsOf(lines, reach) {
  const onCoast = lines.filter(({ kind }) => kind === '0').flatMap(tipsOf);
  const isAt = ([x, y]) => onCoast.some(([lon, lat]) => lon === x && lat === y);
  return lines
    .filter(({ kind, owners }) => kind !== '0' && owners.length === 1)
    .map((line) => {
      const shores = tipsOf(line).filter(isAt);
      const isInland = ([x, y]) =>
        shores.every(([lon, lat]) => Math.hypot(lon - x, lat - y) > reach);
      return { ...line, points: line.points.filter(isInland) };
    })
    .filter(({ points }) => points.length > 1);
}
