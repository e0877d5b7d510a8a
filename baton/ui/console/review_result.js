// @ts-check
/** What a week's review says: shares with how sure they are, categories, dead ends, and what operators said. */
import { html } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { LACKED } from '../shared/lacked.js';
import { moment } from '../shared/time.js';
import { count, percent } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { lasted, share } from './overview_journeys.js';
import { between, categoryName, ENDS, MARKS, weekName } from './review_words.js';

/** @typedef {import('./review_words.js').Estimate} Estimate */
/** @typedef {import('./overview_journeys.js').Measures} Measures */
/** @typedef {{category: string, began: number, drawn: number, marked: number, source_missing: number, marks: Record<string, Estimate & {count: number}>}} Category */
/** @typedef {{week: string, began: number, drawn: number, marked: number, whole: Record<string, Estimate>, source_missing: Estimate, categories: Category[], measures: Measures, dead_ends: {conversation_id: string, customer: string | null, began: string, kind: string}[], packets: {useful: number, not_useful: number, lacked: Record<string, number>, notes: {conversation_id: string, by: string | null, note: string}[]}, sent_on: {conversation_id: string, kind: string, by: string | null, to: string | null, why: string | null, at: string}[]}} Told */

/** @param {{week: string}} props */
export function ReviewResult({ week }) {
  const loaded = useLoaded(`/v1/reviews/${week}/result`);
  const told = /** @type {Told | undefined} */ (loaded.value?.result);
  const before = /** @type {Told | null} */ (loaded.value?.before ?? null);
  return html`
    <p><a class="back" href="#review"><${Icon} name="back" flip /> All weeks</a></p>
    <header class="room-head with-verb">
      <div>
        <h1>${weekName(week)}</h1>
        ${told && html`<p class="faint"><bdi>${told.marked} of ${told.drawn} read, of ${count(told.began, 'conversation')} that began in it.</bdi></p>`}
      </div>
      ${told && told.drawn > 0 && html`<span class="verbs"><a class="button" href=${`/v1/reviews/${week}/export`} download>Download</a> <a class="button primary" href=${`#review/${week}/${told.marked < told.drawn ? 'next' : 1}`}>${told.marked < told.drawn ? 'Read on' : 'Read again'}</a></span>`}
    </header>
    ${told ? html`<${Report} told=${told} before=${before} />` : html`<${Waiting} loaded=${loaded} what="The result" />`}
  `;
}

