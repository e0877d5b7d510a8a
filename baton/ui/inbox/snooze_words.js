// @ts-check
/** Moments to come, as one says them: "14:30", "tomorrow, 09:00", "Mon 23 Nov, 09:00". Pure. */
import { clock, day } from '../shared/time.js';

const DAY_MS = 24 * 3_600_000;

/** @param {string} iso @param {number} at */
export function fromNow(iso, at) {
  if (day(iso, at) === 'Today') return clock(iso);
  if (day(iso, at + DAY_MS) === 'Today') return `tomorrow, ${clock(iso)}`;
  return `${day(iso, at)}, ${clock(iso)}`;
}

/** A moment with its day, where the day is not said beside it: "Sun, 22 Nov, 09:00". @param {string} iso @param {number} at */
export const onDay = (iso, at) => (day(iso, at) === 'Today' ? clock(iso) : `${day(iso, at)}, ${clock(iso)}`);

/** What a field for a local time shows for a moment: "2026-11-23T09:00". @param {number} ms */
export function localTime(ms) {
  const moment = new Date(ms);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
