import assert from 'node:assert/strict';
import { test } from 'node:test';

import { setStrings } from '../../src/placemap/output/web/js/strings.js';
import { mappedOf, saidOf } from '../../src/placemap/output/web/js/tally.js';

setStrings({
    lang: 'en',
    'filters.mapped': '{n} of {all}',
    'legend.mapped': 'On the map: {n} of {all}',
    'events.one': '{n} event',
    'events.other': '{n} events',
});

for (const [n, all, seen, said] of [
    [1, 4, '1 of 4', 'On the map: 1 of 4'],
    [0, 2, '0 of 2', 'On the map: 0 of 2'],
    [8, 8, '8', '8 events'],
    [1, 1, '1', '1 event'],
    [0, 0, '0', '0 events'],
    [1400, 13_000, '1.4k of 13k', 'On the map: 1,400 of 13,000'],
]) {
    test(`${n} of ${all} events on the map are seen as ${seen}, heard as ${said}`, () => {
        assert.equal(mappedOf(n, all), seen);
        assert.equal(saidOf(n, all), said);
    });
}
