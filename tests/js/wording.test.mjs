import assert from 'node:assert/strict';
import { test } from 'node:test';

import { setStrings } from '../../src/placemap/output/web/js/strings.js';

// The module makes elements; what it makes is told as text with its language.
globalThis.document = {
    createElement: (tag) => ({
        tag,
        attributes: {},
        setAttribute(name, value) {
            this.attributes[name] = value;
        },
        append(text) {
            this.text = text;
        },
    }),
};
const { groupOfReason, guessOf, inWords, modeName, reasonInWords } =
    await import('../../src/placemap/output/web/js/wording.js');

const FRENCH = {
    lang: 'fr',
    colon: ' : ',
    'said.stated': 'indiqué',
    'said.inferred': 'déduit',
    'said.the day the report is about': 'le jour dont parle la dépêche',
    'said.condition': 'condition',
    'said.a condition': 'une condition',
    'said.only place of that name': 'seul lieu de ce nom',
    'mode.drone': 'frappe de drone',
    'unplaced.no-place': 'sans lieu',
};

function told(parts) {
    return parts.map((part) =>
        typeof part === 'string' ? part : `<${part.attributes.lang}>${part.text}</>`,
    );
}

for (const [text, expected] of [
    ['only place of that name', ['seul lieu de ce nom']],
    ["stated: 'Tuesday'", ['indiqué', ' : ', "<en>'Tuesday'</>"]],
    [
        'inferred: the day the report is about',
        ['déduit', ' : ', 'le jour dont parle la dépêche'],
    ],
    ['stated; a rule nobody knows', ['indiqué', ' · ', '<en>a rule nobody knows</>']],
    ["a condition 'if'", ['une condition', ' ', "<en>'if'</>"]],
    ['statedly so', ['<en>statedly so</>']],
]) {
    test(`${JSON.stringify(text)} is told in words, the rest as English`, () => {
        setStrings(FRENCH);
        assert.deepEqual(told(inWords(text)), expected);
    });
}

test('a kind of event without words is called by its code', () => {
    setStrings(FRENCH);
    assert.equal(modeName({ mode: 'drone' }), 'frappe de drone');
    assert.equal(modeName({ mode: '__proto__' }), '__proto__');
    assert.equal(modeName({}), '');
});

test('why an event is not on the map is told by the rules, else by its code', () => {
    setStrings(FRENCH);
    assert.deepEqual(told(reasonInWords({ code: 'no-place' })), ['sans lieu']);
    assert.deepEqual(told(reasonInWords({ code: 'no-place', said: 'stated' })), [
        'indiqué',
    ]);
});

test('an event too uncertain to map says where it was held to be, and how surely', () => {
    const doubt = (rule) => ({ said: `too doubtful for a pin (chance 0.53): ${rule}` });
    setStrings({
        ...FRENCH,
        'unplaced.guess': '{place}, {chance}',
        'unplaced.guess.report': 'dépêche {chance}',
    });
    const shown = (rule) => guessOf(doubt(rule)).replace(/\s/g, ' ');
    assert.equal(shown('said in the main clause (in Goris)'), 'Goris, 53 %');
    assert.equal(shown("'there' is Goris"), 'Goris, 53 %');
    assert.equal(shown('as a whole (chance 0.60)'), 'dépêche 53 %');
    assert.equal(guessOf({ said: 'no place is tied to it' }), '');
    assert.equal(groupOfReason(doubt('x')), groupOfReason(doubt('y')));
    assert.equal(groupOfReason({ said: 'nowhere; the object (to Goris)' }), 'nowhere');
});
