// @ts-check
/** When a website is read again by itself: said, and changed. */
import { put } from '../shared/api.js';
import { Choice } from '../shared/dialog.js';
import { html } from '../shared/html.js';
import { isAdmin } from '../shared/session.js';
import { moment, now } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';

/** @typedef {import('../shared/wire').Website} Website */

export const SCHEDULES = [
  { value: 'weekly', label: 'Every week' },
  { value: 'daily', label: 'Every day' },
  { value: 'never', label: 'Only when asked' },
];

/** When the next reading is, in a sentence. @param {Website} site */
export function nextSays(site) {
  if (!site.next_at) return 'It is read again only when somebody asks.';
  if (Date.parse(site.next_at) <= now.value) return 'The next reading is due now.';
  return `The next reading is on ${moment(site.next_at)}${site.failures ? ', sooner if you ask' : ''}.`;
}

/** Why a website that fails matters, in a sentence. @param {Website} site */
export const failingSays = (site) =>
  `${site.failures > 1 ? `The last ${site.failures} readings failed. ` : ''}${site.read_at ? `The bot answers from what was read on ${moment(site.read_at)}.` : 'Nothing has been read of it yet.'}`;

/** @param {{id: string, site: Website, onChanged: () => void}} props */
export function ScheduleLine({ id, site, onChanged }) {
  const choose = (/** @type {string} */ schedule) =>
    put(`/v1/sources/${id}/schedule`, { schedule }).then(() => {
      say('Saved when the website is read again.');
      onChanged();
    }, refused);
  return html`
    <div class="schedule">
      ${isAdmin() && html`<${Choice} label="Look for changes" value=${site.schedule} onInput=${choose} options=${SCHEDULES} />`}
      <p class="faint">${site.state === 'waiting' || site.state === 'reading' ? '' : nextSays(site)}</p>
    </div>
  `;
}

const VERBS = { added: 'New', changed: 'Changed', gone: 'Taken out' };

/** The pages that the last reading changed. @param {{site: Website}} props */
export const ChangedPages = ({ site }) =>
  !!site.read_at && site.changed.length > 0 &&
  html`
    <details>
      <summary>What it changed</summary>
      <ul class="skipped">${site.changed.map((one) => html`<li><strong>${VERBS[one.change]}</strong> <span class="faint" dir="ltr">${one.url}</span></li>`)}</ul>
    </details>
  `;
