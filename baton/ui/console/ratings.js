// @ts-check
/** Ratings: what customers thought, of the whole journey and apart, and the latest with their comments. */
import { html } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { count } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { PeriodRoom } from './period_room.js';

/** @typedef {{count: number, mean: number | null, spread: Record<string, number>}} Scores */
/** @typedef {{conversation_id: string, customer: string | null, score: number, comment: string | null, at: string, after_handoff: boolean}} Item */

const FACES = ['Very bad', 'Bad', 'All right', 'Good', 'Very good'];

export const Ratings = () => html`<${PeriodRoom} title="Ratings" about="What customers thought when their conversation was over, from 1 to 5." label="Given in the last" report=${Report} />`;

/** @param {{days: number}} props */
function Report({ days }) {
  const report = useLoaded('/v1/reports/ratings', { days });
  if (!report.value) return html`<${Waiting} loaded=${report} what="Ratings" />`;
  const { whole, bot_alone: alone, after_handoff: after, latest } = report.value;
  return html`
    <p class="headline">
      ${whole.count > 0 && html`<strong>${mean(whole)}</strong>`}
      <span>${whole.count ? `of 5, from ${count(whole.count, 'rating')} in the last ${days} days` : `Nobody has rated a conversation in the last ${days} days.`}</span>
    </p>
    <section>
      <h2>Apart</h2>
      <${Apart} rows=${[['Whole journey', whole], ['The bot alone', alone], ['After a handoff', after]]} />
    </section>
    <section>
      <h2>Latest</h2>
      ${latest.length === 0 ? html`<p class="faint">None in this time.</p>` : html`<ul class="cards one">${latest.map((/** @type {Item} */ one) => html`<li key=${one.conversation_id} class="card"><${Rated} one=${one} /></li>`)}</ul>`}
    </section>
  `;
}

/** @param {Scores} scores */
const mean = (scores) => (scores.mean === null ? '–' : scores.mean.toFixed(1));

/** @param {{rows: [string, Scores][]}} props */
const Apart = ({ rows }) => html`
  <div class="table-wrap" tabindex="0" role="region" aria-label="Ratings, apart">
    <table>
      <thead><tr><th scope="col">Of</th><th scope="col" class="number">Mean</th><th scope="col" class="number">Ratings</th>${FACES.map((face) => html`<th scope="col" class="number">${face}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(([name, scores]) => html`<tr><td>${name}</td><td class="number"><strong>${mean(scores)}</strong></td><td class="number">${scores.count}</td>${FACES.map((_, index) => html`<td class="number">${scores.spread[index + 1]}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>
`;

/** @param {{one: Item}} props */
const Rated = ({ one }) => html`
  <p class="outcome-head">
    <span class=${one.score <= 2 ? 'chip pressing' : 'chip quiet'}>${one.score} of 5</span>
    <strong>${FACES[one.score - 1]}</strong>
    <a href=${`#trail/${one.conversation_id}`} dir="auto">${one.customer || 'A visitor'}</a>
  </p>
  ${one.comment && html`<blockquote dir="auto">${one.comment}</blockquote>`}
  <p class="faint small">${moment(one.at)}, ${one.after_handoff ? 'after a handoff' : 'the bot alone'}.</p>
`;
