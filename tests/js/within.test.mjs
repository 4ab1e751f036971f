import assert from 'node:assert/strict';
import { test } from 'node:test';

import { countryAround, landOf } from '../../src/placemap/output/web/js/within.js';

const square = (west, south) => [
    [
        [west, south],
        [west + 4, south],
        [west + 4, south + 4],
        [west, south + 4],
        [west, south],
    ],
];
const COUNTRIES = [
    { iso: 'AA', polygons: [square(0, 0), square(20, 0)] },
    { iso: 'BB', polygons: [square(4, 0)] },
];
const DIVISION = { kind: 'A.ADM1', country: 'AA' };

for (const [what, spot, place, expected] of [
    ['a division', [1, 1], DIVISION, 'AA'],
    ['a division on an island of its country', [21, 1], DIVISION, 'AA'],
    ['a town that stands for its district', [1, 1], { ...DIVISION, kind: 'P.PPL' }, 'AA'],
    ['what lies off the coast as drawn', [1, 7], DIVISION, undefined],
    ['what the map has in another country', [5, 1], DIVISION, undefined],
    ['a disputed division', [1, 1], { ...DIVISION, disputed: true }, undefined],
    ['a region', [1, 1], { ...DIVISION, kind: 'L.RGN' }, undefined],
    ['a division of no country', [1, 1], { kind: 'A.ADM1' }, undefined],
    ['what the gazetteer does not have', [1, 1], undefined, undefined],
])
    test(`${what} is cut by ${expected ?? 'nothing'}`, () => {
        const [lon, lat] = spot;
        assert.equal(countryAround({ lon, lat }, place, COUNTRIES)?.iso, expected);
    });

test('land is all that is no lake, in each copy of the world', () => {
    const [all, ...lakes] = landOf([{ polygons: [square(30, 0)] }]).polygons[0];
    assert.deepEqual(
        lakes.map(([[lon]]) => lon),
        [-330, 30, 390],
    );
    const within = (lon) => lon > all[0][0] && lon < all[1][0];
    assert.ok(lakes.flat().every(([lon]) => within(lon)));
});
