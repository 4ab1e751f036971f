import assert from 'node:assert/strict';
import { test } from 'node:test';

import { textsOfRing } from '../../src/placemap/output/web/js/ringnames.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

setStrings({
    lang: 'en',
    comma: ', ',
    'ring.places.one': '{place} + {n} place',
    'ring.places.other': '{place} + {n} places',
});

test('a ring of one place has its name', () => {
    assert.deepEqual(textsOfRing(['Goma']), ['Goma']);
    assert.deepEqual(textsOfRing(['Goma', 'Goma']), ['Goma']);
});

test('a ring of two places has both names, or says that there is another', () => {
    assert.deepEqual(textsOfRing(['Jerusalem', 'Ramallah']), [
        'Jerusalem, Ramallah',
        'Jerusalem + 1 place',
    ]);
});

test('a ring of more places says how many more there are, however long the name', () => {
    assert.deepEqual(textsOfRing(['Wajima', 'Suzu', 'Nanao']), ['Wajima + 2 places']);
    const [text] = textsOfRing(['A place with a name that has no end', 'B', 'C']);
    assert.match(text, /… \+ 2 places$/);
});
