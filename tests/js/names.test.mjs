import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    madeWith,
    nameGroups,
    nameUnder,
    rename,
    statusesOn,
} from '../../src/placemap/output/web/js/names.js';

const places = {
    x: { name: 'Xankəndi', called: { text: 'Stepanakert', Armenians: 'Stepanakert' } },
};

test('a place goes by its name under the policy, or else by the main one', () => {
    assert.equal(nameUnder(places, 'x', 'Armenians', 'made'), 'Stepanakert');
    assert.equal(nameUnder(places, 'x', 'official', 'made'), 'Xankəndi');
    assert.equal(nameUnder(places, 'x', '', 'made'), 'made');
    assert.equal(nameUnder(places, 'lost', 'official', 'made'), 'made');
    assert.equal(nameUnder(places, 'x', 'constructor', 'made'), 'Xankəndi');
});

test('the policy the map was made with is told by what it is', () => {
    const policies = [
        { key: 'text', kind: 'text' },
        { key: 'AM', kind: 'view', of: 'Armenia' },
    ];
    assert.equal(madeWith({ policies, labels: { kind: 'text' } }), 'text');
    assert.equal(madeWith({ policies, labels: { kind: 'view', of: 'Armenia' } }), 'AM');
    assert.equal(madeWith({ policies, labels: { kind: 'view', of: 'Nobody' } }), '');
});

test('names can be changed and changed back', () => {
    const model = {
        places,
        sites: [{ place: 'x', name: 'Khankendi' }],
        groups: [{ sites: [0], name: 'Khankendi' }],
        mentioned: [{ place: 'x', name: 'STEPANAKERT' }],
    };
    const names = () =>
        [model.sites, model.groups, model.mentioned].map(([one]) => one.name);
    rename(model, 'official');
    assert.deepEqual(names(), ['Xankəndi', 'Xankəndi', 'Xankəndi']);
    rename(model, '');
    assert.deepEqual(names(), ['Khankendi', 'Khankendi', 'STEPANAKERT']);
});

const place = {
    statuses: [
        { view: 'de facto', country: 'AM', start: '1994', end: '2023-09-20' },
        { view: 'UN', country: 'AZ' },
    ],
};
for (const [day, views] of [
    ['2023-09-20', ['de facto', 'UN']],
    ['2023-09-21', ['UN']],
    ['1993-12-31', ['UN']],
    ['', ['de facto', 'UN']],
]) {
    test(`on ${day || 'an unknown day'} these views hold: ${views}`, () => {
        assert.deepEqual(
            statusesOn(place, day).map(({ view }) => view),
            views,
        );
    });
}

test('a place nobody disputes has no views', () => {
    assert.deepEqual(statusesOn({}, '2024-01-01'), []);
    assert.deepEqual(statusesOn(undefined, ''), []);
});

test('places on one line are named together, and each name once', () => {
    const groups = [{ sites: [0, 1] }, { sites: [1, 2] }];
    nameGroups(groups, [{ name: 'Alb' }, { name: 'Bram' }, { name: 'Bram' }]);
    assert.deepEqual(
        groups.map(({ name }) => name),
        ['Alb – Bram', 'Bram'],
    );
});
