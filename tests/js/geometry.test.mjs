import assert from 'node:assert/strict';
import test from 'node:test';

import { heartland, holds } from '../../src/placemap/output/web/js/geometry.js';

const square = (from, to) => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
];

test('a polygon holds what is inside it, but not what is in its hole', () => {
    const rings = [square(0, 10), square(4, 6)];
    assert.equal(holds(rings, 2, 5), true);
    assert.equal(holds(rings, 5, 5), false);
    assert.equal(holds(rings, 11, 5), false);
});

test('a polygon holds a position on another copy of the world', () => {
    assert.equal(holds([square(0, 10)], 365, 5), true);
    assert.equal(holds([square(0, 10)], -355, 5), true);
});

test('of a country the far and small territories are left out', () => {
    const polygons = [[square(0, 10)], [square(11, 12)], [square(50, 51)]];
    assert.deepEqual(heartland(polygons), { west: 0, south: 0, east: 12, north: 12 });
});

test('of a country of islands each large one counts', () => {
    const polygons = [[square(0, 10)], [square(30, 38)]];
    assert.deepEqual(heartland(polygons), { west: 0, south: 0, east: 38, north: 38 });
});
