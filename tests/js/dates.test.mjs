import assert from 'node:assert/strict';
import { test } from 'node:test';

import { whenOf } from '../../src/placemap/output/web/js/dates.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

setStrings({
    lang: 'en',
    undated: 'undated',
    'when.by': 'by {day}',
    'when.since': 'since {day}',
});

for (const [event, expected] of [
    [{ edtf: '../2023-09-20', end: '2023-09-20' }, 'by 20 Sept 2023'],
    [{ edtf: '2022-12/..', start: '2022-12-01', datePrec: 4 }, 'since Dec 2022'],
    [{ end: '2023-09-20' }, 'by 20 Sept 2023'],
    [{ edtf: '1988~' }, '1988'],
    [{ edtf: 'XXXX-05' }, 'undated'],
    [{}, 'undated'],
    [{ start: '2023-09-01', end: '2023-09-30', datePrec: 4 }, 'Sept 2023'],
    [{ start: '1990-01-01', end: '1993-12-31', datePrec: 5 }, '1990–1993'],
    [{ start: '2023-09-19', end: '2023-09-20' }, '19–20 Sept 2023'],
    [{ start: '2023-09-30', end: '2023-10-02' }, '30 Sept – 2 Oct 2023'],
    [{ start: '2022-12-30', end: '2023-01-02' }, '30 Dec 2022 – 2 Jan 2023'],
]) {
    test(`${JSON.stringify(event)} reads ${expected}`, () => {
        assert.equal(whenOf(event), expected);
    });
}
