// @ts-check
/** Offers with a time limit: who it is and why, seen before answering. Accepting is the claim. */
import { get, post, Refusal } from '../shared/api.js';
import { batch } from '../shared/html.js';
import { canHold } from '../shared/session.js';
import { refused, say } from '../shared/toasts.js';
import { offered } from './notify.js';
import { composerTab, dispatch, offers, packets } from './store.js';

/** @typedef {import('../shared/wire').Offer} Offer */

/** How far the desk's clock is ahead of this machine's, in ms: a countdown that is off by seconds would lie. */
let skew = 0;
let asked = 0;
/** @type {string | null} */
let answering = null;

/** @type {[string, string][]} */
export const DECLINES = [
  ['busy', 'Busy right now'],
  ['not_my_field', 'Not my field'],
  ['language', 'Not my language'],
  ['conflict_of_interest', 'I know this customer'],
  ['leaving', 'About to leave'],
  ['other', 'Another reason'],
];

/** Ask the desk what is offered. Of several questions under way the last one's answer counts. */
export async function loadOffers() {
  if (!canHold()) return;
  const run = ++asked;
  const answer = await get('/v1/offers');
  if (run !== asked) return;
  skew = Date.parse(answer.now) - Date.now();
  const known = new Set(offers.value.map((one) => one.id));
  offers.value = /** @type {Offer[]} */ (answer.items).toSorted((a, b) => a.expires_at.localeCompare(b.expires_at));
  for (const one of offers.value) if (!known.has(one.id)) offered(one, left(one));
}

/** Whole seconds left to answer. @param {Offer} offer */
export const left = (offer) => Math.max(0, Math.ceil((Date.parse(offer.expires_at) - Date.now() - skew) / 1000));

/** @param {Offer} offer */
export function acceptOffer(offer) {
  return answer(offer, async () => {
    const taken = await post(`/v1/offers/${offer.id}/accept`);
    batch(() => {
      dispatch({ type: 'got', conversation: taken.conversation });
      packets.value = { ...packets.value, [taken.conversation.id]: taken.packet };
      composerTab.value = 'reply';
      drop(offer);
    });
    location.hash = taken.conversation.id;
  });
}

/** @param {Offer} offer @param {string} reason */
export function declineOffer(offer, reason) {
  return answer(offer, async () => {
    await post(`/v1/offers/${offer.id}/decline`, { reason });
    drop(offer);
    say('Declined. It goes to somebody else.');
  });
}

/** One answer at a time; a refusal (it ran out, somebody was quicker) says so and takes the card away. @param {Offer} offer @param {() => Promise<void>} ask */
async function answer(offer, ask) {
  if (answering) return;
  answering = offer.id;
  try {
    await ask();
  } catch (error) {
    refused(error);
    if (error instanceof Refusal && error.status === 409 && error.code !== 'at_capacity') drop(offer);
    loadOffers().catch(refused);
  } finally {
    answering = null;
  }
}

/** Take an offer's card away. @param {Offer} offer */
export const drop = (offer) => (offers.value = offers.value.filter((one) => one.id !== offer.id));
