import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addressOf, creditOf, tileAt } from '../../src/placemap/output/web/js/tiles.js';

const SOURCE = { size: 256, zoomOffset: 0, fromSouth: false, subdomains: [] };

test('a point lies in the tile of its pixels', () => {
    const at = tileAt(SOURCE, { zoom: 2, x: 300, y: 700 });
    assert.deepEqual(at, { z: 2, x: 1, y: 2 });
});

test('past the date line the columns begin anew', () => {
    assert.equal(tileAt(SOURCE, { zoom: 2, x: 1024 + 10, y: 0 }).x, 0);
    assert.equal(tileAt(SOURCE, { zoom: 2, x: -10, y: 0 }).x, 3);
});

test('beyond the ends of the world it is the last row', () => {
    assert.equal(tileAt(SOURCE, { zoom: 2, x: 0, y: -50 }).y, 0);
    assert.equal(tileAt(SOURCE, { zoom: 2, x: 0, y: 5000 }).y, 3);
});

test('rows may count from the south', () => {
    const source = { ...SOURCE, fromSouth: true };
    assert.equal(tileAt(source, { zoom: 2, x: 0, y: 10 }).y, 3);
});

test('large tiles belong to a zoom less', () => {
    const source = { ...SOURCE, size: 512, zoomOffset: -1 };
    const at = tileAt(source, { zoom: 3, x: 2047, y: 600 });
    assert.deepEqual(at, { z: 2, x: 3, y: 1 });
    assert.deepEqual(tileAt(source, { zoom: 0, x: 100, y: 100 }), { z: -1, x: 0, y: 0 });
});

test('an address is filled in', () => {
    const source = { url: 'https://{s}.h/{z}/{x}/{y}{r}.png', subdomains: ['b'] };
    assert.equal(addressOf(source, { z: 1, x: 2, y: 3 }), 'https://b.h/1/2/3.png');
});

test('a credit is the attribution without its links', () => {
    const attribution = [
        ['© ', ''],
        ['Loop', 'https://example.org'],
    ];
    assert.equal(creditOf({ attribution }), '© Loop');
});
