import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    boxAround,
    isInside,
    overlaps,
} from '../../src/placemap/output/web/js/geometry.js';
import {
    endOnPill,
    firstFree,
    spotsAround,
    spotsOver,
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

test('a line to a chip ends at its edge, where it is nearest', () => {
    const middle = { x: 200, y: 200 };
    assert.deepEqual(endOnPill({ x: 200, y: 100 }, middle, CHIP), { x: 200, y: 187 });
    assert.deepEqual(endOnPill({ x: 20, y: 200 }, middle, CHIP), { x: 125, y: 200 });
    const aslant = endOnPill({ x: 300, y: 260 }, middle, CHIP);
    const end = { x: middle.x + CHIP.width / 2 - 13, y: middle.y };
    assert.ok(Math.abs(Math.hypot(aslant.x - end.x, aslant.y - end.y) - 13) < 1e-9);
});

test('a chip over a spot has it in its middle, or else nearer to an end', () => {
    const spots = [
        { x: 180, y: 200 },
        { x: 210, y: 100 },
    ];
    const found = spotsOver(spots, CHIP, PHONE);
    assert.deepEqual(found.slice(0, 2), spots);
    assert.deepEqual(found.at(-1), { x: 148, y: 100 });
    found.forEach((middle, i) => {
        const { left, right } = boxOf(middle, CHIP);
        const { x } = spots[i % 2];
        assert.ok(left < x && x < right);
    });
});
