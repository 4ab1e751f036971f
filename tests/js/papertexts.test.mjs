import assert from 'node:assert/strict';
import { test } from 'node:test';

import { textsToPrint } from '../../src/placemap/output/web/js/papertexts.js';

const reports = (n, length) =>
    Array.from({ length: n }, () => ({ text: 'x'.repeat(length) }));
const oneEach = (n) => Array.from({ length: n }, (_, doc) => doc);

test('the texts that are asked for are printed, in their order', () => {
    assert.deepEqual(textsToPrint(reports(4, 10), [2, 0, 2]), {
        printed: [0, 2],
        left: [],
    });
    assert.deepEqual(textsToPrint(reports(4, 10), []), { printed: [], left: [] });
});

test('beyond a number of texts or of characters the rest is left out', () => {
    const many = textsToPrint(reports(30, 10), oneEach(30));
    assert.deepEqual([many.printed.length, many.left.length], [20, 10]);
    const long = textsToPrint(reports(5, 40_000), oneEach(5));
    assert.deepEqual(long, { printed: [0, 1], left: [2, 3, 4] });
});

test('the first text is printed however long it is', () => {
    const { printed, left } = textsToPrint(reports(2, 1_000_000), oneEach(2));
    assert.deepEqual([printed, left], [[0], [1]]);
});
