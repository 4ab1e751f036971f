import assert from 'node:assert/strict';
import { test } from 'node:test';

import { paragraphs, snippetOf } from '../../src/placemap/output/web/js/segments.js';

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

test('what stands above the paragraphs is not one of them', () => {
    const text = 'Floods in the north\nand the south were bad this year.';
    const below = paragraphs(text, 19).map(([from, to]) => text.slice(from, to));
    assert.deepEqual(below, ['and the south were bad this year.']);
});

const event = (text, word) => {
    const at = text.indexOf(word);
    return { sentence: [0, text.length], trigger: [at, at + word.length] };
};

test('a snippet begins with its sentence, or a few words before a late trigger', () => {
    const early = 'Troops shelled Goris, then left.';
    assert.deepEqual(snippetOf(event(early, 'shelled'), early), [
        'Troops ',
        'shelled',
        ' Goris, then left.',
    ]);
    const late = `${'Many long words stand before it, '.repeat(4)}and troops withdrew.`;
    const [before, trigger, after] = snippetOf(event(late, 'withdrew'), late);
    assert.match(before, /^… \S.* and troops $/);
    assert.ok(before.length < 40);
    assert.deepEqual([trigger, after], ['withdrew', '.']);
});

test('a snippet without spaces is cut between characters', () => {
    const text = `${'😀'.repeat(50)}x`;
    const [before] = snippetOf(event(text, 'x'), text);
    assert.match(before, /^… (😀)+$/u);
});

test('a trigger outside of its sentence leaves the sentence as it is', () => {
    const text = 'One. Two.';
    const [before, trigger, after] = snippetOf({ sentence: [0, 4], trigger: [5, 8] }, text);
    assert.deepEqual([before, trigger, after], ['One.', '', '']);
});
