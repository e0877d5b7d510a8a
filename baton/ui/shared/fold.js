// @ts-check
/**
 * The one place where what the desk says becomes what the page shows. Pure: the same actions in the same order give
 * the same state, whether they came over the socket or over HTTP. Events are applied once, in the order of `seq`.
 */
import { answeredIn } from './outside_desks.js';

/** @typedef {import('./wire').Conversation} Conversation */
/** @typedef {import('./wire').DeskEvent} DeskEvent */
/** @typedef {import('./wire').View} View */
/** @typedef {{seq: number, events: DeskEvent[], gap: boolean, loaded: boolean}} Log */
/** @typedef {{mine: number, waiting: number, due: number, bot: number, all: number, snoozed?: number}} Counts */
/** @typedef {{me: string | null, conversations: Record<string, Conversation>, logs: Record<string, Log>, counts: Counts | null}} Desk */
/**
 * @typedef {{type: 'listed', items: Conversation[], counts?: Counts, fresh?: boolean, keep?: string | null}
 *   | {type: 'let_go', keep: Set<string>}
 *   | {type: 'got', conversation: Conversation}
 *   | {type: 'event', event: DeskEvent}
 *   | {type: 'caught_up', id: string, events: DeskEvent[]}} Action
 */

/** @type {Log} */
export const EMPTY_LOG = { seq: 0, events: [], gap: false, loaded: false };
const AWAKE = { snoozed_until: null, snoozed_until_reply: false };

/** By how urgent they are, as a policy names them. */
export const PRIORITIES = ['normal', 'raised', 'high', 'urgent'];

/** What leaves a conversation at its place in a list. */
const IN_PLACE = new Set(['labelled', 'unlabelled', 'prioritised', 'snoozed', 'packet_improved', 'improvement_failed', 'reply_scheduled', 'reply_unscheduled', 'reply_held_back']);
const VIEWS = /** @type {View[]} */ (['mine', 'snoozed', 'waiting', 'due', 'bot', 'all']);

/** @param {string | null} me the operator's id @returns {Desk} */
export const emptyDesk = (me) => ({ me, conversations: {}, logs: {}, counts: null });

/** Whether it is out of the lists. @param {Conversation} c */
export const isSnoozed = (c) => !!c.snoozed_until || !!c.snoozed_until_reply;

/** @param {Conversation} c @param {string | null} me */
const isHeldBy = (c, me) => c.state === 'human' && me !== null && c.owner.id === me;

/** Whether a conversation belongs to a view. @param {Conversation} c @param {View} view @param {string | null} me */
export function inView(c, view, me) {
  if (view === 'mine') return isHeldBy(c, me) && !isSnoozed(c);
  if (view === 'snoozed') return isHeldBy(c, me) && isSnoozed(c);
  if (view === 'waiting') return c.state === 'queued' && !answeredIn(c);
  if (view === 'due') return !!c.handoff?.followup;
  return view === 'all' || (c.state === 'bot' && !!c.last_author);
}

/** The desk after an action; the same object where nothing changed. @param {Desk} desk @param {Action} action @returns {Desk} */
export function reduce(desk, action) {
  if (action.type === 'listed') return listed(desk, action);
  if (action.type === 'let_go') return letGo(desk, action.keep);
  if (action.type === 'got') return withConversation(desk, action.conversation);
  if (action.type === 'event') return withEvent(desk, action.event);
  return caughtUp(desk, action.id, action.events);
}

