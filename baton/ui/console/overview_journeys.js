// @ts-check
/** How conversations went: what the log indicates of handoffs beside what reviews say, and the same by week, reason and queue. */
import { html, useState } from '../shared/html.js';
import { isAdmin } from '../shared/session.js';
import { calendarDay, span } from '../shared/time.js';
import { percent, reasonName } from '../shared/words.js';

/** @typedef {{count: number, median_s: number | null, ninetieth_s: number | null}} Times */
/** @typedef {{count: number, mean: number | null}} Satisfaction */
/** @typedef {{conversations: number, resolved: number, kept: number, deflected: number, left: number, open: number, handed_over: number, claimed: number, answered: number, withdrawn: number, moved: number, late: number, false: number, sourceless: number, watched: number, came_back: number, helped: number, not_helped: number, dead_ends: Record<string, number>, marks: Record<string, number>, first_useful: Times, to_resolution: Times, bot_alone: Satisfaction, after_handoff: Satisfaction, whole: Satisfaction}} Measures */
/** @typedef {{is_whole: boolean, whole: Measures, weeks: (Measures & {week: string})[], reasons: (Measures & {reason: string})[], queues: (Measures & {queue: string, name: string})[]}} Told */

/** @param {number} n @param {number} of */
export const share = (n, of) => percent(of ? n / of : null);
/** @param {number | null} s */
export const lasted = (s) => (s === null ? '–' : s < 60 ? `${Math.round(s)} s` : span(s * 1000));
/** @param {Satisfaction} of */
const stars = (of) => (of.mean === null ? '–' : of.mean.toFixed(1));

/** @param {{told: Told}} props */
export const Journeys = ({ told }) => html`
  <section>
    <h2>How handoffs went</h2>
    ${told.whole.handed_over === 0 ? html`<p class="faint">Nothing was handed over in this time.</p>` : html`<${Handoffs} of=${told.whole} />`}
  </section>
  <section>
    <h2>How it was for customers</h2>
    <${Table} label="How it was for customers" heads=${['What', 'Share', 'Of']} rows=${forCustomers(told.whole)} />
  </section>
  <${Apart} told=${told} />
`;

/** @param {Measures} of @returns {[string, string, string, string][]} */
function forCustomers(of) {
  const ends = of.dead_ends;
  const ignored = (ends.offer_ignored ?? 0) + (ends.question_ignored ?? 0);
  return [
    ['Came back within 7 days', 'of those whose seven days are over; about whatever', share(of.came_back, of.watched), of.watched.toLocaleString()],
    ['Ended with nobody answering', 'the customer had the last word, or nobody came', share(ends.unanswered ?? 0, of.conversations), of.conversations.toLocaleString()],
    ['Left the bot’s offer or question standing', 'and said no more', share(ignored, of.conversations), of.conversations.toLocaleString()],
    ['Satisfaction, the whole journey', 'from 1 to 5', stars(of.whole), of.whole.count.toLocaleString()],
    ['Satisfaction, the bot alone', '', stars(of.bot_alone), of.bot_alone.count.toLocaleString()],
    ['Satisfaction, after a handoff', '', stars(of.after_handoff), of.after_handoff.count.toLocaleString()],
  ];
}

