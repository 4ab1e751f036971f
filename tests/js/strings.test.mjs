import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    figure,
    languageOf,
    listed,
    regionOf,
    setStrings,
    shortFigure,
    t,
    tn,
} from '../../src/placemap/output/web/js/strings.js';

const RUSSIAN = {
    lang: 'ru',
    comma: ', ',
    'events.one': '{n} событие',
    'events.few': '{n} события',
    'events.many': '{n} событий',
    'events.other': '{n} события',
    told: '{who}: {n} {lost}',
};

test('words are filled in, and the plural is that of the language', () => {
    setStrings(RUSSIAN);
    assert.deepEqual(
        [1, 3, 5, 21].map((n) => tn('events', n)),
        ['1 событие', '3 события', '5 событий', '21 событие'],
    );
    assert.equal(t('told', { who: '{n}', n: 2 }), '{n}: 2 {lost}');
    assert.equal(t('no.such.key'), 'no.such.key');
    assert.equal(t('constructor'), 'constructor');
});

test('a language without a form uses the general one', () => {
    setStrings({ lang: 'ar', 'events.other': '{n} حدث' });
    assert.equal(tn('events', 1), '1 حدث');
});

for (const [n, expected] of [
    [7, '7'],
    [999, '999'],
    [1432, '1.4k'],
    [12_500, '13k'],
    [100_000, '100k'],
]) {
    test(`${n} is ${expected} in a ring`, () => {
        setStrings({ lang: 'en' });
        assert.equal(shortFigure(n), expected);
    });
}

test('figures, countries and languages are as the language writes them', () => {
    setStrings({ lang: 'fr', comma: ', ' });
    assert.equal(figure(12_345).replace(/\s/g, ' '), '12 345');
    assert.equal(regionOf('AM'), 'Arménie');
    assert.equal(regionOf('Artsakh'), 'Artsakh');
    assert.equal(languageOf('hy'), 'arménien');
    assert.equal(languageOf('no tag at all'), 'no tag at all');
    assert.equal(listed(['a', 'b']), 'a, b');
});
