// @ts-check
/** Packets: what operators said of them, and what was lacking. */
import { html } from '../shared/html.js';
import { LACKED } from '../shared/lacked.js';
import { useLoaded, Waiting } from './load.js';
import { PeriodRoom } from './period_room.js';

/** @typedef {{conversation_id: string, operator: {name: string | null}, queue: string, useful: boolean, lacked: string[], note: string | null, at: string}} Rating */
/** @typedef {{useful: number, not_useful: number, useful_rate: number | null, lacked: Record<string, number>, items: Rating[]}} Report */

export const Packets = () => html`<${PeriodRoom} title="Packets" about="Whether a packet helped the operator who got it. They say so in one tap in the inbox." label="Rated in the last" report=${Said} />`;

/** @param {{days: number}} props */
function Said({ days }) {
  const loaded = useLoaded('/v1/reports/packets', { days });
  const report = /** @type {Report | undefined} */ (loaded.value);
  if (!report) return html`<${Waiting} loaded=${loaded} what="Packets" />`;
  if (report.items.length === 0) return html`<div class="empty"><h2>Nobody has rated a packet yet</h2><p>In the inbox, “Useful?” stands under every packet.</p></div>`;
  const lacked = Object.entries(report.lacked).sort((a, b) => b[1] - a[1]);
  return html`
    <p>${Math.round(100 * (report.useful_rate ?? 0))}% of ${report.useful + report.not_useful} rated packets were useful.</p>
    ${lacked.length > 0 && html`<section><h2>What was missing</h2><ul>${lacked.map(([kind, times]) => html`<li>${LACKED[kind] ?? kind}: ${times}</li>`)}</ul></section>`}
    <section>
      <h2>Latest</h2>
      <ul class="plain">
        ${report.items.map(
          (one) => html`
            <li>
              <a href=${`#trail/${one.conversation_id}`}>${one.useful ? 'Useful' : 'Not useful'}</a>
              <span class="faint">${' '}${one.operator.name ?? 'An operator'}, ${one.queue}, ${new Date(one.at).toLocaleString()}</span>
              ${one.lacked.length > 0 && html` ${one.lacked.map((kind) => LACKED[kind] ?? kind).join(', ')}`}
              ${one.note && html` <q dir="auto">${one.note}</q>`}
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}