/** @param {{told: Told, before: Told | null}} props */
const Report = ({ told, before }) =>
  told.drawn === 0
    ? html`<div class="empty"><h2>Nobody wrote in this week</h2><p>There is nothing to read.</p></div>`
    : html`
        <section><h2>Of the whole week</h2><${Shares} told=${told} before=${before} /></section>
        <section><h2>By category</h2><${Categories} items=${told.categories} /></section>
        <section><h2>Counted</h2><${Counted} told=${told.measures} before=${before?.measures ?? null} /></section>
        ${told.dead_ends.length > 0 && html`<section><h2>Dead ends</h2><ul class="plain">${told.dead_ends.map((one) => html`<li><a href=${`#trail/${one.conversation_id}`}><bdi>${one.customer || 'A visitor'}</bdi></a> <span class="faint">${ENDS[one.kind] ?? one.kind}, ${moment(one.began)}</span></li>`)}</ul></section>`}
        <section><h2>What operators said</h2><${Operators} told=${told} /></section>
      `;

/** @param {{told: Told, before: Told | null}} props */
const Shares = ({ told, before }) => html`
  <div class="table-wrap" tabindex="0" role="region" aria-label="Of the whole week">
    <table>
      <thead><tr><th scope="col">Mark</th><th scope="col" class="number">Share</th><th scope="col">In 95 of 100 samples</th><th scope="col" class="number">Read</th><th scope="col" class="number">Week before</th></tr></thead>
      <tbody>
        ${Object.entries(MARKS).map(([mark, { name }]) => html`<${ShareRow} name=${name} of=${mark === 'rightly_kept' || mark === 'should_have_stopped' ? 'of what the bot kept' : 'of handoffs'} one=${told.whole[mark]} before=${before?.whole[mark]} />`)}
        <${ShareRow} name="A source is missing" of="of all" one=${told.source_missing} before=${before?.source_missing} />
      </tbody>
    </table>
  </div>
`;

/** @param {{name: string, of: string, one: Estimate, before?: Estimate}} props */
const ShareRow = ({ name, of, one, before }) => html`
  <tr>
    <td>${name} <span class="faint small block">${of}</span></td>
    <td class="number"><strong>${percent(one.share)}</strong></td>
    <td><${Range} one=${one} /></td>
    <td class="number">${one.read}</td>
    <td class="number">${before ? percent(before.share) : '–'}</td>
  </tr>
`;

/** From where to where the share lies, drawn and in words. @param {{one: Estimate}} props */
const Range = ({ one }) =>
  one.share !== null &&
  html`
    <svg class="range-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="room-for" width="100" height="8" />
      <rect class="within" x=${(one.low ?? 0) * 100} width=${((one.high ?? 0) - (one.low ?? 0)) * 100} height="8" />
      <rect class="share" x=${one.share * 98.5} width="1.5" height="8" />
    </svg>
    <bdi class="faint small">${between(one)}</bdi>
  `;

/** @param {{items: Category[]}} props */
const Categories = ({ items }) => html`
  <div class="table-wrap" tabindex="0" role="region" aria-label="By category">
    <table>
      <thead><tr><th scope="col">Category</th><th scope="col" class="number">Began</th><th scope="col" class="number">Read</th><th scope="col">Marked</th></tr></thead>
      <tbody>
        ${items.map(
          (one) => html`<tr key=${one.category}><td>${categoryName(one.category)}</td><td class="number">${one.began.toLocaleString()}</td><td class="number nowrap"><bdi>${one.marked} of ${one.drawn}</bdi></td><td class="review-marked">${marksIn(one) || html`<span class="faint">–</span>`}</td></tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

/** "Avoidable 2 (21% to 94%), a source is missing in 1". @param {Category} one */
const marksIn = (one) =>
  [
    ...Object.keys(MARKS).flatMap((mark) => (one.marks[mark] ? [`${MARKS[mark].name} ${one.marks[mark].count} (${between(one.marks[mark])})`] : [])),
    ...(one.source_missing ? [`a source is missing in ${one.source_missing}`] : []),
  ].join(', ');

/** @type {[string, (of: Measures) => string][]} */
const COUNTED = [
  ['Conversations', (of) => of.conversations.toLocaleString()],
  ['Resolved', (of) => share(of.resolved, of.conversations)],
  ['Handed to a person', (of) => share(of.handed_over, of.conversations)],
  ['Looks late, of handoffs', (of) => share(of.late, of.handed_over)],
  ['Looks needless, of handoffs', (of) => share(of.false, of.handed_over)],
  ['For want of a source, of handoffs', (of) => share(of.sourceless, of.handed_over)],
  ['Sent on or put back, of handoffs', (of) => share(of.moved, of.handed_over)],
  ['First useful reply, half within', (of) => lasted(of.first_useful.median_s)],
  ['Dead ends', (of) => Object.values(of.dead_ends).reduce((a, b) => a + b, 0).toLocaleString()],
];

/** @param {{told: Measures, before: Measures | null}} props */
const Counted = ({ told, before }) => html`
  <div class="table-wrap" tabindex="0" role="region" aria-label="Counted">
    <table>
      <thead><tr><th scope="col">What</th><th scope="col" class="number">This week</th><th scope="col" class="number">Week before</th></tr></thead>
      <tbody>${COUNTED.map(([name, of]) => html`<tr key=${name}><td>${name}</td><td class="number">${of(told)}</td><td class="number">${before ? of(before) : '–'}</td></tr>`)}</tbody>
    </table>
  </div>
`;

/** @param {{told: Told}} props */
function Operators({ told: { packets, sent_on: sent } }) {
  const rated = packets.useful + packets.not_useful;
  const lacked = Object.entries(packets.lacked).map(([kind, times]) => `${LACKED[kind] ?? kind} ${times}`);
  return html`
    <p><bdi>${rated ? `${packets.useful} of ${count(rated, 'rated packet')} helped.` : 'Nobody rated a packet.'} ${lacked.length > 0 && `Missing: ${lacked.join(', ')}.`}</bdi></p>
    ${packets.notes.length > 0 && html`<ul class="plain">${packets.notes.map((one) => html`<li><q dir="auto">${one.note}</q> <a class="small" href=${`#trail/${one.conversation_id}`}><bdi>${one.by ?? 'An operator'}</bdi></a></li>`)}</ul>`}
    <p>${sent.length ? 'Sent on or put back:' : 'Nothing was sent on or put back.'}</p>
    ${sent.length > 0 && html`<ul class="plain">${sent.map((one) => html`<li><a href=${`#trail/${one.conversation_id}`}><bdi>${one.by ?? 'An operator'}</bdi>${one.kind === 'released' ? ' put it back' : html` sent it to <bdi>${one.to ?? 'another queue'}</bdi>`}</a> ${one.why && html`<q dir="auto">${one.why}</q>`} <span class="faint small">${moment(one.at)}</span></li>`)}</ul>`}
  `;
}
