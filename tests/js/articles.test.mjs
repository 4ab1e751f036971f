import assert from 'node:assert/strict';
import { test } from 'node:test';

import { called } from '../../src/placemap/output/web/js/articles.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

for (const [name, expected] of [
    ['Netherlands', 'the Netherlands'],
    ['United States', 'the United States'],
    ['Solomon Islands', 'the Solomon Islands'],
    ['Isle of Man', 'the Isle of Man'],
    ['Republic of Artsakh', 'the Republic of Artsakh'],
    ["Donetsk People's Republic", "the Donetsk People's Republic"],
    ['the Palestinian Authority', 'the Palestinian Authority'],
    ["Georgia's Interior Ministry", "Georgia's Interior Ministry"],
    ['Azerbaijan', 'Azerbaijan'],
    ['Armenians', 'Armenians'],
    ['Bosnia & Herzegovina', 'Bosnia & Herzegovina'],
]) {
    test(`${name} is called ${expected} in an English sentence`, () => {
        setStrings({ lang: 'en' });
        assert.equal(called(name), expected);
        setStrings({ lang: 'fr' });
        assert.equal(called(name), name);
    });
}
