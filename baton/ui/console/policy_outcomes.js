// @ts-check
/** How conversations end, as the policy has it: what operators choose from, and what only old conversations have. */
import { html } from '../shared/html.js';
import { useLoaded } from './load.js';

/** @typedef {import('../shared/outcomes.js').Outcome} Outcome */

export function Outcomes() {
  const items = /** @type {Outcome[] | undefined} */ (useLoaded('/v1/dispositions').value?.items);
  return items
    ? html`
        <section aria-labelledby="outcomes-head">
          <h2 id="outcomes-head">How conversations end</h2>
          <p class="faint">What operators and macros choose from when they resolve. The file names them under <code>dispositions</code>.</p>
          <${Chips} items=${items.filter((one) => !one.retired)} />
          ${items.some((one) => one.retired) && html`<p class="faint">No longer given, and readable where they were:</p><${Chips} items=${items.filter((one) => one.retired)} />`}
        </section>
      `
    : null;
}

/** @param {{items: Outcome[]}} props */
const Chips = ({ items }) => html`<ul class="topics">${items.map((one) => html`<li class="chip quiet" key=${one.id} title=${one.id}><bdi>${one.name}</bdi></li>`)}</ul>`;
