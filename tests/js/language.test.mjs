import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    chooseLanguage,
    wantedLanguage,
} from '../../src/placemap/output/web/js/language.js';

const known = ['ar', 'en', 'es', 'fr', 'ru'];

for (const [wishes, expected] of [
    [{ wanted: 'ru', made: 'fr', preferred: ['es'] }, 'ru'],
    [{ wanted: null, made: 'fr', preferred: ['es'] }, 'fr'],
    [{ wanted: 'tlh', made: '', preferred: ['de-DE', 'es-MX', 'fr'] }, 'es'],
    [{ wanted: '', made: '', preferred: ['de'] }, 'en'],
    [{ wanted: '__proto__', made: '', preferred: [] }, 'en'],
]) {
    test(`${JSON.stringify(wishes)} makes ${expected}`, () => {
        assert.equal(chooseLanguage({ ...wishes, known }), expected);
    });
}

test('the address says which language is wanted', () => {
    assert.equal(wantedLanguage('#map=1/2/3&ui=ar'), 'ar');
    assert.equal(wantedLanguage(''), null);
});
