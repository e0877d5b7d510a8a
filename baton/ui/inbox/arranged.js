// @ts-check
/** What the team arranged of a conversation, as chips: priority, snooze, why it came back, labels. */
import { html } from '../shared/html.js';
import { isSnoozed, PRIORITIES } from '../shared/fold.js';
import { LabelChip } from '../shared/labels.js';
import { now } from '../shared/time.js';
import { plain } from '../shared/words.js';
import { fromNow } from './snooze_words.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */

/** @type {Record<string, string>} */
const BACK = { time: 'Back from snooze', reply: 'Back: the customer wrote', promise: 'Back: an answer is due' };

/** Labels that a row has room for. */
const FEW = 3;

/** How a snooze stands, in words. @param {Conversation} c @param {number} at */
const snoozeWords = (c, at) => (c.snoozed_until ? `Snoozed until ${fromNow(c.snoozed_until, at)}` : 'Snoozed until the customer writes');

/** @param {{conversation: Conversation, few?: boolean}} props `few` leaves labels out that a row has no room for */
export function ArrangedChips({ conversation: c, few = false }) {
  const names = c.labels ?? [];
  const shown = few ? names.slice(0, FEW) : names;
  const back = c.state === 'human' && BACK[c.woken ?? ''];
  return html`
    ${!!c.priority && html`<span class="chip warm">${plain(PRIORITIES[c.priority] ?? '')}</span>`}
    ${isSnoozed(c) ? html`<span class="chip quiet">${snoozeWords(c, now.value)}</span>` : back && html`<span class="chip warm">${back}</span>`}
    ${c.scheduled_for && html`<span class="chip quiet">Sends ${fromNow(c.scheduled_for, now.value)}</span>`}
    ${shown.map((name) => html`<${LabelChip} key=${name} name=${name} />`)}
    ${names.length > shown.length && html`<span class="chip quiet" title=${names.slice(FEW).join(', ')}>+${names.length - shown.length}</span>`}
  `;
}

/** The line below the lock: nothing where nothing is arranged. @param {{conversation: Conversation}} props */
export function ArrangedLine({ conversation: c }) {
  if (c.merged_into) return html`<p class="arranged small">Goes on in another conversation</p>`;
  const any = c.labels?.length || c.priority || isSnoozed(c) || c.woken || c.scheduled_for;
  return any ? html`<div class="arranged"><${ArrangedChips} conversation=${c} /></div>` : null;
}
