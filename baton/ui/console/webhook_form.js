// @ts-check
/** Adding a webhook, or changing one: where it is, what it is told, and as whom it reads. */
import { patch, post } from '../shared/api.js';
import { Check, Choice, Dialog, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { plain } from '../shared/words.js';

/** @typedef {import('../shared/wire').Webhook} Webhook */

/** What most want, each under a name. @type {Record<string, string[]>} */
const PRESETS = {
  baton: ['conversation_opened', 'handoff_opened', 'handoff_claimed', 'handoff_requeued', 'handoff_withdrawn', 'taken_over', 'released', 'transferred', 'handed_back', 'resolved', 'reopened'],
  said: ['message_received', 'answer_sent', 'reply_sent', 'notice_sent'],
};
const WHAT = [
  { value: 'all', label: 'Everything that happens' },
  { value: 'baton', label: 'Who holds the conversation: handoffs, claims, ends' },
  { value: 'said', label: 'What is said' },
  { value: 'own', label: 'Kinds that I choose' },
];
const AUDIENCES = [
  { value: 'team', label: 'The team: notes, reasons and packets too' },
  { value: 'everyone', label: 'The customer: only what they see themselves' },
];

/** @param {string[] | null | undefined} kinds */
function presetOf(kinds) {
  if (!kinds) return 'all';
  const same = Object.keys(PRESETS).find((name) => [...PRESETS[name]].sort().join() === [...kinds].sort().join());
  return same ?? 'own';
}

/** @param {{one?: Webhook, kinds: string[], onClose: () => void, onDone: (answer: any) => void}} props */
export function WebhookForm({ one, kinds, onClose, onDone }) {
  const [url, setUrl] = useState(one?.url ?? '');
  const [label, setLabel] = useState(one?.label ?? '');
  const [what, setWhat] = useState(presetOf(one?.kinds));
  const [own, setOwn] = useState(one?.kinds ?? /** @type {string[]} */ ([]));
  const [audience, setAudience] = useState(/** @type {string} */ (one?.audience ?? 'team'));
  const [refusal, setRefusal] = useState('');
  const chosen = what === 'all' ? null : what === 'own' ? own : PRESETS[what];
  const submit = () => {
    const body = { url: url.trim(), label: label.trim(), kinds: chosen, audience };
    const asked = one ? patch(`/v1/webhooks/${one.id}`, body) : post('/v1/webhooks', body);
    return asked.then(onDone, (error) => setRefusal(error.message));
  };
  /** @param {string} kind @param {boolean} isOn */
  const tick = (kind, isOn) => setOwn(isOn ? [...own, kind] : own.filter((each) => each !== kind));
  return html`
    <${Dialog} title=${one ? 'Change this webhook' : 'Add a webhook'} onClose=${onClose} onSubmit=${submit}
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!url.trim() || chosen?.length === 0}>${one ? 'Save' : 'Add'}</button>`}>
      <${Field} label="Address" hint="Where the receiver listens. Events are posted to it as JSON, signed." value=${url} onInput=${setUrl} type="url" placeholder="https://crm.example.com/baton" required autofocus />
      <${Field} label="Label" hint="Optional: what your team calls it." value=${label} onInput=${setLabel} />
      <${Choice} label="What it is told" value=${what} onInput=${setWhat} options=${WHAT} />
      ${what === 'own' && html`<fieldset><legend>Kinds of event</legend>${kinds.map((kind) => html`<${Check} key=${kind} label=${plain(kind)} checked=${own.includes(kind)} onInput=${(/** @type {boolean} */ isOn) => tick(kind, isOn)} />`)}</fieldset>`}
      <${Choice} label="As whom it reads" value=${audience} onInput=${setAudience} options=${AUDIENCES} />
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
    </${Dialog}>
  `;
}
