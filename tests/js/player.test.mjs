import assert from 'node:assert/strict';
import { test } from 'node:test';

import { nextRange } from '../../src/placemap/output/web/js/player.js';

test('playing all of the time begins with its first tenth', () => {
    assert.deepEqual(nextRange([0, 50], 50), [0, 5]);
    assert.deepEqual(nextRange([0, 1], 1), null);
});

test('a window keeps its size and stops at the end', () => {
    let range = [0, 5];
    let steps = 0;
    for (let next = range; next; next = nextRange(range, 50)) {
        range = next;
        steps += 1;
        assert.equal(range[1] - range[0], 5);
    }
    assert.deepEqual(range, [45, 50]);
    assert.ok(steps <= 42);
});