/** A conversation after an event: state, version and owner are the event's. @param {Conversation} c @param {DeskEvent} e @returns {Conversation} */
export function foldConversation(c, e) {
  if (e.seq <= c.seq) return c;
  const moved = e.state !== c.state || e.version !== c.version;
  const spoken = e.message && e.message.kind !== 'note' && e.message.kind !== 'notice' ? e.message : null;
  return {
    ...c,
    seq: e.seq,
    state: e.state,
    version: e.version,
    owner: e.owner,
    updated_at: IN_PLACE.has(e.kind) ? c.updated_at : e.at,
    preview: spoken ? (e.preview ?? '') : c.preview,
    last_author: spoken ? spoken.author.kind : c.last_author,
    waiting_since: e.state === 'queued' ? waitingSince(c, e) : null,
    held_since: moved ? e.at : c.held_since,
    handoff: goingOn(moved ? handoffAfter(c, e) : c.handoff, e),
    ...arranged(c, e, moved),
    ...riskAfter(c, e, moved),
    scheduled_for: scheduledFor(c, e, moved),
  };
}

/** What the team arranged: labels, priority, snooze. The customer's word and a move end a snooze by themselves. @param {Conversation} c @param {DeskEvent} e @param {boolean} moved @returns {Partial<Conversation>} */
function arranged(c, e, moved) {
  const told = e.data ?? {};
  if (e.kind === 'labelled') return { labels: [...new Set([...(c.labels ?? []), told.label])].sort() };
  if (e.kind === 'unlabelled') return { labels: (c.labels ?? []).filter((one) => one !== told.label) };
  if (e.kind === 'prioritised') return { priority: PRIORITIES.indexOf(told.to), handoff: c.handoff ? { ...c.handoff, priority: PRIORITIES.indexOf(told.to), ranks_at: told.ranks_at } : c.handoff };
  if (e.kind === 'snoozed') return { snoozed_until: told.until, snoozed_until_reply: told.until_reply, woken: null };
  if (e.kind === 'woken') return { ...AWAKE, woken: told.why };
  if (e.kind === 'resolved' && told.merged_into) return { ...AWAKE, merged_into: told.merged_into };
  if (c.woken && (e.kind === 'reply_sent' || (moved && c.last_author === 'operator'))) return { woken: null };
  return isSnoozed(c) && (moved || e.kind === 'message_received') ? AWAKE : {};
}

/** When the reply is due that waits; a move ends its waiting by itself. @param {Conversation} c @param {DeskEvent} e @param {boolean} moved */
function scheduledFor(c, e, moved) {
  if (e.kind === 'reply_scheduled') return e.data?.due ?? null;
  const over = moved || e.kind === 'reply_held_back' || (e.kind === 'reply_sent' && e.data?.scheduled_reply) || (e.kind === 'reply_unscheduled' && e.data?.was === 'waiting');
  return over ? null : (c.scheduled_for ?? null);
}

/** How badly it goes is measured with each decision of the bot, and begins anew when the baton moves. @param {Conversation} c @param {DeskEvent} e @param {boolean} moved */
function riskAfter(c, e, moved) {
  if (moved) return { risk: null, troubles: [] };
  if (e.kind !== 'decision_made' || e.state !== 'bot') return { risk: c.risk ?? null, troubles: c.troubles ?? [] };
  return { risk: e.data?.risk ?? null, troubles: e.data?.troubles ?? [] };
}

/** A log after an event. An event from beyond the next seq is left out and marks a gap. @param {Log} log @param {DeskEvent} e @returns {Log} */
export function foldLog(log, e) {
  if (e.seq <= log.seq) return log;
  if (e.seq !== log.seq + 1) return log.gap ? log : { ...log, gap: true };
  return { ...log, seq: e.seq, events: [...log.events, e] };
}

/** A customer who comes back to a queue keeps the wait that began with the handoff. @param {Conversation} c @param {DeskEvent} e */
function waitingSince(c, e) {
  if (c.state === 'queued' && c.waiting_since) return c.waiting_since;
  return e.kind === 'released' || e.kind === 'transferred' ? (c.handoff?.opened_at ?? e.at) : e.at;
}

/** How the customer goes on stands in the event; how to reach them does not, and is fetched. @param {Conversation['handoff']} handoff @param {DeskEvent} e */
function goingOn(handoff, e) {
  if (e.kind !== 'mode_chosen' || !handoff) return handoff;
  const { mode, reference, due, slot } = /** @type {any} */ (e.data ?? {});
  return { ...handoff, mode, reference, due, slot, ...(reference ? {} : { followup: null }) };
}

