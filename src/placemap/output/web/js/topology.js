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

// Natural Earth closes shapes along the date line and the pole; nobody drew a line there.
function isSeam([lon, lat], [nextLon, nextLat]) {
  const onDateLine = Math.abs(lon) > 179.98 && Math.abs(nextLon) > 179.98;
  return onDateLine || (lat < -84 && nextLat < -84 && Math.abs(nextLon - lon) > 1);
}

function withoutSeams(points) {
  const lines = [];
  let line = [points[0]];
  for (let i = 1; i < points.length; i++) {
    if (isSeam(points[i - 1], points[i])) {
      if (line.length > 1) lines.push(line);
      line = [];
    }
    line.push(points[i]);
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

// Countries with their polygons, and the lines with their kind ('0' coast, '1' border,
// '2' border of a territory without an ISO code) and the keys of the countries they bound.
export function unpackLayer(layer) {
  const arcs = layer.arcs.map((steps) => decodeArc(steps, layer));
  const owners = arcs.map(() => []);
  const countries = layer.countries.map(({ code, name, polygons }) => {
    const key = code || name;
    for (const index of polygons.flat(2)) owners[plainArc(index)].push(key);
    const rings = polygons.map((polygon) =>
      polygon.map((ring) => closedAtPole(withoutJumps(joinRing(ring, arcs)))),
    );
    return { key, code, name, polygons: rings };
  });
  const lines = arcs.flatMap((points, i) =>
    withoutSeams(withoutJumps(points)).map((line) => ({
      points: line,
      kind: layer.kinds[i],
      owners: owners[i],
    })),
  );
  return { countries, lines };
}
