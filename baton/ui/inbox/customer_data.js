// @ts-check
/** What an admin can do with all that is kept of a customer: hand it out as a file, and erase it. */
import { del } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { refused, say } from '../shared/toasts.js';
import { count, customerName } from '../shared/words.js';
import { loadList } from './listing.js';

/** @typedef {import('../shared/wire').Customer} Customer */

/** @param {{customer: Customer, others: Customer[]}} props `others` gave the same address */
export function CustomerData({ customer, others }) {
  const [asked, setAsked] = useState(/** @type {'export' | 'erase' | null} */ (null));
  const close = () => setAsked(null);
  return html`
    <h3>Their data</h3>
    <p class="verbs">
      <button type="button" class="button" onClick=${() => setAsked('export')}>Export</button>
      <button type="button" class="button danger" onClick=${() => setAsked('erase')}>Erase</button>
    </p>
    ${asked && html`<${Asked} erases=${asked === 'erase'} customer=${customer} others=${others} onClose=${close} />`}
  `;
}

/** @param {{erases: boolean, customer: Customer, others: Customer[], onClose: () => void}} props */
function Asked({ erases, customer, others, onClose }) {
  const [along, setAlong] = useState(false);
  const name = customerName(customer);
  const submit = () => (erases ? erase(customer.id, along).then(onClose, refused) : onClose());
  const href = `/v1/customers/${customer.id}/export${along ? '?same_address=true' : ''}`;
  const verb = erases
    ? html`<button type="submit" class="button danger">Erase for good</button>`
    : html`<a class="button primary" href=${href} download onClick=${() => setTimeout(onClose)}>Download</a>`;
  return html`
    <${Dialog} title=${`${erases ? 'Erase' : 'Export'} the data of ${name}`} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button>${verb}`}>
      ${erases
        ? html`<p>Every conversation of <strong dir="auto">${name}</strong> goes, with notes, files, ratings and what the trail says of it. This can’t be undone. That you did it stays in the log.</p>
            <p class="faint">Conversations have to be resolved first. Copies in your backups are not reached.</p>`
        : html`<p>One JSON file with the profile and everything that was said, the team’s notes too. Read it before you pass it on.</p>`}
      ${others.length > 0 &&
      html`<label class="option"><input type="checkbox" checked=${along} onChange=${(/** @type {any} */ event) => setAlong(event.currentTarget.checked)} />Also ${count(others.length, 'other profile')} with the address ${customer.email}. Nobody has checked that it is the same person.</label>`}
    </${Dialog}>
  `;
}

/** @param {string} id @param {boolean} along */
async function erase(id, along) {
  const done = await del(`/v1/customers/${id}`, { same_address: along });
  say(`Erased: ${count(done.conversations.length, 'conversation')}.`);
  location.hash = '';
  await loadList({ fresh: true });
}
