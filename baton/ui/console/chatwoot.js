// @ts-check
/** Chatwoot: the accounts whose bot Baton is, how each stands, and the address to give to the bot there. */
import { del, patch, post } from '../shared/api.js';
import { copy } from '../shared/clipboard.js';
import { Dialog } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin } from '../shared/session.js';
import { moment } from '../shared/time.js';
import { refused, say } from '../shared/toasts.js';
import { ChatwootForm } from './chatwoot_form.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {import('../shared/wire').ChatwootConnection} Connection */

const STATES = { on: 'On', failing: 'Failing', off: 'Off' };

/** @param {Connection} one */
const nameOf = (one) => `${new URL(one.url).host}, account ${one.account_id}`;

export function Chatwoot() {
  const loaded = useLoaded('/v1/chatwoot');
  const queues = useLoaded('/v1/queues');
  const [form, setForm] = useState(/** @type {Connection | 'new' | null} */ (null));
  const [gone, setGone] = useState(/** @type {Connection | null} */ (null));
  const items = /** @type {Connection[] | undefined} */ (loaded.value?.items);
  const again = () => {
    setForm(null);
    setGone(null);
    loaded.again();
  };
  return html`
    <header class="room-head with-verb">
      <div><h1>Chatwoot</h1><p class="faint">Your people stay in Chatwoot. Baton answers there as its bot, stops, and hands over to them.</p></div>
      <button type="button" class="button primary" onClick=${() => setForm('new')}>Connect</button>
    </header>
    ${!items && html`<${Waiting} loaded=${loaded} what="The connections" />`}
    ${items?.length === 0 && html`<div class="empty"><h2>Not connected</h2><p>In Chatwoot, add a bot under Settings, Bots. It shows an access token and a webhook secret: bring both here.</p></div>`}
    ${items?.map((one) => html`<${Card} key=${one.id} one=${one} onChange=${() => setForm(one)} onRemove=${() => setGone(one)} onDone=${again} />`)}
    ${form && html`<${ChatwootForm} one=${form === 'new' ? null : form} queues=${queues.value?.items ?? []} onClose=${() => setForm(null)} onDone=${again} />`}
    ${gone && html`<${Remove} one=${gone} onClose=${() => setGone(null)} onDone=${again} />`}
  `;
}

/** @param {{one: Connection, onChange: () => void, onRemove: () => void, onDone: () => void}} props */
function Card({ one, onChange, onRemove, onDone }) {
  const [isTrying, setTrying] = useState(false);
  const path = `/v1/chatwoot/${one.id}`;
  const tryOut = () => {
    setTrying(true);
    post(`${path}/tests`)
      .then((found) => say(found.why || found.less || 'Chatwoot knows this bot: address, account and token are right.', found.why ? 'refused' : 'plain'), refused)
      .then(() => {
        setTrying(false);
        onDone();
      });
  };
  const tone = one.state === 'on' ? 'quiet' : one.state === 'failing' ? 'warm' : one.why ? 'pressing' : '';
  return html`
    <section class="card" aria-label=${nameOf(one)}>
      <h2 dir="ltr">${nameOf(one)} <span class=${`chip ${tone}`}>${STATES[one.state]}</span></h2>
      ${one.why && html`<p class="over"><${Icon} name="warn" /> ${one.why}${one.state === 'off' ? ' Nothing more is asked until you change it.' : ''}</p>`}
      <p>Give this address to the bot in Chatwoot, as its webhook URL, and choose the bot in each inbox:</p>
      <pre class="snippet" tabindex="0" role="region" aria-label="Webhook URL" dir="ltr"><code>${one.address}</code></pre>
      <p class="faint">${one.heard_at ? `Chatwoot was last heard ${moment(one.heard_at)}.` : 'Nothing has come from Chatwoot yet.'} ${one.told_at ? `It was last told something ${moment(one.told_at)}.` : ''}</p>
      ${Object.keys(one.places).length > 0 && html`<p class="faint">${Object.entries(one.places).map(([queue, place]) => `Handoffs of ${queue} get ${placeSays(place)}.`).join(' ')}</p>`}
      <div class="row-of-verbs">
        <button type="button" class="button primary" disabled=${isTrying} onClick=${tryOut}>${isTrying ? 'Testing…' : 'Test the connection'}</button>
        <button type="button" class="button" onClick=${() => copy(one.address, 'address')}><${Icon} name="copy" /> Copy the address</button>
        <button type="button" class="button" onClick=${onChange}>Change</button>
        <button type="button" class="button" onClick=${() => patch(path, { is_on: !one.is_on }).then(onDone, refused)}>${one.is_on ? 'Switch off' : 'Switch on'}</button>
        <button type="button" class="button danger" onClick=${onRemove}><${Icon} name="trash" /> Remove</button>
      </div>
    </section>
  `;
}

/** @param {import('../shared/wire').ChatwootPlace} place */
const placeSays = (place) => [place.team_id && `team ${place.team_id}`, place.labels.length && `the labels ${place.labels.join(', ')}`, place.priority && `${place.priority} priority`].filter(Boolean).join(' and ');

/** @param {{one: Connection, onClose: () => void, onDone: () => void}} props */
function Remove({ one, onClose, onDone }) {
  const submit = () => del(`/v1/chatwoot/${one.id}`).then(() => (say(`Removed ${nameOf(one)}.`), onDone()), refused);
  return html`
    <${Dialog} title="Remove this connection" onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Keep it</button><button type="submit" class="button danger">Remove</button>`}>
      <p>Baton says nothing more in <strong dir="ltr">${nameOf(one)}</strong>. What is open is resolved here, and stays in Chatwoot as it is: choose another bot or your people for it there.</p>
    </${Dialog}>
  `;
}

/** On the overview: connections that fail, or that the desk has switched off. */
export function ChatwootNotice() {
  const loaded = useLoaded(isAdmin() ? '/v1/chatwoot' : null);
  const ailing = /** @type {Connection[]} */ (loaded.value?.items ?? []).filter((one) => one.why);
  return ailing.map(
    (one) => html`<p class="headline" key=${one.id}><span><${Icon} name="warn" /> <a href="#chatwoot">Chatwoot</a> (<span dir="ltr">${nameOf(one)}</span>) is ${one.state === 'off' ? 'switched off' : 'failing'}. ${one.why}</span></p>`,
  );
}
