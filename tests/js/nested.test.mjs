import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nest } from '../../src/placemap/output/web/js/nested.js';

function area(name, [west, south, east, north]) {
    const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
    ];
    return { name, at: [(west + east) / 2, (south + north) / 2], polygons: [[ring]] };
}
const named = (areas) =>
    nest(areas).map((one) => [one.area.name, one.parts.map(({ name }) => name)]);

test('parts that make up most of an area stand under it', () => {
    const whole = area('Whole', [0, 0, 10, 10]);
    const halves = [area('West', [0, 0, 5, 10]), area('East', [5, 0, 10, 10])];
    assert.deepEqual(named([halves[0], whole, halves[1]]), [['Whole', ['West', 'East']]]);
});

test('a small area within a large one is one of its own', () => {
    const found = named([area('Whole', [0, 0, 10, 10]), area('North', [4, 8, 6, 9])]);
    assert.deepEqual(found, [
        ['Whole', []],
        ['North', []],
    ]);
});
