// @ts-check
/** The customer's other conversations: their own, and those of whoever gave the same address. */
import { get } from '../shared/api.js';
import { html, useEffect, useState } from '../shared/html.js';
import { now, since, span } from '../shared/time.js';
import { standing } from '../shared/words.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */
/** @typedef {import('../shared/wire').Customer} Customer */

const SHOWN = 20;

/** The latest conversations of these customers. @param {string[]} ids @returns {Promise<{items: Conversation[], total: number | null}>} */
function conversationsOf(ids) {
  const search = new URLSearchParams([['view', 'all'], ['limit', String(SHOWN + 1)], ...ids.map((id) => ['customer', id])]);
  return get(`/v1/conversations?${search}`);
}

/** @param {{id: string, customer: Customer, others: Customer[] | null}} props `others` are those of the same address; null while they are looked for */
export function History({ id, customer, others }) {
  const [found, setFound] = useState(/** @type {Conversation[] | null} */ (null));
  const ids = [customer.id, ...(others ?? []).map((one) => one.id)];
  useEffect(() => {
    let wanted = true;
    if (!others) return undefined;
    conversationsOf(ids).then(
      (page) => wanted && setFound(page.items.filter((one) => one.id !== id)),
      () => wanted && setFound([]),
    );
    return () => {
      wanted = false;
    };
  }, [id, ids.join(), !others]);
  if (!found) return null;
  return html`
    <h3>Other conversations</h3>
    ${found.length === 0
      ? html`<p class="faint">None that we know of.</p>`
      : html`<ul class="others">${found.slice(0, SHOWN).map((one) => html`<${Other} key=${one.id} one=${one} mine=${one.customer?.id === customer.id} />`)}</ul>`}
    ${found.length > SHOWN && html`<p class="faint">The latest ${SHOWN}. Search for the address to see all.</p>`}
  `;
}

/** @param {{one: Conversation, mine: boolean}} props */
const Other = ({ one, mine }) => html`
  <li>
    <a href=${`#${one.id}`}>
      <span class="clip aligned" dir="auto">${one.preview || 'No message'}</span>
      <span class="faint">${standing(one)}${one.updated_at ? ` · ${span(since(one.updated_at, now.value))}` : ''}${mine ? '' : ' · same address'}</span>
    </a>
  </li>
`;
