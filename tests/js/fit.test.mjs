import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bestOf, countHidden, roomsAround } from '../../src/placemap/output/web/js/fit.js';

const PHONE = { x: 390, y: 395 };
const BUTTONS = { left: 10, right: 54, top: 10, bottom: 142 };
const LEGEND = { left: 10, right: 156, top: 332, bottom: 368 };

test('there is room to clear the buttons at their side and the legend above it', () => {
    const rooms = roomsAround([BUTTONS, LEGEND], PHONE);
    assert.deepEqual(rooms[0], { start: 0, top: 0, bottom: 0 });
    assert.ok(rooms.some(({ start, bottom }) => start === 54 && bottom === 63));
});

test('at the right side the room is counted from there', () => {
    const right = { ...BUTTONS, left: 336, right: 380 };
    assert.ok(roomsAround([right], PHONE).some(({ start }) => start === 54));
});

test('without controls nothing more is kept free', () => {
    const rooms = roomsAround([], PHONE);
    assert.ok(
        rooms.every(({ start, top, bottom }) => start === 0 && top === 0 && bottom === 0),
    );
});

test('a symbol that reaches under a control is hidden', () => {
    const boxes = [BUTTONS, LEGEND];
    assert.equal(countHidden([{ x: 30, y: 80 }], boxes), 1);
    assert.equal(countHidden([{ x: 165, y: 350 }], boxes), 1);
    assert.equal(countHidden([{ x: 200, y: 200 }], boxes), 0);
});

test('of views that hide as little the closest is taken, of those the first', () => {
    const views = [
        { hidden: 1, zoom: 8 },
        { hidden: 0, zoom: 6, is: 'first' },
        { hidden: 0, zoom: 6 },
        { hidden: 0, zoom: 5 },
    ];
    assert.equal(bestOf(views), views[1]);
});
