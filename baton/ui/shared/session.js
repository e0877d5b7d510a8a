// @ts-check
/** Who is signed in on this page. */
import { del, get, onSignedOut, put } from './api.js';
import { signal } from './html.js';
import { refused, say } from './toasts.js';

/** @typedef {import('./wire').Me} Me */
/** @typedef {import('./wire').Availability} Availability */

export const me = signal(/** @type {Me | null} */ (null));
/** 'unknown' until the desk has said, then 'in' or 'out'; 'unreachable' where it did not answer. */
export const session = signal(/** @type {'unknown' | 'in' | 'out' | 'unreachable'} */ ('unknown'));

/** The operator's own id, or null for an admin key that is nobody's. */
export const myId = () => me.value?.actor.id ?? null;
/** Whether the desk ended the session while this person worked; not so where they signed out themselves. */
export const isEnded = () => session.value === 'out' && me.value !== null;
/** Only a person of the team can hold the baton; an admin key names nobody. */
export const canHold = () => me.value?.actor.kind === 'operator';
export const isAdmin = () => me.value?.role === 'admin';

onSignedOut(() => (session.value = 'out'));

/** Ask the desk who this is. Resolves to whether somebody is signed in. */
export async function signIn() {
  try {
    const before = me.value;
    me.value = await get('/v1/me');
    // Somebody else came in meanwhile: what the one before was at is not theirs.
    if (before && before.actor.id !== me.value?.actor.id) location.reload();
    session.value = 'in';
  } catch (error) {
    if (session.value !== 'out') session.value = 'unreachable';
    console.debug(error);
  }
  return session.value === 'in';
}

/** @type {Record<Availability, string>} */
const CHANGED = {
  available: 'You are available for new conversations.',
  away: 'You are away. Yours stay with you; no new ones are offered.',
  offline: 'You are offline. Yours go back to their queues in a minute, unless you come back before.',
};

/** @param {Availability} availability @param {string | null} [reason] */
export async function setAvailability(availability, reason = null) {
  const before = me.value;
  if (!before) return;
  me.value = { ...before, availability, away_reason: reason };
  try {
    const answer = await put('/v1/me/availability', reason ? { availability, reason } : { availability });
    me.value = { ...before, availability: answer?.availability ?? availability, away_reason: reason };
    say(CHANGED[availability]);
  } catch (error) {
    me.value = before;
    refused(error);
  }
}

/** End the session on the desk, then show the signed-out page. */
export async function signOut() {
  try {
    await del('/v1/me/session');
    me.value = null;
    session.value = 'out';
  } catch (error) {
    refused(error);
  }
}
