// Dates as people read them, with the precision the text allows.

import { language, t } from './strings.js';

const DAY = { day: 'numeric', month: 'short', year: 'numeric' };
const MONTH = { month: 'short', year: 'numeric' };
const YEAR = { year: 'numeric' };

function written(iso, options) {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), {
    ...options,
    timeZone: 'UTC',
  }).format(date);
}

export function dayOf(iso) {
  return written(iso, DAY);
}

// When a bar of the histogram begins, as exactly as its unit asks.
export function periodOf(iso, unit) {
  if (unit === 'day' || unit === 'week') return written(iso, DAY);
  return written(iso, unit === 'month' || unit === 'quarter' ? MONTH : YEAR);
}

// "19 Sep 2023", "September 2023", "12 Sep 2023 – 16 Sep 2023", or what EDTF says.
export function whenOf(event) {
  const { start, end, datePrec } = event;
  if (!start) return event.edtf ?? t('undated');
  const wholeMonth = datePrec === 4 && (!end || end.slice(0, 7) === start.slice(0, 7));
  const wholeYear = datePrec === 5 && (!end || end.slice(0, 4) === start.slice(0, 4));
  if (wholeMonth) return written(start, MONTH);
  if (wholeYear) return written(start, YEAR);
  if (!end || end === start) return dayOf(start);
  return `${dayOf(start)} – ${dayOf(end)}`;
}
