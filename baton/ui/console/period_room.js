// @ts-check
/** A room that reports on a period: its heading, the choice of days, and what is to be said of them. */
import { html, useState } from '../shared/html.js';

const PERIODS = [7, 28, 90];

/**
 * @param {{title: string, about: string, label: string, report: any}} props
 * `report` is a view with `days`; it begins anew when other days are chosen.
 */
export function PeriodRoom({ title, about, label, report: Report }) {
  const [days, setDays] = useState(28);
  return html`
    <header class="room-head with-verb">
      <div>
        <h1>${title}</h1>
        <p class="faint">${about}</p>
      </div>
      <label class="period">
        <span class="faint">${label}</span>
        <select onChange=${(/** @type {any} */ event) => setDays(Number(event.currentTarget.value))}>
          ${PERIODS.map((one) => html`<option value=${one} selected=${one === days}>${one} days</option>`)}
        </select>
      </label>
    </header>
    <${Report} key=${days} days=${days} />
  `;
}
