// @ts-check
/** Slack: connecting it, how it goes, and who is who there. */
import { del, post, put } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { Icon } from '../shared/icons.js';
import { isAdmin } from '../shared/session.js';
import { refused, say } from '../shared/toasts.js';
import { useLoaded, Waiting } from './load.js';
import { SlackForm } from './slack_form.js';
import { SlackPeople } from './slack_people.js';
import { LetItHear, Manifest, SlackSetup } from './slack_setup.js';
import { Attempts, SwitchOn } from './webhook_detail.js';
import { webhookSays, WebhookState } from './webhook_says.js';

/** @typedef {import('../shared/wire').SlackConnection} Connection */
/** @typedef {{id: string, name: string}} Queue */

export function Slack() {
  const loaded = useLoaded('/v1/slack');
  const queues = useLoaded('/v1/queues');
  if (!loaded.value || !queues.value) return html`<${Waiting} loaded=${loaded.value ? queues : loaded} what="Slack" />`;
  const one = /** @type {Connection | null} */ (loaded.value.slack);
  const parts = { manifest: loaded.value.manifest, queues: queues.value.items, onDone: loaded.again };
  return one ? html`<${Connected} one=${one} ...${parts} />` : html`<${Head} /><${SlackSetup} ...${parts} />`;
}

const Head = () => html`<header class="room-head"><h1>Slack</h1><p class="faint">Handoffs appear in your team’s channels, and are claimed and answered there.</p></header>`;

/** @param {{one: Connection, manifest: object, queues: Queue[], onDone: () => void}} props */
function Connected({ one, manifest, queues, onDone }) {
  const tried = useLoaded('/v1/slack/attempts');
  const [shown, setShown] = useState(/** @type {'form' | 'remove' | 'on' | null} */ (null));
  const again = () => {
    setShown(null);
    onDone();
    tried.again();
  };
  const change = (/** @type {Record<string, unknown>} */ body) => put('/v1/slack', body).then(again, refused);
  const test = () =>
    post('/v1/slack/tests').then(({ items }) => {
      const failed = /** @type {{channel: string, why: string}[]} */ (items).filter((each) => each.why);
      say(failed.length ? failed.map((each) => `${each.channel}: ${each.why}`).join(' ') : 'It arrived. Look in Slack.');
    }, refused);
  return html`
    <header class="room-head with-verb">
      <div>
        <h1>Slack <${WebhookState} one=${one} /></h1>
        <p class="faint">Connected to <strong dir="auto">${one.team}</strong>. ${webhookSays(one)}</p>
      </div>
      <div class="row-of-verbs">
        <button type="button" class="button primary" onClick=${test}>Test it</button>
        <button type="button" class="button" onClick=${() => setShown('form')}>Change</button>
        <button type="button" class="button" onClick=${() => (one.is_on ? change({ is_on: false }) : setShown('on'))}>${one.is_on ? 'Switch off' : 'Switch on'}</button>
        <button type="button" class="button danger" onClick=${() => setShown('remove')}><${Icon} name="trash" /> Disconnect</button>
      </div>
    </header>
    <section><h2>Where handoffs appear</h2><${Channels} one=${one} queues=${queues} /></section>
    <section><h2>Who is who</h2><${SlackPeople} /></section>
    <section>
      <h2>What was told</h2>
      ${tried.value ? html`<${Attempts} items=${tried.value.items} empty="Nothing in the last 14 days. The next handoff will be here." />` : html`<${Waiting} loaded=${tried} what="What was told" />`}
    </section>
    <details>
      <summary>Nothing that is pressed or written in Slack arrives</summary>
      <${LetItHear} />
      <p>The signing secret has to be this app’s: enter it again under Change if in doubt. And the app’s addresses have to be those of its manifest:</p>
      <${Manifest} manifest=${manifest} />
    </details>
    ${shown === 'form' && html`<${SlackForm} one=${one} queues=${queues} onClose=${() => setShown(null)} onDone=${again} />`}
    ${shown === 'on' && html`<${SwitchOn} onClose=${() => setShown(null)} onChoose=${change} />`}
    ${shown === 'remove' && html`<${Remove} onClose=${() => setShown(null)} onDone=${onDone} />`}
  `;
}

/** @param {{one: Connection, queues: Queue[]}} props */
const Channels = ({ one, queues }) =>
  Object.keys(one.channels).length === 0
    ? html`<p>All queues: <strong dir="ltr">${one.channel}</strong></p>`
    : html`
        <div class="table-wrap" tabindex="0" role="region" aria-label="Where handoffs appear">
          <table>
            <thead><tr><th scope="col">Queue</th><th scope="col">Channel</th></tr></thead>
            <tbody>${queues.map((queue) => html`<tr key=${queue.id}><td dir="auto">${queue.name}</td><td dir="ltr">${one.channels[queue.id] ?? one.channel}</td></tr>`)}</tbody>
          </table>
        </div>
      `;

/** On the overview: that Slack fails, or that the desk has switched it off. */
export function SlackNotice() {
  const loaded = useLoaded(isAdmin() ? '/v1/slack' : null);
  const one = /** @type {Connection | null | undefined} */ (loaded.value?.slack);
  return one && (one.state === 'failing' || one.why_off) && html`<p class="headline"><span><${Icon} name="warn" /> <a href="#slack">Slack</a> is ${one.is_on ? 'failing' : 'switched off'}. ${webhookSays(one)}</span></p>`;
}

/** @param {{onClose: () => void, onDone: () => void}} props */
function Remove({ onClose, onDone }) {
  const submit = () =>
    del('/v1/slack').then(() => {
      say('Slack is disconnected.');
      onDone();
    }, refused);
  return html`
    <${Dialog} title="Disconnect Slack" onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Keep it</button><button type="submit" class="button danger">Disconnect</button>`}>
      <p>Token and secret are forgotten. Nothing more is told to Slack or taken from it; what stands there stays. Remove the app in Slack too.</p>
    </${Dialog}>
  `;
}
