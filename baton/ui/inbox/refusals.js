// @ts-check
/** Why a verb can't be done now, in a sentence that says what would help. Pure. */

import { answeredIn } from '../shared/outside_desks.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */
/**
 * What a verb asks for: an open conversation, the baton in one's own hands, somebody else's, one that waits, one that a
 * person was asked for, one that is over, a snoozed one, a follow-up or an offer.
 * @typedef {'open' | 'mine' | 'others' | 'waiting' | 'asked' | 'resolved' | 'snoozed' | 'mergeable' | 'followup' | 'callback' | 'offer' | 'availability'} Need
 */

/** @param {Need} need @param {Conversation | null} c @param {{me: string | null, canHold: boolean}} reader */
export function whyNot(need, c, { me, canHold }) {
  if (need === 'offer') return 'Nothing is offered to you now.';
  if (need === 'availability') return 'That is how you stand already.';
  if (!c) return 'Open a conversation first.';
  if (!canHold) return 'Only operators can do this. You are signed in to look.';
  if (answeredIn(c)) return `It is answered in ${answeredIn(c)}. Open it there.`;
  if (c.merged_into && need !== 'snoozed') return 'It goes on in another conversation. Open that one.';
  if (need === 'mergeable') return c.state === 'resolved' ? 'It is over already. Open the other one and merge that into this.' : `${holder(c, me)}. Only they can end it.`;
  if (need === 'snoozed') return 'It is not snoozed.';
  if (need === 'asked') return c.state === 'resolved' ? 'It is resolved. Reopen it first (O).' : 'Nobody has asked for a person here, so it stands in no line.';
  if (need === 'waiting') return c.state === 'human' ? `${holder(c, me)} already.` : `It does not wait. ${standing(c, me)}`;
  if (need === 'others' && c.state === 'queued') return 'Nobody holds it. Claim it instead (C).';
  if (need === 'followup' && isMine(c, me)) return 'No ticket, call or e-mail was agreed on here.';
  if (need === 'callback' && isMine(c, me)) return 'No call was agreed on here.';
  if (need === 'mine' && isMine(c, me)) return 'It is snoozed already. W ends the snooze.';
  if (need === 'resolved') return 'It is not resolved.';
  return standing(c, me);
}

/** @param {Conversation} c @param {string | null} me */
const isMine = (c, me) => c.state === 'human' && c.owner.id === me;

/** @param {Conversation} c @param {string | null} me */
const holder = (c, me) => (c.owner.id === me ? 'You hold it' : `${c.owner.name || 'A colleague'} holds it`);

/** @param {Conversation} c @param {string | null} me */
function standing(c, me) {
  if (c.state === 'queued') return 'Nobody holds it yet. Claim it first (C).';
  if (c.state === 'bot') return 'The bot has it. Take over first (T).';
  if (c.state === 'resolved') return 'It is resolved. Reopen it first (O).';
  return c.owner.id === me ? 'You hold it already.' : `${holder(c, me)}. Take over first (T).`;
}
