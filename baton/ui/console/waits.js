// @ts-check
/** Told waits: how often a wait ended within the range that its customer was told, queue by queue. */
import { html } from '../shared/html.js';
import { count, percent, plain } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{queue: string, queue_name: string | null, judged: number, held: number | null, is_told: boolean}} Honesty */

export function ToldWaits() {
  const loaded = useLoaded('/v1/reports/waits');
  /** @type {Honesty[] | undefined} */
  const queues = loaded.value?.items;
  if (!queues) return html`<${Waiting} loaded=${loaded} what="Told waits" />`;
  const judged = queues.reduce((sum, one) => sum + one.judged, 0);
  const held = queues.reduce((sum, one) => sum + (one.held ?? 0) * one.judged, 0);
  return html`
    <p class="headline">
      ${judged > 0 && html`<strong>${percent(held / judged)}</strong>`}
      <span>${judged ? `of the last ${count(judged, 'wait')} ended within their range. About 80% is right: ranges that always hold are too wide to be of use.` : 'No wait with a range has ended yet.'}</span>
    </p>
    <div class="table-wrap" tabindex="0" role="region" aria-label="Told waits by queue">
      <table>
        <thead><tr><th scope="col">Queue</th><th scope="col" class="number">Held</th><th scope="col" class="number">Ended</th><th scope="col">Customers are told</th></tr></thead>
        <tbody>${queues.map((one) => html`<${Row} one=${one} />`)}</tbody>
      </table>
    </div>
  `;
}

/** @param {{one: Honesty}} props */
const Row = ({ one }) => html`
  <tr>
    <td dir="auto">${one.queue_name || plain(one.queue)}</td>
    <td class="number"><strong>${percent(one.held)}</strong></td>
    <td class="number">${one.judged}</td>
    <td>${one.is_told ? 'their place and a range' : 'their place alone'}</td>
  </tr>
`;
