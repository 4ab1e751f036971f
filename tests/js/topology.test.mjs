import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parted, seamsOf } from '../../src/placemap/output/web/js/topology.js';

const BOX = ['356', '586', 10, 0, 20, 5];
const line = (owners, kind = '1') => ({
    owners,
    kind,
    points: [
        [0, 1],
        [5, 1],
        [12, 1],
        [18, 1],
        [25, 1],
        [30, 1],
    ],
});
const told = (pieces) => pieces.map(({ kind, points }) => [kind, points.map(([x]) => x)]);

test('a boundary is disputed within the box, and its pieces touch', () => {
    const pieces = parted(line(['356', '586']), [BOX]);
    assert.deepEqual(told(pieces), [
        ['1', [0, 5]],
        ['2', [5, 12, 18]],
        ['1', [18, 25, 30]],
    ]);
});

test('the boundaries of others, and coasts, stay as they are', () => {
    for (const other of [
        line(['356', '004']),
        line(['356'], '0'),
        line(['356', '586'], '2'),
    ])
        assert.deepEqual(parted(other, [BOX]), [other]);
});

test('a boundary that is disputed as a whole is one piece', () => {
    const all = ['586', '356', -90, -90, 90, 90];
    assert.deepEqual(told(parted(line(['356', '586']), [all])), [
        ['2', [0, 5, 12, 18, 25, 30]],
    ]);
});

const border = (points, owners = ['356'], kind = '1') => ({ kind, owners, points });
const steps = (from, to) => {
    const points = [];
    for (let x = from; x <= to; x++) points.push([x, 0]);
    return points;
};

test('a border with a country that is not in the layer is a seam', () => {
    const shared = border(steps(0, 3), ['356', '586']);
    const coast = border(steps(5, 8), ['356'], '0');
    const seam = border(steps(10, 13));
    assert.deepEqual(seamsOf([shared, coast, seam], 1.5), [seam]);
});

test('a seam stops short of the coast', () => {
    const coast = border(steps(-3, 0), ['356'], '0');
    const [{ points }] = seamsOf([coast, border(steps(0, 6))], 1.5);
    assert.deepEqual(points, steps(2, 6));
    assert.deepEqual(seamsOf([coast, border(steps(0, 2))], 1.5), []);
});
