// @ts-check
/** What was agreed on with a customer, in words, and the forms that end it. */
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { clock, day } from '../shared/time.js';
import { followUpDone, notReached } from './commands.js';
import { Actions, close } from './dialog_actions.js';
import { selected } from './store.js';

/** @typedef {import('../shared/wire').FollowUp} FollowUp */

/** When it is due, in this person's time. @param {FollowUp} followup @param {number} at */
export function dueWords({ mode, slot, due }, at) {
  if (mode === 'callback' && slot) return `call ${day(slot.start, at)}, ${clock(slot.start)}\u2013${clock(slot.end)}`;
  return `due ${day(due, at)}, ${clock(due)}`;
}

/** The line beside who holds the baton: what to do, and how to reach the customer. @param {{followup: FollowUp, at: number}} props */
export function FollowUpLine({ followup, at }) {
  const { reference, phone, email, timezone, tries } = followup;
  return html`
    <p class="lock-state">
      ${reference} · ${dueWords(followup, at)}
      ${phone && html` · <a href=${`tel:${phone}`} dir="ltr">${phone}</a>`} ${email && html` · <bdi>${email}</bdi>`}
      ${followup.mode === 'callback' && timezone && html`<span class="faint"> · customer’s time zone ${timezone.replace(/_/g, ' ')}</span>`}
      ${tries > 0 && html`<span class="faint"> · called ${tries === 1 ? 'once' : `${tries} times`} before</span>`}
    </p>
  `;
}

export function DoneDialog() {
  const [text, setText] = useState('');
  const isCall = selected.value?.handoff?.followup?.mode === 'callback';
  return html`
    <${Dialog} title="Done" onClose=${close} onSubmit=${() => followUpDone(text.trim())} actions=${html`<${Actions} label="Done" under="done" />`}>
      <p>${isCall ? 'The call has been made.' : 'The customer gets the answer in the conversation, and by e-mail where they gave an address.'} You still hold the conversation.</p>
      <${Field} label="Answer" hint=${isCall ? 'Optional. A word to the customer in writing.' : 'Leave empty if you have answered already.'} value=${text} onInput=${setText} rows=${4} autofocus />
    </${Dialog}>
  `;
}

export const NotReachedDialog = () => html`
  <${Dialog} title="Not reached" onClose=${close} onSubmit=${notReached} actions=${html`<${Actions} label="Not reached" under="not_reached" />`}>
    <p>The customer is told that you called. The next call is booked at a free time, or the case becomes a ticket if this was the last try. It goes back to the queue.</p>
  </${Dialog}>
`;
