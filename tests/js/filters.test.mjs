import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    countBy,
    filtersSet,
    isFiltered,
    NO_FILTERS,
    sift,
} from '../../src/placemap/output/web/js/filters.js';

const made = (i, more) => ({
    i,
    type: 'ASSAULT',
    status: 'asserted',
    voice: '',
    doc: 0,
    placeIds: ['p'],
    precs: [1],
    score: 0.9,
    words: '',
    ...more,
});
const EVENTS = [
    made(0, {
        start: '2024-01-05',
        last: '2024-01-05',
        voice: 'the mayor',
        words: 'shells fell',
    }),
    made(1, {
        type: 'PROTEST',
        start: '2024-02-01',
        last: '2024-02-29',
        doc: 1,
        score: 0.4,
    }),
    made(2, { status: 'denied', placeIds: ['p', 'q'], precs: [1, 6] }),
    made(3, {
        placeIds: [],
        precs: [0],
        start: '2024-03-01',
        last: '2024-03-01',
        words: 'shells',
    }),
];
const shown = (filters) =>
    sift(EVENTS, { ...NO_FILTERS, ...filters }).visible.map(({ i }) => i);

for (const [filters, expected] of [
    [{}, [0, 1, 2, 3]],
    [{ hiddenTypes: ['PROTEST'] }, [0, 2, 3]],
    [{ hiddenStatuses: ['denied'] }, [0, 1, 3]],
    [{ voices: ['the mayor'] }, [0]],
    [{ docs: [1] }, [1]],
    [{ places: ['q'] }, [2]],
    [{ precs: [6, 0] }, [2, 3]],
    [{ minScore: 0.5 }, [0, 2, 3]],
    [{ from: '2024-02-10' }, [1, 3]],
    [{ from: '2024-02-10', undated: 'with' }, [1, 2, 3]],
    [{ undated: 'without' }, [0, 1, 3]],
    [{ from: '2024-01-05', to: '2024-01-31' }, [0]],
    [{ folded: 'shells fell' }, [0]],
    [{ places: ['p'], minScore: 0.5, hiddenStatuses: ['denied'] }, [0]],
]) {
    test(`${JSON.stringify(filters)} leaves ${expected}`, () => {
        assert.deepEqual(shown(filters), expected);
    });
}

test('counts of a filter are those without it, but with all the others', () => {
    const sifted = sift(EVENTS, { ...NO_FILTERS, hiddenTypes: ['ASSAULT'], minScore: 0.5 });
    assert.equal(sifted.visible.length, 0);
    const counts = countBy(sifted.besides('type'), ({ type }) => [type]);
    assert.deepEqual([...counts], [['ASSAULT', 3]]);
});

test('every filter of the state makes it filtered', () => {
    assert.ok(!isFiltered(NO_FILTERS));
    for (const [name, value] of Object.entries(NO_FILTERS)) {
        const some = Array.isArray(value) ? ['x'] : typeof value === 'number' ? 0.1 : 'x';
        assert.ok(isFiltered({ ...NO_FILTERS, [name]: some }), name);
    }
});

test('each kind of filter that is set counts once', () => {
    assert.equal(filtersSet({ ...NO_FILTERS, folded: '' }), 0);
    const dates = { from: '2024-01-01', to: '2024-02-01', undated: 'with' };
    const types = { hiddenTypes: ['AID', 'ASSAULT'] };
    assert.equal(filtersSet({ ...NO_FILTERS, ...dates, ...types, folded: 'goris' }), 3);
});
