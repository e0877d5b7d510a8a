// @ts-check
/** The people of the desk: who is here, adding, changing and removing them, and a fresh sign-in link for one. */
import { post } from '../shared/api.js';
import { html, useState } from '../shared/html.js';
import { myId } from '../shared/session.js';
import { moment, now, since, span } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { languageName, plain } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { Once } from './once.js';
import { OperatorForm } from './operator_form.js';
import { RemoveOperator } from './operator_remove.js';
import { Left } from './operators_left.js';

/** @typedef {import('../shared/wire').Operator} Operator */
/** @typedef {{title: string, says: string, secret: string, what: string}} Shown */

/** @param {Operator} operator @returns {Promise<Shown>} */
async function signInLink(operator) {
  const link = await post(`/v1/operators/${operator.id}/sign-in-links`);
  const until = link.expires_at ? ` It works once, until ${moment(link.expires_at)}.` : ' It works once.';
  return { title: `Sign-in link for ${operator.name}`, says: `Give this to ${operator.name} alone.${until}`, secret: new URL(link.url, location.href).href, what: 'link' };
}

export function Operators() {
  const loaded = useLoaded('/v1/operators');
  const left = useLoaded('/v1/operators', { left: true });
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState(/** @type {Operator | null} */ (null));
  const [removing, setRemoving] = useState(/** @type {Operator | null} */ (null));
  const [shown, setShown] = useState(/** @type {Shown | null} */ (null));
  const items = /** @type {Operator[] | undefined} */ (loaded.value?.items);
  const showLink = (/** @type {Operator} */ one) => signInLink(one).then(setShown, refused);
  const added = (/** @type {Operator} */ one) => {
    setAdding(false);
    loaded.again();
    showLink(one);
  };
  const changed = () => {
    setChanging(null);
    setRemoving(null);
    loaded.again();
    left.again();
  };
  const back = (/** @type {Operator} */ one) => {
    changed();
    showLink(one);
  };
  return html`
    <header class="room-head with-verb">
      <div><h1>Operators</h1><p class="faint">The people who take over from the bot.</p></div>
      <button type="button" class="button primary" onClick=${() => setAdding(true)}>Add an operator</button>
    </header>
    ${items ? html`<${Table} items=${items} onLink=${showLink} onChange=${setChanging} onRemove=${setRemoving} />` : html`<${Waiting} loaded=${loaded} what="Operators" />`}
    <${Left} items=${left.value?.items ?? []} onBack=${back} />
    ${adding && html`<${OperatorForm} onClose=${() => setAdding(false)} onDone=${added} />`}
    ${changing && html`<${OperatorForm} operator=${changing} onClose=${() => setChanging(null)} onDone=${changed} />`}
    ${removing && html`<${RemoveOperator} one=${removing} team=${items ?? []} onClose=${() => setRemoving(null)} onDone=${changed} />`}
    ${shown && html`<${Once} ...${shown} onClose=${() => setShown(null)} />`}
  `;
}

/** Where somebody is now, and why not here. @param {Operator} one */
function whereabouts(one) {
  if (one.is_here) return plain(one.availability ?? 'here');
  if (one.availability === 'away') return one.away_reason ? `Away: ${one.away_reason}` : 'Away';
  return one.away_reason ? `Not here: ${one.away_reason}` : 'Not here';
}

/** When they were last here, of whom nobody is sure that they are. @param {Operator} one */
function lastSeen(one) {
  if (one.is_here) return '';
  return one.seen_at ? `Last seen ${span(since(one.seen_at, now.value))} ago` : 'Not in the inbox yet';
}

/** @typedef {(one: Operator) => void} Verb */
/** @param {{items: Operator[], onLink: Verb, onChange: Verb, onRemove: Verb}} props */
const Table = ({ items, ...verbs }) =>
  items.length === 0
    ? html`<div class="empty"><h2>No operators yet</h2><p>Without one, a handoff waits until somebody is added. Add yourself first.</p></div>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label="Operators">
          <table>
            <thead><tr><th>Name</th><th>Now</th><th class="spared">Skills and languages</th><th class="number spared">Holds</th><th><span class="off-screen">Verbs</span></th></tr></thead>
            <tbody>
              ${items.map((one) => html`<${Row} one=${one} ...${verbs} />`)}
            </tbody>
          </table>
        </div>
      `;

/** @param {{one: Operator, onLink: Verb, onChange: Verb, onRemove: Verb}} props */
const Row = ({ one, onLink, onChange, onRemove }) => html`
  <tr>
    <td dir="auto"><strong>${one.name}</strong> ${one.role === 'admin' && html`<span class="chip">Admin</span>`} ${one.id === myId() && html`<span class="chip quiet">You</span>`}<span class="faint small block">${one.email ?? ''}</span></td>
    <td><span class=${`presence ${one.is_here ? (one.availability ?? '') : 'offline'}`}>${whereabouts(one)}</span><span class="faint small block nowrap">${lastSeen(one)}</span></td>
    <td class="spared">${Object.entries(one.skills ?? {}).map(([skill, level]) => html`<span class="chip quiet">${plain(skill)} ${level}</span> `)}<span class="faint small block">${(one.languages ?? []).map(languageName).join(', ')}</span></td>
    <td class="number nowrap spared" dir="auto">${one.load ?? one.open ?? ''} of ${one.capacity ?? ''}</td>
    <td class="verb">
      <button type="button" class="button" onClick=${() => onChange(one)} aria-label=${`Change ${one.name}`}>Change</button>
      ${' '}<button type="button" class="button" onClick=${() => onLink(one)} aria-label=${`Sign-in link for ${one.name}`}>Sign-in link</button>
      ${' '}${one.id !== myId() && html`<button type="button" class="button danger" onClick=${() => onRemove(one)} aria-label=${`Remove ${one.name}`}>Remove</button>`}
    </td>
  </tr>
`;
