// @ts-check
/** The right pane: who the customer is, their other conversations, and the trail of this one. */
import { get } from '../shared/api.js';
import { html, useEffect, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { now, since, span } from '../shared/time.js';
import { Trail } from '../shared/trail.js';
import { customerName, initials, isMove, languageName, plain, standing } from '../shared/words.js';
import { desk, log, packets, selected, sidePanel } from './store.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */

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
    <${Others} id=${c.id} customer=${customer} />
  `;
}

/** @param {{name: string, value: any}} props */
const Detail = ({ name, value }) => (value ? html`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>` : null);

/** @param {{id: string, customer: Conversation['customer']}} props */
function Others({ id, customer }) {
  const [others, setOthers] = useState(/** @type {Conversation[] | null} */ (null));
  const key = customer?.email || customer?.name;
  useEffect(() => {
    if (!key) return setOthers([]);
    get('/v1/conversations', { view: 'all', q: key, limit: 20 }).then(
      (page) => setOthers(page.items.filter((/** @type {Conversation} */ one) => one.id !== id && one.customer?.id === customer?.id)),
      () => setOthers([]),
    );
    return undefined;
  }, [id, key]);
  if (!others) return null;
  return html`
    <h3>Other conversations</h3>
    ${others.length === 0
      ? html`<p class="faint">None that we know of.</p>`
      : html`<ul class="others">${others.map(
          (one) => html`<li><a href=${`#${one.id}`}><span class="clip aligned" dir="auto">${one.preview || 'No message'}</span><span class="faint">${standing(one)}${one.updated_at ? ` · ${span(since(one.updated_at, now.value))}` : ''}</span></a></li>`,
        )}</ul>`}
  `;
}

/** @param {{conversation: Conversation}} props */
function SideTrail({ conversation: c }) {
  const shown = log.value.events.filter((event) => isMove(event.kind) || event.kind === 'decision_made' || event.kind === 'answer_discarded');
  return html`
    <${Trail} items=${shown} me=${desk.value.me} customer=${customerName(c.customer)} />
    <p><a href=${`/console#trail/${c.id}`}>Full trail in the console</a></p>
  `;
}
