import assert from 'node:assert/strict';
import { test } from 'node:test';

import { NO_FILTERS } from '../../src/placemap/output/web/js/filters.js';
import { readHash, writeHash } from '../../src/placemap/output/web/js/permalink.js';

const HOSTILE = ['a,b&c=d', '#%41', '</script>', '__proto__', '', 'ş é 日本', '+ +'];
const same = (values) => new Map(values.map((value) => [String(value), value]));
const KNOWN = {
    languages: ['fr'],
    hiddenTypes: same(['ASSAULT', 'AID', ...HOSTILE]),
    hiddenStatuses: same(['denied', 'future']),
    voices: same(HOSTILE),
    docs: new Map(HOSTILE.map((id, i) => [id, i])),
    places: same(HOSTILE),
    precs: same([0, 1, 6]),
    firstDoc: 1,
    names: ['text', 'local'],
    tabs: ['text', 'events'],
    sorts: ['when', '-when'],
};
const STATE = {
    ...NO_FILTERS,
    hiddenTypes: ['AID', ...HOSTILE],
    hiddenStatuses: ['denied'],
    voices: HOSTILE,
    docs: [0, 3, 6],
    places: HOSTILE,
    precs: [0, 6],
    minScore: 0.35,
    from: '2023-01-02',
    to: '2024-02-29',
    undated: 'with',
    query: 'a & b # c=d %',
    doc: 'a,b&c=d',
    event: 'x#y&z',
    ui: 'fr',
    names: 'local',
    mentioned: true,
    withoutTiles: true,
    tab: 'events',
    sort: '-when',
    isWide: true,
    view: { zoom: 6.25, lat: 39.5, lon: -46.25 },
};

test('all of the state comes back from the address', () => {
    const { doc, ...read } = readHash(writeHash(STATE, KNOWN), KNOWN);
    assert.deepEqual({ ...read, doc: STATE.doc }, STATE);
    assert.equal(doc, 0);
});

for (const showsMentioned of [false, true])
    for (const mentioned of [false, true])
        test(`mentioned places: ${mentioned} where ${showsMentioned} is usual`, () => {
            const known = { ...KNOWN, showsMentioned };
            const hash = writeHash({ ...STATE, mentioned }, known);
            assert.equal(readHash(hash, known).mentioned, mentioned);
            assert.equal(hash.includes('mentioned='), mentioned !== showsMentioned);
        });

test('an empty address is the state at first', () => {
    const read = readHash('', KNOWN);
    for (const [name, value] of Object.entries(NO_FILTERS))
        assert.deepEqual(read[name], value);
    assert.equal(read.doc, 1);
    assert.equal(read.view, null);
});

for (const hash of [
    '#score=NaN&from=2023-13-45&tab=evil&sort=x&by=nobody',
    '#%E0%A4%A',
    '#map=1/2',
    '#from=2023-02-31&to=99-1-1',
])
    test(`nothing unknown is taken from ${hash}`, () => {
        const read = readHash(hash, KNOWN);
        assert.deepEqual({ ...read }, { ...readHash('', KNOWN) });
    });
