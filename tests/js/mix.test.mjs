import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    addCounts,
    countMix,
    countsByType,
    partsOf,
    SEVERAL,
    totalOf,
} from '../../src/placemap/output/web/js/mix.js';

const event = (type, status = 'asserted') => ({ type, status });
const colourOf = (type) => type.toLowerCase();

test('what is planned, possible or denied is a hollow part of its own colour', () => {
    const events = [
        event('A'),
        event('A', 'attributed'),
        event('A', 'future'),
        event('A', 'hypothetical'),
        event('A', 'denied'),
        event('A', 'historical'),
    ];
    assert.deepEqual(partsOf(countMix(events), colourOf), [
        ['a', 2, ''],
        ['a', 1, 'pale'],
        ['a', 3, 'hollow'],
    ]);
});

test('the colour of most events comes first, whatever their status', () => {
    const events = [event('A'), event('B', 'denied'), event('B', 'future')];
    assert.deepEqual(partsOf(countMix(events), colourOf), [
        ['b', 2, 'hollow'],
        ['a', 1, ''],
    ]);
});

test('of many colours the rarer share one, and are still hollow or full', () => {
    const events = ['A', 'A', 'B', 'B', 'C', 'C', 'D'].map((type) => event(type));
    const parts = partsOf(countMix([...events, event('E', 'denied')]), colourOf);
    assert.deepEqual(parts.slice(-2), [
        [SEVERAL, 1, ''],
        [SEVERAL, 1, 'hollow'],
    ]);
    assert.equal(
        parts.reduce((sum, [, n]) => sum + n, 0),
        8,
    );
});

test('mixes add up, by type whatever the status', () => {
    const mix = addCounts(countMix([event('A')]), countMix([event('A', 'denied')]));
    assert.equal(totalOf(mix), 2);
    assert.deepEqual([...countsByType(mix)], [['A', 2]]);
});
