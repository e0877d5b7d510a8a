// @ts-check
/** Replies that are sent later, as the desk has them: what waits in the open conversation, and one's own elsewhere. */
import { get } from '../shared/api.js';
import { effect, signal, untracked } from '../shared/html.js';
import { canHold, myId } from '../shared/session.js';
import { refused, say } from '../shared/toasts.js';
import { customerName } from '../shared/words.js';
import { desk, selectedId } from './store.js';

/** @typedef {import('../shared/wire').Scheduled} Scheduled */
/** @typedef {import('../shared/wire').DeskEvent} DeskEvent */
/** @typedef {Scheduled & {conversation_id: string, customer: string | null}} Own */

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What waits or was not sent in a conversation, by its id. */
export const scheduled = signal(/** @type {Record<string, Scheduled[]>} */ ({}));
/** One's own in every conversation. */
export const own = signal(/** @type {Own[]} */ ([]));

/** @param {string} id @returns {Promise<{items: Scheduled[], times: {name: string, at: string}[], promised: string | null}>} */
export async function loadScheduled(id) {
  const got = await get(`/v1/conversations/${id}/scheduled`, { timezone: zone });
  scheduled.value = { [id]: got.items };
  return got;
}

export async function loadOwn() {
  if (canHold()) own.value = (await get('/v1/me/scheduled')).items;
}

/** Look whenever a conversation is opened. */
export function startScheduled() {
  effect(() => {
    const id = selectedId.value;
    if (id) untracked(() => loadScheduled(id).catch(() => {})); // what can't be opened says so itself
  });
}

/** An event of the log may change what waits. @param {DeskEvent} event */
export function hearScheduled({ kind, conversation_id: id, data }) {
  const told = kind.startsWith('reply_') && (kind !== 'reply_sent' || !!data?.scheduled_reply);
  if (!told) return;
  loadOwn().catch(refused);
  if (id === selectedId.value) loadScheduled(id).catch(refused);
  const { author } = data ?? {};
  if (kind === 'reply_held_back' && author?.id === myId()) say(`Your reply to ${customerName(desk.value.conversations[id]?.customer)} was not sent at its time. It is kept, with why.`, 'refused');
}
