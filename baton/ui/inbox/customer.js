// @ts-check
/** The right pane: who the customer is, their other conversations, and the trail of this one. */
import { get } from '../shared/api.js';
import { html, useEffect, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin } from '../shared/session.js';
import { Trail } from '../shared/trail.js';
import { customerName, initials, isMove, languageName, plain } from '../shared/words.js';
import { CustomerData } from './customer_data.js';
import { History } from './customer_history.js';
import { desk, log, packets, selected, sidePanel } from './store.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */
/** @typedef {import('../shared/wire').Customer} Customer */

export function CustomerPane() {
  const c = selected.value;
  const [tab, setTab] = useState(/** @type {'customer' | 'trail'} */ ('customer'));
  /** @param {'customer' | 'trail'} name @param {string} label */
  const button = (name, label) => html`<button type="button" class="tab" aria-pressed=${tab === name} onClick=${() => setTab(name)}>${label}</button>`;
  return html`
    <section class="pane side" aria-label="Customer and trail">
      <div class="side-head">
        ${button('customer', 'Customer')} ${button('trail', 'Trail')}
        <button type="button" class="icon-button close-side" aria-label="Close" onClick=${() => (sidePanel.value = false)}><${Icon} name="close" /></button>
      </div>
      <div class="side-body" tabindex="0" role="region" aria-label=${tab === 'trail' ? 'Trail' : 'Customer'}>
        ${c && (tab === 'trail' ? html`<${SideTrail} conversation=${c} />` : html`<${Profile} conversation=${c} />`)}
      </div>
    </section>
  `;
}

/** @param {{conversation: Conversation}} props */
function Profile({ conversation: c }) {
  const customer = c.customer;
  const others = useOthers(customer?.id);
  const known = packets.value[c.id]?.customer;
  const name = customerName(customer);
  const tags = customer?.tags ?? [];
  const attributes = Object.entries(customer?.attributes ?? {}).filter(([key]) => !(key === 'tier' && known?.tier));
  return html`
    <div class="profile-head">
      <span class="avatar large" aria-hidden="true">${initials(name)}</span>
      <div><h3 dir="auto">${name}</h3><p class="faint">${customer?.verified ? 'Identity verified' : 'Identity not verified'}</p></div>
    </div>
    ${tags.length > 0 && html`<p class="tags">${tags.map((tag) => html`<span class="chip quiet">${tag}</span>`)}</p>`}
    <dl class="profile">
      <${Detail} name="E-mail" value=${customer?.email && html`<a href=${`mailto:${customer.email}`}>${customer.email}</a>`} />
      <${Detail} name="Customer id" value=${customer?.external_id} />
      <${Detail} name="Language" value=${c.language && languageName(c.language)} />
      <${Detail} name="Channel" value=${c.channel && (c.channel === 'api' ? 'API' : plain(c.channel))} />
      <${Detail} name="Tier" value=${known?.tier} />
      <${Detail} name="Customer since" value=${known?.since && new Date(known.since).toLocaleDateString()} />
      ${attributes.map(([key, value]) => html`<${Detail} name=${plain(key)} value=${typeof value === 'object' ? JSON.stringify(value) : String(value)} />`)}
    </dl>
    ${customer && html`<${History} id=${c.id} customer=${customer} others=${others} />`}
    ${customer && others && isAdmin() && html`<${CustomerData} key=${customer.id} customer=${customer} others=${others} />`}
  `;
}

/** Who gave the same address; null until that is known. @param {string | undefined} id @returns {Customer[] | null} */
function useOthers(id) {
  const [found, setFound] = useState(/** @type {{id: string, others: Customer[]} | null} */ (null));
  useEffect(() => {
    if (!id) return undefined;
    let wanted = true;
    const keep = (/** @type {Customer[]} */ others) => wanted && setFound({ id, others });
    get(`/v1/customers/${id}`).then((told) => keep(told.same_address), () => keep([]));
    return () => {
      wanted = false;
    };
  }, [id]);
  return found && found.id === id ? found.others : null;
}

/** @param {{name: string, value: any}} props */
const Detail = ({ name, value }) => (value ? html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>` : null);

/** @param {{conversation: Conversation}} props */
function SideTrail({ conversation: c }) {
  const shown = log.value.events.filter((event) => isMove(event.kind) || event.kind === 'decision_made' || event.kind === 'answer_discarded');
  return html`
    <${Trail} items=${shown} me=${desk.value.me} customer=${customerName(c.customer)} />
    <p><a href=${`/console#trail/${c.id}`}>Full trail in the console</a></p>
  `;
}
