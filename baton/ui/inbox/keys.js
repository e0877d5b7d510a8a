// @ts-check
/** Which key does what in the inbox. */
import { MOD_K } from '../shared/keyboard.js';
import { say } from '../shared/toasts.js';
import { dialog, sidePanel } from './store.js';
import { VERBS, whyRefused } from './verbs.js';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** How the keys of the command list are written on this keyboard. */
export const COMMAND_KEYS = isMac ? ['⌘', 'K'] : ['Ctrl', 'K'];

/** @param {{key?: string}} verb */
export const keyCap = ({ key }) => (key ?? '').toUpperCase();

/** Keys that work in one place, or that no single key stands for. @type {[string[], string][]} */
const ELSEWHERE = [
  [COMMAND_KEYS, 'Do anything by its name, also while you type'],
  [['Esc'], 'Leave the field, then the conversation'],
  [['Enter'], 'Send, in the composer'],
  [['Shift', 'Enter'], 'A new line, in the composer'],
  [['/'], 'A canned reply, in the composer'],
  [['@'], 'A colleague to mention, in a note'],
  [[':'], 'An emoji by its name, in the composer'],
];

/** Single keys, then the others. @returns {{single: [string[], string][], others: [string[], string][]}} */
export function keyMap() {
  /** @type {Map<string, string[]>} */
  const does = new Map();
  for (const verb of VERBS) if (verb.key) does.set(keyCap(verb), [...(does.get(keyCap(verb)) ?? []), verb.label]);
  const single = [...does].map(([key, labels]) => /** @type {[string[], string]} */ ([[key], labels.join(', else: ')]));
  return { single, others: ELSEWHERE };
}

function escape() {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) active.blur();
  else if (sidePanel.value) sidePanel.value = false;
  else location.hash = '';
}

/** @returns {import('../shared/keyboard.js').Bindings} */
export function bindings() {
  /** @type {import('../shared/keyboard.js').Bindings} */
  const now = { Escape: escape, [MOD_K]: () => (dialog.value = 'commands') };
  for (const { key, can, run } of VERBS) if (key && !now[key] && (!can || can())) now[key] = run;
  // A key that can't be obeyed now says why, rather than nothing.
  for (const verb of VERBS) if (verb.key && !now[verb.key]) now[verb.key] = () => say(whyRefused(verb), 'refused');
  return now;
}
