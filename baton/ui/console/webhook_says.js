// @ts-check
/** A webhook in words: its name, its state, what it is told, and how it goes. */
import { html } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { count } from '../shared/words.js';

/** @typedef {import('../shared/wire').Webhook} Webhook */

const STATES = { on: 'On', failing: 'Failing', off: 'Off' };

/** @param {Webhook} one */
export const webhookName = (one) => one.label || new URL(one.url).host;

/** @param {{one: Pick<Webhook, 'state' | 'why_off'>}} props */
export const WebhookState = ({ one }) => html`<span class=${`chip ${one.state === 'on' ? 'quiet' : one.state === 'failing' ? 'warm' : one.why_off ? 'pressing' : ''}`}>${STATES[one.state]}</span>`;

/** One line on how it goes. @param {Pick<Webhook, 'is_on' | 'why_off' | 'failing_since' | 'delivered_at' | 'waiting'>} one */
export function webhookSays(one) {
  if (one.why_off) return one.why_off;
  if (!one.is_on) return 'Somebody switched it off. It goes on where it stopped, or from now.';
  const last = one.delivered_at ? `Last told ${moment(one.delivered_at)}.` : 'Nothing has arrived there yet.';
  if (!one.failing_since) return last;
  return `Tries have failed since ${moment(one.failing_since)}; ${count(one.waiting, 'event')} waiting. ${last}`;
}

/** @param {Webhook} one */
export const toldOf = (one) => `${one.kinds ? count(one.kinds.length, 'kind of event', 'kinds of event') : 'Everything'}${one.audience === 'everyone' ? ', as customers see it' : ''}`;