/** @param {Conversation} c @param {DeskEvent} e */
function handoffAfter(c, e) {
  if (e.state === 'bot' || e.state === 'resolved') return null;
  if (e.kind === 'wait_told' && c.handoff) return { ...c.handoff, position: e.data?.position };
  const told = e.data?.handoff ?? (e.data?.reason && e.kind === 'handoff_opened' ? e.data : null);
  return told ? { ...told, opened_at: told.opened_at ?? e.at } : (c.handoff ?? null);
}

/** @param {Desk} desk @param {Extract<Action, {type: 'listed'}>} action @returns {Desk} */
function listed(desk, { items, counts, fresh, keep }) {
  const kept = fresh ? (keep && desk.conversations[keep] ? { [keep]: desk.conversations[keep] } : {}) : desk.conversations;
  const conversations = { ...kept };
  for (const one of items) conversations[one.id] = newer(kept[one.id], one);
  const logs = fresh ? (keep && desk.logs[keep] ? { [keep]: desk.logs[keep] } : {}) : desk.logs;
  return { ...desk, conversations, logs, counts: counts ?? desk.counts };
}

/** Forget what is out of sight, so that a page that is open for weeks holds no more than one that was opened now. @param {Desk} desk @param {Set<string>} keep @returns {Desk} */
function letGo(desk, keep) {
  const kept = (/** @type {Record<string, any>} */ all) => Object.fromEntries(Object.entries(all).filter(([id]) => keep.has(id)));
  return { ...desk, conversations: kept(desk.conversations), logs: kept(desk.logs) };
}

/** An answer to a command may name the customer by id alone: what is known of them stays. @param {Conversation | undefined} had @param {Conversation} got @returns {Conversation} */
function newer(had, got) {
  if (had && had.seq > got.seq) return had;
  const same = had?.customer && got.customer?.id === had.customer.id;
  return same ? { ...got, customer: { ...had.customer, ...got.customer, id: had.customer?.id ?? '' } } : got;
}

/** @param {Desk} desk @param {Conversation} next @returns {Desk} */
function withConversation(desk, next) {
  const had = desk.conversations[next.id];
  const now = newer(had, next);
  if (now === had) return desk;
  return { ...desk, conversations: { ...desk.conversations, [now.id]: now }, counts: recount(desk, had, now) };
}

/** Counts move with a conversation that was known before; a new one waits for the desk's own count. @param {Desk} desk @param {Conversation | undefined} had @param {Conversation} now */
function recount(desk, had, now) {
  if (!desk.counts || !had) return desk.counts;
  const counts = { ...desk.counts };
  for (const view of VIEWS) {
    if (counts[view] === undefined) continue; // an older answer did not count it
    const step = Number(inView(now, view, desk.me)) - Number(inView(had, view, desk.me));
    counts[view] = Math.max(0, counts[view] + step);
  }
  return counts;
}

/** @param {Desk} desk @param {DeskEvent} event @returns {Desk} */
function withEvent(desk, event) {
  const had = desk.conversations[event.conversation_id];
  const next = had ? withConversation(desk, foldConversation(had, event)) : desk;
  const log = next.logs[event.conversation_id];
  if (!log) return next;
  const folded = log.loaded ? foldLog(log, event) : { ...log, gap: true };
  return folded === log ? next : { ...next, logs: { ...next.logs, [event.conversation_id]: folded } };
}

/** @param {Desk} desk @param {string} id @param {DeskEvent[]} events @returns {Desk} */
function caughtUp(desk, id, events) {
  const start = { ...(desk.logs[id] ?? EMPTY_LOG), gap: false, loaded: true };
  const log = events.reduce(foldLog, start);
  const had = desk.conversations[id];
  const next = had ? withConversation(desk, events.reduce(foldConversation, had)) : desk;
  return { ...next, logs: { ...next.logs, [id]: log } };
}
