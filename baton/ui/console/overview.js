// @ts-check
/** The overview: how many began, where they went, how they ended, and how long people waited for a person. */
import { html } from '../shared/html.js';
import { count, reasonName } from '../shared/words.js';
import { DayBars } from './day_bars.js';
import { useLoaded, Waiting } from './load.js';
import { Journeys, lasted, share } from './overview_journeys.js';
import { PeriodRoom } from './period_room.js';
import { ChatwootNotice } from './chatwoot.js';
import { SlackNotice } from './slack.js';
import { WebhookNotice } from './webhooks.js';

/** @typedef {{by_bot: number, left: number, by_person: number, unanswered: number, open: number}} Ended */
/** @typedef {{conversations: number, handed_over: number, ended: Ended, first_reply: {count: number, median_s: number | null, ninetieth_s: number | null}, reasons: {reason: string, count: number}[], days: import('./day_bars.js').Day[], now: {bot: number, queued: number, human: number}}} Told */

export const Overview = () => html`<${PeriodRoom} title="Overview" about="Conversations that began in this time, each counted once." label="Begun in the last" report=${Report} />`;

/** @param {{days: number}} props */
function Report({ days }) {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const report = useLoaded('/v1/reports/overview', { days, timezone });
  const went = useLoaded('/v1/reports/journeys', { days, timezone });
  if (!report.value) return html`<${Waiting} loaded=${report} what="Overview" />`;
  const told = /** @type {Told} */ (report.value);
  const { now } = told;
  return html`
    <p class="headline"><span>Now: <a href="/inbox">${count(now.queued, 'customer')} waiting</a>, ${now.human} with a person, ${now.bot} with the bot.</span></p>
    <${WebhookNotice} /><${SlackNotice} /><${ChatwootNotice} />
    ${told.conversations === 0 ? html`<${Nothing} days=${days} />` : html`<${Figures} told=${told} went=${went.value} /><${Days} told=${told} /><${Ends} told=${told} /><${Reasons} told=${told} />${went.value ? html`<${Journeys} told=${went.value} />` : html`<${Waiting} loaded=${went} what="How handoffs went" />`}`}
  `;
}

/** @param {{days: number}} props */
const Nothing = ({ days }) => html`
  <div class="empty">
    <h2>Nobody has written in the last ${days} days</h2>
    <p>Put the chat on your site under <a href="#widget">Widget</a>, or try it on the sample page there.</p>
  </div>
`;

/** @param {{told: Told, went: import('./overview_journeys.js').Told | undefined}} props */
const Figures = ({ told: { conversations, handed_over: handed, ended, first_reply: reply }, went }) => html`
  <dl class="figures">
    <${Figure} name="Conversations" value=${conversations.toLocaleString()} />
    <${Figure} name="Resolved" value=${went ? share(went.whole.resolved, went.whole.conversations) : '…'} more="answered, closed, and not come back" />
    <${Figure} name="Closed by the bot alone" value=${share(ended.by_bot, conversations)} more=${ended.left ? `${ended.left.toLocaleString()} of ${ended.by_bot.toLocaleString()} because the customer said no more` : ''} />
    <${Figure} name="Handed to a person" value=${share(handed, conversations)} more=${count(handed, 'conversation')} />
    <${Figure} name="A person’s first words after" value=${lasted(reply.median_s)} more=${reply.count ? `in the median of ${reply.count.toLocaleString()}; 9 of 10 within ${lasted(reply.ninetieth_s)}` : 'Nobody has answered yet'} />
  </dl>
`;

/** @param {{name: string, value: string, more?: string}} props */
const Figure = ({ name, value, more }) => html`<div class="figure card"><dt>${name}</dt><dd><strong>${value}</strong>${more && html`<span class="faint small">${more}</span>`}</dd></div>`;

/** @param {{told: Told}} props */
const Days = ({ told }) => html`<section><h2>Day by day</h2><${DayBars} days=${told.days} /></section>`;

/** @param {{told: Told}} props */
function Ends({ told: { ended, conversations } }) {
  const rows = [
    ['Closed by the bot alone', ended.by_bot, 'never handed over'],
    ['Closed by a person', ended.by_person, 'after somebody of the team had written'],
    ['Closed without an answer', ended.unanswered, 'handed over, and nobody wrote'],
    ['Still open', ended.open, ''],
  ];
  return html`
    <section>
      <h2>How they ended</h2>
      <div class="table-wrap" tabindex="0" role="region" aria-label="How they ended">
        <table>
          <thead><tr><th scope="col">End</th><th scope="col" class="number">Conversations</th><th scope="col" class="number">Share</th></tr></thead>
          <tbody>${rows.map(([name, n, more]) => html`<tr><td>${name} ${more && html`<span class="faint small block">${more}</span>`}</td><td class="number">${n.toLocaleString()}</td><td class="number">${share(Number(n), conversations)}</td></tr>`)}</tbody>
        </table>
      </div>
      <p class="faint small">What customers thought of it stands under <a href="#ratings">Ratings</a>, what the bot could not answer under <a href="#gaps">Gaps</a>.</p>
    </section>
  `;
}

/** @param {{told: Told}} props */
const Reasons = ({ told: { reasons, handed_over: handed } }) => html`
  <section>
    <h2>Why the bot stopped</h2>
    ${reasons.length === 0
      ? html`<p class="faint">It handed nothing over in this time.</p>`
      : html`
          <div class="table-wrap" tabindex="0" role="region" aria-label="Why the bot stopped">
            <table>
              <thead><tr><th scope="col">Reason of the first handoff</th><th scope="col" class="number">Conversations</th><th scope="col" class="number">Share</th></tr></thead>
              <tbody>${reasons.map((one) => html`<tr key=${one.reason}><td>${reasonName(one.reason)}</td><td class="number">${one.count.toLocaleString()}</td><td class="number">${share(one.count, handed)}</td></tr>`)}</tbody>
            </table>
          </div>
        `}
  </section>
`;
