import assert from 'node:assert/strict';
import { test } from 'node:test';

import { toCsv, toGeoJson } from '../../src/placemap/output/web/js/rows.js';

const TEXT = 'Rain, "heavy",\nfell on Hill.';
const model = {
    run: {
        version: '1',
        gazetteer: 'test',
        labels: 'text',
        attribution: ['=GeoNames', 'x'],
    },
    sites: [
        { name: '=cmd()', lon: 10, lat: 50, kind: 'point' },
        { name: 'X', lon: 1, lat: 2, kind: 'country' },
    ],
    places: { p: { name: 'Hill' } },
    typeOf: () => ({ label: 'Disaster' }),
    documentOf: () => ({
        id: 'd',
        title: '+1',
        source: '',
        url: '',
        published: '',
        text: TEXT,
    }),
};
const event = (more) => ({
  id: 'e', type: 'DISASTER', status: 'asserted', claimant: '@who', trigger: [0, 4],
  sentence: [0, TEXT.length], actors: ['-a'], recipients: [], score: 0.5,
  places: [{ place: 'p', site: 0, prec: 1 }], ...more,
}); // prettier-ignore

function parse(csv) {
    const cells = [...csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
    const rows = [[]];
    for (const [, cell, end] of cells) {
        rows.at(-1).push(
            cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
        );
        if (end === '\r\n') rows.push([]);
    }
    const [names, ...others] = rows.slice(0, -1);
    return others.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
}

test('no cell begins a formula, and quotes and lines stay in their cell', () => {
    const [row] = parse(toCsv(model, [event()], { isMarked: false }));
    assert.equal(row.place_name, "'=cmd()");
    assert.equal(row.document_title, "'+1");
    assert.equal(row.claimant, "'@who");
    assert.equal(row.attribution, "'=GeoNames; x");
    assert.equal(row.actors, '["-a"]');
    assert.equal(row.sentence, TEXT);
});

test('numbers stay numbers, negative ones too', () => {
    const far = { ...model, sites: [{ name: 'X', lon: -70.5, lat: -33, kind: 'point' }] };
    const [row] = parse(toCsv(far, [event()], { isMarked: false }));
    assert.deepEqual([row.lon, row.lat, row.score], ['-70.5', '-33', '0.5']);
});

test('the mark is there when asked for only', () => {
    assert.ok(toCsv(model, [event()], { isMarked: true }).startsWith('\ufeffid,event_id,'));
    assert.ok(toCsv(model, [event()], { isMarked: false }).startsWith('id,event_id,'));
});

test('an event has a row for each place, and one without any', () => {
    const two = event({
        places: [
            { place: 'p', site: 0, prec: 1 },
            { place: 'q', site: 1, prec: 6 },
        ],
    });
    const { features } = toGeoJson(model, [two, event({ id: 'n', places: [] })]);
    assert.deepEqual(
        features.map(({ id }) => id),
        ['e', 'e-1', 'n'],
    );
    assert.deepEqual(features[0].geometry, { type: 'Point', coordinates: [10, 50] });
    assert.equal(features[1].geometry, null);
    assert.equal(features[2].properties.place_name, null);
});

test('nothing is a table without rows', () => {
    assert.equal(toCsv(model, [], { isMarked: false }), 'id\r\n');
});
