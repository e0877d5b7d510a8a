// @ts-check
/** The command list (Ctrl or Cmd and K): whatever can be done now, by its name; and conversations by the customer's. */
import { Dialog } from '../shared/dialog.js';
import { html, useLayoutEffect, useState } from '../shared/html.js';
import { customerName } from '../shared/words.js';
import { byName } from './command_match.js';
import { close } from './dialog_actions.js';
import { keyCap } from './keys.js';
import { allowed } from './lock.js';
import { showMacro } from './macro.js';
import { macros } from './macro_list.js';
import { rows, selectedId } from './store.js';
import { VERBS } from './verbs.js';

const MOST_CONVERSATIONS = 5;

/** @typedef {import('./verbs.js').InboxVerb & {id: string, open?: boolean}} Entry */

/** What can be done now. @param {string} typed @returns {Entry[]} */
function entries(typed) {
  const verbs = VERBS.map((verb, n) => ({ ...verb, id: `command-${n}` })).filter((verb) => !verb.can || verb.can());
  // What can be done with this conversation, before what can be done anywhere.
  if (!typed.trim()) return [...verbs.filter((verb) => verb.can), ...verbs.filter((verb) => !verb.can)];
  const others = rows.value.filter((one) => one.id !== selectedId.value);
  const named = others.map((one) => ({ id: `command-${one.id}`, label: customerName(one.customer), open: true, run: () => (location.hash = one.id) }));
  const ready = allowed().label ? (macros.value ?? []) : [];
  const steps = ready.map(({ name }) => ({ id: `command-macro-${name}`, label: `Run ${name}`, run: () => showMacro(name) }));
  return [...byName(verbs, typed), ...byName(steps, typed), ...byName(named, typed).slice(0, MOST_CONVERSATIONS)];
}

export function CommandList() {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = entries(typed);
  const chosen = found[Math.min(at, found.length - 1)];
  useLayoutEffect(() => {
    if (chosen) document.getElementById(chosen.id)?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);
  /** @param {Entry | undefined} one */
  const run = (one) => {
    close();
    // After the dialog has given the focus back to where it was.
    requestAnimationFrame(() => one?.run());
  };
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
    <${Dialog} title="Commands" onClose=${close} onSubmit=${() => chosen && run(chosen)}>
      <div class="field">
        <input role="combobox" aria-label="What to do, or a customer’s name" placeholder="What to do, or a customer’s name" aria-expanded="true" aria-controls="commands"
          aria-activedescendant=${chosen?.id} aria-autocomplete="list" autocomplete="off" dir="auto" value=${typed} onInput=${input} onKeyDown=${press} autofocus />
      </div>
      <ul class="commands" id="commands" role="listbox" aria-label="Commands">
        ${found.map(
          (one) => html`
            <li key=${one.id} id=${one.id} role="option" aria-selected=${one === chosen} onClick=${() => run(one)}>
              <span dir="auto">${one.label}</span> ${one.key ? html`<kbd>${keyCap(one)}</kbd>` : one.open && html`<span class="faint small">Open</span>`}
            </li>
          `,
        )}
      </ul>
      <p class=${found.length ? 'off-screen' : 'faint'} role="status">${found.length ? `${found.length} found` : 'Nothing by that name can be done now. Some commands need an open conversation, or the baton.'}</p>
    </${Dialog}>
  `;
}
