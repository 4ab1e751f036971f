import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    fittingNumbers,
    numberMarkers,
    numberSpans,
    numbersOf,
} from '../../src/placemap/output/web/js/numbers.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

setStrings({ lang: 'en', comma: ', ' });

for (const [numbers, expected] of [
    [[], []],
    [[7], ['7']],
    [
        [2, 1],
        ['1', '2'],
    ],
    [
        [3, 1, 2, 2, 9],
        ['1–3', '9'],
    ],
    [[1200, 1201, 1202], ['1,200–1,202']],
]) {
    test(`${numbers} are written as ${expected}`, () => {
        assert.deepEqual(numberSpans(numbers), expected);
    });
}

test('what has no room is told by dots, and so is what has no number', () => {
    assert.equal(fittingNumbers(['1–3', '9']), '1–3, 9');
    assert.equal(fittingNumbers(['1–3', '9'], false), '1–3, 9, …');
    assert.equal(fittingNumbers(['10–13', '90', '95', '101–109']), '10–13, 90, 95, …');
    assert.equal(fittingNumbers(['100,000–110,000']), '100,000–110,000');
});

test('a marker has the numbers of the events of its groups', () => {
    const events = [
        { i: 5, groups: [0] },
        { i: 2, groups: [1, 0] },
        { i: 9, groups: [] },
        { i: 1, groups: [1] },
    ];
    const markers = [0, 1, 2].map((group) => ({ group, dataset: {} }));
    const numbers = numbersOf(events.slice(0, 3));
    numberMarkers(markers, { groupsOf: ({ group }) => [group], events, numbers });
    assert.deepEqual(
        markers.map(({ dataset }) => dataset.numbers),
        ['1, 2', '2, …', ''],
    );
});
