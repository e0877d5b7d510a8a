// @ts-check
/** What is sent later, and what was not sent: below the transcript with what can be done, and one's own in a list. */
import { Files } from '../shared/attachments.js';
import { Dialog } from '../shared/dialog.js';
import { cls, html, useEffect } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { myId } from '../shared/session.js';
import { Marked } from '../shared/text.js';
import { moment, now } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { count, customerName, heldBackWords, partyName } from '../shared/words.js';
import { focusComposer } from './composer.js';
import { close } from './dialog_actions.js';
import { loadOwn, own, scheduled } from './scheduled.js';
import { drop, edit, sendScheduled } from './scheduling.js';
import { fromNow, onDay } from './snooze_words.js';
import { busy, dialog, holdsBaton } from './store.js';

/** @typedef {import('../shared/wire').Scheduled} Scheduled */

/** @param {{id: string}} props */
export const ScheduledList = ({ id }) => (scheduled.value[id] ?? []).map((one) => html`<${Entry} key=${one.id} one=${one} />`);

/** @param {{one: Scheduled}} props */
function Entry({ one }) {
  const waits = one.state === 'waiting';
  const mine = one.author.id === myId();
  return html`
    <article class=${cls('entry end operator under-way', !waits && 'failed')} aria-label=${waits ? 'Scheduled reply' : 'Reply that was not sent'}>
      <div class="bubble" dir="auto"><${Marked} text=${one.text} /></div>
      <${Files} files=${one.attachments} />
      ${waits ? html`<${Waits} one=${one} mine=${mine} />` : html`<${NotSent} one=${one} mine=${mine} />`}
    </article>
  `;
}

/** @param {{one: Scheduled, mine: boolean}} props */
const Waits = ({ one, mine }) => html`
  <p class="held">
    <span class="faint"><${Icon} name="clock" /> ${mine ? 'Sends' : html`<bdi>${partyName(one.author)}</bdi>’s, sends`} <time datetime=${one.due}>${fromNow(one.due, now.value)}</time>${one.even_if_written ? '' : ', unless the customer writes'}</span>
    ${mine && html`<${Press} label="Edit" run=${() => edit(one).then(focusComposer)} /> <${Press} label="Send now" run=${() => sendScheduled(one)} /> <${Press} label="Drop" run=${() => drop(one)} />`}
  </p>
`;

/** @param {{one: Scheduled, mine: boolean}} props */
const NotSent = ({ one, mine }) => html`
  <p class="not-sent">
    <span><${Icon} name="warn" /> Not sent. ${heldBackWords(one.why ?? {}, myId(), one.why?.moved_at && onDay(one.why.moved_at, now.value))} ${!mine && html`<bdi>${partyName(one.author)}</bdi> wrote it`}${!mine && one.attachments.length ? ', and the files stay theirs' : ''}</span>
    ${holdsBaton.value && html`<${Press} label="Take into the composer" run=${() => edit(one).then(focusComposer)} />`}
    ${(mine || holdsBaton.value) && html`<${Press} label="Put away" run=${() => drop(one, 'Put away.')} />`}
  </p>
`;

/** @param {{label: string, run: () => unknown}} props */
const Press = ({ label, run }) => html`<button type="button" class="link" disabled=${!!busy.value} onClick=${run}>${label}</button>`;

/** The way to what was not sent, while there is some. */
export function NotSentLine() {
  const n = own.value.filter((one) => one.state === 'held_back').length;
  if (!n) return null;
  return html`<p class="snoozed-line"><span>${count(n, 'reply of yours was', 'replies of yours were')} not sent</span> <button type="button" class="link" onClick=${() => (dialog.value = 'scheduled')}>Show</button></p>`;
}

export function ScheduledDialog() {
  useEffect(() => {
    loadOwn().catch(refused);
  }, []);
  const held = own.value.filter((one) => one.state === 'held_back');
  const rows = [...held, ...own.value.filter((one) => one.state === 'waiting')];
  return html`
    <${Dialog} title="Your scheduled replies" onClose=${close}>
      ${!rows.length && html`<p class="faint">Nothing of yours waits to be sent. Write a reply and choose Send later beside Send.</p>`}
      <ul class="mentions">${rows.map((one) => html`<li key=${one.id}><${OwnRow} one=${one} /></li>`)}</ul>
    </${Dialog}>
  `;
}

/** @param {{one: import('./scheduled.js').Own}} props */
function OwnRow({ one }) {
  const open = () => {
    close();
    location.hash = one.conversation_id;
  };
  const isHeld = one.state === 'held_back';
  return html`
    <button type="button" class="mention-row" onClick=${open}>
      <span class="mention-head">
        <span>To <strong><bdi>${customerName({ name: one.customer })}</bdi></strong>, <span class="faint">${isHeld ? `was due ${moment(one.due)}` : `sends ${fromNow(one.due, now.value)}`}</span></span>
        ${isHeld && html`<span class="chip pressing">Not sent</span>`}
      </span>
      <span class="mention-text" dir="auto">${one.text}</span>
    </button>
  `;
}
