import assert from 'node:assert/strict';
import { test } from 'node:test';

import { spanOf, whenOf } from '../../src/placemap/output/web/js/dates.js';
import { setStrings } from '../../src/placemap/output/web/js/strings.js';

setStrings({
    lang: 'en',
    undated: 'undated',
    'when.about': 'about {day}',
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
    [{ start: '2023-09-19', end: '2023-09-19', datePrec: 1 }, '19 Sept 2023'],
    [{ start: '2023-09-19', end: '2023-09-19', datePrec: 2 }, 'about 19 Sept 2023'],
    [{ start: '2023-09-19', datePrec: 3 }, 'about 19 Sept 2023'],
    [{ start: '2023-09-19', end: '2023-09-20' }, '19–20 Sept 2023'],
    [{ start: '2023-09-30', end: '2023-10-02' }, '30 Sept – 2 Oct 2023'],
    [{ start: '2022-12-30', end: '2023-01-02' }, '30 Dec 2022 – 2 Jan 2023'],
]) {
    test(`${JSON.stringify(event)} reads ${expected}`, () => {
        assert.equal(whenOf(event), expected);
    });
}

test('whole years are told by their names, other spans by their days', () => {
    assert.equal(spanOf('2012-01-01', '2012-12-31'), '2012');
    assert.equal(spanOf('2012-01-01', '2014-12-31'), '2012–2014');
    assert.equal(spanOf('2012-01-01', '2012-01-03'), '1–3 Jan 2012');
});
