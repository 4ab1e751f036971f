import assert from 'node:assert/strict';
import { test } from 'node:test';

import { partiesIn, viewInWords } from '../../src/placemap/output/web/js/dispute.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

setStrings({
    lang: 'en',
    'dispute.control': 'Controlled by {who}',
    'dispute.controlled': 'Control: {what}',
    'dispute.own': '{view} regards it as its own',
    'dispute.other': '{view} regards it as belonging to {who}',
    'dispute.un': 'The UN: {who}',
    'dispute.view': '{view}: {what}',
    'dispute.occupied': '{who} (occupied by {by})',
    'dispute.divided': 'divided between {who}',
    'dispute.territory': 'a disputed territory',
});

for (const [view, country, expected] of [
    [
        'de facto',
        'Republic of Artsakh and AZ',
        'Controlled by Republic of Artsakh and Azerbaijan',
    ],
    [
        'de facto',
        'divided between UA and RU',
        'Control: divided between Ukraine and Russia',
    ],
    ['AM', 'AZ', 'Armenia regards it as belonging to Azerbaijan'],
    ['AZ', 'AZ', 'Azerbaijan regards it as its own'],
    ['GE', 'GE (occupied by RU)', 'Georgia regards it as its own'],
    [
        'GE',
        'AZ (occupied by RU)',
        'Georgia regards it as belonging to Azerbaijan (occupied by Russia)',
    ],
    ['PK', 'disputed territory', 'Pakistan: a disputed territory'],
    ['UN', 'AZ', 'The UN: Azerbaijan'],
]) {
    test(`${view}: ${country} reads ${expected}`, () => {
        assert.equal(viewInWords({ view, country }), expected);
    });
}

test('an "and" within a name parts nobody', () => {
    const name = 'Autonomous Administration of North and East Syria';
    assert.equal(partiesIn(name), name);
});
