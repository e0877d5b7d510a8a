// @ts-check
/** Labels by type-ahead: Enter puts the chosen one on or takes it off, and the dialog stays for the next. */
import { html, useEffect } from '../shared/html.js';
import { LabelChip, labels, loadLabels } from '../shared/labels.js';
import { refused } from '../shared/toasts.js';
import { byName } from './command_match.js';
import { toggleLabel } from './commands.js';
import { close } from './dialog_actions.js';
import { Finder } from './finder.js';
import { selected } from './store.js';

/** The company's labels, and those on the conversation that are no longer on the list. @param {string[]} on */
const all = (on) => [...(labels.value ?? []).map((one) => one.name), ...on.filter((name) => !labels.value?.some((one) => one.name === name))];

export function LabelDialog() {
  const on = selected.value?.labels ?? [];
  useEffect(() => {
    loadLabels().catch(refused);
  }, []);
  const isOn = (/** @type {string} */ name) => on.includes(name);
  return html`
    <${Finder} title="Labels" field="Find a label" list="Labels" of=${(/** @type {string} */ name) => name} isOn=${isOn} none=${none}
      find=${(/** @type {string} */ typed) => byName(all(on).map((name) => ({ label: name })), typed).map(({ label }) => label)}
      show=${(/** @type {string} */ name) => html`<${LabelChip} name=${name} /> <span class="faint small">${isOn(name) ? 'On' : ''}</span>`}
      take=${(/** @type {string} */ name) => toggleLabel(name, !isOn(name))}
      actions=${html`<button type="button" class="button primary" onClick=${close}>Done</button>`} />
  `;
}

/** @param {string} typed */
function none(typed) {
  if (labels.value === null) return 'Looking for labels…';
  return typed ? `There is no label “${typed}”. An admin adds it in the console, under Labels.` : 'There are no labels yet. An admin adds them in the console, under Labels.';
}
