// @ts-check
/** Macros: choose one, read what it would do here, and run it. It stops at the first refusal and says how far it came. */
import { get } from '../shared/api.js';
import { Dialog } from '../shared/dialog.js';
import { html, signal, useEffect, useState } from '../shared/html.js';
import { refused } from '../shared/toasts.js';
import { byName } from './command_match.js';
import { runMacro } from './commands.js';
import { Actions, close } from './dialog_actions.js';
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
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    loadMacros().catch(refused);
  }, []);
  const found = byName((macros.value ?? []).map(({ name }) => ({ label: name })), typed).map(({ label }) => label);
  const here = found[Math.min(at, found.length - 1)];
  const take = (/** @type {string | undefined} */ name) => name && (chosen.value = name);
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !found.length) return;
    event.preventDefault();
    setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
  };
  /** @param {any} event */
  const input = (event) => {
    setTyped(event.currentTarget.value);
    setAt(0);
  };
  const says = found.length ? `${found.length} found` : macros.value?.length ? 'There is no macro of that name.' : 'There are no macros yet. An admin writes them in the console.';
  return html`
    <${Dialog} title="Run a macro" onClose=${close} onSubmit=${() => take(here)}>
      <div class="field">
        <input role="combobox" aria-label="Find a macro" placeholder="Find a macro" aria-expanded="true" aria-controls="macro-list" aria-activedescendant=${here && `macro-${here}`}
          aria-autocomplete="list" autocomplete="off" dir="auto" value=${typed} onInput=${input} onKeyDown=${press} autofocus />
      </div>
      <ul class="commands" id="macro-list" role="listbox" aria-label="Macros">
        ${found.map((name) => html`<li key=${name} id=${`macro-${name}`} role="option" aria-selected=${name === here} onClick=${() => take(name)}><span dir="auto">${name}</span></li>`)}
      </ul>
      <p class=${found.length ? 'off-screen' : 'faint'} role="status">${macros.value ? says : 'Looking for macros…'}</p>
    </${Dialog}>
  `;
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
