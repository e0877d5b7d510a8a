// @ts-check
/** The people of the desk: who is here, adding one, and a fresh sign-in link for one. */
import { post } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { moment } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { languageName, plain } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { Once } from './once.js';

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
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState(/** @type {Shown | null} */ (null));
  const items = /** @type {Operator[] | undefined} */ (loaded.value?.items);
  const showLink = (/** @type {Operator} */ one) => signInLink(one).then(setShown, refused);
  const added = (/** @type {Operator} */ one) => {
    setAdding(false);
    loaded.again();
    showLink(one);
  };
  return html`
    <header class="room-head with-verb">
      <div><h1>Operators</h1><p class="faint">The people who take over from the bot.</p></div>
      <button type="button" class="button primary" onClick=${() => setAdding(true)}>Add an operator</button>
    </header>
    ${items ? html`<${Table} items=${items} onLink=${showLink} />` : html`<${Waiting} loaded=${loaded} what="Operators" />`}
    ${adding && html`<${Add} onClose=${() => setAdding(false)} onAdded=${added} />`}
    ${shown && html`<${Once} ...${shown} onClose=${() => setShown(null)} />`}
  `;
}

/** @param {{items: Operator[], onLink: (one: Operator) => void}} props */
const Table = ({ items, onLink }) =>
  items.length === 0
    ? html`<div class="empty"><h2>No operators yet</h2><p>Without one, a handoff waits until somebody is added. Add yourself first.</p></div>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label="Operators">
          <table>
            <thead><tr><th>Name</th><th>Now</th><th>Skills</th><th>Languages</th><th class="number">Holds</th><th><span class="off-screen">Verbs</span></th></tr></thead>
            <tbody>
              ${items.map(
                (one) => html`
                  <tr>
                    <td dir="auto"><strong>${one.name}</strong><span class="faint small block">${one.email ?? ''}</span></td>
                    <td><span class=${`presence ${one.is_here ? (one.availability ?? '') : 'offline'}`}>${one.is_here ? plain(one.availability ?? 'here') : 'Not here'}</span></td>
                    <td>${(one.skills ?? []).map((skill) => html`<span class="chip quiet">${plain(typeof skill === 'string' ? skill : skill.name)}</span> `)}</td>
                    <td>${(one.languages ?? []).map(languageName).join(', ')}</td>
                    <td class="number">${one.open ?? ''}</td>
                    <td class="verb"><button type="button" class="button" onClick=${() => onLink(one)}>Sign-in link</button></td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      `;

/** @param {string} text */
const listed = (text) => text.split(/[\s,;]+/).map((word) => word.trim().toLowerCase()).filter(Boolean);

/** @param {{onClose: () => void, onAdded: (one: Operator) => void}} props */
function Add({ onClose, onAdded }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [skills, setSkills] = useState('');
  const [languages, setLanguages] = useState('');
  const submit = () =>
    post('/v1/operators', { name: name.trim(), email: email.trim(), skills: listed(skills), languages: listed(languages) }).then(onAdded, refused);
  return html`
    <${Dialog} title="Add an operator" onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!name.trim() || !email.trim()}>Add</button>`}>
      <${Field} label="Name" hint="Customers see it when this person joins." value=${name} onInput=${setName} required autofocus />
      <${Field} label="E-mail" type="email" value=${email} onInput=${setEmail} required />
      <${Field} label="Skills" hint="Optional, such as: billing, technical" value=${skills} onInput=${setSkills} />
      <${Field} label="Languages" hint="Optional, as codes: en, de, ar" value=${languages} onInput=${setLanguages} />
    </${Dialog}>
  `;
}
