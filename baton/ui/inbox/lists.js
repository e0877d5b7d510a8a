// @ts-check
/** Which conversations a list shows, and in which order. Pure. A list is an order of ids; what is far away is known by its id alone. */
import { inView } from '../shared/fold.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */
/** @typedef {import('../shared/wire').View} View */
/** @typedef {Record<string, Conversation>} Known */

/** Risk from which a conversation of the bot is shown before the others; the desk orders by the same. */
const TROUBLED = 0.3;

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {Conversation} a @param {Conversation} b */
const servedFirst = (a, b) => compare(rank(a), rank(b)) || compare(a.id, b.id);

/** @param {Conversation} c */
const rank = (c) => c.handoff?.ranks_at ?? c.waiting_since ?? '';

/** @param {Conversation} a @param {Conversation} b */
const latest = (a, b) => compare(b.updated_at ?? '', a.updated_at ?? '') || compare(b.id, a.id);

/** @param {Conversation} c */
export const isTroubled = (c) => (c.risk ?? 0) >= TROUBLED;

/** @param {Conversation} a @param {Conversation} b */
const troubleFirst = (a, b) => Number(isTroubled(b)) - Number(isTroubled(a)) || latest(a, b);

/** When a follow-up begins to be due: a call's start, else its due time. @param {Conversation} c */
const dueFrom = (c) => c.handoff?.followup?.slot?.start ?? c.handoff?.followup?.due ?? '';

/** @param {Conversation} a @param {Conversation} b */
const soonest = (a, b) => compare(dueFrom(a), dueFrom(b)) || compare(a.id, b.id);

/** @type {Partial<Record<View, (a: Conversation, b: Conversation) => number>>} */
const ORDERS = { waiting: servedFirst, bot: troubleFirst, due: soonest };

/**
 * The order after a conversation has changed: it stands where the view's order puts it, or is gone from it. Where it
 * would be the last of what is loaded while there is `more`, it belongs to what is not loaded yet.
 * @param {string[]} ids @param {Known} known @param {Conversation} c @param {{view: View, me: string | null, more?: boolean}} how
 */
export function reordered(ids, known, c, { view, me, more }) {
  const others = ids.includes(c.id) ? ids.filter((id) => id !== c.id) : ids;
  if (!inView(c, view, me)) return others;
  const order = ORDERS[view] ?? latest;
  const at = others.findIndex((id) => known[id] && order(c, /** @type {Conversation} */ (known[id])) < 0);
  if (at < 0 && more) return others;
  const next = at < 0 ? [...others, c.id] : [...others.slice(0, at), c.id, ...others.slice(at)];
  return next.length === ids.length && next.every((id, n) => id === ids[n]) ? ids : next;
}

/** The first page as it is now, before what had been loaded beyond it. @param {string[]} ids @param {string[]} page */
export function withHead(ids, page) {
  const fresh = new Set(page);
  const last = ids.findLastIndex((id) => fresh.has(id));
  return last < 0 ? page : [...page, ...ids.slice(last + 1).filter((id) => !fresh.has(id))];
}

/** What had been loaded, and after it the page that follows. @param {string[]} ids @param {string[]} page */
export function withTail(ids, page) {
  // The page is the short one of the two: a set of all that is loaded would be made anew with each page.
  const fresh = new Set(page);
  for (const id of ids) fresh.delete(id);
  return ids.concat([...fresh]);
}

/** The neighbour of a row, or the first one. @param {{id: string}[]} rows @param {string | null} id @param {number} step */
export function neighbour(rows, id, step) {
  const at = rows.findIndex((one) => one.id === id);
  if (at < 0) return rows[0]?.id ?? null;
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.id ?? null;
}

/**
 * The rows to draw of a list that is scrolled to `top`: those in sight and a few around them.
 * @param {{top: number, height: number, row: number, count: number, around?: number}} how @returns {[number, number]} from, and up to but not
 */
export function inSight({ top, height, row, count, around = 8 }) {
  const first = Math.max(0, Math.floor(top / row) - around);
  return [Math.min(first, count), Math.min(count, first + Math.ceil(height / row) + 2 * around)];
}
