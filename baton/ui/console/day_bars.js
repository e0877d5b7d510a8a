// @ts-check
/** Bars, one a day: how many conversations began, and the part that was handed over. */
import { html } from '../shared/html.js';

/** @typedef {{day: string, conversations: number, handed_over: number}} Day */

const TALL = 120;
const STEP = 10;
const BAR = 8;

/** A day's name, which has no time of its own. @param {string} day */
const named = (day) => new Date(`${day}T12:00:00`).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' });

/** What a bar says to those who can't see it. @param {Day} one */
const said = (one) => `${named(one.day)}: ${one.conversations.toLocaleString()} began, ${one.handed_over.toLocaleString()} handed over`;

/** @param {{days: Day[]}} props */
export function DayBars({ days }) {
  const most = Math.max(1, ...days.map((one) => one.conversations));
  const wide = days.length * STEP;
  const tall = (/** @type {number} */ n) => (n / most) * TALL;
  return html`
    <figure class="day-bars">
      <p class="faint small legend"><span class="key began"></span>began <span class="key handed"></span>of these handed over <span class="most">most on one day: ${most.toLocaleString()}</span></p>
      <svg viewBox=${`0 0 ${wide} ${TALL}`} preserveAspectRatio="none" role="img" aria-label=${`Conversations of ${days.length} days; the table below has the numbers`}>
        ${days.map((one, at) => html`
          <g key=${one.day}>
            <title>${said(one)}</title>
            <rect class="room-for" x=${at * STEP} y="0" width=${STEP} height=${TALL} />
            <rect class="began" x=${at * STEP + 1} y=${TALL - tall(one.conversations)} width=${BAR} height=${tall(one.conversations)} />
            <rect class="handed" x=${at * STEP + 1} y=${TALL - tall(one.handed_over)} width=${BAR} height=${tall(one.handed_over)} />
          </g>
        `)}
      </svg>
      <p class="faint small ends"><span>${named(days[0]?.day ?? '')}</span><span>${named(days.at(-1)?.day ?? '')}</span></p>
      <details>
        <summary>As a table</summary>
        <ul class="plain">${days.filter((one) => one.conversations > 0).map((one) => html`<li key=${one.day}>${said(one)}</li>`)}</ul>
      </details>
    </figure>
  `;
}
