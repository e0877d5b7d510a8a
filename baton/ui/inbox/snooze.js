// @ts-check
/** Put a conversation away: the usual times in the queue's hours, until the customer writes, or a time of one's own. */
import { get } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { now } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { snooze } from './commands.js';
import { Actions, close } from './dialog_actions.js';
import { fromNow, localTime, onDay } from './snooze_words.js';
import { busy, selectedId } from './store.js';

/** @typedef {{preset: string, until: string | null}} Preset */

/** @type {Record<string, string>} */
const NAMES = { later_today: 'Later today', tomorrow: 'Tomorrow morning', next_week: 'Next week', until_reply: 'Until the customer writes' };
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const HOUR_MS = 3_600_000;

/** Whether the promise matters to what can be chosen. @param {{items: Preset[], promised: string | null}} offered */
const isNear = ({ items, promised }) => items.some(({ until }) => until && promised && until > promised);

export function SnoozeDialog() {
  const [offered, setOffered] = useState(/** @type {{items: Preset[], promised: string | null} | null} */ (null));
  const [until, setUntil] = useState(localTime(now.value + HOUR_MS));
  useEffect(() => {
    get(`/v1/conversations/${selectedId.value}/snooze`, { timezone: zone }).then(setOffered, refused);
  }, []);
  useEffect(() => {
    if (offered) /** @type {HTMLElement | null} */ (document.querySelector('.choices button'))?.focus();
  }, [offered]);
  const own = () => Number.isNaN(Date.parse(until)) || snooze({ until: new Date(until).toISOString() });
  return html`
    <${Dialog} title="Snooze" onClose=${close} onSubmit=${own} actions=${html`<${Actions} label="Snooze until then" under="snooze" />`}>
      <p>It leaves your list and you go on holding it. It is back at once when the customer writes.</p>
      ${offered?.promised && isNear(offered) && html`<p class="faint">An answer was promised by ${fromNow(offered.promised, now.value)}. It is back 15 minutes before, whatever you choose.</p>`}
      <div class="choices" role="group" aria-label="Usual times">
        ${offered
          ? offered.items.map((one) => html`
              <button type="button" class="button" key=${one.preset} disabled=${!!busy.value} onClick=${() => snooze({ preset: one.preset, timezone: zone })}>
                <span>${NAMES[one.preset] ?? one.preset}</span> ${one.until && html`<span class="faint">${onDay(one.until, now.value)}</span>`}
              </button>`)
          : html`<p class="faint" role="status">Looking at the queue’s hours…</p>`}
      </div>
      <${Field} label="A time of your own" type="datetime-local" value=${until} onInput=${setUntil} />
    </${Dialog}>
  `;
}
