// @ts-check
/** Packets: what operators said of them, and what was lacking. */
import { html } from '../shared/html.js';
import { LACKED } from '../shared/lacked.js';
import { moment } from '../shared/time.js';
import { count, plain } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { PeriodRoom } from './period_room.js';

/** @typedef {{conversation_id: string, operator: {name: string | null}, queue: string, useful: boolean, version: number | null, lacked: string[], note: string | null, at: string}} Rating */
/** @typedef {{handoffs: number, asked_again: number, told_again: number, rate: number | null, kinds: Record<string, number>, conversations: string[], queue?: string}} Restated */
/** @typedef {{restated: Restated & {queues: Restated[]}, useful: number, not_useful: number, useful_rate: number | null, lacked: Record<string, number>, versions: Record<string, {useful: number, not_useful: number}>, items: Rating[]}} Report */

export const Packets = () => html`<${PeriodRoom} title="Packets" about="Whether a packet helped the operator who got it. They say so in one tap in the inbox." label="Rated in the last" report=${Said} />`;

/** @param {{days: number}} props */
function Said({ days }) {
  const loaded = useLoaded('/v1/reports/packets', { days });
  const report = /** @type {Report | undefined} */ (loaded.value);
  if (!report) return html`<${Waiting} loaded=${loaded} what="Packets" />`;
  if (report.items.length === 0 && report.restated.handoffs === 0) return html`<div class="empty"><h2>Nobody has rated a packet yet</h2><p>In the inbox, “Useful?” stands under every packet.</p></div>`;
  const lacked = Object.entries(report.lacked).sort((a, b) => b[1] - a[1]);
  return html`
    ${report.items.length > 0 && html`<p>${report.useful} of ${count(report.useful + report.not_useful, 'rated packet')} helped.${report.versions['2'] && ` ${ofVersions(report.versions)}`}</p>`}
    ${report.restated.handoffs > 0 && html`<${SaidAgain} restated=${report.restated} />`}
    ${lacked.length > 0 && html`<section><h2>What was missing</h2><ul>${lacked.map(([kind, times]) => html`<li>${LACKED[kind] ?? kind}: ${times}</li>`)}</ul></section>`}
    ${report.items.length > 0 && html`<section>
      <h2>Latest</h2>
      <ul class="plain">
        ${report.items.map(
          (one) => html`
            <li>
              <a href=${`#trail/${one.conversation_id}`}>${one.useful ? 'Useful' : 'Not useful'}</a>
              <span class="faint">${' '}${one.operator.name ?? 'An operator'}, ${plain(one.queue)}${one.version ? `, ${VERSIONS[one.version]}` : ''}, ${moment(one.at)}</span>
              ${one.lacked.length > 0 && html` ${one.lacked.map((kind) => LACKED[kind] ?? kind).join(', ')}`}
              ${one.note && html` <q dir="auto">${one.note}</q>`}
            </li>
          `,
        )}
      </ul>
    </section>`}
  `;
}

/** What was before whoever rated, as a list of ratings says it. @type {Record<number, string>} */
const VERSIONS = { 1: 'as handed over', 2: 'with the model’s words' };

/** How each version did, where there are two to compare. @param {Report['versions']} versions */
const ofVersions = (versions) =>
  `${Object.entries(versions)
    .map(([version, { useful, not_useful: not }]) => `${VERSIONS[Number(version)]}: ${useful} of ${useful + not}`)
    .join('; ')
    .replace(/^./, (first) => first.toUpperCase())}.`;

/** @param {number | null} share */
const percent = (share) => `${Math.round(100 * (share ?? 0))}%`;

/** What customers had to say again after a person took over. @param {{restated: Restated & {queues: Restated[]}}} props */
const SaidAgain = ({ restated }) => html`
  <section>
    <h2>Said again</h2>
    <p>${percent(restated.rate)} of ${count(restated.handoffs, 'handoff')} that a person took had something asked for or told again that the customer had already written.</p>
    <div class="table-wrap" tabindex="0" role="region" aria-label="Said again, by queue">
      <table>
        <thead><tr><th scope="col">Queue</th><th scope="col" class="number">Handoffs</th><th scope="col" class="number">Asked again by us</th><th scope="col" class="number">Told again by the customer</th></tr></thead>
        <tbody>
          ${restated.queues.map((one) => html`<tr><td>${plain(one.queue ?? '')}</td><td class="number">${one.handoffs}</td><td class="number">${one.asked_again}</td><td class="number">${one.told_again}</td></tr>`)}
        </tbody>
      </table>
    </div>
    ${Object.keys(restated.kinds).length > 0 && html`<p>What it was: ${Object.entries(restated.kinds).map(([kind, times]) => `${kind.replaceAll('_', ' ')} ${times}×`).join(', ')}.</p>`}
    ${restated.conversations.length > 0 && html`<p>Where: ${restated.conversations.map((id, index) => html`${index > 0 && ', '}<a href=${`#trail/${id}`}>${index + 1}</a>`)}</p>`}
  </section>
`;
