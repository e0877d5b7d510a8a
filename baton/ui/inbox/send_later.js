// @ts-check
/** Choosing when a reply is sent: the usual times in one's own time zone, when the queue opens, or a time of one's own. */
import { Check, Dialog, Field } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { isSnoozed } from '../shared/fold.js';
import { now } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { areReady, filesOf } from './attaching.js';
import { Actions, close } from './dialog_actions.js';
import { draftOf } from './drafts.js';
import { loadScheduled, zone } from './scheduled.js';
import { sendLater } from './scheduling.js';
import { fromNow, localTime, onDay } from './snooze_words.js';
import { busy, composerTab, dialog, selected, selectedId } from './store.js';

/** @typedef {{name: string, at: string}} Time */

/** @type {Record<string, string>} */
const NAMES = { in_an_hour: 'In an hour', this_afternoon: 'This afternoon', tomorrow_morning: 'Tomorrow morning', monday_morning: 'Monday morning', when_open: 'When we open next' };
const HOUR_MS = 3_600_000;

/** Ask when, if there is something to send. @param {() => void} focus puts the cursor into the composer */
export function askWhen(focus) {
  const id = selectedId.peek();
  if (!id) return;
  const files = filesOf(id, 'text');
  composerTab.value = 'reply';
  if (draftOf(id, 'text').trim() || (files.length && areReady(files))) return void (dialog.value = 'later');
  say('Write the reply first, then choose when it is sent.');
  requestAnimationFrame(focus);
}

export function SendLaterDialog() {
  const [offered, setOffered] = useState(/** @type {{times: Time[], promised: string | null} | null} */ (null));
  const [due, setDue] = useState(localTime(now.value + HOUR_MS));
  const [evenIf, setEvenIf] = useState(false);
  const [asleep, setAsleep] = useState(true);
  useEffect(() => {
    loadScheduled(selectedId.value ?? '').then(setOffered, refused);
  }, []);
  useEffect(() => {
    if (offered) /** @type {HTMLElement | null} */ (document.querySelector('.choices button'))?.focus();
  }, [offered]);
  const send = (/** @type {string} */ at) => sendLater({ due: at, evenIf, asleep: asleep && canSleep });
  const canSleep = !!selected.value && !isSnoozed(selected.value);
  const own = () => (Number.isNaN(Date.parse(due)) ? undefined : send(new Date(due).toISOString()));
  return html`
    <${Dialog} title="Send later" onClose=${close} onSubmit=${own} actions=${html`<${Actions} label="Send then" under="schedule" />`}>
      <p>It is sent in your name if nobody else has taken or moved the conversation until then. You may go home: it stays yours until the customer writes.</p>
      ${offered?.promised && html`<p class="faint">An answer was promised by ${fromNow(offered.promised, now.value)}, so it can’t go later than that.</p>`}
      <${Check} label="Send it even if the customer writes first" checked=${evenIf} onInput=${setEvenIf} />
      ${canSleep && html`<${Check} label="Snooze the conversation until then" checked=${asleep} onInput=${setAsleep} />`}
      <div class="choices" role="group" aria-label="Usual times">
        ${offered
          ? offered.times.map((one) => html`
              <button type="button" class="button" key=${one.name} disabled=${!!busy.value || (!!offered.promised && one.at > offered.promised)} onClick=${() => send(one.at)}>
                <span>${NAMES[one.name] ?? one.name}</span> <span class="faint">${onDay(one.at, now.value)}</span>
              </button>`)
          : html`<p class="faint" role="status">Looking at the queue’s hours…</p>`}
      </div>
      <${Field} label="A time of your own" hint=${zone} type="datetime-local" value=${due} onInput=${setDue} />
    </${Dialog}>
  `;
}
