import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    letterAt,
    numberSpans,
    numbersAt,
    numbersOf,
    writtenAt,
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

test('a marker has all numbers of the events of its groups; dots tell of others', () => {
    const events = [
        { i: 5, groups: [0] },
        { i: 2, groups: [1, 0] },
        { i: 9, groups: [] },
        { i: 1, groups: [1] },
    ];
    const markers = [{ group: 0 }, { group: 1 }, { group: 2 }];
    const numbers = numbersOf(events.slice(0, 3));
    const groupsOf = ({ group }) => [group];
    assert.deepEqual(numbersAt(markers, { groupsOf, events, numbers }), [
        '1, 2',
        '2, …',
        '',
    ]);
});

test('letters go on after Z', () => {
    assert.deepEqual([0, 25, 26, 27, 702].map(letterAt), ['A', 'Z', 'AA', 'AB', 'AAA']);
});

const box = (left, top, width = 20, height = 20) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
});

test('numbers stand below a symbol, or where else is room', () => {
    const write = (boxes, names) => writtenAt(['1, 2', '3'], boxes, names)[0];
    const far = box(500, 500);
    assert.deepEqual(write([box(100, 100), far]), { text: '1, 2', side: 'below' });
    assert.equal(write([box(100, 100), box(100, 122)]).side, 'above');
    const around = [box(80, 122, 60), box(80, 80, 60, 18)];
    assert.equal(write([box(100, 100), far], around).side, 'right');
});

test('too many numbers, and those that fit nowhere, are told by letters', () => {
    const long = '10–13, 90, 95, 101–109';
    const ways = writtenAt(
        [long, '7', long],
        [0, 200, 400].map((x) => box(x, 100)),
    );
    assert.deepEqual(ways, [
        { text: 'A', side: 'below', letter: 'A' },
        { text: '7', side: 'below' },
        { text: 'B', side: 'below', letter: 'B' },
    ]);
});

test('rather than none, a name of the map is hidden', () => {
    const everywhere = [box(0, 0, 1000, 1000)];
    assert.equal(writtenAt(['7'], [box(100, 100)], everywhere)[0].text, '7');
    assert.equal(writtenAt(['7'], [box(100, 100)].concat(everywhere))[0], null);
});
