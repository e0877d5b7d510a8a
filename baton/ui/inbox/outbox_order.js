// @ts-check
/** What has been written and is not in the transcript yet: in which order it goes, and what is shown of it. Pure. */

/**
 * `held` may still be undone, `ready` goes as soon as what is before it has gone, `waiting` is for a line that is down.
 * @typedef {'held' | 'ready' | 'sending' | 'waiting' | 'sent' | 'failed'} Stage
 * @typedef {{id: string, client_id: string, by: string | null, kind: 'text' | 'note', text: string, cited: import('./drafts.js').Cited[], files?: import('../shared/wire').Attachment[],
 *   at: number, version: number, seq: number, due: number, stage: Stage, tries: number, why: string, adopted?: boolean}} Outgoing `id` is the conversation's
 */

/** What waits longer than this is read again before it goes: the customer may be somewhere else by then. */
export const TOO_OLD_MS = 60 * 60_000;

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/** Of each conversation the first that has neither gone nor failed: what follows waits for it. @param {Outgoing[]} all */
export function firsts(all) {
  /** @type {Map<string, Outgoing>} */
  const first = new Map();
  for (const one of all) if (one.stage !== 'failed' && one.stage !== 'sent' && !first.has(one.id)) first.set(one.id, one);
  return [...first.values()];
}

/** What can go now: the firsts whose time has come. @param {Outgoing[]} all @param {number} now */
export const nextToGo = (all, now) => firsts(all).filter((one) => one.stage !== 'sending' && one.due <= now);

/** When something may go next, null where nothing waits for a time. @param {Outgoing[]} all @param {number} now */
export function nextTime(all, now) {
  const times = all.filter((one) => one.stage === 'held' || one.stage === 'waiting').map((one) => one.due);
  return times.length ? Math.max(now, Math.min(...times)) : null;
}

/** The pause before the next try after `tries` that reached nobody. @param {number} tries */
export const pauseAfter = (tries) => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);

/** Change one. @param {Outgoing[]} all @param {string} clientId @param {Partial<Outgoing>} change */
export const changed = (all, clientId, change) => all.map((one) => (one.client_id === clientId ? { ...one, ...change } : one));

/** What a conversation's transcript shows below its messages: what is not among them yet. @param {Outgoing[]} all @param {string | null} id @param {import('../shared/wire').DeskEvent[]} events */
export function shownBelow(all, id, events) {
  const mine = all.filter((one) => one.id === id);
  if (!mine.length) return mine;
  const there = new Set(events.map((event) => event.message?.client_id));
  return mine.filter((one) => !there.has(one.client_id));
}

/** What another page or an earlier life of this one left behind, as it is taken up again. @param {Outgoing} one @param {number} now @returns {Outgoing} */
export const takenUp = (one, now) =>
  one.stage === 'failed' ? one : { ...one, adopted: true, stage: one.stage === 'held' && one.due > now ? 'held' : 'ready', due: Math.max(now, one.stage === 'held' ? one.due : 0) };
