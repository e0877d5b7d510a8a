// @ts-check
/** Slack accounts that have written or pressed something, and whom the desk takes them for. */
import { put } from '../shared/api.js';
import { html } from '../shared/html.js';
import { refused, say } from '../shared/toasts.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {{id: string, name: string, operator_id: string | null, is_linked: boolean}} Person */

export function SlackPeople() {
  const loaded = useLoaded('/v1/slack/people');
  const team = useLoaded('/v1/operators');
  if (!loaded.value || !team.value) return html`<${Waiting} loaded=${loaded.value ? team : loaded} what="Who is who" />`;
  const people = /** @type {Person[]} */ (loaded.value.items);
  const operators = /** @type {{id: string, name: string}[]} */ (team.value.items);
  if (people.length === 0) return html`<p class="faint">Nobody has done anything in Slack yet. Whoever does is found by their e-mail address; here you can say so where the addresses differ.</p>`;
  /** @param {Person} one @param {string} to */
  const link = (one, to) =>
    put(`/v1/slack/people/${encodeURIComponent(one.id)}`, { operator_id: to || null }).then(() => {
      say(to ? `${one.name} is ${operators.find((each) => each.id === to)?.name}.` : `${one.name} goes by their e-mail address.`);
      loaded.again();
    }, refused);
  return html`
    <div class="table-wrap" tabindex="0" role="region" aria-label="Who is who">
      <table>
        <thead><tr><th scope="col">In Slack</th><th scope="col">In Baton</th><th scope="col">Known by</th></tr></thead>
        <tbody>
          ${people.map(
            (one) => html`
              <tr key=${one.id}>
                <td dir="auto">${one.name}</td>
                <td class="field">
                  <select aria-label=${`Who ${one.name} is`} onChange=${(/** @type {any} */ event) => link(one, event.currentTarget.value)}>
                    <option value="" selected=${!one.operator_id}>Nobody here</option>
                    ${operators.map((each) => html`<option value=${each.id} selected=${each.id === one.operator_id}>${each.name}</option>`)}
                  </select>
                </td>
                <td>${one.is_linked ? 'an admin' : one.operator_id ? 'e-mail address' : html`<span class="chip warm">Unknown</span>`}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}
