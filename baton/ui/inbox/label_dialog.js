// @ts-check
/** Labels by type-ahead: Enter puts the chosen one on or takes it off, and the dialog stays for the next. */
import { Dialog } from '../shared/dialog.js';
import { html, useEffect, useLayoutEffect, useState } from '../shared/html.js';
import { LabelChip, labels, loadLabels } from '../shared/labels.js';
import { refused } from '../shared/toasts.js';
import { byName } from './command_match.js';
import { toggleLabel } from './commands.js';
import { close } from './dialog_actions.js';
import { selected } from './store.js';

/** The company's labels, and those on the conversation that are no longer on the list. @param {string[]} on */
const all = (on) => [...(labels.value ?? []).map((one) => one.name), ...on.filter((name) => !labels.value?.some((one) => one.name === name))];

export function LabelDialog() {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const on = selected.value?.labels ?? [];
  useEffect(() => {
    loadLabels().catch(refused);
  }, []);
  const found = byName(all(on).map((name) => ({ label: name })), typed).map(({ label }) => label);
  const chosen = found[Math.min(at, found.length - 1)];
  useLayoutEffect(() => {
    if (chosen) document.getElementById(`label-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  /** @param {string | undefined} name */
  const toggle = (name) => name && toggleLabel(name, !on.includes(name));
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
  return html`
    <${Dialog} title="Labels" onClose=${close} onSubmit=${() => toggle(chosen)}
      actions=${html`<button type="button" class="button primary" onClick=${close}>Done</button>`}>
      <div class="field">
        <input role="combobox" aria-label="Find a label" placeholder="Find a label" aria-expanded="true" aria-controls="label-list"
          aria-activedescendant=${chosen && `label-${chosen}`} aria-autocomplete="list" autocomplete="off" dir="auto" value=${typed} onInput=${input} onKeyDown=${press} autofocus />
      </div>
      <${List} found=${found} chosen=${chosen} on=${on} onTake=${toggle} />
      <p class=${found.length ? 'off-screen' : 'faint'} role="status">${says(found.length, typed)}</p>
    </${Dialog}>
  `;
}

/** @param {number} n @param {string} typed */
function says(n, typed) {
  if (labels.value === null) return 'Looking for labels…';
  if (n) return `${n} found`;
  return typed.trim() ? `There is no label “${typed.trim()}”. An admin adds it in the console, under Labels.` : 'There are no labels yet. An admin adds them in the console, under Labels.';
}

/** @param {{found: string[], chosen: string | undefined, on: string[], onTake: (name: string) => void}} props */
const List = ({ found, chosen, on, onTake }) => html`
  <ul class="commands" id="label-list" role="listbox" aria-label="Labels" aria-multiselectable="true">
    ${found.map(
      (name) => html`
        <li key=${name} id=${`label-${name}`} role="option" class=${name === chosen ? 'at' : ''} aria-selected=${on.includes(name)} onClick=${() => onTake(name)}>
          <${LabelChip} name=${name} /> <span class="faint small">${on.includes(name) ? 'On' : ''}</span>
        </li>
      `,
    )}
  </ul>
`;
