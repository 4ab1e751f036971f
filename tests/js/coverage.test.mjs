import assert from 'node:assert/strict';
import { test } from 'node:test';

// The module measures nothing, but one it imports makes a canvas for that.
globalThis.document = { createElement: () => ({ getContext: () => ({}) }) };
const { foundAs, mentionsOf } =
    await import('../../src/placemap/output/web/js/coverage.js');

const text = 'Goris, Goris, Old Mill, Atlantis, Goris';
const model = {
    documents: [
        {
            text,
            toponyms: [
                { at: [0, 5], place: 'g' },
                { at: [7, 12], place: 'g' },
                { at: [14, 22], candidates: [{}] },
                { at: [24, 32] },
                { at: [34, 39] },
            ],
        },
    ],
};

test('a mention is located, ambiguous or unknown', () => {
    const found = model.documents[0].toponyms.map(foundAs);
    assert.deepEqual(found, ['located', 'located', 'ambiguous', 'unknown', 'unknown']);
});

test('what needs a look comes first, and what is alike comes once', () => {
    const rows = mentionsOf(model, [0]).map(({ as, name, n, k }) => [as, name, n, k]);
    assert.deepEqual(rows, [
        ['ambiguous', 'Old Mill', 1, 2],
        ['unknown', 'Atlantis', 1, 3],
        ['unknown', 'Goris', 1, 4],
        ['located', 'Goris', 2, 0],
    ]);
});
