// @ts-check
/** A queue as a form. What is changed goes to the desk as the keys of the policy file, nothing else. */
import { Check, Choice, Field } from '../shared/dialog.js';
import { html, useState } from '../shared/html.js';
import { ChainFields } from './queue_chain.js';
import { DAY_NAMES } from './queue_hours.js';
import { RelaxFields } from './queue_relax.js';
import { changesOf, formOf, skillsOf } from './queue_values.js';

const ASSIGN = [
  { value: 'pull', label: 'Operators take from the list' },
  { value: 'push', label: 'Offered to one operator after the other' },
];
const MODES = [
  ['live', 'At once, with a person'],
  ['queued', 'Waiting in line'],
  ['callback', 'A call back'],
  ['ticket', 'A ticket'],
  ['email', 'By e-mail'],
];
const OPEN = [
  { value: 'always', label: 'Always open' },
  { value: 'hours', label: 'Opening hours' },
];

/** @param {{queue: any, label?: string, children?: any, onReview: (changes: Record<string, any>) => void, onClose: () => void}} props */
export function EditQueue({ queue, label = 'Change this queue', children, onReview, onClose }) {
  const [form, setForm] = useState(() => formOf(queue));
  const set = (/** @type {string} */ key) => (/** @type {any} */ value) => setForm({ ...form, [key]: value });
  const changes = changesOf(form, queue);
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    onReview(changes);
  };
  return html`
    <form class="form queue-form" aria-label=${label} onSubmit=${submit}>
      <div class="columns">
        ${children}
        <${Field} label="Name" value=${form.name} onInput=${set('name')} autofocus />
        <${Field} label="Owner" hint="The person or team who answers for it." value=${form.owner} onInput=${set('owner')} required />
        <${Field} label="First reply within (minutes)" hint="Empty: nothing is aimed at." type="number" value=${form.target} onInput=${set('target')} />
        <${Choice} label="Who gets a conversation" value=${form.assign} onInput=${set('assign')} options=${ASSIGN} />
        ${form.assign === 'push' && html`<${Field} label="An offer stands for (seconds)" type="number" value=${form.offer} onInput=${set('offer')} />`}
        <${Field} label="Skills an operator needs" hint="With levels from 1 to 5, such as: refunds 3, tax 1" value=${form.skills} onInput=${set('skills')} />
        <${Field} label="Languages it serves" hint="As codes: en, de. Empty: all." value=${form.languages} onInput=${set('languages')} />
        <${Field} label="Tiers it serves" hint="Empty: all." value=${form.tiers} onInput=${set('tiers')} />
        <${Field} label="Region it serves" hint="Empty: all." value=${form.region} onInput=${set('region')} />
        <${Field} label="Topics sent here" hint="As the policy names them: refund, billing_dispute." value=${form.topics} onInput=${set('topics')} />
      </div>
      <${Check} label="Takes what no topic or rule sends elsewhere" checked=${form.isDefault} onInput=${set('isDefault')} />
      <${RelaxFields} steps=${form.relax} skills=${Object.keys(skillsOf(form.skills))} onInput=${set('relax')} />
      <fieldset>
        <legend>How it may go on for a customer</legend>
        ${MODES.map(([mode, says]) => html`<${Check} key=${mode} label=${says} checked=${form.modes.includes(mode)} onInput=${(/** @type {boolean} */ isOn) => set('modes')(isOn ? [...form.modes, mode] : form.modes.filter((/** @type {string} */ one) => one !== mode))} />`)}
      </fieldset>
      <fieldset>
        <legend>When it is open</legend>
        <${Choice} label="Open" value=${form.open} onInput=${set('open')} options=${OPEN} />
        ${form.open === 'hours' && html`<${HoursFields} form=${form} set=${set} />`}
      </fieldset>
      <${ChainFields} steps=${form.fallback} self=${queue.id} onInput=${set('fallback')} />
      <div class="row-of-verbs">
        <button type="submit" class="button primary" disabled=${Object.keys(changes).length === 0}>Look at the change</button>
        <button type="button" class="button" onClick=${onClose}>Cancel</button>
      </div>
    </form>
  `;
}

/** @param {{form: any, set: (key: string) => (value: any) => void}} props */
const HoursFields = ({ form, set }) => html`
  <div class="columns">
    <${Field} label="Time zone" value=${form.timezone} onInput=${set('timezone')} required />
    <${Field} label="Closed on holidays of" hint="Country or region: DE, DE-BY, US-CA. Empty: open." value=${form.holidays} onInput=${set('holidays')} />
  </div>
  <p class="hint">Spans such as 09:00-12:30, 13:30-17:30. Over midnight: 22:00-06:00. Empty: closed.</p>
  <div class="columns">
    ${DAY_NAMES.map((name, day) => html`<${Field} key=${name} label=${name} value=${form.week[day]} onInput=${(/** @type {string} */ text) => set('week')(form.week.with(day, text))} />`)}
  </div>
`;
