// @ts-check
/** Keys for programs: bots, integrations, scripts. */
import { del, post } from '../shared/api.js';
import { Choice, Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { plain } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { Once } from './once.js';

/** @typedef {{id: string, role: string, label?: string | null, created_at?: string, revoked_at?: string | null}} Key */

const ROLES = [
  { value: 'bot', label: 'Bot: answers as an outside bot' },
  { value: 'readonly', label: 'Read only: reports and exports' },
  { value: 'admin', label: 'Admin: everything' },
];

export function Keys() {
  const loaded = useLoaded('/v1/keys');
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState(/** @type {string | null} */ (null));
  const [doomed, setDoomed] = useState(/** @type {Key | null} */ (null));
  const items = /** @type {Key[] | undefined} */ (loaded.value?.items);
  const made = (/** @type {string} */ key) => {
    setMaking(false);
    setSecret(key);
    loaded.again();
  };
  const revoked = () => {
    setDoomed(null);
    loaded.again();
  };
  return html`
    <header class="room-head with-verb">
      <div><h1>API keys</h1><p class="faint">Each goes into <code>Authorization: Bearer</code> of a program. <a href="/docs">The API’s reference</a></p></div>
      <button type="button" class="button primary" onClick=${() => setMaking(true)}>Make a key</button>
    </header>
    ${items ? html`<${Table} items=${items} onRevoke=${setDoomed} />` : html`<${Waiting} loaded=${loaded} what="Keys" />`}
    ${making && html`<${Make} onClose=${() => setMaking(false)} onMade=${made} />`}
    ${secret && html`<${Once} title="Your new key" says="Keep it where your program keeps its secrets." secret=${secret} what="key" onClose=${() => setSecret(null)} />`}
    ${doomed && html`<${Revoke} doomed=${doomed} onClose=${() => setDoomed(null)} onRevoked=${revoked} />`}
  `;
}

/** @param {{items: Key[], onRevoke: (one: Key) => void}} props */
const Table = ({ items, onRevoke }) =>
  items.length === 0
    ? html`<div class="empty"><h2>No keys yet</h2><p>Make one for the first program that talks to this desk.</p></div>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label="Keys">
          <table>
            <thead><tr><th>Label</th><th>Role</th><th class="spared">Made</th><th><span class="off-screen">Verbs</span></th></tr></thead>
            <tbody>
              ${items.map(
                (one) => html`
                  <tr>
                    <td dir="auto"><strong>${one.label || 'Without a label'}</strong><span class="faint small block">${one.id}</span></td>
                    <td><span class="chip quiet">${plain(one.role)}</span></td>
                    <td class="nowrap spared">${one.created_at ? moment(one.created_at) : ''}</td>
                    <td class="verb">${one.revoked_at ? html`<span class="faint">Revoked</span>` : html`<button type="button" class="button danger" onClick=${() => onRevoke(one)}>Revoke</button>`}</td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      `;

/** @param {{onClose: () => void, onMade: (key: string) => void}} props */
function Make({ onClose, onMade }) {
  const [label, setLabel] = useState('');
  const [role, setRole] = useState('bot');
  const submit = () => post('/v1/keys', { role, ...(label.trim() ? { label: label.trim() } : {}) }).then((made) => onMade(made.key), refused);
  return html`
    <${Dialog} title="Make a key" onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary">Make</button>`}>
      <${Field} label="Label" hint="What it is for, so that it can be revoked later." value=${label} onInput=${setLabel} autofocus />
      <${Choice} label="Role" value=${role} onInput=${setRole} options=${ROLES} />
    </${Dialog}>
  `;
}

/** @param {{doomed: Key, onClose: () => void, onRevoked: () => void}} props */
function Revoke({ doomed, onClose, onRevoked }) {
  const submit = () =>
    del(`/v1/keys/${doomed.id}`).then(() => {
      say(`Revoked ${doomed.label || doomed.id}.`);
      onRevoked();
    }, refused);
  return html`
    <${Dialog} title="Revoke this key" onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Keep it</button><button type="submit" class="button danger">Revoke</button>`}>
      <p>Whatever uses <strong dir="auto">${doomed.label || doomed.id}</strong> is refused from now on. This can’t be undone.</p>
    </${Dialog}>
  `;
}