/** @param {{of: Measures}} props */
function Handoffs({ of }) {
  const marked = (/** @type {string} */ mark) => (of.marks[mark] ? `; reviews found ${of.marks[mark]}` : '');
  const handed = of.handed_over.toLocaleString();
  /** @type {[string, string, string, string][]} */
  const rows = [
    ['Answered by a person', `${of.withdrawn.toLocaleString()} cancelled the wait`, share(of.answered, of.handed_over), handed],
    ['Looks late', `had asked for a person before, or met no answer twice${marked('late')}`, share(of.late, of.handed_over), handed],
    ['Looks needless', `taken, and nothing or one short reply written${marked('avoidable')}`, share(of.false, of.handed_over), handed],
    ['For want of a source', 'nothing was found, or sources disagreed', share(of.sourceless, of.handed_over), handed],
    ['Sent on or put back', 'it may have come to the wrong people', share(of.moved, of.handed_over), handed],
    ['First useful reply', `half within; 9 of 10 within ${lasted(of.first_useful.ninetieth_s)}`, lasted(of.first_useful.median_s), of.first_useful.count.toLocaleString()],
    ['From handoff to the end', `half within; 9 of 10 within ${lasted(of.to_resolution.ninetieth_s)}`, lasted(of.to_resolution.median_s), of.to_resolution.count.toLocaleString()],
    ['Packets that helped', 'as operators rated them', share(of.helped, of.helped + of.not_helped), (of.helped + of.not_helped).toLocaleString()],
  ];
  return html`
    <${Table} label="How handoffs went" heads=${['What', 'Share', 'Of']} rows=${rows} />
    <p class="faint small">What looks late or needless is read off the log: it says where to look. What it was, a person says who has read it${isAdmin() ? html`: <a href="#review">review a week</a>` : ''}. How often something had to be said again stands under <a href="#packets">Packets</a>.</p>
  `;
}

/** @param {{label: string, heads: string[], rows: [string, string, string, string][]}} props */
const Table = ({ label, heads, rows }) => html`
  <div class="table-wrap" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead><tr>${heads.map((head, at) => html`<th scope="col" class=${at ? 'number' : undefined}>${head}</th>`)}</tr></thead>
      <tbody>${rows.map(([name, more, value, of]) => html`<tr key=${name}><td>${name} ${more && html`<span class="faint small block">${more}</span>`}</td><td class="number"><bdi>${value}</bdi></td><td class="number">${of}</td></tr>`)}</tbody>
    </table>
  </div>
`;

const HEADS = ['Begun', 'Resolved', 'Handed over', 'Answered', 'Looks late', 'Looks needless', 'Came back', 'Useful reply', 'To the end', 'Of 5'];

/** @type {Record<string, {says: string, head: string, rows: (told: Told) => [string, Measures][]}>} */
const BY = {
  week: { says: 'By week', head: 'Week from', rows: (told) => told.weeks.map((one) => [calendarDay(one.week), one]) },
  reason: { says: 'By reason', head: 'Reason of the first handoff', rows: (told) => told.reasons.map((one) => [reasonName(one.reason), one]) },
  queue: { says: 'By queue', head: 'First queue', rows: (told) => told.queues.map((one) => [one.name, one]) },
};

/** @param {{told: Told}} props */
function Apart({ told }) {
  const [by, setBy] = useState('week');
  const { head, rows } = BY[by];
  return html`
    <section>
      <div class="with-verb">
        <h2>Apart</h2>
        <label class="period">
          <span class="off-screen">Apart by</span>
          <select onChange=${(/** @type {any} */ event) => setBy(event.currentTarget.value)}>
            ${Object.entries(BY).map(([key, one]) => html`<option value=${key} selected=${key === by}>${one.says}</option>`)}
          </select>
        </label>
      </div>
      <div class="table-wrap" tabindex="0" role="region" aria-label="Apart">
        <table class="tight">
          <thead><tr><th scope="col">${head}</th>${HEADS.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
          <tbody>${rows(told).map(([name, of]) => html`<tr key=${name}><td class="nowrap" dir="auto">${name}</td>${cells(of).map((value) => html`<td class="number"><bdi>${value}</bdi></td>`)}</tr>`)}</tbody>
        </table>
      </div>
      ${!told.is_whole && html`<p class="faint small">There were more conversations than are read at once: these are the latest ${told.whole.conversations.toLocaleString()}.</p>`}
    </section>
  `;
}

/** @param {Measures} of */
const cells = (of) => [
  of.conversations.toLocaleString(),
  share(of.resolved, of.conversations),
  of.handed_over.toLocaleString(),
  share(of.answered, of.handed_over),
  share(of.late, of.handed_over),
  share(of.false, of.handed_over),
  share(of.came_back, of.watched),
  lasted(of.first_useful.median_s),
  lasted(of.to_resolution.median_s),
  stars(of.whole),
];
