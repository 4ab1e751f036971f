import assert from 'node:assert/strict';
import test from 'node:test';

import { countsUpTo, highestOf } from '../../src/placemap/output/web/js/bars.js';

test('the highest bar is the sum of its colours', () => {
    assert.equal(highestOf([new Map([['red', 2]]), new Map([['red', 1], ['blue', 3]])]), 4); // prettier-ignore
    assert.equal(highestOf([]), 0);
});

test('beside the bars stand at most three round numbers, none above the highest', () => {
    assert.deepEqual(countsUpTo(0), []);
    assert.deepEqual(countsUpTo(1), [1]);
    assert.deepEqual(countsUpTo(3), [1, 2, 3]);
    assert.deepEqual(countsUpTo(7), [2, 4, 6]);
    assert.deepEqual(countsUpTo(19), [5, 10, 15]);
    assert.deepEqual(countsUpTo(1234), [500, 1000]);
});
