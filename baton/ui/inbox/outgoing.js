// @ts-check
/** A reply or a note on its way, below the transcript: what becomes of it, and what can still be done. */
import { Files } from '../shared/attachments.js';
import { cls, html, useEffect, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { Marked } from '../shared/text.js';
import { focusComposer } from './composer.js';
import { sendNow, takeBack } from './outbox.js';

/** @typedef {import('./outbox_order.js').Outgoing} Outgoing */

const TICK_MS = 250;

/** @param {{outgoing: Outgoing}} props */
export function OutgoingView({ outgoing: one }) {
  const note = one.kind === 'note';
  return html`
    <article class=${cls('entry end operator under-way', note && 'note', one.stage === 'failed' && 'failed')}>
      ${note && html`<p class="note-mark"><${Icon} name="lock" /> Only the team sees this</p>`}
      ${one.text && html`<div class="bubble" dir="auto"><${Marked} text=${one.text} mentions=${one.mentions} /></div>`}
      <${Files} files=${one.files} />
      <${Fate} one=${one} />
    </article>
  `;
}

/** @param {{one: Outgoing}} props */
function Fate({ one }) {
  if (one.stage === 'held') return html`<${Held} one=${one} />`;
  if (one.stage === 'failed') return html`<p class="not-sent" role="alert"><${Icon} name="warn" /> Not sent. ${one.why} <${Again} one=${one} label="Send again" /> <${Edit} one=${one} label="Edit" /></p>`;
  if (one.stage === 'waiting') return html`<p class="faint sending" role="status">Waits for the connection, and is sent by itself. <${Again} one=${one} label="Try now" /> <${Edit} one=${one} label="Edit" /></p>`;
  return html`<p class="faint sending">Sending…</p>`;
}

/** The seconds that are left; read out once, not with every second. @param {{one: Outgoing}} props */
function Held({ one }) {
  const left = () => Math.max(1, Math.ceil((one.due - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(left()), TICK_MS);
    return () => clearInterval(ticking);
  }, [one.due]);
  return html`
    <p class="held">
      <span class="off-screen" role="status">Your reply is sent in a moment. Undo takes it back.</span>
      <span aria-hidden="true" class="faint">Sent in ${seconds} s</span>
      <${Edit} one=${one} label="Undo" /> <${Again} one=${one} label="Send now" />
    </p>
  `;
}

/** @param {{one: Outgoing, label: string}} props */
const Again = ({ one, label }) => html`<button type="button" class="link" onClick=${() => (sendNow(one), focusComposer())}>${label}</button>`;

/** @param {{one: Outgoing, label: string}} props */
const Edit = ({ one, label }) => html`<button type="button" class="link" onClick=${() => (takeBack(one), requestAnimationFrame(focusComposer))}>${label}</button>`;
