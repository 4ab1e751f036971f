import assert from 'node:assert/strict';
import { test } from 'node:test';

import { countSaid, midLine } from '../../src/placemap/output/web/js/counts.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

setStrings({
    lang: 'en',
    'count.least': 'at least {n}',
    'count.most': 'up to {n}',
    'count.range': '{n} ({low} to {high})',
    'count.between': '{low} to {high}',
    'count.said': '{count}, according to {who}',
});

for (const [count, expected] of [
    [{ best: 6, low: 6, high: 6 }, '6'],
    [{ best: 6 }, '6'],
    [{ best: 32, low: 32 }, 'at least 32'],
    [{ low: 3 }, 'at least 3'],
    [{ high: 9 }, 'up to 9'],
    [{ best: 5, low: 4, high: 7 }, '5 (4 to 7)'],
    [{ low: 4, high: 7 }, '4 to 7'],
    [{ best: 0, low: 0, high: 0 }, '0'],
    [{ best: 2, claimant: 'Moscow' }, '2, according to Moscow'],
]) {
    test(`${JSON.stringify(count)} reads ${expected}`, () => {
        assert.equal(countSaid(count, ''), expected);
    });
}

for (const [words, text, expected] of [
    ['Local officials', 'In local hospitals.', 'local officials'],
    ['Moscow', 'In Moscow.', 'Moscow'],
    ['Art dealers', 'They start.', 'Art dealers'],
    ['UN staff', 'an un-named man', 'UN staff'],
    ['Interior Ministry', 'The Interior Ministry said', 'the Interior Ministry'],
]) {
    test(`${words} within a line, after "${text}"`, () => {
        assert.equal(midLine(words, text), expected);
    });
}
