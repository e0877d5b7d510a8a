// @ts-check
/** Which conversations a view shows, and in which order. Pure. */
import { inView } from '../shared/fold.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */

/** @param {Conversation} a @param {Conversation} b */
const servedFirst = (a, b) => rank(a).localeCompare(rank(b)) || a.id.localeCompare(b.id);

/** @param {Conversation} c */
const rank = (c) => c.handoff?.ranks_at ?? c.waiting_since ?? '';

/** @param {Conversation} a @param {Conversation} b */
const latest = (a, b) => (b.updated_at ?? '').localeCompare(a.updated_at ?? '') || a.id.localeCompare(b.id);

/** When a follow-up begins to be due: a call's start, else its due time. @param {Conversation} c */
export const dueFrom = (c) => c.handoff?.followup?.slot?.start ?? c.handoff?.followup?.due ?? '';

/** @param {Conversation} a @param {Conversation} b */
const soonest = (a, b) => dueFrom(a).localeCompare(dueFrom(b)) || a.id.localeCompare(b.id);

/**
 * Waiting: whoever is served first. Elsewhere: the latest first. Search results keep theirs.
 * @param {import('../shared/fold.js').Desk} desk @param {import('../shared/wire').View} view @param {string[] | null} ids
 */
export function listFor(desk, view, ids) {
  if (ids) return ids.flatMap((id) => desk.conversations[id] ?? []);
  const shown = Object.values(desk.conversations).filter((one) => inView(one, view, desk.me));
  if (view === 'due') return shown.sort(soonest);
  return shown.sort(view === 'waiting' ? servedFirst : latest);
}

/** The neighbour of a row, or the first one. @param {Conversation[]} rows @param {string | null} id @param {number} step */
export function neighbour(rows, id, step) {
  const at = rows.findIndex((one) => one.id === id);
  if (at < 0) return rows[0]?.id ?? null;
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.id ?? null;
}
