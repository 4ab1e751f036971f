import assert from 'node:assert/strict';
import test from 'node:test';

import { inFamilies } from '../../src/placemap/output/web/js/families.js';

const same = (code) => code;

test('types stand under the heading of their family, in the order of the headings', () => {
    assert.deepEqual(inFamilies(['ASSAULT', 'AID', 'DISASTER', 'COERCE'], same), [
        ['cooperation', ['AID']],
        ['violence', ['ASSAULT', 'COERCE']],
        ['harm', ['DISASTER']],
    ]);
});

test('a type nobody knows is under other', () => {
    assert.deepEqual(inFamilies(['FESTIVAL'], same), [['other', ['FESTIVAL']]]);
});
