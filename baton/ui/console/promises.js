// @ts-check
/** Promises: how often the desk kept its word, by queue, and each promise that was broken. */
import { html } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { count, percent, plain } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { PeriodRoom } from './period_room.js';
import { ToldWaits } from './waits.js';

/** @typedef {{queue: string | null, name: string | null, kept: number, broken: number, withdrawn: number, open: number, kept_rate: number | null}} Tally */
/** @typedef {{id: number, conversation_id: string, customer: string | null, kind: string, queue: string | null, says: string, made_at: string, due_at: string | null, lapses_at: string, state: string, closed_at: string | null, why: string | null}} Item */

/** @type {Record<string, string>} */
const KINDS = {
  answer_here: 'An answer in the conversation',
  opens_at: 'The queue opens',
  first_reply_by: 'A first reply',
  ticket_by: 'The ticket answered',
  callback_at: 'A call',
  email_by: 'An answer by e-mail',
  wait_within: 'A wait no longer than told',
};

/** @type {Record<string, string>} */
const ENDS = {
  person_joined: 'a person joined',
  person_replied: 'a person replied',
  called: 'the call was made',
  done: 'it was done',
  moved_on: 'the customer was moved to another queue',
  mode_changed: 'the customer goes on in another way',
  cancelled: 'the customer went back to the bot',
  handed_back: 'the conversation went back to the bot',
  resolved: 'the conversation was resolved',
  replaced: 'it was told anew',
  seen_here: 'somebody was there',
  lapsed: 'nothing happened in time',
};

export const Promises = () => html`<${PeriodRoom} title="Promises" about="Every sentence that binds you, with its due time, and how it ended." label="Settled in the last" report=${Report} />`;

/** @param {{days: number}} props */
function Report({ days }) {
  const report = useLoaded('/v1/reports/promises', { days });
  const broken = useLoaded('/v1/promises', { state: 'broken', days, limit: 100 });
  if (!report.value) return html`<${Waiting} loaded=${report} what="Promises" />`;
  const { total, queues } = /** @type {{total: Tally, queues: Tally[]}} */ (report.value);
  return html`
    <${Headline} total=${total} days=${days} />
    <section>
      <h2>By queue</h2>
      <${Queues} queues=${queues} />
    </section>
    <section>
      <h2>Told waits</h2>
      <${ToldWaits} />
    </section>
    <section>
      <h2>Broken</h2>
      ${broken.value ? html`<${Broken} items=${broken.value.items} />` : html`<${Waiting} loaded=${broken} what="Broken promises" />`}
    </section>
  `;
}

/** @param {{total: Tally, days: number}} props */
const Headline = ({ total, days }) => html`
  <p class="headline">
    ${total.kept_rate !== null && html`<strong>${percent(total.kept_rate)}</strong>`}
    <span>${total.kept_rate === null ? `No promise came due in the last ${days} days.` : `kept, of ${count(total.kept + total.broken, 'promise')} that came due in the last ${days} days`}</span>
    <span class="faint">${count(total.open, 'promise')} open now</span>
  </p>
`;

/** @param {{queues: Tally[]}} props */
const Queues = ({ queues }) => html`
  <div class="table-wrap" tabindex="0" role="region" aria-label="Promises by queue">
    <table>
      <thead><tr><th scope="col">Queue</th><th scope="col" class="number">Kept</th><th scope="col" class="number">Came due</th><th scope="col" class="number">Broken</th><th scope="col" class="number">Withdrawn</th><th scope="col" class="number">Open</th></tr></thead>
      <tbody>
        ${queues.map(
          (one) => html`
            <tr>
              <td dir="auto">${one.name || plain(one.queue)}</td>
              <td class="number"><strong>${percent(one.kept_rate)}</strong></td>
              <td class="number">${one.kept + one.broken}</td><td class="number">${one.broken}</td>
              <td class="number">${one.withdrawn}</td><td class="number">${one.open}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`;

/** @param {{items: Item[]}} props */
const Broken = ({ items }) =>
  items.length === 0
    ? html`<p class="faint">None in this time.</p>`
    : html`<ul class="cards one">${items.map((one) => html`<li key=${one.id} class="card"><${Promised} one=${one} linked /></li>`)}</ul>`;

/** One promise: what was said, to whom, by when, and how it ended. @param {{one: Item, linked?: boolean}} props */
export const Promised = ({ one, linked }) => html`
  <p class="outcome-head">
    <span class=${one.state === 'broken' ? 'chip pressing' : 'chip quiet'}>${plain(one.state)}</span>
    <strong>${KINDS[one.kind] ?? plain(one.kind)}</strong>
    ${linked && html`<a href=${`#trail/${one.conversation_id}`} dir="auto">${one.customer || 'A visitor'}</a>`}
  </p>
  <blockquote dir="auto">${one.says}</blockquote>
  <p class="faint small">Said ${moment(one.made_at)}${one.due_at ? `, due ${moment(one.due_at)}` : ', without a time'}. ${one.closed_at ? `Ended ${moment(one.closed_at)}: ${ENDS[one.why ?? ''] ?? plain(one.why)}${one.state === 'broken' && one.why !== 'lapsed' ? ', too late' : ''}.` : `Open until ${moment(one.lapses_at)}.`}</p>
`;
