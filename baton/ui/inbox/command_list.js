// @ts-check
/** The command list (Ctrl or Cmd and K): whatever can be done now, by its name; and conversations by the customer's. */
import { html } from '../shared/html.js';
import { customerName } from '../shared/words.js';
import { byName } from './command_match.js';
import { close } from './dialog_actions.js';
import { Finder } from './finder.js';
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
  const verbs = VERBS.map((verb, n) => ({ ...verb, id: `verb-${n}` })).filter((verb) => !verb.can || verb.can());
  // What can be done with this conversation, before what can be done anywhere.
  if (!typed.trim()) return [...verbs.filter((verb) => verb.can), ...verbs.filter((verb) => !verb.can)];
  const others = rows.value.filter((one) => one.id !== selectedId.value);
  const named = others.map((one) => ({ id: one.id, label: customerName(one.customer), open: true, run: () => (location.hash = one.id) }));
  const ready = allowed().label ? (macros.value ?? []) : [];
  const steps = ready.map(({ name }) => ({ id: `macro-${name}`, label: `Run ${name}`, run: () => showMacro(name) }));
  return [...byName(verbs, typed), ...byName(steps, typed), ...byName(named, typed).slice(0, MOST_CONVERSATIONS)];
}

/** After the dialog has given the focus back to where it was. @param {Entry} one */
function run(one) {
  close();
  requestAnimationFrame(() => one.run());
}

/** @param {Entry} one */
const show = (one) => html`<span dir="auto">${one.label}</span> ${one.key ? html`<kbd>${keyCap(one)}</kbd>` : one.open && html`<span class="faint small">Open</span>`}`;

/** @param {Entry} one */
const idOf = ({ id }) => id;

const none = () => 'Nothing by that name can be done now. Some commands need an open conversation, or the baton.';

export const CommandList = () =>
  html`<${Finder} title="Commands" field="What to do, or a customer’s name" list="Commands" find=${entries} of=${idOf} show=${show} take=${run} none=${none} />`;
