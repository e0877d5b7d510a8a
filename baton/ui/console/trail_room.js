// @ts-check
/** The audit trail of one conversation: chosen from the recent ones or by its id. */
import { get } from '../shared/api.js';
import { html, useEffect, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { loadOutcomes } from '../shared/outcomes.js';
import { isAdmin, myId } from '../shared/session.js';
import { moment, now, since, span } from '../shared/time.js';
import { refused } from '../shared/toasts.js';
import { Trail } from '../shared/trail.js';
import { count, customerName, standing } from '../shared/words.js';
import { getAll, useLoaded, Waiting } from './load.js';
import { Promised } from './promises.js';

/** @typedef {import('../shared/wire').Conversation} Conversation */
/** @typedef {import('../shared/wire').TrailItem} TrailItem */

/** @param {{rest: string}} props */
export const TrailRoom = ({ rest }) => (rest ? html`<${One} id=${rest} />` : html`<${Choose} />`);

function Choose() {
  const [text, setText] = useState('');
  const [sought, setSought] = useState('');
  const loaded = useLoaded(`/v1/conversations?view=all&limit=30&q=${encodeURIComponent(sought)}`);
  const items = /** @type {Conversation[] | undefined} */ (loaded.value?.items);
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const wanted = text.trim();
    if (/^cnv_\w+$/.test(wanted)) location.hash = `trail/${wanted}`;
    else setSought(wanted);
  };
  return html`
    <header class="room-head"><h1>Audit trail</h1><p class="faint">Everything that happened to a conversation: who, what, why, and by which rule.</p></header>
    <form class="ask" onSubmit=${submit} role="search">
      <input aria-label="Conversation id, customer or word" placeholder="Conversation id (cnv_…), customer or word" value=${text} dir="auto"
        onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)} />
      <button type="submit" class="button">Find</button>
    </form>
    ${items ? html`<${Recent} items=${items} sought=${sought} />` : html`<${Waiting} loaded=${loaded} what="Conversations" />`}
    <${LastSeal} />
  `;
}

/** The seal under which the log lies: who keeps it elsewhere can tell later whether anything was changed. */
function LastSeal() {
  const seal = useLoaded('/v1/trail/seal').value;
  if (!seal?.number) return null;
  return html`
    <section aria-labelledby="seal-head">
      <h2 id="seal-head">Last seal</h2>
      <p>Seal ${seal.number} of ${moment(seal.at)}. Keep it where nobody of the desk can change it: <code class="seal">baton trail verify</code> then tells whether anything before it was.</p>
      <p><code class="seal">${seal.number}:${seal.hash}</code></p>
      ${isAdmin() && html`<p><a class="button" href="/v1/trail" download>Export the log</a></p>`}
    </section>
  `;
}

/** @param {{items: Conversation[], sought: string}} props */
const Recent = ({ items, sought }) =>
  items.length === 0
    ? html`<div class="empty"><h2>${sought ? 'Nothing found' : 'No conversation yet'}</h2><p>${sought ? 'Try a name, an e-mail address, or the id that stands in the address of the inbox.' : 'Each conversation has its trail from its first moment.'}</p></div>`
    : html`
        <ul class="recent">
          ${items.map(
            (one) => html`
              <li>
                <a href=${`#trail/${one.id}`}>
                  <strong class="aligned" dir="auto">${customerName(one.customer)}</strong>
                  <span class="clip aligned faint" dir="auto">${one.preview ?? ''}</span>
                  <span class="faint small">${standing(one)}${one.updated_at ? ` · ${span(since(one.updated_at, now.value))}` : ''}</span>
                </a>
              </li>
            `,
          )}
        </ul>
      `;

/** @param {{id: string}} props */
function One({ id }) {
  const [value, setValue] = useState(/** @type {{conversation: Conversation, items: TrailItem[], promises: any[], alerts: any[]} | null} */ (null));
  const [error, setError] = useState(/** @type {string | null} */ (null));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setError(null);
    loadOutcomes().catch(refused);
    Promise.all([get(`/v1/conversations/${id}`), getAll(`/v1/conversations/${id}/trail`), get('/v1/promises', { conversation: id, limit: 200 }), get(`/v1/conversations/${id}/alerts`)]).then(
      ([conversation, items, promises, alerts]) => setValue({ conversation, items, promises: promises.items, alerts: alerts.items }),
      (refusal) => setError(refusal.message),
    );
  }, [id, turn]);
  const again = () => setTurn((was) => was + 1);
  return html`
    <p><a class="back" href="#trail"><${Icon} name="back" flip /> All trails</a></p>
    ${value
      ? html`
          <header class="room-head with-verb">
            <div>
              <h1 dir="auto">${customerName(value.conversation.customer)}</h1>
              <p class="faint">${standing(value.conversation)}. ${count(value.items.length, 'entry', 'entries')}. <code>${id}</code></p>
            </div>
            <a class="button" href=${`/inbox#${id}`}>Open in the inbox</a>
          </header>
          ${value.promises.length > 0 && html`<${Promises} items=${value.promises} />`}
          ${value.alerts.length > 0 && html`<${Alerts} items=${value.alerts} />`}
          <${Trail} items=${value.items} me=${myId()} customer=${customerName(value.conversation.customer)} />
        `
      : html`<${Waiting} loaded=${{ value: null, error, again }} what="The trail" />`}
  `;
}

/** @param {{items: any[]}} props */
const Promises = ({ items }) => html`
  <details class="settled" open=${items.some((one) => one.state === 'broken')}>
    <summary>${count(items.length, 'promise')}</summary>
    <ul class="cards one">${items.map((one) => html`<li key=${one.id} class="card"><${Promised} one=${one} /></li>`)}</ul>
  </details>
`;

/** @type {Record<string, string>} */
const CHANNELS = { inbox: 'in the inbox', desktop: 'by a desktop notice', email: 'by e-mail' };
/** @type {Record<string, string>} */
const FATES = { waiting: 'not sent yet', delivered: 'delivered', bounced: 'refused by the mail server', gave_up: 'could not be sent' };

/** Who was told that this customer waits. @param {{items: any[]}} props */
const Alerts = ({ items }) => html`
  <details class="settled">
    <summary>${count(items.length, 'alert')}</summary>
    <ul class="plain">
      ${items.map(
        (one) => html`<li><bdi>${one.operator}</bdi> ${CHANNELS[one.channel]}: ${one.shown_at ? `shown ${moment(one.shown_at)}` : `written ${moment(one.sent_at)}${FATES[one.delivery] ? `, ${FATES[one.delivery]}` : ''}`}</li>`,
      )}
    </ul>
  </details>
`;
