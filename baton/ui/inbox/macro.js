// @ts-check
/** Macros: choose one, read what it would do here, and run it. It stops at the first refusal and says how far it came. */
import { get } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { html, signal, useEffect, useState } from '../shared/html.js';
import { refused } from '../shared/toasts.js';
import { byName } from './command_match.js';
import { runMacro } from './commands.js';
import { Actions, close } from './dialog_actions.js';
import { Finder } from './finder.js';
import { loadMacros, macros } from './macro_list.js';
import { dialog, selected, selectedId } from './store.js';

/** @typedef {{do: string, what: string, says: string, text: string | null, missing: string[]}} Step */

/** The macro that is looked at, null while one is chosen. */
const chosen = signal(/** @type {string | null} */ (null));

/** Open the dialog: at a macro, or at the choice. @param {string | null} [name] */
export function showMacro(name = null) {
  chosen.value = name;
  dialog.value = 'macro';
}

export const MacroDialog = () => (chosen.value ? html`<${Preview} name=${chosen.value} />` : html`<${Choose} />`);

function Choose() {
  useEffect(() => {
    loadMacros().catch(refused);
  }, []);
  return html`
    <${Finder} title="Run a macro" field="Find a macro" list="Macros" of=${(/** @type {string} */ name) => name} none=${none}
      find=${(/** @type {string} */ typed) => byName((macros.value ?? []).map(({ name }) => ({ label: name })), typed).map(({ label }) => label)}
      show=${(/** @type {string} */ name) => html`<span dir="auto">${name}</span>`}
      take=${(/** @type {string} */ name) => (chosen.value = name)} />
  `;
}

function none() {
  if (!macros.value) return 'Looking for macros…';
  return macros.value.length ? 'There is no macro of that name.' : 'There are no macros yet. An admin writes them in the console.';
}

/** @param {{name: string}} props */
function Preview({ name }) {
  const [steps, setSteps] = useState(/** @type {Step[] | null} */ (null));
  const [refusal, setRefusal] = useState('');
  const [seq] = useState(() => selected.peek()?.seq);
  useEffect(() => {
    get(`/v1/conversations/${selectedId.value}/macros/${encodeURIComponent(name)}`).then((answer) => setSteps(answer.steps), (error) => setRefusal(error.message));
  }, [name]);
  useEffect(() => {
    if (steps) /** @type {HTMLElement | null} */ (document.querySelector('.dialog-foot [type="submit"]'))?.focus();
  }, [steps]);
  const lacks = steps?.some((step) => step.missing.length);
  return html`
    <${Dialog} title=${`Run ${name}`} onClose=${close} onSubmit=${() => steps && runMacro(name, seq)} actions=${steps && html`<${Actions} label="Run" under="macro" />`}>
      ${refusal && html`<p class="over" role="alert">${refusal}</p>`}
      ${steps
        ? html`<ol class="steps">${steps.map((step) => html`<${StepLine} step=${step} />`)}</ol>
            <p class="faint">${lacks ? 'It stops at the reply with the missing value. What comes before it is done.' : 'The steps are taken in this order. It stops at the first one that is refused.'}</p>`
        : !refusal && html`<p class="faint" role="status">Looking what it would do here…</p>`}
    </${Dialog}>
  `;
}

/** @param {{step: Step}} props */
const StepLine = ({ step }) => html`
  <li>
    ${step.says}
    ${step.text && html`<p class="quoted" dir="auto">${step.text}</p>`}
    ${step.missing.length > 0 && html`<p class="over">Not known here: ${step.missing.join(', ')}.</p>`}
  </li>
`;
