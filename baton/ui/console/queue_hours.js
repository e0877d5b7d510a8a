// @ts-check
/** Hours between a form and the policy file: days that are alike stand together, spans are read as people write them. */

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "9-12:30, 13:30-17:30" as the file has it; words that are no span stay, so that the desk can say what is wrong. @param {string} text */
export const spansOf = (text) => text.split(',').map((span) => span.trim()).filter((span) => span && span !== 'closed');

/** A week of spans with days that are alike under one key. @param {string[][]} week from Monday @returns {Record<string, string[]>} */
export function weekFields(week) {
  /** @type {Record<string, string[]>} */
  const fields = {};
  let first = 0;
  for (let day = 1; day <= 7; day += 1) {
    if (day < 7 && week[day].join() === week[first].join()) continue;
    const last = day - 1;
    if (week[first].length) fields[first === last ? DAYS[first] : `${DAYS[first]}-${DAYS[last]}`] = week[first];
    first = day;
  }
  return fields;
}

/** Spans cut off at a time of day. @param {string[]} spans @param {string} from "14:00" @returns {string[]} */
export function cutAt(spans, from) {
  const at = minutes(from);
  return spans.flatMap((span) => {
    const [start, end] = span.split('-');
    if (minutes(start) >= at) return [];
    const isNight = minutes(end) <= minutes(start);
    return [isNight || minutes(end) > at ? `${start}-${from}` : span];
  });
}

/** The weekday of a date, 0 for Monday. @param {string} date "2026-12-24" */
export const weekdayOf = (date) => (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;

/** The hours of a queue's file as a table, also where it says "always". @param {any} hours @param {string} zone */
export const hoursTable = (hours, zone) =>
  hours && typeof hours === 'object' ? hours : { timezone: zone, daily: ['00:00-24:00'] };

/** @param {string} time */
function minutes(time) {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + (minute || 0);
}
