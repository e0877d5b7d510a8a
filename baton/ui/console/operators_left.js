// @ts-check
/** Those who are no longer of the team, and taking somebody back. */
import { post } from '../shared/api.js';
import { html } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';

/** @typedef {import('../shared/wire').Operator} Operator */

/** @param {{items: Operator[], onBack: (one: Operator) => void}} props */
export function Left({ items, onBack }) {
  if (!items.length) return null;
  const takeBack = (/** @type {Operator} */ one) =>
    post(`/v1/operators/${one.id}/restoration`).then((back) => {
      say(`${one.name} is of the team again, and needs a new sign-in link.`);
      onBack(back);
    }, refused);
  return html`
    <section class="stack">
      <h2>Have left</h2>
      <p class="faint">Their names stay on what they said.</p>
      <div class="table-wrap" tabindex="0" role="region" aria-label="Have left">
        <table>
          <thead><tr><th>Name</th><th>Left</th><th><span class="off-screen">Verbs</span></th></tr></thead>
          <tbody>
            ${items.map(
              (one) => html`
                <tr>
                  <td dir="auto"><strong>${one.name}</strong><span class="faint small block">${one.email ?? ''}</span></td>
                  <td class="nowrap">${one.left_at ? moment(one.left_at) : ''}</td>
                  <td class="verb"><button type="button" class="button" onClick=${() => takeBack(one)} aria-label=${`Take back ${one.name}`}>Take back</button></td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </section>
  `;
}
