// @ts-check
/** What a replay told: how many would have gone otherwise, the handoffs and the load beside what was, and what to read. */
import { html, useState } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { count, decisionName, languageName, percent, plain, reasonName } from '../shared/words.js';
import { CHANGES } from './replay_sum.js';

/** @typedef {import('./replay_sum.js').Sum} Sum */
/** @typedef {import('./replay_sum.js').Item} Item */
/** @typedef {{was?: number, would_be?: number}} Sides */

/** @param {{sum: Sum, days: number}} props */
export function Told({ sum, days }) {
  const { counts, items, total } = sum;
  const totals = counts.totals ?? {};
  const read = totals.conversations ?? 0;
  if (!read) return html`<p>Nobody has written in this time. There is nothing to try it on.</p>`;
  return html`
    <div class="replay">
      <p class="headline">
        ${count(totals.different ?? 0, 'conversation')} of ${read.toLocaleString()} (${percent((totals.different ?? 0) / read)}) would have gone otherwise.
        ${read < total && html` <span class="faint">Stopped before the other ${(total - read).toLocaleString()}.</span>`}
      </p>
      <p class="faint small">${count(totals.compared ?? 0, 'decision')} taken again with the facts of then.
        ${totals.not_comparable > 0 && html` ${count(totals.not_comparable, 'decision')} after a first difference can’t be compared: from there on it is another conversation.`}
        ${totals.not_the_same > 0 && html` ${count(totals.not_the_same, 'decision')} did not come out the same under the policy of then, and were left out.`}
        ${totals.by_sources_of_today > 0 && html` ${count(totals.by_sources_of_today, 'conversation')} had to be looked up now, in the sources as they are today.`}</p>
      ${totals.different > 0 && html`<${Changes} counts=${counts} /><${ReadFirst} items=${items} />`}
      <${Handoffs} counts=${counts} />
      <${Load} load=${counts.load ?? {}} days=${days} />
    </div>
  `;
}

/** @param {string} pair "policy_topic > stuck", or one of them alone */
const reasons = (pair) => pair.split(' > ').map(reasonName).join(' → ');
/** @param {Record<string, number>} counted @param {(name: string) => string} named */
const listed = (counted, named) => Object.entries(counted ?? {}).sort((a, b) => b[1] - a[1]).map(([name, n]) => `${named(name)} ${n.toLocaleString()}`).join(', ');

/** @param {{counts: any}} props */
const Changes = ({ counts }) => html`
  <h3>What changes</h3>
  <${Table} name="What changes" heads=${['Change', 'Conversations', 'Reasons', 'Queues']}>
    ${Object.keys(CHANGES).filter((name) => counts.changes[name]).map((name) => html`
      <tr key=${name}><td>${CHANGES[name]}</td><td class="number">${counts.changes[name].count.toLocaleString()}</td>
        <td>${listed(counts.changes[name].reasons, reasons)}</td><td>${listed(counts.changes[name].queues, (pair) => pair.replace(' > ', ' → '))}</td></tr>`)}
  </${Table}>
  <p class="faint small">${Object.entries(counts.becomes).flatMap(([was, some]) => Object.entries(some).filter(([now]) => now !== was).map(([now, n]) => `${decisionName(was)} → ${decisionName(now)} ${n.toLocaleString()}`)).join(', ')}</p>
`;

/** @param {{name: string, heads: string[], children?: any}} props */
const Table = ({ name, heads, children }) => html`
  <div class="table-wrap" tabindex="0" role="region" aria-label=${name}>
    <table><thead><tr>${heads.map((head, at) => html`<th scope="col" class=${at && !['Reasons', 'Queues'].includes(head) ? 'number' : ''}>${head}</th>`)}</tr></thead><tbody>${children}</tbody></table>
  </div>
`;

/** @param {{items: Item[]}} props */
const ReadFirst = ({ items }) => html`
  <h3>Read these first</h3>
  <p class="faint small">A number says how many. Only the conversation says whether it is right.</p>
  <ul class="findings">
    ${items.slice(0, 60).map((one) => html`
      <li key=${one.conversation_id}>
        <p><span class="chip quiet">${CHANGES[one.change] ?? plain(one.change)}</span> <a href=${`/inbox#${one.conversation_id}/${one.seq}`} dir="auto">${one.text || 'A file without words'}</a></p>
        <p class="faint small">Was: ${verdict(one.was)}. Would be: ${verdict(one.now)}${one.by_sources_of_today ? ', by the sources of today' : ''}. ${moment(one.at)}, message ${one.seq}.
          ${one.moved && html` The handoff ${one.change === 'later' ? 'would come' : 'came'} ${moment(one.moved)}.`} <a href=${`#trail/${one.conversation_id}`}>Trail</a></p>
      </li>`)}
  </ul>
`;

