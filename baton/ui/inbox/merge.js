// @ts-check
/** Merge a duplicate: choose in which of the customer's other conversations it goes on. */
import { get } from '../shared/api.js';
import { Choice, Dialog } from '../shared/dialog.js';
import { html, useEffect, useState } from '../shared/html.js';
import { now, since, span } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { standing } from '../shared/words.js';
import { merge } from './commands.js';
import { Actions, close } from './dialog_actions.js';
import { selected } from './store.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */

const LETTERS = 60;

/** @param {Conversation} c */
const named = (c) => `${(c.preview || 'No message').slice(0, LETTERS)} (${standing(c)}${c.updated_at ? `, ${span(since(c.updated_at, now.value))}` : ''})`;

export function MergeDialog() {
  const c = /** @type {Conversation} */ (selected.value);
  const [others, setOthers] = useState(/** @type {Conversation[] | null} */ (null));
  const [into, setInto] = useState('');
  useEffect(() => {
    get('/v1/conversations', { view: 'all', customer: c.customer?.id, limit: 50 }).then((page) => {
      const open = page.items.filter((/** @type {Conversation} */ one) => one.id !== c.id && one.state !== 'resolved');
      setOthers(open);
      setInto(open[0]?.id ?? '');
    }, refused);
  }, []);
  const body = !others
    ? html`<p class="faint" role="status">Looking for this customer’s other conversations…</p>`
    : others.length
      ? html`<p>This one is resolved as a duplicate. Its messages stay where they are, one click from the other. The customer is told, and what they still write here arrives there. It can’t be undone.</p>
          <${Choice} label="It goes on in" value=${into} onInput=${setInto} options=${others.map((one) => ({ value: one.id, label: named(one) }))} />`
      : html`<p>This customer has no other open conversation. Only conversations of one and the same customer can be merged, and only those of a verified customer are known to be.</p>`;
  return html`
    <${Dialog} title="Merge into another conversation" onClose=${close} onSubmit=${() => into && merge(into)} actions=${others?.length ? html`<${Actions} label="Merge" under="merge" />` : null}>${body}</${Dialog}>
  `;
}
