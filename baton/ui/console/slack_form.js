// @ts-check
/** What the desk has to know of a Slack app: its two secrets, and the channels. */
import { put } from '../shared/api.js';
import { Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';

/** @typedef {import('../shared/wire').SlackConnection} Connection */

/** @param {{one?: Connection, queues: {id: string, name: string}[], onClose: () => void, onDone: () => void}} props */
export function SlackForm({ one, queues, onClose, onDone }) {
  const [token, setToken] = useState('');
  const [secret, setSecret] = useState('');
  const [channel, setChannel] = useState(one?.channel ?? '');
  const [channels, setChannels] = useState(/** @type {Record<string, string>} */ (one?.channels ?? {}));
  const [refusal, setRefusal] = useState('');
  const submit = () => {
    const entered = { ...(token && { bot_token: token.trim() }), ...(secret && { signing_secret: secret.trim() }) };
    const own = Object.fromEntries(Object.entries(channels).filter(([, name]) => name.trim()));
    return put('/v1/slack', { ...entered, channel: channel.trim(), channels: own }).then(onDone, (error) => setRefusal(error.message));
  };
  const stays = one ? 'Leave it empty to keep the one that is there.' : '';
  return html`
    <${Dialog} title=${one ? 'Change the connection' : 'Connect Slack'} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!channel.trim() || (!one && !(token.trim() && secret.trim()))}>${one ? 'Save' : 'Connect'}</button>`}>
      <${Field} label="Bot token" hint=${`It begins with xoxb-. It is not shown again. ${stays}`} value=${token} onInput=${setToken} type="password" autofocus />
      <${Field} label="Signing secret" hint=${`By it the desk knows that a request comes from Slack. ${stays}`} value=${secret} onInput=${setSecret} type="password" />
      <${Field} label="Channel" hint="Where handoffs appear: #name, or the channel’s id." value=${channel} onInput=${setChannel} placeholder="#support" />
      ${queues.length > 1 &&
      html`<details>
        <summary>A channel of its own for a queue</summary>
        ${queues.map((queue) => html`<${Field} key=${queue.id} label=${queue.name} value=${channels[queue.id] ?? ''} onInput=${(/** @type {string} */ name) => setChannels({ ...channels, [queue.id]: name })} placeholder=${channel || '#support'} />`)}
      </details>`}
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
    </${Dialog}>
  `;
}
