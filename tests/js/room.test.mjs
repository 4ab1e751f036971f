import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    boxAround,
    isInside,
    overlaps,
} from '../../src/placemap/output/web/js/geometry.js';
import {
    firstFree,
    spotsAround,
    withinMap,
} from '../../src/placemap/output/web/js/room.js';

const CHIP = { width: 150, height: 26 };
const PHONE = { x: 390, y: 395 };
const GAPS = [12, 26];
const boxOf = ({ x, y }, { width, height }) => boxAround({ x, y }, width, height);

test('a box at the edge is moved into the map, and no farther', () => {
    assert.deepEqual(withinMap({ x: 5, y: 200 }, CHIP, PHONE), { x: 79, y: 200 });
    assert.deepEqual(withinMap({ x: 200, y: 200 }, CHIP, PHONE), { x: 200, y: 200 });
});

test('every spot around a home lies within the map', () => {
    for (const home of [
        { x: 0, y: 0 },
        { x: 36, y: 261 },
        { x: 389, y: 394 },
    ]) {
        const spots = spotsAround(home, CHIP, PHONE, GAPS);
        assert.ok(spots.every((spot) => isInside(boxOf(spot, CHIP), PHONE)));
    }
});

test('a chip at the edge of a phone finds room between rings', () => {
    const taken = [
        boxAround({ x: 26, y: 243 }, 34, 34),
        boxAround({ x: 202, y: 209 }, 47, 47),
        boxAround({ x: 176, y: 289 }, 38, 38),
    ];
    const spots = spotsAround({ x: 36, y: 261 }, CHIP, PHONE, GAPS);
    const spot = firstFree(spots, CHIP, PHONE, taken);
    assert.ok(spot);
    assert.ok(!taken.some((other) => overlaps(boxOf(spot, CHIP), other)));
});

test('where all is taken there is no spot', () => {
    const taken = [{ left: 0, top: 0, right: PHONE.x, bottom: PHONE.y }];
    const spots = spotsAround({ x: 200, y: 200 }, CHIP, PHONE, GAPS);
    assert.equal(firstFree(spots, CHIP, PHONE, taken), undefined);
});
