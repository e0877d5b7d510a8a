// @ts-check
/** Removing somebody from the team: what they carry is looked at first, and everything of it gets a place to go. */
import { del } from '../shared/api.js';
import { Choice, Dialog } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { refused, say } from '../shared/toasts.js';
import { count } from '../shared/words.js';
import { useLoaded, Waiting } from './load.js';

/** @typedef {import('../shared/wire').Operator} Operator */
/** @typedef {{conversations: string[], queues: {id: string, name: string}[], followups: {reference: string}[]}} Duties */
/** @typedef {{one: Operator, team: Operator[], onClose: () => void, onDone: () => void}} Props */

const chosen = (/** @type {string} */ id) => id || null;

/** @param {Props} props */
export function RemoveOperator({ one, team, onClose, onDone }) {
  const loaded = useLoaded(`/v1/operators/${one.id}/duties`);
  const [heir, setHeir] = useState('');
  const [owner, setOwner] = useState('');
  const duties = /** @type {Duties | undefined} */ (loaded.value);
  const others = team.filter((other) => other.id !== one.id);
  const isReady = duties && (owner || !duties.queues.length);
  const submit = () =>
    del(`/v1/operators/${one.id}`, { conversations_to: chosen(heir), duties_to: chosen(owner) }).then((done) => {
      say(whereItWent(one.name, done));
      onDone();
    }, refused);
  return html`
    <${Dialog} title=${`Remove ${one.name}`} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button danger" disabled=${!isReady}>Remove</button>`}>
      <p>From now on <strong dir="auto">${one.name}</strong> is signed out everywhere, and their key no longer works. Their name stays on what they said. You can take them back later.</p>
      ${duties
        ? html`<${Carried} duties=${duties} others=${others} heir=${heir} setHeir=${setHeir} owner=${owner} setOwner=${setOwner} />`
        : html`<${Waiting} loaded=${loaded} what="What they carry" />`}
    </${Dialog}>
  `;
}

/** @param {{duties: Duties, others: Operator[], heir: string, setHeir: (id: string) => void, owner: string, setOwner: (id: string) => void}} props */
function Carried({ duties, others, heir, setHeir, owner, setOwner }) {
  const { conversations, queues, followups } = duties;
  const colleagues = others.map(({ id, name }) => ({ value: id, label: name }));
  const here = others.filter((other) => other.availability !== 'offline').map(({ id, name }) => ({ value: id, label: name }));
  const owned = [queues.map((queue) => queue.name).join(', '), followups.length && count(followups.length, 'open follow-up')].filter(Boolean).join(' and ');
  return html`
    ${conversations.length
      ? html`<${Choice} label=${conversations.length === 1 ? 'Who gets the conversation they hold' : `Who gets the ${conversations.length} conversations they hold`} value=${heir} onInput=${setHeir}
          options=${[{ value: '', label: 'Back to the queues they came from' }, ...here]} />`
      : html`<p class="faint">They hold no conversation.</p>`}
    ${owned &&
    html`<${Choice} label=${`Who is responsible for ${owned} now`} value=${owner} onInput=${setOwner}
      options=${[{ value: '', label: queues.length ? 'Choose somebody' : 'The owner of each queue' }, ...colleagues]} />`}
    ${queues.length && !colleagues.length ? html`<p class="refusal">There is nobody else. Add a colleague first, or write another owner into the policy.</p>` : null}
  `;
}

/** @param {string} name @param {{given: number, requeued: number}} done */
function whereItWent(name, { given, requeued }) {
  const parts = [given && `${count(given, 'conversation')} given to a colleague`, requeued && `${count(requeued, 'conversation')} back in line`].filter(Boolean);
  return `${name} was removed.${parts.length ? ` ${parts.join(', ')}; the customers were told.` : ''}`;
}
