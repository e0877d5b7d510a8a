// @ts-check
/** What a queue asks for no longer as the waiting grows: after how many minutes, and what is let go. */
import { Choice, Field } from '../shared/dialog.js';
import { html } from '../shared/html.js';

const LESS = [1, 2, 3, 4].map((levels) => ({ value: `-${levels}`, label: `every skill, by ${levels} level${levels > 1 ? 's' : ''}` }));

/** @typedef {{minutes: string, what: string}} Step */

/** @param {{steps: Step[], skills: string[], onInput: (steps: Step[]) => void}} props */
export function RelaxFields({ steps, skills, onInput }) {
  const known = [{ value: 'language', label: 'the language' }, ...skills.map((skill) => ({ value: skill, label: `the skill ${skill}` })), ...LESS];
  const last = Number(steps.at(-1)?.minutes ?? 0);
  /** @param {number} at @param {Partial<Step>} change */
  const change = (at, change) => onInput(steps.map((step, place) => (place === at ? { ...step, ...change } : step)));
  return html`
    <fieldset>
      <legend>As the waiting grows</legend>
      ${steps.length === 0 && html`<p class="hint">Everything that the queue asks of an operator stays asked for, however long somebody waits.</p>`}
      <ol class="chain-fields">
        ${steps.map(
          (step, at) => html`
            <li key=${at}>
              <${Field} label="After (minutes)" type="number" value=${step.minutes} onInput=${(/** @type {string} */ minutes) => change(at, { minutes })} required />
              <${Choice} label="Ask less for" value=${step.what} onInput=${(/** @type {string} */ what) => change(at, { what })} options=${known.some((one) => one.value === step.what) ? known : [{ value: step.what, label: step.what }, ...known]} />
              <button type="button" class="link" aria-label=${`Take out step ${at + 1} of relaxing`} onClick=${() => onInput(steps.filter((_, place) => place !== at))}>Take out</button>
            </li>
          `,
        )}
      </ol>
      <button type="button" class="button" onClick=${() => onInput([...steps, { minutes: String(last + 2), what: 'language' }])}>Add a step of relaxing</button>
    </fieldset>
  `;
}
