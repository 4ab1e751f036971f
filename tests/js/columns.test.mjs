import assert from 'node:assert/strict';
import { test } from 'node:test';

import { columnsOf, SORTS, sorted } from '../../src/placemap/output/web/js/columns.js';

const model = {
    documents: [{}],
    documentOf: () => ({ title: 'd' }),
    typeOf: ({ type }) => ({ label: type }),
    placeNames: ({ where }) => where,
};
const made = (i, start, deaths, where = []) => ({
  i, start, deaths, where, type: 'b', status: 'asserted', voice: '', actors: [], places: [], precs: [], score: 1,
}); // prettier-ignore
const EVENTS = [
    made(0, '2024-01-02', { best: 9 }, ['Zürich']),
    made(1, undefined, undefined, ['ääkköset']),
    made(2, '1988-01-01', { low: 10 }, []),
    made(3, '2024-01-02', { best: 0 }, ['Öland']),
];
const columns = columnsOf(model);
const order = (sort) => sorted(EVENTS, columns, sort).map(({ i }) => i);

for (const [sort, expected] of [
    ['', [0, 1, 2, 3]],
    ['nonsense', [0, 1, 2, 3]],
    ['when', [2, 0, 3, 1]],
    ['-when', [0, 3, 2, 1]],
    ['deaths', [3, 0, 2, 1]],
    ['-deaths', [2, 0, 3, 1]],
    ['where', [1, 3, 0, 2]],
]) {
    test(`in the order of "${sort}" they are ${expected}`, () => {
        assert.deepEqual(order(sort), expected);
    });
}

test('every column can be sorted by', () => {
    const names = columns.map(({ name }) => name);
    assert.deepEqual(
        SORTS,
        names.flatMap((name) => [name, `-${name}`]),
    );
});
