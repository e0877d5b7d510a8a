// @ts-check
/** A queue that there is not yet. */
import { Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { useLoaded, Waiting } from './load.js';
import { EditQueue } from './queue_edit.js';
import { Review } from './queue_review.js';

/** What its form begins with: nothing but what every queue has. */
const EMPTY = { id: '', fields: {}, days: {}, fallback: [{ after_s: 1800, to: 'ticket' }] };

/** The id that a name suggests. @param {string} name */
export const idOf = (name) => name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '');

export function NewQueue() {
  const policy = useLoaded('/v1/policy');
  const [id, setId] = useState('');
  const [fields, setFields] = useState(/** @type {Record<string, any> | null} */ (null));
  const back = () => { location.hash = 'queues'; };
  /** @param {Record<string, any>} changes */
  const review = (changes) => {
    if (!id) setId(idOf(changes.name ?? ''));
    setFields(changes);
  };
  return html`
    <header class="room-head"><div><p class="small"><a href="#queues">Queues</a></p><h1>A new queue</h1></div></header>
    ${policy.value
      ? html`
          <${EditQueue} queue=${EMPTY} label="A new queue" onReview=${review} onClose=${back}>
            <${Field} label="Id" hint="What rules and topics call it: small letters, such as returns. It can’t be changed later." value=${id} onInput=${setId} required />
          </${EditQueue}>
          ${fields && html`<${Review} id=${id} isNew version=${policy.value.version} changes=${fields} onClose=${() => setFields(null)} onStale=${policy.again} onDone=${() => { location.hash = `queues/${id}`; }} />`}
        `
      : html`<${Waiting} loaded=${policy} what="The policy" />`}
  `;
}
