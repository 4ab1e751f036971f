import assert from 'node:assert/strict';
import test from 'node:test';

import {
    bracketAt,
    LANE_PX,
    layBrackets,
    stripHeight,
} from '../../src/placemap/output/web/js/brackets.js';
import { edgesOf, toDay } from '../../src/placemap/output/web/js/timescale.js';

const EDGES = edgesOf(toDay('2024-01-01'), toDay('2024-12-31'), 'month');
const event = (start, last, look = 'red') => ({ look, days: [toDay(start), toDay(last)] });
const lay = (...events) => layBrackets(events, EDGES, ({ look }) => look);

test('a bracket goes from its first day to the end of its last', () => {
    const { placed } = lay(event('2024-02-01', '2024-03-31'));
    assert.equal(placed.length, 1);
    assert.ok(Math.abs(placed[0].from - 1 / 12) < 1e-9);
    assert.ok(Math.abs(placed[0].to - 3 / 12) < 1e-9);
    assert.deepEqual(placed[0].isCut, [false, false]);
});

test('what goes on beyond the chart is open there', () => {
    const { placed } = lay(
        event('2023-12-01', '2024-01-31'),
        event('2024-12-01', '2025-02-01'),
    );
    assert.deepEqual(
        placed.map(({ isCut, from, to }) => [isCut, from, to === 1]),
        [
            [[true, false], 0, false],
            [[false, true], 11 / 12, true],
        ],
    );
});

test('what lies outside the chart is not drawn', () => {
    assert.equal(lay(event('2022-01-01', '2023-12-31')).placed.length, 0);
});

test('events of the same days and look share a bracket, others do not', () => {
    const same = event('2024-02-01', '2024-03-31');
    const { placed } = lay(same, { ...same }, event('2024-02-01', '2024-03-31', 'blue'));
    assert.deepEqual(placed.map(({ events }) => events.length).sort(), [1, 2]);
});

test('brackets that overlap lie in lanes of their own, the others in the first', () => {
    const { placed, lanes } = lay(
        event('2024-01-01', '2024-03-31'),
        event('2024-02-01', '2024-04-30'),
        event('2024-06-01', '2024-07-31'),
    );
    assert.deepEqual(placed.map(({ lane }) => lane), [0, 1, 0]); // prettier-ignore
    assert.equal(lanes, 2);
});

test('where the lanes do not suffice, those of the same days become one', () => {
    const looks = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { placed, lanes } = lay(
        ...looks.map((l) => event('2024-02-01', '2024-03-31', l)),
    );
    assert.equal(placed.length, 1);
    assert.equal(placed[0].look, null);
    assert.equal(placed[0].events.length, 7);
    assert.equal(lanes, 1);
});

test('however many there are, the strip stays low', () => {
    const months = Array.from({ length: 9 }, (_, k) => `2024-0${k + 1}-01`);
    const { lanes } = lay(...months.map((month) => event(month, '2024-12-31')));
    assert.ok(stripHeight(lanes) < 40);
    assert.equal(stripHeight(0), 0);
});

test('the bracket under the pointer is found by its lane', () => {
    const { placed } = lay(
        event('2024-01-01', '2024-03-31'),
        event('2024-02-01', '2024-04-30'),
    );
    assert.equal(bracketAt(placed, 0.15, 2), placed[0]);
    assert.equal(bracketAt(placed, 0.15, 2 + LANE_PX), placed[1]);
    assert.equal(bracketAt(placed, 0.9, 2), undefined);
    assert.equal(bracketAt(placed, 0.15, 60), undefined);
});
