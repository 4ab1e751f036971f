import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pageStart } from '../../src/placemap/output/web/js/pages.js';

for (const [at, count, expected] of [
    [0, 10, 0],
    [99, 250, 0],
    [100, 250, 100],
    [249, 250, 200],
    [9999, 250, 200],
    [-1, 250, 0],
    [0, 0, 0],
    [5, 0, 0],
]) {
    test(`item ${at} of ${count} is on the page from ${expected}`, () => {
        assert.equal(pageStart(at, count, 100), expected);
    });
}
