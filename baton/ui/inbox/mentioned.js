// @ts-check
/** The notes that mention this person, as the desk has them, and how many are unread. */
import { get } from '../shared/api.js';
import { signal } from '../shared/html.js';
import { canHold, myId } from '../shared/session.js';

/** @typedef {import('../shared/wire').Party} Party */
/** @typedef {{id: number, conversation_id: string, customer: string | null, seq: number, by: Party, text: string, at: string, seen_at: string | null}} Mentioned */

const PAGE = 50;
/** How many notes mention this person who has not opened them. */
export const unread = signal(0);
export const list = signal(/** @type {{items: Mentioned[], next: number | null} | null} */ (null));
/** @param {number | null} [before] */
export async function loadMentions(before = null) {
  if (!canHold()) return;
  const got = await get('/v1/me/mentions', { limit: PAGE, ...(before ? { before } : {}) });
  unread.value = got.unread;
  list.value = { items: before ? [...(list.value?.items ?? []), ...got.items] : got.items, next: got.next };
}

/** Whether an event is a colleague's note that mentions this person. @param {import('../shared/wire').DeskEvent} event */
export const mentionsMe = ({ kind, data, actor }) => kind === 'note_added' && actor.id !== myId() && !!data?.mentions?.some((/** @type {Party} */ one) => one.id === myId());
