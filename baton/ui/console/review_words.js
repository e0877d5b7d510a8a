// @ts-check
/** What a review's codes are called, and what each mark says. */
import { calendarDay } from '../shared/time.js';
import { percent, reasonName } from '../shared/words.js';

/** @typedef {{place: number, conversation_id: string, category: string, handed_over: boolean, reason: string | null, queue: string | null, mark: string | null, source_missing: boolean, note: string | null, marked_by: string | null, marked_at: string | null, gap_id: string | null}} Item */
/** @typedef {{week: string, began: number, drawn_at: string, drawn_by: string | null, marked: number, items: Item[]}} Review */
/** @typedef {{read: number, share: number | null, low: number | null, high: number | null}} Estimate */

/** @type {Record<string, string>} */
const CATEGORIES = {
  low_rating: 'Low rating',
  came_back: 'Came back',
  dead_end: 'Dead end',
  offered: 'A person was offered',
  kept: 'Kept by the bot',
};

/** @type {Record<string, {name: string, says: string}>} */
export const MARKS = {
  necessary: { name: 'Necessary', says: 'a person was needed, and came in time' },
  avoidable: { name: 'Avoidable', says: 'the bot could have answered safely' },
  late: { name: 'Late', says: 'the bot should have stopped earlier' },
  rightly_kept: { name: 'Rightly kept', says: 'it needed no person' },
  should_have_stopped: { name: 'Should have stopped', says: 'a person was needed and not brought in' },
};

/** @type {Record<string, string>} */
export const ENDS = {
  unanswered: 'nobody answered',
  offer_ignored: 'the offer of a person was left standing',
  question_ignored: 'the bot’s question was left standing',
};

/** A category, or the reason that it is named after. @param {string} code */
export const categoryName = (code) => CATEGORIES[code] ?? reasonName(code);

/** The marks that fit a conversation, in the order of their keys. @param {Item} item */
export const marksOf = (item) => (item.handed_over ? ['necessary', 'avoidable', 'late'] : ['rightly_kept', 'should_have_stopped']);

/** @param {string} week the date of its Monday */
export const weekName = (week) => `Week from ${calendarDay(week)}`;

/** From where to where a share lies. @param {Estimate} one */
export const between = (one) => (one.share === null ? '' : `${percent(one.low)} to ${percent(one.high)}`);

/** Where this browser is, for where a week begins. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
