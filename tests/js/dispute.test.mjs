import assert from 'node:assert/strict';
import { test } from 'node:test';

import { partiesIn, viewInWords } from '../../src/placemap/output/web/js/dispute.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

setStrings({
    lang: 'en',
    'dispute.control': 'Controlled by {who}',
    'dispute.controlled': 'Control: {what}',
    'dispute.own': '{view}: regarded as its own',
    'dispute.other': '{view}: regarded as belonging to {who}',
    'dispute.view': '{view}: {what}',
    'dispute.occupied': '{who} (occupied by {by})',
    'dispute.divided': 'divided between {who}',
    'dispute.territory': 'a disputed territory',
});

for (const [view, country, expected] of [
    [
        'de facto',
        'Republic of Artsakh and AZ',
        'Controlled by the Republic of Artsakh and Azerbaijan',
    ],
    [
        'de facto',
        'divided between UA and RU',
        'Control: divided between Ukraine and Russia',
    ],
    ['AM', 'AZ', 'Armenia: regarded as belonging to Azerbaijan'],
    ['AZ', 'AZ', 'Azerbaijan: regarded as its own'],
    ['US', 'GB', 'United States: regarded as belonging to the United Kingdom'],
    ['PH', 'PH', 'Philippines: regarded as its own'],
    ['de facto', 'the Palestinian Authority', 'Controlled by the Palestinian Authority'],
    ['GE', 'GE (occupied by RU)', 'Georgia: regarded as its own'],
    [
        'GE',
        'AZ (occupied by RU)',
        'Georgia: regarded as belonging to Azerbaijan (occupied by Russia)',
    ],
    ['PK', 'disputed territory', 'Pakistan: a disputed territory'],
    ['UN', 'AZ', 'United Nations: regarded as belonging to Azerbaijan'],
]) {
    test(`${view}: ${country} reads ${expected}`, () => {
        assert.equal(viewInWords({ view, country }), expected);
    });
}

test('an "and" within a name parts nobody', () => {
    const name = 'Autonomous Administration of North and East Syria';
    assert.equal(partiesIn(name), `the ${name}`);
});
