import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    binned,
    edgesOf,
    lastDayOf,
    partedBy,
    periodsOf,
    ticksOf,
    toDay,
    toIso,
    unitFor,
} from '../../src/placemap/output/web/js/timescale.js';

const event = (start, last, type = 'a') => ({ type, days: [toDay(start), toDay(last)] });
const typeOf = ({ type }) => type;

test('days and dates are the same, far back too', () => {
    for (const iso of ['1970-01-01', '2024-02-29', '1899-12-31', '0988-07-15'])
        assert.equal(toIso(toDay(iso)), iso);
    assert.equal(toDay('1970-01-02'), 1);
});

test('weeks begin on Monday, months on the first', () => {
    const [monday] = edgesOf(toDay('2024-05-09'), toDay('2024-05-09'), 'week');
    assert.equal(toIso(monday), '2024-05-06');
    const months = edgesOf(toDay('2023-11-20'), toDay('2024-02-10'), 'month').map(toIso);
    assert.deepEqual(months, [
    '2023-11-01', '2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01',
  ]); // prettier-ignore
});

test('before 1970 too', () => {
    assert.equal(
        toIso(edgesOf(toDay('1945-05-08'), toDay('1945-05-08'), 'decade')[0]),
        '1940-01-01',
    );
    assert.equal(
        toIso(edgesOf(toDay('1969-12-28'), toDay('1969-12-28'), 'week')[0]),
        '1969-12-22',
    );
});

test('the unit grows with the time', () => {
    const unit = (from, to) => unitFor(toDay(from), toDay(to));
    assert.equal(unit('2024-01-01', '2024-01-01'), 'day');
    assert.equal(unit('2023-01-01', '2024-01-01'), 'week');
    assert.equal(unit('2020-01-01', '2024-01-01'), 'month');
    assert.equal(unit('1700-01-01', '2024-01-01'), 'decade');
});

test('what is known to the month or the year may have been any day of it', () => {
    assert.equal(lastDayOf({ start: '2024-02-01', datePrec: 4 }), '2024-02-29');
    assert.equal(lastDayOf({ start: '1988-01-01', datePrec: 5 }), '1988-12-31');
    assert.equal(lastDayOf({ start: '2024-02-03', datePrec: 1 }), '2024-02-03');
    assert.equal(
        lastDayOf({ start: '2024-02-03', end: '2024-02-05', datePrec: 4 }),
        '2024-02-05',
    );
});

test('an event of a month is in no one bar of days, but in the one of its month', () => {
    const whole = event('2024-04-01', '2024-04-30');
    const days = edgesOf(toDay('2024-04-01'), toDay('2024-04-30'), 'day');
    assert.deepEqual(partedBy(days, [whole]), { exact: [], vague: [whole] });
    const months = edgesOf(toDay('2024-01-01'), toDay('2024-12-31'), 'month');
    assert.deepEqual(partedBy(months, [whole]), { exact: [whole], vague: [] });
});

test('what goes on beyond the bars lies in none', () => {
    const edges = edgesOf(toDay('2024-01-01'), toDay('2024-01-31'), 'month');
    const long = event('2023-12-22', '2024-01-10');
    assert.deepEqual(partedBy(edges, [long]).vague, [long]);
});

test('each event is counted once, in the bar of its day', () => {
    const edges = edgesOf(toDay('2024-01-01'), toDay('2024-03-31'), 'month');
    const exact = [
        event('2024-02-01', '2024-02-29'),
        event('2024-02-05', '2024-02-05', 'b'),
        event('2024-02-09', '2024-02-09', 'b'),
    ];
    const bins = binned(exact, edges, typeOf);
    assert.deepEqual(
        bins.map((bin) => Object.fromEntries(bin)),
        [{}, { a: 1, b: 2 }, {}],
    );
});

test('one event of long ago does not squeeze the others', () => {
    const days = ['2023-09-15', '2023-09-16', '2023-09-18', '2023-09-19', '2023-09-21'];
    const events = days.map((day) => ({ ...event(day, day), status: 'asserted' }));
    const past = { ...event('1988-01-01', '1988-12-31'), status: 'historical' };
    const { main, all } = periodsOf([past, ...events]);
    assert.deepEqual(main.map(toIso), ['2023-09-15', '2023-09-21']);
    assert.deepEqual(all.map(toIso), ['1988-01-01', '2023-09-21']);
});

test('the ends of the calendar are days too', () => {
    const edges = edgesOf(toDay('0001-01-01'), toDay('9999-12-31'), 'century');
    assert.equal(toIso(edges[0]), '0000-01-01');
    assert.equal(toIso(edges.at(-1)), '9999-12-31');
    assert.equal(unitFor(toDay('0001-01-01'), toDay('9999-12-31')), 'century');
});

test('ticks stand at the starts of months, wherever the bars begin', () => {
    const edges = edgesOf(toDay('2023-09-04'), toDay('2024-01-20'), 'week');
    const ticks = ticksOf(edges, 'week', 6);
    assert.deepEqual(ticks.map(({ day }) => toIso(day)), [
    '2023-10-01', '2023-11-01', '2023-12-01', '2024-01-01',
  ]); // prettier-ignore
    for (const { day, at, unit } of ticks) {
        assert.equal(unit, 'month');
        assert.ok(Math.abs(at - (day - edges[0]) / (edges.at(-1) - edges[0])) < 1e-9);
    }
});

test('over a longer time they stand at the starts of years', () => {
    const edges = edgesOf(toDay('2018-05-01'), toDay('2023-02-01'), 'month');
    const ticks = ticksOf(edges, 'month', 6);
    assert.deepEqual(ticks.map(({ day }) => toIso(day)), [
    '2019-01-01', '2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01',
  ]); // prettier-ignore
});

test('over a few days they stand at bars', () => {
    const edges = edgesOf(toDay('2023-09-15'), toDay('2023-09-21'), 'day');
    const days = ticksOf(edges, 'day', 6).map(({ day }) => toIso(day));
    assert.deepEqual(days, ['2023-09-15', '2023-09-17', '2023-09-19', '2023-09-21']);
});

test('a few days are shown whole: the day before is not far off', () => {
    const days = ['2024-05-16', '2024-05-17', '2024-05-17', '2024-05-17'];
    const { main, all } = periodsOf(days.map((day) => event(day, day)));
    assert.deepEqual(main.map(toIso), ['2024-05-16', '2024-05-17']);
    assert.deepEqual(main, all);
});
