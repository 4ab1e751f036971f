import assert from 'node:assert/strict';
import test from 'node:test';

import { afterOnly, afterTick, isAlone } from '../../src/placemap/output/web/js/choices.js';

const ALL = ['AID', 'ASSAULT', 'COERCE', 'PROTEST'];

test('a tick taken hides what it is of, and a tick given shows it again', () => {
    const hidden = afterTick([], ['AID'], false);
    assert.deepEqual(hidden, ['AID']);
    assert.deepEqual(afterTick(hidden, ['AID'], true), []);
});

test('the tick of a heading is for all under it, once each', () => {
    const own = ['ASSAULT', 'COERCE'];
    assert.deepEqual(afterTick(['COERCE'], own, false), own);
    assert.deepEqual(afterTick(['AID', ...own], own, true), ['AID']);
});

test('one alone is seen, and asked for again all are', () => {
    const hidden = afterOnly(['AID', 'PROTEST'], ALL, 'AID');
    assert.deepEqual(hidden, ['ASSAULT', 'COERCE', 'PROTEST']);
    assert.ok(isAlone(hidden, ALL, 'AID'));
    assert.ok(!isAlone(hidden, ALL, 'COERCE'));
    assert.deepEqual(afterOnly(hidden, ALL, 'AID'), []);
});
