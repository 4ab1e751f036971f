import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import {
    exactnessInShort,
    exactnessOf,
    exactnessOfAll,
    isSpot,
} from '../../src/placemap/output/web/js/exactness.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

const words = new URL('../../src/placemap/output/web/lang/en.json', import.meta.url);
setStrings(JSON.parse(readFileSync(words, 'utf8')));

const model = {
    sites: [{ straight: true }, {}],
    places: { town: { kind: 'P.PPL' }, peak: { kind: 'T.MT' }, bridge: { kind: 'S.BDG' } },
};

for (const [place, prec, uncertainty, expected] of [
    ['town', 1, 8_800, 'named town, within about 9 km'],
    ['peak', 1, 20_400, 'named place, within about 20 km'],
    ['bridge', 1, 1_000, 'exact place, or very near it (1 km)'],
    ['town', 1, 600, 'exact place, or very near it (0.6 km)'],
    ['town', 1, undefined, 'exact place'],
    ['gone', 1, 3_000, 'named place, within about 3 km'],
    ['town', 2, 28_800, 'near the place, within about 29 km'],
    ['town', 5, 75_300, 'somewhere within about 75 km'],
    ['town', 6, 500_000, 'country level only'],
]) {
    test(`${place}, ${prec}, ${uncertainty} m: ${expected}`, () => {
        assert.equal(exactnessOf(model, { place, prec, uncertainty, site: 1 }), expected);
    });
}

for (const [place, prec, uncertainty, expected] of [
    ['town', 1, 8_800, 'named town, ±9\u00a0km'],
    ['bridge', 1, 1_000, 'exact place'],
    ['town', 2, 28_800, 'near the place, ±29\u00a0km'],
    ['town', 3, 28_800, 'district (second-level division)'],
    ['town', 5, 75_300, 'somewhere within about 75 km'],
]) {
    test(`in a table ${place}, ${prec}, ${uncertainty} m: ${expected}`, () => {
        const where = { place, prec, uncertainty, site: 1 };
        assert.equal(exactnessInShort(model, where), expected);
    });
}

test('a line that only joins two places is no place in a circle', () => {
    const ends = ['town', 'peak'].map((place) => ({
        place,
        prec: 5,
        uncertainty: 190_000,
        site: 0,
    }));
    assert.equal(
        exactnessOfAll(model, { places: ends }),
        'between two places (straight line)',
    );
});

test('of several places alike the least exact is told, and each kind of them', () => {
    const places = [
        { place: 'town', prec: 1, uncertainty: 4_000, site: 1 },
        { place: 'town', prec: 1, uncertainty: 9_000, site: 1 },
        { place: 'bridge', prec: 1, uncertainty: 500, site: 1 },
    ];
    assert.equal(
        exactnessOfAll(model, { places }),
        'named town, within about 9 km · exact place, or very near it (0.5 km)',
    );
    assert.equal(exactnessOfAll(model, { places: [] }), '');
});

test('about a kilometre is still a spot', () => {
    assert.deepEqual([0, 1_499, 1_500].map(isSpot), [true, true, false]);
});
