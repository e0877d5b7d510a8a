// @ts-check
/** Webhooks: the addresses that are told of events, and how each stands. */
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin } from '../shared/session.js';
import { useLoaded, Waiting } from './load.js';
import { Once } from './once.js';
import { WebhookDetail } from './webhook_detail.js';
import { WebhookForm } from './webhook_form.js';
import { toldOf, webhookName, webhookSays, WebhookState } from './webhook_says.js';

/** @typedef {import('../shared/wire').Webhook} Webhook */

/** @param {{rest: string}} props */
export const Webhooks = ({ rest }) => (rest ? html`<${WebhookDetail} id=${rest} />` : html`<${List} />`);

function List() {
  const loaded = useLoaded('/v1/webhooks');
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState('');
  const [made, setMade] = useState('');
  const items = /** @type {Webhook[] | undefined} */ (loaded.value?.items);
  /** @param {{webhook: Webhook, secret: string}} answer */
  const done = (answer) => {
    setAdding(false);
    setSecret(answer.secret);
    setMade(answer.webhook.id);
    loaded.again();
  };
  const close = () => {
    setSecret('');
    location.hash = `webhooks/${made}`;
  };
  return html`
    <header class="room-head with-verb">
      <div><h1>Webhooks</h1><p class="faint">Addresses of yours that are told of events as they happen: a CRM, a chat channel, an automation.</p></div>
      <button type="button" class="button primary" onClick=${() => setAdding(true)}>Add a webhook</button>
    </header>
    ${items ? html`<${Table} items=${items} />` : html`<${Waiting} loaded=${loaded} what="Webhooks" />`}
    ${adding && html`<${WebhookForm} kinds=${loaded.value?.kinds ?? []} onClose=${() => setAdding(false)} onDone=${done} />`}
    ${secret && html`<${Once} title="Its secret" says="What is sent is signed with it. Keep it where the receiver keeps its secrets." secret=${secret} what="secret" onClose=${close} />`}
  `;
}

/** @param {{items: Webhook[]}} props */
const Table = ({ items }) =>
  items.length === 0
    ? html`<div class="empty"><h2>No webhooks yet</h2><p>Add the address of the first system that should hear of handoffs, messages or anything else.</p></div>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label="Webhooks">
          <table>
            <thead><tr><th scope="col">Webhook</th><th scope="col">Told of</th><th scope="col">State</th></tr></thead>
            <tbody>
              ${items.map(
                (one) => html`
                  <tr key=${one.id}>
                    <td><a href=${`#webhooks/${one.id}`} dir="auto"><strong>${webhookName(one)}</strong></a><span class="faint small block" dir="ltr">${one.url}</span></td>
                    <td>${toldOf(one)}</td>
                    <td><${WebhookState} one=${one} /> <span class="faint small block">${webhookSays(one)}</span></td>
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      `;

/** On the overview: webhooks that fail, or that the desk has switched off. */
export function WebhookNotice() {
  const loaded = useLoaded(isAdmin() ? '/v1/webhooks' : null);
  const ailing = /** @type {Webhook[]} */ (loaded.value?.items ?? []).filter((one) => one.state === 'failing' || one.why_off);
  return ailing.map(
    (one) => html`<p class="headline" key=${one.id}><span><${Icon} name="warn" /> The webhook <a href=${`#webhooks/${one.id}`} dir="auto">${webhookName(one)}</a> is ${one.is_on ? 'failing' : 'switched off'}. ${webhookSays(one)}</span></p>`,
  );
}
