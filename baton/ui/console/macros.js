// @ts-check
/** Macros: steps that operators take at once, written and checked here. */
import { get, put } from '../shared/api.js';
import { Choice, Dialog, Field } from '../shared/dialog.js';
import { PRIORITIES } from '../shared/fold.js';
import { html, useEffect, useState } from '../shared/html.js';
import { choosable, loadOutcomes, outcomeName } from '../shared/outcomes.js';
import { refused } from '../shared/toasts.js';
import { plain } from '../shared/words.js';
import { nameAsKept, NamedRoom } from './named_room.js';

/** @typedef {{do: string, what: string}} Step */
/** @typedef {{name: string, steps: Step[], updated_at: string, updated_by: string | null}} Macro */
/** @typedef {{value: string, label: string}} Option */

const MOST_STEPS = 10;

/** @type {[string, string][]} */
const VERBS = [
  ['reply', 'Send a canned reply'],
  ['note', 'Write a note'],
  ['label', 'Put a label on'],
  ['unlabel', 'Take a label off'],
  ['priority', 'Set the priority'],
  ['snooze', 'Snooze'],
  ['transfer', 'Transfer to a queue'],
  ['resolve', 'Resolve'],
];
const NAMES = Object.fromEntries(VERBS);
const SNOOZES = ['later_today', 'tomorrow', 'next_week', 'until_reply'];

/** @param {string[]} values @returns {Option[]} */
const options = (values) => values.map((value) => ({ value, label: plain(value) }));

/** What a step names, as people read it: words of the company's own as they are. @param {Step} step */
function named({ do: verb, what }) {
  if (verb === 'reply') return `/${what}`;
  if (verb === 'resolve') return outcomeName(what);
  return ['note', 'label', 'unlabel'].includes(verb) ? what : plain(what);
}

export function Macros() {
  useEffect(() => {
    loadOutcomes().catch(refused);
  }, []);
  return html`<${NamedRoom} room=${MACROS} />`;
}

/** @type {import('./named_room.js').Room<Macro>} */
const MACROS = {
  title: 'Macros',
  about: 'Steps that operators take at once. They read what would happen first; a step that is refused stops it.',
  write: 'Write one',
  path: '/v1/macros',
  empty: ['No macros yet', 'Write one for what your team does in the same steps every day: label, reply, resolve.'],
  nameOf: ({ name }) => name,
  says: ({ name }) => name,
  heads: ['Name', 'Steps'],
  cells: (one) => html`
    <td class="shortcut"><bdi>${one.name}</bdi></td>
    <td><ol class="steps">${one.steps.map((step) => html`<li>${NAMES[step.do] ?? step.do}: <span class="faint" dir="auto">${named(step)}</span></li>`)}</ol></td>
  `,
  Form,
};

/** What each verb can name, as this company has it. */
function useChoices() {
  const [choices, setChoices] = useState(/** @type {Record<string, Option[]> | null} */ (null));
  useEffect(() => {
    Promise.all([get('/v1/canned-replies'), get('/v1/labels'), get('/v1/queues'), loadOutcomes()]).then(([canned, labels, queues, ends]) => {
      const named = labels.items.map((/** @type {{name: string}} */ one) => ({ value: one.name, label: one.name }));
      setChoices({
        reply: canned.items.map((/** @type {{shortcut: string}} */ one) => ({ value: one.shortcut, label: `/${one.shortcut}` })),
        label: named,
        unlabel: named,
        priority: options(PRIORITIES),
        snooze: options(SNOOZES),
        transfer: queues.items.map((/** @type {{id: string, name: string}} */ one) => ({ value: one.id, label: one.name })),
        resolve: choosable(ends),
      });
    }, refused);
  }, []);
  return choices;
}

/** @param {import('./named_room.js').FormProps<Macro>} props */
function Form({ one, items, onClose, onDone }) {
  const choices = useChoices();
  const [typed, setTyped] = useState(one?.name ?? '');
  const [steps, setSteps] = useState(/** @type {Step[]} */ (one?.steps ?? []));
  const [refusal, setRefusal] = useState('');
  const name = one?.name ?? nameAsKept(typed);
  const taken = !one && items.some((other) => other.name === name);
  const submit = () => put(`/v1/macros/${encodeURIComponent(name)}`, { steps }).then(onDone, (error) => setRefusal(error.message));
  const first = (/** @type {string} */ verb) => choices?.[verb]?.[0]?.value ?? '';
  return html`
    <${Dialog} title=${one ? `Change ${one.name}` : 'Write a macro'} onClose=${onClose} onSubmit=${submit} wide
      actions=${html`<button type="button" class="button" onClick=${onClose}>Cancel</button><button type="submit" class="button primary" disabled=${!name || !steps.length || taken}>Save</button>`}>
      ${!one && html`<${Field} label="Name" hint="A word or two, such as refund-done." value=${typed} onInput=${setTyped} required autofocus />`}
      ${taken && html`<p class="over" role="alert">${name} is there already. Change that one, or choose another name.</p>`}
      ${choices
        ? steps.map((step, n) => html`<${StepForm} key=${n} n=${n} step=${step} choices=${choices[step.do]} onChange=${(/** @type {Step} */ next) => setSteps(steps.map((had, m) => (m === n ? next : had)))}
            onRemove=${() => setSteps(steps.filter((_, m) => m !== n))} first=${first} />`)
        : html`<p class="faint" role="status">Looking what there is…</p>`}
      ${steps.length < MOST_STEPS && html`<p><button type="button" class="button" disabled=${!choices} onClick=${() => setSteps([...steps, { do: 'label', what: first('label') }])}>Add a step</button></p>`}
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
    </${Dialog}>
  `;
}

/** @param {{n: number, step: Step, choices: Option[] | undefined, onChange: (step: Step) => void, onRemove: () => void, first: (verb: string) => string}} props */
const StepForm = ({ n, step, choices, onChange, onRemove, first }) => html`
  <fieldset class="macro-step">
    <legend class="off-screen">Step ${n + 1}</legend>
    <${Choice} label=${`Step ${n + 1}`} value=${step.do} onInput=${(/** @type {string} */ verb) => onChange({ do: verb, what: first(verb) })} options=${VERBS.map(([value, label]) => ({ value, label }))} />
    ${choices
      ? html`<${Choice} label="What" value=${step.what} onInput=${(/** @type {string} */ what) => onChange({ ...step, what })} options=${choices.some((each) => each.value === step.what) ? choices : [{ value: step.what, label: step.what ? `${named(step)} (gone)` : 'Choose' }, ...choices]} />`
      : html`<${Field} label="What" value=${step.what} onInput=${(/** @type {string} */ what) => onChange({ ...step, what })} required />`}
    <button type="button" class="button" aria-label=${`Remove step ${n + 1}`} onClick=${onRemove}>Remove</button>
  </fieldset>
`;