/** @param {import('./replay_sum.js').Verdict} one */
const verdict = (one) => `${decisionName(one.kind)}${one.queue ? ` to ${one.queue}` : ''}, ${reasonName(one.reason)} (${one.rule})`;

/** @param {{counts: any}} props */
function Handoffs({ counts: { handoffs } }) {
  if (!handoffs?.total) return html`<p class="faint">No handoffs, then or now.</p>`;
  /** @type {[string, Record<string, Sides>, (name: string) => string][]} */
  const groups = [
    ['By reason', handoffs.reasons, reasonName],
    ['By queue', handoffs.queues, (name) => name],
    ['By language', handoffs.languages, (name) => (name === 'unknown' ? 'Not known' : languageName(name))],
  ];
  return html`
    <h3>Handoffs: ${said(handoffs.total)}</h3>
    <div class="replay-tables">
      ${groups.map(([name, rows, named]) => html`
        <${Table} name=${`Handoffs ${name.toLowerCase()}`} heads=${[name, 'Was', 'Would be', 'Difference']}>
          ${Object.entries(rows).sort((a, b) => most(b[1]) - most(a[1])).map(([key, one]) => html`<tr key=${key}><td>${named(key)}</td><${Cells} one=${one} /></tr>`)}
        </${Table}>`)}
    </div>
  `;
}

/** @param {Sides} one */
const most = (one) => Math.max(one.was ?? 0, one.would_be ?? 0);
/** @param {Sides} one */
const said = (one) => `${(one.was ?? 0).toLocaleString()}, would be ${(one.would_be ?? 0).toLocaleString()}`;
/** @param {number} n */
const signed = (n) => (n ? `${n > 0 ? '+' : '−'}${Math.abs(n).toLocaleString(undefined, { maximumFractionDigits: 2 })}` : '');

/** @param {{one: Sides, per?: number}} props */
function Cells({ one, per = 1 }) {
  const [was, would] = [(one.was ?? 0) / per, (one.would_be ?? 0) / per];
  /** @param {number} n */
  const shown = (n) => n.toLocaleString(undefined, { maximumFractionDigits: 2 });
  return html`<td class="number">${shown(was)}</td><td class="number">${shown(would)}</td><td class="number">${signed(would - was)}</td>`;
}

/** @param {{load: {days?: Record<string, Record<string, Sides>>, half_hours?: Record<string, Record<string, Sides>>}, days: number}} props */
function Load({ load, days }) {
  const queues = Object.keys(load.days ?? {}).sort();
  const [chosen, setChosen] = useState('');
  if (!queues.length || !load.days || !load.half_hours) return null;
  const queue = queues.includes(chosen) ? chosen : queues[0];
  return html`
    <h3>Load</h3>
    <${Table} name="Handoffs a day by queue" heads=${['Handoffs a day', 'Was', 'Would be', 'Difference']}>
      ${queues.map((one) => html`<tr key=${one}><td>${one}</td><${Cells} one=${sumOf(load.days?.[one] ?? {})} per=${days} /></tr>`)}
    </${Table}>
    <p><label>In detail for <select onChange=${(/** @type {any} */ event) => setChosen(event.currentTarget.value)}>${queues.map((one) => html`<option selected=${one === queue}>${one}</option>`)}</select></label></p>
    <details><summary>By half hour of the day</summary><${Rows} name="Handoffs in a half hour, by day" rows=${load.half_hours[queue]} per=${days} /></details>
    <details><summary>Day by day</summary><${Rows} name="Handoffs of each day" rows=${load.days[queue]} per=${1} /></details>
  `;
}

/** @param {Record<string, Sides>} rows @returns {Sides} */
const sumOf = (rows) => Object.values(rows).reduce((sum, one) => ({ was: (sum.was ?? 0) + (one.was ?? 0), would_be: (sum.would_be ?? 0) + (one.would_be ?? 0) }), {});

/** @param {{name: string, rows: Record<string, Sides>, per: number}} props */
const Rows = ({ name, rows, per }) => html`
  <${Table} name=${name} heads=${[name, 'Was', 'Would be', 'Difference']}>
    ${Object.keys(rows).sort().map((key) => html`<tr key=${key}><td>${key}</td><${Cells} one=${rows[key] ?? {}} per=${per} /></tr>`)}
  </${Table}>
`;
