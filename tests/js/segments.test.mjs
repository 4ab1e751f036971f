import assert from 'node:assert/strict';
import { test } from 'node:test';

import { paragraphs } from '../../src/placemap/output/web/js/segments.js';

const told = (text) => paragraphs(text).map(([from, to]) => text.slice(from, to));

test('a line that ends no sentence goes on in the next', () => {
    const text = '  A bomb killed 13 soldiers, officials\n  say.\n  The blast hit a bus.';
    assert.deepEqual(told(text), [
        '  A bomb killed 13 soldiers, officials\n  say.',
        '  The blast hit a bus.',
    ]);
});

test('a name at the start of the next line does not part them', () => {
    const text = 'The officers who answered came under fire in\nKarak. They left.';
    assert.deepEqual(told(text), [text]);
});

test('blank lines part, and so does a short line such as a title', () => {
    assert.deepEqual(told('Rain in\n\nthe north'), ['Rain in', 'the north']);
    const text = 'Floods\nThe river rose over its banks in the night, and fell again.';
    assert.equal(told(text).length, 2);
});

test('lines that nobody wrapped are paragraphs', () => {
    const long = 'word '.repeat(40).trim();
    assert.deepEqual(told(`${long}\r\nThe end`), [long, 'The end']);
    assert.deepEqual(told(' \n\n'), []);
});
