// @ts-check
/** One webhook: how it stands, what was tried, and its verbs. */
import { del, patch, post } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { plain } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';
import { Once } from './once.js';
import { WebhookForm } from './webhook_form.js';
import { toldOf, webhookName, webhookSays, WebhookState } from './webhook_says.js';

/** @typedef {import('../shared/wire').Webhook} Webhook */
/** @typedef {import('../shared/wire').WebhookAttempt} Attempt */

/** @param {{id: string}} props */
export function WebhookDetail({ id }) {
  const path = `/v1/webhooks/${id}`;
  const loaded = useLoaded(path);
  const tried = useLoaded(`${path}/attempts`);
  const known = useLoaded('/v1/webhooks');
  const [shown, setShown] = useState(/** @type {'form' | 'remove' | 'on' | null} */ (null));
  const [secret, setSecret] = useState('');
  const one = /** @type {Webhook | undefined} */ (loaded.value?.webhook);
  if (!one) return html`<p><${Back} /></p><${Waiting} loaded=${loaded} what="The webhook" />`;
  const again = () => {
    setShown(null);
    loaded.again();
    tried.again();
  };
  /** @param {Promise<{attempt: Attempt}>} asked */
  const attempt = (asked) =>
    asked.then(({ attempt: made }) => {
      say(made.why ? `It did not arrive. ${made.why}` : `It arrived: answered ${made.status} in ${made.ms} ms.`);
      again();
    }, refused);
  const change = (/** @type {Record<string, unknown>} */ body) => patch(path, body).then(again, refused);
  const renew = () =>
    post(`${path}/secret`).then((answer) => {
      setSecret(answer.secret);
      again();
    }, refused);
  const switched = () => (one.is_on ? change({ is_on: false }) : setShown('on'));
  return html`
    <p><${Back} /></p>
    <header class="room-head with-verb">
      <div>
        <h1 dir="auto">${webhookName(one)} <${WebhookState} one=${one} /></h1>
        <p class="faint" dir="ltr">${one.url}</p>
        <p class="faint">${toldOf(one)}. ${webhookSays(one)}</p>
        ${one.old_secret_until && html`<p class="faint">Signed with the secret before too, until ${moment(one.old_secret_until)}.</p>`}
      </div>
      <div class="row-of-verbs">
        <button type="button" class="button primary" onClick=${() => attempt(post(`${path}/tests`))}>Send a test event</button>
        <button type="button" class="button" onClick=${() => setShown('form')}>Change</button>
        <button type="button" class="button" onClick=${renew}>Renew the secret</button>
        <button type="button" class="button" onClick=${switched}>${one.is_on ? 'Switch off' : 'Switch on'}</button>
        <button type="button" class="button danger" onClick=${() => setShown('remove')}><${Icon} name="trash" /> Remove</button>
      </div>
    </header>
    <section>
      <h2>What was tried</h2>
      ${tried.value ? html`<${Attempts} items=${tried.value.items} onAgain=${(/** @type {string} */ cursor) => attempt(post(`${path}/attempts`, { cursor }))} />` : html`<${Waiting} loaded=${tried} what="What was tried" />`}
    </section>
    ${shown === 'form' && html`<${WebhookForm} one=${one} kinds=${known.value?.kinds ?? []} onClose=${() => setShown(null)} onDone=${again} />`}
    ${shown === 'remove' && html`<${Remove} one=${one} onClose=${() => setShown(null)} />`}
    ${shown === 'on' && html`<${SwitchOn} onClose=${() => setShown(null)} onChoose=${change} />`}
    ${secret && html`<${Once} title="The new secret" says="For a day what is sent carries a signature of the old one too. Change the receiver over meanwhile." secret=${secret} what="secret" onClose=${() => setSecret('')} />`}
  `;
}

const Back = () => html`<a class="back" href="#webhooks"><${Icon} name="back" flip /> All webhooks</a>`;

const OUTCOMES = { delivered: 'Arrived', failed: 'Failed', gave_up: 'Given up' };

/** @param {{items: Attempt[], onAgain?: (cursor: string) => void, empty?: string}} props */
export const Attempts = ({ items, onAgain, empty = 'Nothing in the last 14 days. Send a test event to see whether the receiver hears it.' }) =>
  items.length === 0
    ? html`<p class="faint">${empty}</p>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label="What was tried">
          <table>
            <thead><tr><th scope="col">When</th><th scope="col">Event</th><th scope="col">Outcome</th><th scope="col" class="number">Took</th>${onAgain && html`<th><span class="off-screen">Verbs</span></th>`}</tr></thead>
            <tbody>
              ${items.map(
                (one) => html`
                  <tr key=${one.id}>
                    <td class="nowrap">${moment(one.at)}</td>
                    <td>${plain(one.kind)}${one.conversation_id && html`<a class="faint small block" href=${`#trail/${one.conversation_id}`}>${one.conversation_id}</a>`}</td>
                    <td>
                      <span class=${`chip ${one.outcome === 'delivered' ? 'quiet' : one.outcome === 'failed' ? 'warm' : 'pressing'}`}>${OUTCOMES[one.outcome]}</span>
                      ${one.cause === 'event' && one.tries > 1 && html` <span class="faint small">try ${one.tries}</span>`}
                      <span class="faint small block">${one.why || `Answered ${one.status}`}</span>
                      ${one.answer && html`<details><summary class="small">What it answered</summary><pre class="snippet" tabindex="0" dir="auto"><code>${one.answer}</code></pre></details>`}
                    </td>
                    <td class="number">${one.ms} ms</td>
                    ${onAgain && html`<td class="verb">${one.cursor && html`<button type="button" class="button" aria-label=${`Send again: ${plain(one.kind)}`} onClick=${() => onAgain(one.cursor ?? '')}>Send again</button>`}</td>`}
                  </tr>
                `,
              )}
            </tbody>
          </table>
        </div>
      `;

/** @param {{one: Webhook, onClose: () => void}} props */
function Remove({ one, onClose }) {
  const submit = () =>
    del(`/v1/webhooks/${one.id}`).then(() => {
      say(`Removed ${webhookName(one)}.`);
      location.hash = 'webhooks';
    }, refused);
  return html`
    <${Dialog} title="Remove this webhook" onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Keep it</button><button type="submit" class="button danger">Remove</button>`}>
      <p><strong dir="auto">${webhookName(one)}</strong> is told of nothing more, and its secret counts no more. What was tried is forgotten with it.</p>
    </${Dialog}>
  `;
}

/** @param {{onClose: () => void, onChoose: (body: Record<string, unknown>) => void}} props */
export const SwitchOn = ({ onClose, onChoose }) => html`
  <${Dialog} title="Switch it on" onClose=${onClose} onSubmit=${() => onChoose({ is_on: true })}
    actions=${html`<button type="button" class="button" onClick=${() => onChoose({ is_on: true, go_on_from: 'now' })}>From now</button><button type="submit" class="button primary">Where it stopped</button>`}>
    <p>What it missed is still in the log. It can be told all of that first, or only what happens from now on.</p>
  </${Dialog}>
`;
