// @ts-check
/** The fallback chain as a form: after how many minutes, and where to. */
import { Choice, Field } from '../shared/dialog.js';
import { html } from '../shared/html.js';
import { useLoaded } from './load.js';

const ENDS = [
  { value: 'ticket', label: 'a ticket is opened' },
  { value: 'callback', label: 'a call back is offered' },
  { value: 'email', label: 'it goes on by e-mail' },
];

/** @typedef {{minutes: string, to: string}} Step */

/** @param {{steps: Step[], self: string, onInput: (steps: Step[]) => void}} props */
export function ChainFields({ steps, self, onInput }) {
  const queues = useLoaded('/v1/queues').value?.items ?? [];
  const others = queues.filter((/** @type {any} */ one) => one.id !== self);
  const known = [...others.map((/** @type {any} */ one) => ({ value: `queue:${one.id}`, label: `to ${one.name}` })), ...ENDS];
  const last = Number(steps.at(-1)?.minutes ?? 0);
  /** @param {number} at @param {Partial<Step>} change */
  const change = (at, change) => onInput(steps.map((step, place) => (place === at ? { ...step, ...change } : step)));
  return html`
    <fieldset>
      <legend>If nobody claims</legend>
      <ol class="chain-fields">
        ${steps.map(
          (step, at) => html`
            <li key=${at}>
              <${Field} label="After (minutes)" type="number" value=${step.minutes} onInput=${(/** @type {string} */ minutes) => change(at, { minutes })} required />
              <${Choice} label="Then" value=${step.to} onInput=${(/** @type {string} */ to) => change(at, { to })} options=${known.some((one) => one.value === step.to) ? known : [{ value: step.to, label: step.to }, ...known]} />
              ${steps.length > 1 && html`<button type="button" class="link" aria-label=${`Take out step ${at + 1}`} onClick=${() => onInput(steps.filter((_, place) => place !== at))}>Take out</button>`}
            </li>
          `,
        )}
      </ol>
      <button type="button" class="button" onClick=${() => onInput([...steps, { minutes: String(last + 10), to: 'ticket' }])}>Add a step</button>
    </fieldset>
  `;
}
