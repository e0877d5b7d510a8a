// @ts-check
/** What the bot saw and why it decided as it did, from the `decision_made` event. */
import { openPassage } from './citations.js';
import { html } from './html.js';
import { decisionName, plain, policyName, reasonName } from './words.js';

/** @param {{decision: {data: Record<string, any>}}} props */
export function Reasoning({ decision: { data } }) {
  const signals = /** @type {import('./wire').Signal[]} */ (data.signals ?? []);
  const passages = data.passages ?? [];
  const outcomes = /** @type {Record<string, {outcome: string, why?: string}>} */ (data.outcomes ?? {});
  const tried = /** @type {(string | {rule?: string, id?: string})[]} */ (data.tried ?? []);
  return html`
    <div class="reasoning">
      <p>
        <strong>${decisionName(data.kind)}</strong>: ${reasonName(data.reason)}
        ${data.rule && html`, by rule <code>${data.rule}</code>`}
        ${policyName(data.policy_version) && html`<span class="faint"> of ${policyName(data.policy_version)}</span>`}
      </p>
      ${typeof data.confidence === 'number' && html`<${Confidence} value=${data.confidence} />`}
      ${!!data.evidence?.length && html`<p>Seen in: ${data.evidence.map((/** @type {string} */ words) => html`<q dir="auto">${words}</q> `)}</p>`}
      ${signals.length > 0 && html`<p class="reasoning-head">Signals</p><${Signals} signals=${signals} />`}
      ${passages.length > 0 && html`<p class="reasoning-head">Passages read</p><${Passages} passages=${passages} />`}
      ${Object.keys(outcomes).length > 0 && html`<p class="reasoning-head">Rules looked at</p><${Outcomes} outcomes=${outcomes} />`}
      ${tried.length > 0 && html`<details><summary>All rules tried, in order</summary><p class="rules-tried">${tried.map((rule) => html`<code>${typeof rule === 'string' ? rule : (rule.rule ?? rule.id)}</code> `)}</p></details>`}
    </div>
  `;
}

/** The rules whose signal was there, each with why it had no say. @param {{outcomes: Record<string, {outcome: string, why?: string}>}} props */
const Outcomes = ({ outcomes }) => html`
  <ul class="signals">
    ${Object.entries(outcomes).map(([rule, one]) => html`<li><code>${rule}</code> ${one.outcome === 'fired' ? html`<strong>fired</strong>` : html`<span class="faint">${one.why ?? plain(one.outcome)}</span>`}</li>`)}
  </ul>
`;

/** @param {{value: number}} props */
export const Confidence = ({ value }) => html`
  <p class="confidence">
    Confidence <meter min="0" max="1" low="0.4" high="0.7" optimum="1" value=${value} aria-label="Confidence"></meter> ${Math.round(value * 100)}%
  </p>
`;

/** @param {{signals: import('./wire').Signal[]}} props */
export const Signals = ({ signals }) => html`
  <ul class="signals">
    ${signals.map(
      (one) => html`
        <li>
          ${reasonName(one.kind)}${one.topic && html`: ${plain(one.topic)}`}
          ${typeof one.score === 'number' && html`<span class="faint"> ${Math.round(one.score * 100)}%</span>`}
          ${(one.evidence ?? []).map((words) => html` <q dir="auto">${words}</q>`)}
        </li>
      `,
    )}
  </ul>
`;

/** @param {{passages: any[]}} props */
const Passages = ({ passages }) => html`
  <ol class="signals">
    ${passages.map((one, index) =>
      typeof one === 'string'
        ? html`<li><button type="button" class="link" onClick=${() => openPassage(one)}>Passage ${index + 1}</button></li>`
        : html`<li>${one.title}${one.heading && one.heading !== one.title && html`<span class="faint"> › ${one.heading}</span>`}${typeof one.score === 'number' && html`<span class="faint"> ${one.score.toFixed(2)}</span>`}</li>`,
    )}
  </ol>
`;
