// @ts-check
/** Connecting an account of Chatwoot, or changing a connection: where it is, as which bot, and where handoffs go. */
import { patch, post } from '../shared/api.js';
import { Choice, Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';

/** @typedef {import('../shared/wire').ChatwootConnection} Connection */
/** @typedef {{team: string, labels: string, priority: string}} Place */

const PRIORITIES = [
  { value: '', label: 'As it is' },
  { value: 'urgent', label: 'Urgent' },
  { value: 'high', label: 'High' },
  { value: 'medium', label: 'Medium' },
  { value: 'low', label: 'Low' },
];
const NOWHERE = { team: '', labels: '', priority: '' };

/** @param {Connection | null} one @returns {Record<string, Place>} */
const placesOf = (one) =>
  Object.fromEntries(Object.entries(one?.places ?? {}).map(([queue, place]) => [queue, { team: place.team_id ? String(place.team_id) : '', labels: place.labels.join(', '), priority: place.priority ?? '' }]));

/** Only the queues that go anywhere. @param {Record<string, Place>} places */
const written = (places) =>
  Object.fromEntries(
    Object.entries(places)
      .filter(([, place]) => place.team || place.labels || place.priority)
      .map(([queue, place]) => [queue, { team_id: Number(place.team) || null, labels: place.labels.split(',').map((label) => label.trim()).filter(Boolean), priority: place.priority || null }]),
  );

/** @param {{one: Connection | null, queues: {id: string, name: string}[], onClose: () => void, onDone: () => void}} props */
export function ChatwootForm({ one, queues, onClose, onDone }) {
  const [url, setUrl] = useState(one?.url ?? '');
  const [account, setAccount] = useState(one ? String(one.account_id) : '');
  const [token, setToken] = useState('');
  const [secret, setSecret] = useState('');
  const [places, setPlaces] = useState(placesOf(one));
  const [refusal, setRefusal] = useState('');
  const submit = () => {
    const body = { url: url.trim(), account_id: Number(account), places: written(places), ...(token && { token }), ...(secret && { secret }) };
    // Whoever changes a connection that is off has seen to what was wrong.
    const asked = one ? patch(`/v1/chatwoot/${one.id}`, { ...body, is_on: one.is_on || !!one.why }) : post('/v1/chatwoot', body);
    return asked.then(onDone, (error) => setRefusal(error.message));
  };
  /** @param {string} queue @param {Partial<Place>} now */
  const put = (queue, now) => setPlaces({ ...places, [queue]: { ...NOWHERE, ...places[queue], ...now } });
  const kept = one ? 'Leave it empty to keep the one there is.' : '';
  const isWhole = url.trim() && Number(account) > 0 && (one || (token && secret));
  return html`
    <${Dialog} title=${one ? 'Change this connection' : 'Connect Chatwoot'} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!isWhole}>${one ? 'Save' : 'Connect'}</button>`}>
      <${Field} label="Address" hint="Of your Chatwoot, as it is in your browser." value=${url} onInput=${setUrl} type="url" placeholder="https://app.chatwoot.com" required autofocus />
      <${Field} label="Account" hint="The number after /accounts/ in your browser’s address." value=${account} onInput=${setAccount} type="number" required />
      <${Field} label="Access token of the bot" hint=${`From Settings, Bots; never a person’s. ${kept}`} value=${token} onInput=${setToken} type="password" />
      <${Field} label="Webhook secret of the bot" hint=${`From the same page. ${kept}`} value=${secret} onInput=${setSecret} type="password" />
      <details class="queue-form">
        <summary>Where handoffs go, by queue</summary>
        ${queues.map(
          (queue) => html`
            <fieldset key=${queue.id}>
              <legend>${queue.name}</legend>
              <${Field} label="Team" hint="Its number in Chatwoot." value=${places[queue.id]?.team ?? ''} onInput=${(/** @type {string} */ team) => put(queue.id, { team })} type="number" />
              <${Field} label="Labels" hint="With commas between; they are added." value=${places[queue.id]?.labels ?? ''} onInput=${(/** @type {string} */ labels) => put(queue.id, { labels })} />
              <${Choice} label="Priority" value=${places[queue.id]?.priority ?? ''} onInput=${(/** @type {string} */ priority) => put(queue.id, { priority })} options=${PRIORITIES} />
            </fieldset>
          `,
        )}
      </details>
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
    </${Dialog}>
  `;
}
