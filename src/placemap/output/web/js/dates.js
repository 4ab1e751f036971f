// Dates as people read them, with the precision the text allows.

import { language, t } from './strings.js';

// A day, month or year as EDTF writes it, and an interval that is open at one end.
const PART = /^(\d{4})(-\d{2})?(-\d{2})?[?~%]?$/;
const OPEN = ['', '..'];

const DAY = { day: 'numeric', month: 'short', year: 'numeric' };
const MONTH = { month: 'short', year: 'numeric' };
const YEAR = { year: 'numeric' };

function dateIn(iso) {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

function formatFor(options) {
  const locale = language() === 'en' ? 'en-GB' : language();
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
}

function written(iso, options) {
  const date = dateIn(iso);
  return Number.isNaN(date.getTime()) ? iso : formatFor(options).format(date);
}

// What both ends share is told once: "18–19 Sept 2023", "30 Dec 2022 – 2 Jan 2023".
function writtenRange(isos, options) {
  const dates = isos.map(dateIn);
  const [first, last] = isos.map((iso) => written(iso, options));
  if (first === last) return first;
  if (dates.some(Number.isNaN) || dates[0] > dates[1]) return `${first} – ${last}`;
  return formatFor(options)
    .formatRange(...dates)
    .replace(/\s+[–—-]\s+/u, ' – ')
    .replace(/^(\p{Nd}+) – (?=\p{Nd})/u, '$1–');
}

export function dayOf(iso) {
  return written(iso, DAY);
}

export function daysBetween(first, last) {
  return writtenRange([first, last], DAY);
}

// When a bar of the histogram begins, as exactly as its unit asks.
export function periodOf(iso, unit) {
  if (unit === 'day' || unit === 'week') return written(iso, DAY);
  return written(iso, unit === 'month' || unit === 'quarter' ? MONTH : YEAR);
}

// What EDTF says of one end, as exactly as it says it; '' where it says no plain date.
export function partOf(edtf) {
  const [, year, month, day] = PART.exec(edtf) ?? [];
  if (!year) return '';
  if (day) return dayOf(`${year}${month}${day}`);
  return month ? written(`${year}${month}-01`, MONTH) : written(`${year}-01-01`, YEAR);
}

// "since Dec 2022" or "by 20 Sep 2023" where one end is open, '' where none is.
function openPeriod(edtf) {
  const ends = edtf.split('/');
  if (ends.length !== 2) return '';
  const [from, to] = ends.map(partOf);
  if (OPEN.includes(ends[0]) && to) return t('when.by', { day: to });
  return OPEN.includes(ends[1]) && from ? t('when.since', { day: from }) : '';
}

// Whether the days are the first and the last of their years.
function areWholeYears(start, end = '') {
  return start.endsWith('-01-01') && end.endsWith('-12-31');
}

// A whole year or several by their names, other spans by their days.
export function spanOf(first, last) {
  if (!areWholeYears(first, last)) return daysBetween(first, last);
  return writtenRange([first, last], YEAR);
}

// A day that may be some days off is not told as if it were certain.
const OFF_BY_DAYS = [2, 3];

function dayWithin(day, datePrec) {
  return OFF_BY_DAYS.includes(datePrec) ? t('when.about', { day }) : day;
}

// "19 Sep 2023", "about 19 Sep 2023", "Sep 2023", "12–16 Sep 2023", "1990–1993", "since Dec 2022".
export function whenOf(event) {
  const { start, end, datePrec, edtf = '' } = event;
  const open = openPeriod(edtf);
  if (open) return open;
  if (!start)
    return (end && t('when.by', { day: dayOf(end) })) || partOf(edtf) || t('undated');
  const wholeMonth = datePrec === 4 && (!end || end.slice(0, 7) === start.slice(0, 7));
  const wholeYear = datePrec === 5 && (!end || end.slice(0, 4) === start.slice(0, 4));
  if (wholeMonth) return written(start, MONTH);
  if (wholeYear) return written(start, YEAR);
  if (!end || end === start) return dayWithin(dayOf(start), datePrec);
  if (datePrec === 5 && areWholeYears(start, end)) return writtenRange([start, end], YEAR);
  return daysBetween(start, end);
}
