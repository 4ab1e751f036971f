import assert from 'node:assert/strict';
import { test } from 'node:test';

import { mainPart, toSquare, weightOf } from '../../src/placemap/output/web/js/extent.js';

const at = (lon, lat, weight = 1) => ({ lon, lat, weight, ...toSquare(lon, lat) });
const town = (n) =>
    Array.from({ length: n }, (_, i) => at(46 + i / 10, 39.5 + (i % 3) / 5));

test('the middle of the map is in the middle of the square', () => {
    const { x, y } = toSquare(0, 0);
    assert.ok(Math.abs(x - 0.5) < 1e-12 && Math.abs(y - 0.5) < 1e-12);
    assert.ok(toSquare(0, 60).y < toSquare(0, 10).y);
});

test('one event far from many others is left out', () => {
    const far = at(-84, 33);
    const kept = mainPart([far, ...town(12)]);
    assert.equal(kept.length, 12);
    assert.ok(!kept.includes(far));
});

test('what is half of the report is not left out, however far', () => {
    assert.equal(mainPart([...town(3), at(-84, 33), at(-85, 33)]).length, 5);
});

test('one event of three stays', () => {
    assert.equal(mainPart([...town(2), at(-84, 33)]).length, 3);
});

test('a memory of the past gives way sooner', () => {
    const past = at(2, 48, weightOf({ status: 'historical' }));
    assert.equal(mainPart([past, ...town(5)]).length, 5);
});

test('events all over the world are all kept', () => {
    const world = [
        at(-100, 40),
        at(-60, -20),
        at(0, 50),
        at(30, 0),
        at(100, 20),
        at(140, 35),
    ];
    assert.equal(mainPart(world).length, world.length);
});

test('nothing is left out for a closer view than there is', () => {
    assert.equal(mainPart([...town(1), ...town(1), at(46.5, 39.5)]).length, 3);
});

test('nothing of nothing', () => {
    assert.deepEqual(mainPart([]), []);
});
